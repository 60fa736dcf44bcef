-- Owner: cases. A request of the person is acknowledged by a time of its own, and its time is made longer once, with reason and notice.

alter table cases.request
  add column acknowledge_due_at timestamptz,
  add column acknowledged_at timestamptz,
  add column acknowledged_way text,
  add column acknowledged_by uuid,
  add column first_due_at timestamptz,
  add column extended_at timestamptz,
  add column extended_by uuid,
  add column extended_told_at timestamptz,
  add column extended_way text,
  add column extension bytea,
  add constraint request_acknowledged check ((acknowledged_at is null) = (acknowledged_by is null) and (acknowledged_at is null) = (acknowledged_way is null)),
  add constraint request_acknowledged_way check (acknowledged_way in ('desk', 'post', 'portal', 'phone', 'representative')),
  add constraint request_extended check ((extended_at is null) = (first_due_at is null) and (extended_at is null) = (extended_by is null)
    and (extended_at is null) = (extended_told_at is null) and (extended_at is null) = (extended_way is null)),
  add constraint request_extended_way check (extended_way in ('desk', 'post', 'portal', 'phone', 'representative')),
  add constraint request_extended_later check (first_due_at is null or due_at > first_due_at);
comment on column cases.request.acknowledge_due_at is 'By when the person is told that it was received; null: taken in before this was counted';
comment on column cases.request.acknowledged_at is 'When the person was told';
comment on column cases.request.first_due_at is 'By when it was to be answered before its time was made longer; null while it was not';
comment on column cases.request.extended_told_at is 'When the person was told that it takes longer';
comment on column cases.request.extension is 'Why it takes longer, sealed with the key of the person; null once that is erased';
create index request_unacknowledged on cases.request (commune_id, acknowledge_due_at) where acknowledged_at is null and answered_at is null;
grant update (acknowledged_at, acknowledged_way, acknowledged_by, due_at, first_due_at, extended_at, extended_by, extended_told_at, extended_way, extension)
  on cases.request to binhyen_files;
-- Longer once: what was told to the person stays what was told.
create function cases.request_extends_once() returns trigger language plpgsql as $$
begin
  if old.extended_at is not null and (new.due_at, new.first_due_at, new.extended_at) is distinct from (old.due_at, old.first_due_at, old.extended_at) then
    raise check_violation using constraint = 'request_extended_once', message = 'the time of this request was made longer already';
  end if;
  if old.extended_at is null and new.extended_at is null and new.due_at <> old.due_at then
    raise check_violation using constraint = 'request_extended_once', message = 'the time of a request is longer only by an extension';
  end if;
  return new;
end $$;
create trigger request_extends_once before update of due_at, first_due_at, extended_at on cases.request
  for each row execute function cases.request_extends_once();
-- What is due is looked for in every commune at once, as ids and times.
create policy of_turn on cases.request for select to binhyen_files using ((select cases.is_watching('turn')));

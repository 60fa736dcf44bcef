-- Owner: handover. The police of the commune where a person stays are told of it: a notice with the few fields that it needs, sealed
-- with a key of its own, acknowledged or withdrawn with the hand-over that it belongs to.

create sequence handover.notice_number;
grant usage on sequence handover.notice_number to binhyen_files;

create table handover.notice (
  id uuid primary key,
  number text not null,
  sending_id uuid not null references handover.sending,
  from_id uuid not null references area_unit,
  to_id uuid not null references area_unit,
  addressed_id uuid references area_unit,
  residence_id uuid not null references area_unit,
  file_id uuid not null,
  sent_at timestamptz not null,
  sent_by uuid not null,
  due_at timestamptz not null,
  state text not null default 'sent',
  read_at timestamptz,
  read_by uuid,
  decided_at timestamptz,
  decided_by uuid,
  demo boolean not null default false,
  constraint notice_number_unique unique (number),
  constraint notice_once unique (sending_id),
  constraint notice_to_unique unique (id, to_id),
  constraint notice_state check (state in ('sent', 'acknowledged', 'withdrawn')),
  constraint notice_elsewhere check (from_id <> to_id),
  constraint notice_read check ((read_at is null) = (read_by is null) and (state <> 'acknowledged' or read_at is not null)),
  constraint notice_decided check ((state = 'sent') = (decided_at is null) and (state = 'sent') = (decided_by is null))
);
comment on table handover.notice is 'Tells the police of a commune that somebody whose file goes elsewhere stays there. Holds nothing of who it is';
comment on column handover.notice.addressed_id is 'The commune it was addressed to, where that one was merged or renamed meanwhile';
comment on column handover.notice.read_by is 'Who read it first';
comment on column handover.notice.residence_id is 'The commune that the file went to when the notice was written';
create index notice_of_residence on handover.notice (residence_id);
create index notice_in on handover.notice (to_id, sent_at desc);
create index notice_out on handover.notice (from_id);
create index notice_addressed on handover.notice (addressed_id);
create index notice_of_file on handover.notice (file_id);

create table handover.notice_body (
  notice_id uuid primary key,
  to_id uuid not null,
  wrapped_key bytea not null,
  master_key text not null,
  sealed bytea not null,
  constraint notice_body_of foreign key (notice_id, to_id) references handover.notice (id, to_id) on update cascade on delete cascade
);
comment on table handover.notice_body is 'What the notice says: name, birth, sex, one paper, both addresses; seen by the commune that is told only, destroyed 30 days after it was acknowledged, when it is withdrawn, and when the person is erased';
create index notice_body_of on handover.notice_body (notice_id, to_id);

do $$
declare
  name text;
begin
  foreach name in array array['notice', 'notice_body'] loop
    execute format('alter table handover.%I enable row level security', name);
    execute format('alter table handover.%I force row level security', name);
    execute format('create policy of_keeper on handover.%I to %I using ((select handover.is_kept()))', name, current_user);
    execute format('grant select, insert on handover.%I to binhyen_files', name);
  end loop;
  -- As with sendings: what waits is followed and counted over many communes, and what was told long ago is forgotten.
  execute format('create policy of_waiting on handover.notice to %I using (current_setting(''cases.purpose'', true) = ''waiting'')', current_user);
  execute format('create policy of_waiting on handover.notice_body to %I using (current_setting(''cases.purpose'', true) = ''waiting'')', current_user);
end $$;
-- The commune that is told, and whoever sees the hand-over: of its body only the commune that is told.
create policy of_both on handover.notice to binhyen_files using (
  to_id = (select cases.open_commune()) or exists (select from handover.sending where sending.id = sending_id));
create policy of_receiver on handover.notice_body to binhyen_files using (to_id = (select cases.open_commune()));
grant update (state, read_at, read_by, decided_at, decided_by) on handover.notice to binhyen_files;
grant delete on handover.notice_body to binhyen_files;

-- Owner: handover. The hand-over of a file from the police of one commune to those of another: the sending, its sealed pack, the
-- receipt. A schema of its own behind the same wall as the files (0034): without reader, purpose and commune it is empty.
create schema handover;
comment on schema handover is 'Files on their way from commune to commune: sealed, behind row-level security, for the role binhyen_files only';
grant usage on schema handover to binhyen_files;

-- A file has one owner. What stays behind with the sender is a stub: a number, and the sending that took the file away.
alter table cases.file add column handed_over uuid;
comment on column cases.file.handed_over is 'The sending by which the file went to another commune; what is left here is its number';
create unique index file_one_owner on cases.file (id) where handed_over is null;

-- The key of a person whose file went away is not here any more, and nobody was erased.
alter table cases.person drop constraint person_key_or_erased;
alter table cases.person add constraint person_key_or_erased
  check ((wrapped_key is null) = (sealed is null) and (erased_on is null or wrapped_key is null));
comment on column cases.person.wrapped_key is 'The key of the person, wrapped with the master key named; null once erased, or once the file went to another commune';

-- Whoever works with files sees none that is gone; only the work of handing over does.
create policy not_handed_over on cases.file as restrictive for select to binhyen_files
  using (handed_over is null or current_setting('cases.purpose', true) = 'hand-over');

-- Two functions see more of one open commune than its readers do, each under a purpose of its own that it says and gives back;
-- an ordinary role cannot bind a purpose to a function.

-- The last number given in a commune and year: numbers of files that went away are not given again.
create function cases.last_number(of_commune uuid, year text) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  purpose text := current_setting('cases.purpose', true);
  found integer;
begin
  perform set_config('cases.purpose', 'last-number', true);
  select coalesce(max(split_part(number, '-', 3)::int), 0) into found
    from cases.file where commune_id = of_commune and number like 'HC-' || year || '-%';
  perform set_config('cases.purpose', purpose, true);
  return found;
end
$$;
comment on function cases.last_number is 'The last number of a file in a commune and year, those that were handed over among them';

-- Makes a stub of the sender's copy. The one way by which events and openings leave a commune: they are with the receiver then.
-- An opening in an emergency, which is reviewed here, stays without the words of its ground.
create function cases.leave_stub(of_commune uuid, of_file uuid, by_sending uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  purpose text := current_setting('cases.purpose', true);
  of_person uuid;
begin
  if purpose is distinct from 'hand-over' or not cases.is_open_for(of_commune) then
    raise insufficient_privilege using message = 'the files of this commune are not open to be handed over';
  end if;
  perform set_config('cases.purpose', 'leave-stub', true);
  update cases.file set handed_over = by_sending, status = null, status_since = null, next_due_at = null, version = version + 1
    where commune_id = of_commune and id = of_file and cases.file.handed_over is null returning person_id into of_person;
  if of_person is null then
    raise no_data_found using message = 'there is no such file to hand over';
  end if;
  delete from cases.event where commune_id = of_commune and file_id = of_file;
  update cases.opening set ground = '' where commune_id = of_commune and file_id = of_file;
  delete from cases.opening where commune_id = of_commune and file_id = of_file
    and not exists (select from cases.emergency where emergency.commune_id = of_commune and emergency.opening_id = opening.id);
  if not exists (select from cases.file where commune_id = of_commune and person_id = of_person and cases.file.handed_over is null) then
    delete from cases.person_word where commune_id = of_commune and person_id = of_person;
    update cases.person set wrapped_key = null, master_key = null, sealed = null, version = version + 1
      where commune_id = of_commune and id = of_person;
  end if;
  perform set_config('cases.purpose', purpose, true);
end
$$;
comment on function cases.leave_stub is 'Of a file that goes to another commune only its number stays: no events, no identity, no key';
do $$
declare
  name text;
begin
  execute format('create policy of_last_number on cases.file for select to %I using (current_setting(''cases.purpose'', true) = ''last-number'' and cases.is_open_for(commune_id))', current_user);
  foreach name in array array['file', 'event', 'opening', 'person', 'person_word'] loop
    execute format('create policy of_leaving on cases.%I to %I using (current_setting(''cases.purpose'', true) = ''leave-stub'' and cases.is_open_for(commune_id))', name, current_user);
  end loop;
end $$;
revoke execute on function cases.last_number, cases.leave_stub from public;
grant execute on function cases.last_number, cases.leave_stub to binhyen_files;

create sequence handover.sending_number;
grant usage on sequence handover.sending_number to binhyen_files;

create table handover.signing_key (
  one boolean primary key default true constraint signing_key_one check (one),
  public_key bytea not null,
  wrapped bytea not null,
  master_key text not null
);
comment on table handover.signing_key is 'The Ed25519 key that signs receipts: the private half wrapped with the master key named';

create table handover.sending (
  id uuid primary key,
  number text not null,
  from_id uuid not null references area_unit,
  to_id uuid not null references area_unit,
  addressed_id uuid references area_unit,
  stay_id uuid references area_unit,
  file_id uuid not null,
  file_number text not null,
  form text not null,
  moved_at timestamptz not null,
  law_due_at timestamptz,
  sent_at timestamptz not null,
  sent_by uuid not null,
  due_at timestamptz not null,
  digest bytea not null,
  state text not null default 'sent',
  decided_at timestamptz,
  decided_by uuid,
  reason text,
  note bytea,
  receipt text,
  signature bytea,
  demo boolean not null default false,
  constraint sending_number_unique unique (number),
  constraint sending_to_unique unique (id, to_id),
  constraint sending_state check (state in ('sent', 'accepted', 'returned', 'withdrawn')),
  constraint sending_elsewhere check (from_id <> to_id),
  constraint sending_decided check ((state = 'sent') = (decided_at is null) and (state = 'sent') = (decided_by is null)),
  constraint sending_receipt check ((state in ('accepted', 'returned')) = (receipt is not null) and (receipt is null) = (signature is null)),
  constraint sending_reason check ((state = 'returned') = (reason is not null))
);
comment on table handover.sending is 'One file on its way from commune to commune, until it is accepted, returned or withdrawn. Holds nothing of who it is of';
comment on column handover.sending.addressed_id is 'The commune it was addressed to, where that one was merged or renamed meanwhile';
comment on column handover.sending.stay_id is 'The commune where the person stays, where that is another one than the residence';
comment on column handover.sending.law_due_at is 'Until when the law wants it sent, counted from the move';
comment on column handover.sending.due_at is 'Until when it has to be accepted or returned, counted from the sending';
comment on column handover.sending.digest is 'SHA-256 of what the pack holds; the receipt names it';
comment on column handover.sending.note is 'Why it was returned, in words, sealed with the key of the person';
comment on column handover.sending.receipt is 'The statement that was signed: pack, digest, both communes, decision, time';
create unique index sending_one_on_its_way on handover.sending (file_id) where state = 'sent';
create index sending_out on handover.sending (from_id, sent_at desc);
create index sending_in on handover.sending (to_id, sent_at desc);
create index sending_addressed on handover.sending (addressed_id);
create index sending_stay on handover.sending (stay_id);

create table handover.pack (
  sending_id uuid primary key,
  to_id uuid not null,
  wrapped_key bytea not null,
  master_key text not null,
  sealed bytea not null,
  file_version integer not null,
  constraint pack_sending foreign key (sending_id, to_id) references handover.sending (id, to_id) on update cascade on delete cascade
);
comment on table handover.pack is 'What is on its way: identity, events, who read, the form, the key of the person; sealed with a key of its own, seen by the receiving commune only, gone once decided';
comment on column handover.pack.file_version is 'The version of the file that was sealed; where the sender wrote on, it is sealed anew';
create index pack_sending on handover.pack (sending_id, to_id);

create table handover.reading (
  id uuid primary key,
  sending_id uuid not null references handover.sending on delete cascade,
  reader_id uuid not null,
  read_at timestamptz not null
);
comment on table handover.reading is 'Who read a pack before it was decided on';
create index reading_of_sending on handover.reading (sending_id, read_at);

create table handover.reminder (
  sending_id uuid not null references handover.sending on delete cascade,
  level text not null,
  sent_at timestamptz not null,
  primary key (sending_id, level),
  constraint reminder_level check (level in ('head', 'province'))
);
comment on table handover.reminder is 'Who was reminded that a sending is late: the heads of both commune police, then the province';

-- The keeper of the machine says what for before anything is seen, here as with the files.
create function handover.is_kept() returns boolean
  language plpgsql stable
as $$ begin return cases.is_kept(); end $$;

do $$
declare
  name text;
begin
  foreach name in array array['sending', 'pack', 'reading', 'reminder', 'signing_key'] loop
    execute format('alter table handover.%I enable row level security', name);
    execute format('alter table handover.%I force row level security', name);
    execute format('create policy of_keeper on handover.%I to %I using ((select handover.is_kept()))', name, current_user);
    execute format('grant select, insert on handover.%I to binhyen_files', name);
  end loop;
  -- What waits is followed, brought up and counted over many communes at once, and holds nothing of a person; what is decided
  -- is nobody else's business.
  execute format('create policy of_waiting on handover.sending to %I using (current_setting(''cases.purpose'', true) = ''waiting'' and state = ''sent'')', current_user);
  execute format('create policy of_waiting on handover.reminder to %I using (current_setting(''cases.purpose'', true) = ''waiting'')', current_user);
end $$;
create policy of_both on handover.sending to binhyen_files using (cases.is_open_for(from_id) or cases.is_open_for(to_id));
create policy of_receiver on handover.pack to binhyen_files using (cases.is_open_for(to_id));
-- Whoever sees the sending sees who read its pack and who was reminded.
create policy of_sending on handover.reading to binhyen_files using (exists (select from handover.sending where id = sending_id));
create policy of_sending on handover.reminder to binhyen_files using (exists (select from handover.sending where id = sending_id));
create policy of_files on handover.signing_key to binhyen_files using (coalesce(current_setting('cases.purpose', true), '') <> '');
grant update on handover.sending, handover.pack to binhyen_files;
grant delete on handover.pack to binhyen_files;

-- Owner: handover. The hand-over of a file to a commune whose police work on another installation: who the installations are to
-- one another, what goes out and comes in as files that somebody carries. Nothing goes from server to server.

-- While a file is on its way to another installation nobody writes to it: what was sealed is what the other side decides on, and
-- two databases cannot wait for one another.
alter table cases.file add column sent_away uuid,
  add constraint file_sent_away_once check (sent_away is null or handed_over is null);
comment on column cases.file.sent_away is 'The departure by which it is on its way to another installation: read, and not written to, until the receipt';

create function cases.refuse_sent_away() returns trigger
  language plpgsql
as $$
declare
  written record;
  away boolean;
begin
  if tg_op = 'DELETE' then written := old; else written := new; end if;
  if tg_table_name = 'person' then
    if new.sealed is not distinct from old.sealed or new.sealed is null then return new; end if;
    away := exists (select from cases.file where commune_id = written.commune_id and person_id = written.id and sent_away is not null);
  elsif tg_table_name = 'file' then
    away := old.sent_away is not null and new.sent_away is not null and new.merged_into is distinct from old.merged_into;
  else
    away := exists (select from cases.file where commune_id = written.commune_id and id = written.file_id and sent_away is not null);
  end if;
  if away then
    raise check_violation using constraint = 'file_sent_away', message = 'the file is on its way to another installation';
  end if;
  return written;
end
$$;
comment on function cases.refuse_sent_away is 'Nothing is written to a file that is on its way to another installation';
create trigger sent_away before insert or delete on cases.event for each row execute function cases.refuse_sent_away();
create trigger sent_away before update on cases.person for each row execute function cases.refuse_sent_away();
create trigger sent_away before update on cases.file for each row execute function cases.refuse_sent_away();
create trigger sent_away before insert or update on cases.hold for each row execute function cases.refuse_sent_away();
create trigger sent_away before insert or update on cases.request for each row execute function cases.refuse_sent_away();

-- As before, for both ways of leaving; who read a file after it was sealed is known here alone, and stays.
drop function cases.leave_stub;
create function cases.leave_stub(of_commune uuid, of_file uuid, by_sending uuid, sealed_at timestamptz) returns void
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
  -- On its way to another installation it leaves by that way alone: a successor of its commune waits for the receipt.
  if exists (select from cases.file where commune_id = of_commune and id = of_file and sent_away <> by_sending) then
    raise check_violation using constraint = 'file_sent_away', message = 'the file is on its way to another installation';
  end if;
  update cases.file set handed_over = by_sending, sent_away = null, status = null, status_since = null, next_due_at = null,
      version = version + 1
    where commune_id = of_commune and id = of_file and cases.file.handed_over is null returning person_id into of_person;
  if of_person is null then
    raise no_data_found using message = 'there is no such file to hand over';
  end if;
  delete from cases.event where commune_id = of_commune and file_id = of_file;
  update cases.opening set sealed = null where commune_id = of_commune and file_id = of_file;
  delete from cases.opening where commune_id = of_commune and file_id = of_file and opened_at < sealed_at
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
revoke execute on function cases.leave_stub from public;
grant execute on function cases.leave_stub to binhyen_files;

create table handover.installation (
  one boolean primary key default true constraint installation_one check (one),
  id uuid not null,
  name text not null,
  serves_id uuid not null references area_unit,
  changed_at timestamptz not null
);
comment on table handover.installation is 'How this installation calls itself to others, and whose communes it serves: those of one unit';
create index installation_serves on handover.installation (serves_id);

create table handover.installation_key (
  id text primary key,
  box_public bytea not null,
  sign_public bytea not null,
  wrapped bytea not null,
  master_key text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  ended_at timestamptz,
  constraint installation_key_sizes check (octet_length(box_public) = 32 and octet_length(sign_public) = 32)
);
comment on table handover.installation_key is 'Our pairs of keys, to open packs (X25519) and to sign (Ed25519): the private halves wrapped with the master key named';
comment on column handover.installation_key.id is 'The fingerprint of installation and both public halves';
comment on column handover.installation_key.ended_at is 'Renewed since: nothing is signed with it, what was sealed to it can still be opened for a while';

create table handover.correspondent (
  id uuid primary key,
  name text not null,
  registered_at timestamptz not null,
  registered_by uuid not null,
  revoked_at timestamptz,
  revoked_by uuid,
  revoked_why text,
  constraint correspondent_revoked check ((revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (revoked_why is null))
);
comment on table handover.correspondent is 'Another installation to which files are handed over: known by its card';

create table handover.correspondent_key (
  id text primary key,
  correspondent_id uuid not null references handover.correspondent,
  box_public bytea not null,
  sign_public bytea not null,
  registered_at timestamptz not null,
  registered_by uuid not null,
  confirmed_at timestamptz,
  confirmed_by uuid,
  confirmed_with text,
  ended_at timestamptz,
  distrusted boolean not null default false,
  card text not null,
  card_made_at timestamptz not null,
  constraint correspondent_key_sizes check (octet_length(box_public) = 32 and octet_length(sign_public) = 32),
  constraint correspondent_key_confirmed check ((confirmed_at is null) = (confirmed_by is null) and (confirmed_at is null) = (confirmed_with is null))
);
comment on table handover.correspondent_key is 'Its public keys. Only what was compared by telephone is used';
comment on column handover.correspondent_key.ended_at is 'A newer one was compared since: nothing is sealed to it, what it signed holds for a while';
comment on column handover.correspondent_key.distrusted is 'It was its key when it was revoked: what it signed holds no more';
comment on column handover.correspondent_key.card is 'The newest card with this key, as it was brought';
create index correspondent_key_of on handover.correspondent_key (correspondent_id, registered_at);
create unique index correspondent_key_in_use on handover.correspondent_key (correspondent_id) where confirmed_at is not null and ended_at is null and not distrusted;

create table handover.served (
  correspondent_id uuid not null references handover.correspondent,
  code text not null,
  valid_from date not null,
  valid_to date,
  name text not null,
  type text not null,
  name_key text not null,
  primary key (correspondent_id, code, valid_from),
  constraint served_lasts check (valid_to is null or valid_to >= valid_from)
);
comment on table handover.served is 'The communes that a correspondent serves, by code, from the day of the card that names them';

create table handover.departure (
  id uuid primary key,
  number text not null,
  from_id uuid not null references area_unit,
  correspondent_id uuid not null references handover.correspondent,
  to_code text not null,
  to_name text not null,
  to_type text not null,
  file_id uuid not null,
  file_number text not null,
  form text not null,
  moved_at timestamptz not null,
  law_due_at timestamptz,
  sent_at timestamptz not null,
  sent_by uuid not null,
  due_at timestamptz not null,
  digest bytea not null,
  pack bytea,
  carried_at timestamptz,
  asked_back_at timestamptz,
  asked_back_by uuid,
  state text not null default 'sent',
  decided_at timestamptz,
  taken_at timestamptz,
  taken_by uuid,
  reason text,
  note bytea,
  receipt text,
  head_told_at timestamptz,
  province_told_at timestamptz,
  constraint departure_number unique (number),
  constraint departure_state check (state in ('sent', 'accepted', 'returned', 'withdrawn')),
  constraint departure_decided check ((state = 'sent') = (receipt is null) and (state = 'sent') = (decided_at is null)
    and (state = 'sent') = (taken_at is null) and (state = 'sent') = (pack is not null)),
  constraint departure_asked_back check ((asked_back_at is null) = (asked_back_by is null) and (state <> 'withdrawn' or asked_back_at is not null))
);
comment on table handover.departure is 'One file on its way to another installation, until a receipt of that one says that it was accepted, returned or never will be';
comment on column handover.departure.pack is 'What is carried: sealed for the other installation, nobody here can open it; gone once decided';
comment on column handover.departure.digest is 'SHA-256 of the pack; the receipt names it';
comment on column handover.departure.carried_at is 'When the pack was first downloaded to be carried';
comment on column handover.departure.asked_back_at is 'When the sender asked to have it back; it is back only by the receipt of the other side';
comment on column handover.departure.receipt is 'The receipt as it was brought, signed by the other installation';
comment on column handover.departure.note is 'Why it was returned, in words, sealed with the key of the person';
create unique index departure_one_on_its_way on handover.departure (file_id) where state = 'sent';
create index departure_of_file on handover.departure (file_id);
create index departure_out on handover.departure (from_id, sent_at desc);
create index departure_to on handover.departure (correspondent_id);

create table handover.arrival (
  id uuid primary key,
  number text not null,
  correspondent_id uuid not null references handover.correspondent,
  from_code text not null,
  from_name text not null,
  from_type text not null,
  to_id uuid not null references area_unit,
  sent_at timestamptz not null,
  due_at timestamptz not null,
  digest bytea not null,
  pack bytea,
  key_id text,
  taken_at timestamptz not null,
  taken_by uuid not null,
  state text not null default 'waiting',
  decided_at timestamptz,
  decided_by uuid,
  reason text,
  note bytea,
  file_id uuid,
  head_told_at timestamptz,
  province_told_at timestamptz,
  constraint arrival_state check (state in ('waiting', 'accepted', 'returned', 'withdrawn')),
  constraint arrival_decided check ((state = 'waiting') = (decided_at is null) and (state = 'waiting') = (decided_by is null)
    and (state = 'waiting') = (pack is not null) and (pack is null) = (key_id is null)),
  constraint arrival_file check ((state = 'accepted') = (file_id is not null))
);
comment on table handover.arrival is 'A pack of another installation that was taken in once and is never taken in again; or one that the sender had back before it came';
comment on column handover.arrival.pack is 'As it came, sealed to the key named; gone once decided';
comment on column handover.arrival.note is 'Why it was returned, in words, sealed for the sender: nobody here can read it again';
comment on column handover.arrival.reason is 'Of a return; the receipt is signed of these facts whenever it is asked for, and always the same';
create index arrival_in on handover.arrival (to_id, taken_at desc);
create index arrival_from on handover.arrival (correspondent_id);

create table handover.arrival_reading (
  id uuid primary key,
  arrival_id uuid not null references handover.arrival on delete cascade,
  reader_id uuid not null,
  read_at timestamptz not null
);
comment on table handover.arrival_reading is 'Who read a pack of another installation before it was decided on';
create index arrival_reading_of on handover.arrival_reading (arrival_id, read_at);

-- A file is on one way at a time: both ways lock the file first, so the second sees what the first did.
create function handover.one_way_at_a_time() returns trigger
  language plpgsql
as $$
begin
  if (tg_table_name = 'sending' and exists (select from handover.departure where file_id = new.file_id and state = 'sent'))
    or (tg_table_name = 'departure' and exists (select from handover.sending where file_id = new.file_id and state = 'sent')) then
    raise unique_violation using constraint = 'sending_one_on_its_way', message = 'the file is on its way already';
  end if;
  return new;
end
$$;
comment on function handover.one_way_at_a_time is 'A file is never on its way within this installation and to another one at once';
create trigger one_way before insert on handover.sending for each row execute function handover.one_way_at_a_time();
create trigger one_way before insert on handover.departure for each row execute function handover.one_way_at_a_time();

do $$
declare
  name text;
begin
  foreach name in array array['installation', 'installation_key', 'correspondent', 'correspondent_key', 'served', 'departure', 'arrival', 'arrival_reading'] loop
    execute format('alter table handover.%I enable row level security', name);
    execute format('alter table handover.%I force row level security', name);
    execute format('create policy of_keeper on handover.%I to %I using ((select handover.is_kept()))', name, current_user);
    execute format('grant select, insert on handover.%I to binhyen_files', name);
  end loop;
  -- Nothing of a person: for whoever does something with files.
  foreach name in array array['installation', 'installation_key', 'correspondent', 'correspondent_key', 'served'] loop
    execute format('create policy of_files on handover.%I to binhyen_files using ((select coalesce(current_setting(''cases.purpose'', true), '''') <> ''''))', name);
    execute format('grant update on handover.%I to binhyen_files', name);
  end loop;
  execute format('create policy of_waiting on handover.departure to %I using ((select current_setting(''cases.purpose'', true) = ''waiting'') and state = ''sent'')', current_user);
  execute format('create policy of_waiting on handover.arrival to %I using ((select current_setting(''cases.purpose'', true) = ''waiting'') and state = ''waiting'')', current_user);
  -- An old key is destroyed by a chore, once nothing is left that was sealed to it.
  execute format('create policy of_forgetting on handover.installation_key to %I using ((select current_setting(''cases.purpose'', true) = ''waiting'') and ended_at is not null)', current_user);
end $$;
create policy of_sender on handover.departure to binhyen_files using (from_id = (select cases.open_commune()));
create policy of_receiver on handover.arrival to binhyen_files using (to_id = (select cases.open_commune()));
create policy of_arrival on handover.arrival_reading to binhyen_files using (exists (select from handover.arrival where id = arrival_id));
grant update on handover.departure, handover.arrival to binhyen_files;

-- Owner: cases. The files of persons: a schema of their own, touched by a role of their own (platform/database/sealed-role.ts),
-- with row-level security forced: while no reader, purpose and commune are said, every table is empty.
create schema cases;
comment on schema cases is 'The files of persons: sealed, behind row-level security, for the role binhyen_files only';
grant usage on schema cases to binhyen_files;

-- Whether the piece of work that runs now may see or write a row of this commune.
create function cases.is_open_for(commune uuid) returns boolean
  language sql stable parallel safe
  return commune = nullif(current_setting('cases.commune', true), '')::uuid
    and coalesce(current_setting('cases.reader', true), '') <> ''
    and coalesce(current_setting('cases.purpose', true), '') <> '';

create table cases.index_key (
  one boolean primary key default true constraint index_key_one check (one),
  wrapped bytea not null,
  master_key text not null
);
comment on table cases.index_key is 'The key of the blind index, wrapped with the master key named; without the master key it is chance';

create table cases.person (
  commune_id uuid not null references area_unit,
  id uuid not null,
  wrapped_key bytea,
  master_key text,
  sealed bytea,
  erased_on date,
  demo boolean not null default false,
  version integer not null default 1,
  primary key (commune_id, id),
  constraint person_key_or_erased check ((wrapped_key is null) = (erased_on is not null) and (sealed is null) = (erased_on is not null))
);
comment on table cases.person is 'Who the files are of: identity sealed with a key of the person''s own, which the master key wraps; erased when that key is destroyed';
comment on column cases.person.wrapped_key is 'The key of the person, wrapped with the master key named; null once erased';
comment on column cases.person.sealed is 'Names, birth, papers, addresses, circumstances (JSON), sealed with the key of the person';

create table cases.person_word (
  commune_id uuid not null,
  word bytea not null,
  person_id uuid not null,
  primary key (commune_id, word, person_id),
  constraint person_word_person foreign key (commune_id, person_id) references cases.person on delete cascade
);
comment on table cases.person_word is 'Blind index: each word of a name, each number, the year of birth as a keyed hash';
create index person_word_of_person on cases.person_word (commune_id, person_id);

create table cases.file (
  commune_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  number text not null,
  opened_at timestamptz not null,
  status text,
  status_since date,
  next_due_at timestamptz,
  closed_on date,
  restricted_on date,
  demo boolean not null default false,
  version integer not null default 1,
  primary key (commune_id, id),
  constraint file_number unique (commune_id, number),
  constraint file_person foreign key (commune_id, person_id) references cases.person
);
comment on table cases.file is 'One file of one person. Status and next time limit are what the engine of the law reads from its events, kept for lists';
create index file_of_person on cases.file (commune_id, person_id);
create index file_by_due on cases.file (commune_id, coalesce(next_due_at, 'infinity'), id) where closed_on is null;
create index file_by_number on cases.file (commune_id, opened_at desc, id);

create table cases.event (
  commune_id uuid not null,
  file_id uuid not null,
  id uuid not null,
  folio integer not null,
  kind text not null,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  sealed bytea not null,
  primary key (commune_id, file_id, id),
  constraint event_folio unique (commune_id, file_id, folio),
  constraint event_file foreign key (commune_id, file_id) references cases.file
);
comment on table cases.event is 'What happened, in the words of the law (modules/cases/events): never changed, never deleted; a withdrawal is an event too';
comment on column cases.event.folio is 'The number of the paper in the file (bút lục), from 1 in the order of recording';
comment on column cases.event.sealed is 'Its details (JSON), sealed with the key of the person';

create table cases.opening (
  commune_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  reader_id uuid not null,
  purpose text not null,
  ground text not null,
  opened_at timestamptz not null,
  until timestamptz not null,
  closed_at timestamptz,
  primary key (commune_id, id),
  constraint opening_lasts check (until > opened_at),
  constraint opening_file foreign key (commune_id, file_id) references cases.file
);
comment on table cases.opening is 'Who opened a file, for what purpose and on what ground, until when; without one that is open nothing of a file is read';
create index opening_of_file on cases.opening (commune_id, file_id, opened_at desc);
create index opening_of_reader on cases.opening (commune_id, reader_id, opened_at desc);

-- Every table alike: closed to everybody, open to the role of the files where the commune is the one said. Whoever owns the
-- tables sees them only for a back-up or to change keys, and never writes an event or an opening away.
do $$
declare
  name text;
begin
  foreach name in array array['person', 'person_word', 'file', 'event', 'opening'] loop
    execute format('alter table cases.%I enable row level security', name);
    execute format('alter table cases.%I force row level security', name);
    execute format('create policy of_commune on cases.%I to binhyen_files using (cases.is_open_for(commune_id)) with check (cases.is_open_for(commune_id))', name);
    execute format('create policy of_keeper on cases.%I to %I using (current_setting(''cases.purpose'', true) = ''keep'')', name, current_user);
    execute format('grant select, insert on cases.%I to binhyen_files', name);
  end loop;
end $$;
alter table cases.index_key enable row level security;
alter table cases.index_key force row level security;
create policy of_files on cases.index_key to binhyen_files using (coalesce(current_setting('cases.purpose', true), '') <> '');
do $$ begin execute format('create policy of_keeper on cases.index_key to %I using (current_setting(''cases.purpose'', true) = ''keep'')', current_user); end $$;
grant select, insert on cases.index_key to binhyen_files;
grant update on cases.person, cases.file to binhyen_files;
grant update (closed_at) on cases.opening to binhyen_files;
grant delete on cases.person_word to binhyen_files;

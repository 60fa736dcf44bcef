-- Owner: cases. Lists kept before, brought in; files that may be of one person; merged and unmerged. All of it lies behind the
-- wall of the files. What a list says is sealed with a key of that import alone, which is destroyed when the import is forgotten.
create table cases.import (
  commune_id uuid not null references area_unit,
  id uuid not null,
  started_by uuid not null,
  started_at timestamptz not null,
  state text not null,
  media text not null,
  wrapped_key bytea,
  master_key text,
  sealed_file bytea,
  sealed_plan bytea,
  rows_total integer not null default 0,
  finished_at timestamptz,
  keep_until timestamptz not null,
  version integer not null default 1,
  primary key (commune_id, id),
  constraint import_state check (state in ('draft', 'checked', 'running', 'done', 'cancelled', 'undone')),
  constraint import_media check (media in ('csv', 'xlsx')),
  constraint import_key_or_forgotten check (wrapped_key is not null or (sealed_file is null and sealed_plan is null))
);
comment on table cases.import is 'A list of persons that was kept before, brought in as files. Its content is sealed with a key of its own';
comment on column cases.import.wrapped_key is 'The key of the import, wrapped with the master key named; null once the import is forgotten';
comment on column cases.import.sealed_file is 'The file as it was sent; gone as soon as the last row is in';
comment on column cases.import.sealed_plan is 'Which column says what, the day and the source of the list';
comment on column cases.import.keep_until is 'Then its content and its key are destroyed, and it can no longer be undone';
create index import_by_keeping on cases.import (keep_until) where wrapped_key is not null;

create table cases.import_row (
  commune_id uuid not null,
  import_id uuid not null,
  row integer not null,
  outcome text not null,
  doubted boolean not null default false,
  sealed bytea,
  file_id uuid,
  person_id uuid,
  events integer,
  primary key (commune_id, import_id, row),
  constraint import_row_outcome check (outcome in ('good', 'bare', 'alike', 'refused', 'entered')),
  constraint import_row_entered check ((outcome = 'entered') = (file_id is not null) and (file_id is null) = (person_id is null) and (outcome = 'entered') = (sealed is null)),
  constraint import_row_import foreign key (commune_id, import_id) references cases.import on delete cascade
);
comment on table cases.import_row is 'One row of a list: what was read of it, sealed with the key of the import, until it has become a file';
comment on column cases.import_row.outcome is 'good; bare: without a status, for want of a paper; alike: may be of a person who has a file; refused; entered';
comment on column cases.import_row.doubted is 'Something in it looks mistyped: a warning';
comment on column cases.import_row.events is 'How many events its file began with: more of them, and the import cannot be undone';
create index import_row_of_file on cases.import_row (commune_id, file_id) where file_id is not null;
create index import_row_of_person on cases.import_row (commune_id, person_id) where person_id is not null;

create table cases.import_columns (
  reader_id uuid not null,
  header bytea not null,
  columns jsonb not null,
  primary key (reader_id, header)
);
comment on table cases.import_columns is 'Which column says what, as a reader chose for lists with such a header (a keyed hash)';

create table cases.pair (
  commune_id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  reasons text[] not null,
  found_at timestamptz not null,
  apart_at timestamptz,
  apart_by uuid,
  primary key (commune_id, one_id, other_id),
  constraint pair_order check (one_id < other_id),
  constraint pair_apart check ((apart_at is null) = (apart_by is null)),
  constraint pair_one foreign key (commune_id, one_id) references cases.file on delete cascade,
  constraint pair_other foreign key (commune_id, other_id) references cases.file on delete cascade
);
comment on table cases.pair is 'Two files that may be of one person, and why; once somebody says that they are two, it is remembered';
create index pair_of_other on cases.pair (commune_id, other_id);

create table cases.merge (
  commune_id uuid not null,
  id uuid not null,
  kept_id uuid not null,
  gone_id uuid not null,
  merged_at timestamptz not null,
  merged_by uuid not null,
  last_folio integer not null,
  sealed bytea not null,
  unmerged_at timestamptz,
  unmerged_by uuid,
  primary key (commune_id, id),
  constraint merge_of_two check (kept_id <> gone_id),
  constraint merge_unmerged check ((unmerged_at is null) = (unmerged_by is null)),
  constraint merge_kept foreign key (commune_id, kept_id) references cases.file,
  constraint merge_gone foreign key (commune_id, gone_id) references cases.file
);
comment on table cases.merge is 'Two files that turned out to be of one person: one was kept, the other points to it, until it is unmerged';
comment on column cases.merge.last_folio is 'The last number of a paper in the kept file right after: what comes later was added since';
comment on column cases.merge.sealed is 'The identity before and after (JSON), sealed with the key of the person kept';
create index merge_of_kept on cases.merge (commune_id, kept_id, merged_at desc);
create unique index merge_gone_once on cases.merge (commune_id, gone_id) where unmerged_at is null;
create index merge_of_gone on cases.merge (commune_id, gone_id);

alter table cases.file
  add column merged_into uuid,
  add constraint file_merged_into foreign key (commune_id, merged_into) references cases.file,
  add constraint file_merged_elsewhere check (merged_into <> id);
comment on column cases.file.merged_into is 'The file of the same person that is kept; this one is a pointer and is not opened';
create index file_by_merged_into on cases.file (commune_id, merged_into);

alter table cases.event
  add column from_file_id uuid,
  add column from_folio integer,
  add constraint event_from_file foreign key (commune_id, from_file_id) references cases.file,
  add constraint event_from_both check ((from_file_id is null) = (from_folio is null));
comment on column cases.event.from_file_id is 'The file that was merged into this one, where the event still stands as it was written';
comment on column cases.event.from_folio is 'The number of the paper there';
create index event_from_file on cases.event (commune_id, from_file_id);

create table cases.moved_event (
  commune_id uuid not null,
  from_file_id uuid not null,
  event_id uuid not null,
  to_file_id uuid not null,
  folio integer not null,
  moved_at timestamptz not null,
  primary key (commune_id, from_file_id, event_id),
  constraint moved_event_from foreign key (commune_id, from_file_id) references cases.file,
  constraint moved_event_to foreign key (commune_id, to_file_id, event_id) references cases.event on delete cascade
);
comment on table cases.moved_event is 'Events that went to another file when two were unmerged: they stand there, and may then be taken out here';
comment on column cases.moved_event.folio is 'The number of the paper in the file that it left';
create index moved_event_to on cases.moved_event (commune_id, to_file_id, event_id);

do $$
declare
  name text;
begin
  foreach name in array array['moved_event', 'import', 'import_row', 'pair', 'merge'] loop
    execute format('alter table cases.%I enable row level security', name);
    execute format('alter table cases.%I force row level security', name);
    execute format('create policy of_commune on cases.%I to binhyen_files using (cases.is_open_for(commune_id)) with check (cases.is_open_for(commune_id))', name);
    execute format('create policy of_keeper on cases.%I to %I using (current_setting(''cases.purpose'', true) = ''keep'')', name, current_user);
    execute format('grant select, insert on cases.%I to binhyen_files', name);
  end loop;
  execute format('create policy of_keeper on cases.import_columns to %I using (current_setting(''cases.purpose'', true) = ''keep'')', current_user);
end $$;
alter table cases.import_columns enable row level security;
alter table cases.import_columns force row level security;
create policy of_reader on cases.import_columns to binhyen_files
  using (reader_id = nullif(current_setting('cases.reader', true), '')::uuid and coalesce(current_setting('cases.purpose', true), '') <> '')
  with check (reader_id = nullif(current_setting('cases.reader', true), '')::uuid);
grant select, insert, update on cases.import_columns to binhyen_files;
grant update on cases.import, cases.import_row to binhyen_files;
grant delete on cases.import_row to binhyen_files;
grant update (reasons, apart_at, apart_by) on cases.pair to binhyen_files;
grant update (unmerged_at, unmerged_by) on cases.merge to binhyen_files;

-- A file that points to another is neither opened nor written to, whoever asks.
create policy not_of_pointer on cases.opening as restrictive for insert to binhyen_files
  with check (exists (select 1 from cases.file where file.commune_id = opening.commune_id and file.id = opening.file_id and merged_into is null));
create policy not_of_pointer on cases.event as restrictive for insert to binhyen_files
  with check (exists (select 1 from cases.file where file.commune_id = event.commune_id and file.id = event.file_id and merged_into is null));

-- Two things only are ever taken away, and the database proves each: a file that an import made, with what it began with; and an
-- event that stands in another file, to which it was moved.
create function cases.is_taking_back() returns boolean
  language sql stable parallel safe
  return current_setting('cases.purpose', true) = 'take-back';
create policy of_import on cases.person as restrictive for delete to binhyen_files using (cases.is_taking_back() and exists (
  select 1 from cases.import_row made where made.commune_id = person.commune_id and made.person_id = person.id));
create policy of_import on cases.file as restrictive for delete to binhyen_files using (cases.is_taking_back() and exists (
  select 1 from cases.import_row made where made.commune_id = file.commune_id and made.file_id = file.id));
create policy of_import on cases.opening as restrictive for delete to binhyen_files using (cases.is_taking_back() and exists (
  select 1 from cases.import_row made where made.commune_id = opening.commune_id and made.file_id = opening.file_id));
create policy of_import_or_moved on cases.event as restrictive for delete to binhyen_files using (
  (cases.is_taking_back() and exists (
    select 1 from cases.import_row made where made.commune_id = event.commune_id and made.file_id = event.file_id))
  or exists (
    select 1 from cases.moved_event moved
    where moved.commune_id = event.commune_id and moved.from_file_id = event.file_id and moved.event_id = event.id));
grant delete on cases.person, cases.file, cases.opening, cases.event to binhyen_files;

-- A file that goes to another commune takes along what points to it: of that, too, only the number stays (0035_hand_over.sql).
create function cases.pointers_go_along() returns trigger language plpgsql as $$
begin
  update cases.file set handed_over = new.handed_over, version = version + 1
    where commune_id = new.commune_id and merged_into = new.id and handed_over is null;
  if new.merged_into is null then return null; end if;
  delete from cases.event where commune_id = new.commune_id and file_id = new.id;
  update cases.opening set ground = '' where commune_id = new.commune_id and file_id = new.id;
  delete from cases.opening where commune_id = new.commune_id and file_id = new.id
    and not exists (select from cases.emergency where emergency.commune_id = new.commune_id and emergency.opening_id = opening.id);
  update cases.person set wrapped_key = null, master_key = null, sealed = null, version = version + 1
    where commune_id = new.commune_id and id = new.person_id and not exists (
      select from cases.file where file.commune_id = new.commune_id and file.person_id = new.person_id and file.handed_over is null);
  return null;
end $$;
create trigger pointers_go_along after update of handed_over on cases.file for each row
  when (old.handed_over is null and new.handed_over is not null) execute function cases.pointers_go_along();

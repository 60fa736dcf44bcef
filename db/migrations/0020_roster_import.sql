-- Owner: rosters. What an import changed in what was there before: undoing the import puts it back. An import from the
-- command line has no record of its own, so its id stands here without one.
alter table roster_list add column replaced_by uuid;
comment on column roster_list.replaced_by is 'The newer list that counts instead; undoing its import gives this one back';

create table roster_import_before (
  import_id uuid not null,
  commune_id uuid not null,
  entry_id uuid not null,
  list_id uuid not null,
  number integer,
  name text not null,
  name_key text not null,
  name_bag text not null,
  address text not null,
  headcount smallint,
  birth_year smallint,
  identity_hashes bytea[],
  version integer not null,
  matched boolean not null,
  primary key (import_id, commune_id, entry_id),
  constraint roster_import_before_entry foreign key (commune_id, entry_id) references roster_entry
);
comment on table roster_import_before is 'An entry as it was before an import found it again in a newer list (matched) or ended it as replaced';
create index roster_import_before_of_entry on roster_import_before (commune_id, entry_id);

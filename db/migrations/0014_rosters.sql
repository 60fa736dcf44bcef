-- Owner: rosters. Who is asked to sign: households of hamlets, members of bodies, by group, each list dated and with its source.
-- Every record belongs to one commune of record for ever: commune_id leads each key, is the unit of sync and of distribution.
insert into commitment_group values
  ('hamlets', 'Thôn, tổ dân phố', 'Hamlets and residential groups', 8),
  ('pupils', 'Học sinh', 'Pupils', 9);

create table roster_list (
  commune_id uuid not null references area_unit,
  id uuid not null,
  group_id text not null references commitment_group,
  hamlet_id uuid references area_unit,
  body_id uuid references area_body,
  title text not null,
  as_of date not null,
  source text not null,
  file_id uuid references file,
  import_id uuid,
  replaced_on date,
  undone_on date,
  demo boolean not null default false,
  recorded_at timestamptz not null default now(),
  recorded_by uuid references person,
  version integer not null default 1,
  primary key (commune_id, id),
  constraint roster_list_place check (hamlet_id is null or body_id is null)
);
comment on table roster_list is 'A list of those who are asked to sign, of one group in one hamlet, body or whole commune, as of a day and from a paper';
comment on column roster_list.replaced_on is 'The day from which a newer list of the same place and group counts instead';
create index roster_list_group on roster_list (group_id);
create index roster_list_hamlet on roster_list (hamlet_id);
create index roster_list_body on roster_list (body_id);
create index roster_list_file on roster_list (file_id);
create index roster_list_recorded_by on roster_list (recorded_by);
create index roster_list_import on roster_list (import_id);

create table roster_entry (
  commune_id uuid not null,
  id uuid not null,
  list_id uuid not null,
  group_id text not null,
  hamlet_id uuid,
  body_id uuid,
  place_id uuid not null generated always as (coalesce(hamlet_id, body_id, commune_id)) stored,
  number integer,
  name text not null,
  name_key text not null,
  name_bag text not null,
  address text not null default '',
  headcount smallint constraint roster_entry_headcount check (headcount between 1 and 99),
  birth_year smallint constraint roster_entry_birth_year check (birth_year between 1900 and 2100),
  identity_hashes bytea[],
  since date not null,
  ended_on date,
  ended_reason text constraint roster_entry_ended_reason
    check (ended_reason in ('moved', 'died', 'left', 'error', 'merged', 'replaced', 'undone')),
  merged_into uuid,
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by uuid,
  changed_xid xid8 not null default pg_current_xact_id(),
  primary key (commune_id, id),
  constraint roster_entry_list foreign key (commune_id, list_id) references roster_list,
  constraint roster_entry_ended check ((ended_on is null) = (ended_reason is null)),
  constraint roster_entry_merged check ((merged_into is not null) = (ended_reason is not distinct from 'merged'))
);
comment on table roster_entry is 'One who is asked to sign: a head of household with address and headcount, a member of a body. Minimal on purpose, and never joined to a person file';
comment on column roster_entry.name_key is 'Lower case, without marks: found however it was typed';
comment on column roster_entry.name_bag is 'The words of name_key in alphabetical order: the same for names written in another order';
comment on column roster_entry.identity_hashes is 'Keyed hashes of identity numbers (old 9 digits, new 12), only to propose duplicates; the numbers are not kept';
comment on column roster_entry.changed_xid is 'The transaction of the last change: devices ask for what changed after the one they saw';
create index roster_entry_of_list on roster_entry (commune_id, list_id);
create index roster_entry_of_place on roster_entry (commune_id, place_id, group_id);
create index roster_entry_bag on roster_entry (commune_id, name_bag);

create table roster_count (
  commune_id uuid not null,
  place_id uuid not null,
  group_id text not null,
  on_date date not null,
  hamlet_id uuid,
  body_id uuid,
  entries integer not null,
  primary key (commune_id, place_id, group_id, on_date)
);
comment on table roster_count is 'How the number of entries changed on a day, in the same transaction as the entries: the sum until a day is the counted denominator of that day';

create table roster_declared (
  commune_id uuid not null references area_unit,
  id uuid not null,
  place_id uuid not null,
  hamlet_id uuid references area_unit,
  body_id uuid references area_body,
  group_id text not null references commitment_group,
  as_of date not null,
  value integer not null constraint roster_declared_value check (value >= 0),
  source text not null,
  document_id uuid references document,
  prevails boolean not null default false,
  withdrawn_on date,
  demo boolean not null default false,
  recorded_at timestamptz not null default now(),
  recorded_by uuid references person,
  version integer not null default 1,
  primary key (commune_id, id)
);
comment on table roster_declared is 'A denominator declared with its paper where there is no list yet, or, when it prevails, in place of the counted one';
create index roster_declared_place on roster_declared (commune_id, place_id, group_id, as_of);
create index roster_declared_hamlet on roster_declared (hamlet_id);
create index roster_declared_body on roster_declared (body_id);
create index roster_declared_group on roster_declared (group_id);
create index roster_declared_document on roster_declared (document_id);
create index roster_declared_recorded_by on roster_declared (recorded_by);

create table roster_pulse (
  slot smallint primary key,
  beats bigint not null default 0
);
comment on table roster_pulse is 'Beats whenever a denominator changes, in slots so that communes do not wait for one another; what is kept in memory is asked by the sum';
insert into roster_pulse (slot) select generate_series(0, 15);

create table roster_conflict (
  commune_id uuid not null references area_unit,
  id uuid not null,
  entry_id uuid not null,
  field text not null constraint roster_conflict_field check (field in ('name', 'address', 'headcount', 'number', 'ended')),
  base jsonb,
  here jsonb,
  there jsonb,
  here_at timestamptz not null,
  there_at timestamptz not null,
  device_id uuid,
  person_id uuid not null references person,
  settled_at timestamptz,
  settled_by uuid references person,
  kept text constraint roster_conflict_kept check (kept in ('here', 'there')),
  primary key (commune_id, id),
  constraint roster_conflict_entry foreign key (commune_id, entry_id) references roster_entry,
  constraint roster_conflict_settled check ((settled_at is null) = (kept is null))
);
comment on table roster_conflict is 'One field of one entry said two ways, here at the office and there on a device: both are kept until a person chooses';
create index roster_conflict_of_entry on roster_conflict (commune_id, entry_id);
create index roster_conflict_person on roster_conflict (person_id);
create index roster_conflict_settled_by on roster_conflict (settled_by);

create table roster_pair (
  commune_id uuid not null references area_unit,
  id uuid not null,
  one_id uuid not null,
  other_commune_id uuid not null references area_unit,
  other_id uuid not null,
  reasons text[] not null,
  found_at timestamptz not null default now(),
  decision text constraint roster_pair_decision check (decision in ('merged', 'apart')),
  decided_at timestamptz,
  decided_by uuid references person,
  undone_at timestamptz,
  primary key (commune_id, id),
  constraint roster_pair_once unique (commune_id, one_id, other_commune_id, other_id),
  constraint roster_pair_decided check ((decision is null) = (decided_at is null))
);
comment on table roster_pair is 'Two entries that may be one, with the reasons; proposed by the machine, decided by a person, a merge can be undone';
create index roster_pair_other on roster_pair (other_commune_id, other_id);
create index roster_pair_decided_by on roster_pair (decided_by);

create table roster_import (
  id uuid primary key,
  area_id uuid not null references area_unit,
  started_by uuid not null references person,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  state text not null constraint roster_import_state
    check (state in ('draft', 'waiting', 'running', 'done', 'refused', 'cancelled', 'interrupted', 'failed', 'undone')),
  dry_run boolean not null default true,
  cancel_asked boolean not null default false,
  file_name text not null,
  media text not null constraint roster_import_media check (media in ('csv', 'xlsx')),
  header text[] not null default '{}',
  mapping jsonb not null default '{}',
  rows_done integer not null default 0,
  rows_total integer,
  rows_good integer not null default 0,
  rows_bad integer not null default 0,
  result jsonb not null default '{}',
  version integer not null default 1
);
comment on table roster_import is 'One import of a roster: file, mapping of columns, progress, and what came of it; it can be undone as a whole';
create index roster_import_area on roster_import (area_id, started_at desc);
create index roster_import_started_by on roster_import (started_by);
create index roster_import_open on roster_import (started_at) where state in ('waiting', 'running');

create table roster_import_part (
  import_id uuid not null references roster_import on delete cascade,
  kind text not null constraint roster_import_part_kind check (kind in ('file', 'errors')),
  position integer not null,
  content bytea not null,
  primary key (import_id, kind, position)
);
comment on table roster_import_part is 'The file as it came, and the rows to mend, in pieces so that memory stays flat; dropped when an import is a month old';

create table roster_mapping (
  person_id uuid not null references person,
  header_key text not null,
  mapping jsonb not null,
  used_at timestamptz not null default now(),
  primary key (person_id, header_key)
);
comment on table roster_mapping is 'How a person mapped the columns of such a file the last time';

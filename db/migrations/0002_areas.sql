-- Owner: areas. Territory that changes: units with validity, dated parents, successions, bodies, denominators.
create table area_tree (
  id text primary key,
  name_vi text not null,
  name_en text not null
);
comment on table area_tree is 'Parallel hierarchies of bodies over one territory: government, Party, police, Front and mass organisations';
insert into area_tree values
  ('government', 'Chính quyền', 'Government'),
  ('party', 'Đảng', 'Party'),
  ('police', 'Công an', 'Police'),
  ('front', 'Mặt trận và đoàn thể', 'Fatherland Front and mass organisations');

-- Immutable, unlike the extension unaccent, so that a generated column may use it; capitals are listed because lower()
-- leaves them alone where the database has the locale C. Names come in as composed letters (NFC).
create function area_name_key(name text) returns text language sql immutable parallel safe return
  lower(translate(name,
    'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ' ||
    'ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ',
    'aaaaaaaaaaaaaaaaadeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyy' ||
    'aaaaaaaaaaaaaaaaadeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyy'));

create table area_unit (
  id uuid primary key,
  code text not null,
  name text not null,
  name_key text not null generated always as (area_name_key(name)) stored,
  type text not null,
  level text not null constraint area_unit_level check (level in ('province', 'district', 'commune', 'village')),
  valid_from date not null,
  valid_to date,
  lat double precision,
  lon double precision,
  position_approximate boolean not null default false,
  area_km2 numeric,
  constraint area_unit_order check (valid_to is null or valid_to > valid_from),
  constraint area_unit_overlap exclude using gist (code with =, daterange(valid_from, valid_to) with &&)
    deferrable initially immediate
);
comment on table area_unit is 'An administrative unit between two dates; a code is not an identity, code and validity are';
create index area_unit_code on area_unit (code, valid_from);

create table area_parent (
  unit_id uuid not null references area_unit,
  parent_id uuid not null references area_unit,
  valid_from date not null,
  valid_to date,
  primary key (unit_id, valid_from),
  constraint area_parent_order check (valid_to is null or valid_to > valid_from),
  constraint area_parent_overlap exclude using gist (unit_id with =, daterange(valid_from, valid_to) with &&)
);
comment on table area_parent is 'Which unit a unit belongs to, between two dates';
create index area_parent_parent on area_parent (parent_id);

create table area_coverage (
  ancestor_id uuid not null references area_unit on delete cascade,
  unit_id uuid not null references area_unit on delete cascade,
  primary key (ancestor_id, unit_id)
);
comment on table area_coverage is 'Each unit under itself, every unit it ever belonged to, and every unit that wholly took it over: the reach of a grant';
create index area_coverage_unit on area_coverage (unit_id);

create table area_succession (
  id uuid primary key,
  on_date date not null,
  document text not null,
  kind text not null constraint area_succession_kind
    check (kind in ('rename', 'merge', 'split', 'merge-split', 'move', 'level-removed', 'province-merge', 'code-reuse')),
  from_id uuid not null references area_unit,
  to_id uuid references area_unit,
  share numeric constraint area_succession_share check (share > 0 and share <= 1),
  note text not null default '',
  constraint area_succession_once unique nulls not distinct (on_date, from_id, to_id)
);
comment on table area_succession is 'What became of a unit on a date; share null: unknown, never guessed';
comment on column area_succession.share is 'Part of the older unit that went to the newer one, 0..1; null where it is unknown';
create index area_succession_from on area_succession (from_id);
create index area_succession_to on area_succession (to_id);

create table area_body (
  id uuid primary key,
  area_id uuid not null references area_unit,
  tree text not null default 'government' references area_tree,
  superior_id uuid references area_body,
  kind text not null constraint area_body_kind check (kind in ('agency', 'unit', 'school', 'firm', 'conditional-business', 'cluster', 'organisation', 'other')),
  name text not null,
  address text not null default '',
  members integer constraint area_body_members check (members >= 0),
  valid_from date not null,
  valid_to date,
  demo boolean not null default false,
  version integer not null default 1,
  constraint area_body_order check (valid_to is null or valid_to > valid_from),
  constraint area_body_superior check (superior_id <> id)
);
comment on table area_body is 'Agencies, schools, firms and other bodies that sit in a unit';
comment on column area_body.superior_id is 'The body above it in the same tree: Party committee, police, Front';
create index area_body_area on area_body (area_id, kind);
create index area_body_superior_of on area_body (superior_id);
create index area_body_tree on area_body (tree);

create table area_denominator (
  id uuid primary key,
  area_id uuid not null references area_unit,
  measure text not null,
  as_of date not null,
  value numeric not null constraint area_denominator_positive check (value >= 0),
  source text not null,
  demo boolean not null default false,
  version integer not null default 1,
  constraint area_denominator_once unique (area_id, measure, as_of)
);
comment on table area_denominator is 'Dated figures a share is of: residents, households, members of a group, each with its source';

create table area_boundary (
  unit_id uuid primary key references area_unit on delete cascade,
  geometry jsonb not null,
  source text not null,
  imported_on date not null
);
comment on table area_boundary is 'The simplified boundary of a unit, GeoJSON geometry in WGS84';

create table area_import (
  id uuid primary key,
  started_by uuid not null,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  state text not null constraint area_import_state
    check (state in ('draft', 'waiting', 'running', 'done', 'refused', 'cancelled', 'interrupted', 'failed')),
  dry_run boolean not null,
  cancel_asked boolean not null default false,
  step text not null default 'read' constraint area_import_step check (step in ('read', 'check', 'load')),
  rows_done integer not null default 0,
  rows_total integer,
  result jsonb not null default '{}'
);
comment on table area_import is 'One import of territory through the web, with its progress and its row errors';
create index area_import_open on area_import (started_at) where state in ('waiting', 'running');

create table area_import_file (
  import_id uuid not null references area_import on delete cascade,
  part text not null constraint area_import_file_part check (part in ('units', 'successions')),
  name text not null,
  content bytea not null,
  primary key (import_id, part)
);
comment on table area_import_file is 'The files of an import while it waits or runs; they are dropped when it has ended';

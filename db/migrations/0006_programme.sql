-- Owner: programme. Programme → phase → yearly plan with versions → targets.
create table programme (
  id uuid primary key,
  slug text not null constraint programme_slug unique,
  name_vi text not null,
  name_en text not null,
  area_id uuid not null references area_unit,
  starts_on date not null,
  ends_on date not null,
  opens_on date,
  demo boolean not null default false,
  public boolean not null default false,
  version integer not null default 1,
  constraint programme_order check (ends_on >= starts_on)
);
comment on table programme is 'A drug-free area programme of a territory';
comment on column programme.opens_on is 'The day that the programme shows when opened; null: today. A demo programme also works on that day';
create index programme_area on programme (area_id);
alter table document add constraint document_of_programme foreign key (programme_id) references programme;

create table programme_phase (
  id uuid primary key,
  programme_id uuid not null references programme,
  name_vi text not null,
  name_en text not null,
  starts_on date not null,
  ends_on date not null,
  constraint programme_phase_order check (ends_on >= starts_on)
);
comment on table programme_phase is 'A stretch of a programme, for example launch, conversion, closing';
create index programme_phase_programme on programme_phase (programme_id);

create table plan (
  id uuid primary key,
  programme_id uuid not null references programme,
  phase_id uuid references programme_phase,
  year integer not null,
  title text not null,
  closed_on date,
  version integer not null default 1,
  constraint plan_year unique (programme_id, year)
);
comment on table plan is 'The plan of one year; a closed plan cannot be changed';
create index plan_phase on plan (phase_id);

create table plan_version (
  plan_id uuid not null references plan,
  number integer not null,
  decided_on date not null,
  effective_on date not null,
  document_id uuid references document,
  reason text not null,
  demo boolean not null default false,
  recorded_at timestamptz not null default now(),
  primary key (plan_id, number),
  constraint plan_version_order check (effective_on >= decided_on)
);
comment on table plan_version is 'Version 1 is the plan as issued, every further one an amendment: known from decided_on, in force from effective_on';
create index plan_version_document on plan_version (document_id);

create table commitment_group (
  id text primary key,
  name_vi text not null,
  name_en text not null,
  position integer not null
);
comment on table commitment_group is 'Groups of people and firms of whom 100 % sign a commitment';
insert into commitment_group values
  ('leaders', 'Lãnh đạo xã, thị trấn', 'Leaders of communes and towns', 1),
  ('officials', 'Cán bộ, công chức, viên chức, người lao động', 'Officials, public employees, workers', 2),
  ('party-members', 'Đảng viên', 'Party members', 3),
  ('conditional-businesses', 'Cơ sở, hộ kinh doanh có điều kiện về an ninh trật tự', 'Businesses under security conditions', 4),
  ('household-heads', 'Chủ hộ gia đình', 'Heads of household', 5),
  ('firms', 'Doanh nghiệp, công ty', 'Firms and companies', 6),
  ('cluster-owners', 'Chủ cụm công nghiệp', 'Owners of industrial clusters', 7);

create table target (
  id uuid primary key,
  line_id uuid not null,
  plan_id uuid not null references plan,
  from_version integer not null,
  to_version integer,
  kind text not null constraint target_kind check (kind in ('areas-drug-free', 'area-keep', 'area-convert', 'bodies-standard', 'commitments')),
  area_id uuid not null references area_unit,
  group_id text references commitment_group,
  body_kind text,
  title_vi text not null,
  title_en text not null,
  baseline numeric,
  value numeric not null,
  unit text not null constraint target_unit check (unit in ('count', 'share')),
  due_on date not null,
  constraint target_versions check (to_version is null or to_version >= from_version),
  constraint target_once unique (plan_id, line_id, from_version),
  constraint target_positive check (value > 0 and (unit = 'count' or value <= 1)),
  constraint target_group_named check ((kind = 'commitments') = (group_id is not null))
);
comment on table target is 'One line of a plan in a range of versions; the same line_id over versions shows what changed';
create index target_plan on target (plan_id);
create index target_line on target (line_id);
create index target_area on target (area_id);
create index target_group on target (group_id);

create table body_standard (
  body_id uuid not null references area_body,
  year integer not null,
  met boolean not null,
  decided_on date not null,
  document_id uuid references document,
  demo boolean not null default false,
  recorded_at timestamptz not null default now(),
  recorded_by uuid references person,
  primary key (body_id, year, decided_on)
);
comment on table body_standard is 'Whether an agency, unit or school met the standard of a year; a later decision of the same year counts from its own day';
create index body_standard_recorded_by on body_standard (recorded_by);
create index body_standard_document on body_standard (document_id);

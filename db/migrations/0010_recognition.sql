-- Owner: recognition. The register of decisions; status and progress follow from decisions alone.
create table recognition_decision (
  id uuid primary key,
  area_id uuid not null references area_unit,
  outcome text not null constraint recognition_outcome check (outcome in ('recognised', 'kept', 'lost', 'reappraise')),
  number text not null,
  decided_on date not null,
  effective_on date not null,
  valid_to date,
  issuer text not null,
  criteria_version text not null,
  reason text not null default '',
  file_id uuid references file,
  cancelled_by uuid references recognition_decision,
  public boolean not null default false,
  demo boolean not null default false,
  recorded_at timestamptz not null default now(),
  recorded_by uuid references person,
  version integer not null default 1,
  constraint recognition_validity check (valid_to is null or valid_to > effective_on)
);
comment on table recognition_decision is 'A decision that a unit is drug-free, keeps, loses, or is to be re-appraised; demo rows are demonstration data, never published as fact';
create index recognition_decision_area on recognition_decision (area_id, effective_on);
create index recognition_decision_file on recognition_decision (file_id);
create index recognition_decision_cancelled on recognition_decision (cancelled_by);
create index recognition_decision_recorded_by on recognition_decision (recorded_by);

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
  source text not null default '',
  file_id uuid references file,
  public boolean not null default false,
  demo boolean not null default false,
  replaces_id uuid references recognition_decision,
  cancelled_on date,
  cancelled_reason text not null default '',
  cancelled_by uuid references person,
  recorded_at timestamptz not null default now(),
  recorded_by uuid references person,
  version integer not null default 1,
  constraint recognition_validity check (valid_to is null or valid_to > effective_on),
  constraint recognition_effect check (effective_on >= decided_on),
  constraint recognition_source check (number <> '' or source <> ''),
  constraint recognition_cancelled check ((cancelled_on is null) = (cancelled_reason = '')),
  constraint recognition_demo check (not (demo and public))
);
comment on table recognition_decision is 'A decision that a unit is drug-free, keeps, loses, or is to be re-appraised; demo rows are demonstration data, never published as fact';
comment on column recognition_decision.number is 'Empty where the number is not known; then source says which paper states the decision';
comment on column recognition_decision.valid_to is 'The first day on which the recognition no longer holds; null: no end was set';
comment on column recognition_decision.replaces_id is 'The entry that this one corrects; that one is cancelled on the same day and stays on the record';
create index recognition_decision_area on recognition_decision (area_id, effective_on);
create index recognition_decision_recent on recognition_decision (decided_on desc, id desc);
create index recognition_decision_file on recognition_decision (file_id);
create index recognition_decision_replaces on recognition_decision (replaces_id);
create index recognition_decision_cancelled_by on recognition_decision (cancelled_by);
create index recognition_decision_recorded_by on recognition_decision (recorded_by);
create unique index recognition_once on recognition_decision (area_id, issuer, number, decided_on)
  where cancelled_on is null and number <> '';

-- Statuses are worked out in memory and kept until one of these marks moves: asking for a mark costs a millisecond,
-- reading a country of decisions does not. A mark is random, so one that was rolled back can never come again.
create table recognition_mark (
  source text primary key,
  mark uuid not null default gen_random_uuid()
);
comment on table recognition_mark is 'Moves whenever the decisions, the territory or the targets change; what is kept in memory is asked by it';
insert into recognition_mark (source) values ('decisions'), ('territory'), ('targets');

create function recognition_mark_moves() returns trigger language plpgsql as $$
declare
  noted text := 'binhyen.mark_' || tg_argv[0];
  transaction_id text := pg_current_xact_id()::text;
begin
  -- Once a transaction is enough: a long import would otherwise rewrite the same row for each statement.
  if current_setting(noted, true) is distinct from transaction_id then
    update recognition_mark set mark = gen_random_uuid() where source = tg_argv[0];
    perform set_config(noted, transaction_id, true);
  end if;
  return null;
end $$;
create trigger recognition_decision_marks after insert or update or delete or truncate on recognition_decision
  for each statement execute function recognition_mark_moves('decisions');
create trigger area_unit_marks after insert or update or delete or truncate on area_unit
  for each statement execute function recognition_mark_moves('territory');
create trigger area_parent_marks after insert or update or delete or truncate on area_parent
  for each statement execute function recognition_mark_moves('territory');
create trigger area_succession_marks after insert or update or delete or truncate on area_succession
  for each statement execute function recognition_mark_moves('territory');
create trigger plan_marks after insert or update or delete or truncate on plan
  for each statement execute function recognition_mark_moves('targets');
create trigger plan_version_marks after insert or update or delete or truncate on plan_version
  for each statement execute function recognition_mark_moves('targets');
create trigger target_marks after insert or update or delete or truncate on target
  for each statement execute function recognition_mark_moves('targets');

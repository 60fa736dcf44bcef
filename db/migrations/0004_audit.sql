-- Owner: audit. Written by the one door inside the transaction of the change; sealed into a hash chain in the background.
create table audit_entry (
  id uuid primary key,
  at timestamptz not null,
  person_id uuid not null,
  acting_for_id uuid,
  operation text not null,
  subject text not null,
  area_id uuid,
  command_id uuid,
  before jsonb,
  after jsonb,
  position bigint constraint audit_entry_position unique,
  previous_hash bytea,
  hash bytea,
  constraint audit_entry_sealed check (
    (position is null) = (hash is null) and (position is null) = (previous_hash is null))
);
comment on table audit_entry is 'Who, acting for whom, what, where, before and after; position and hash are set when the entry is sealed';
comment on column audit_entry.hash is 'SHA-256 of previous_hash and the canonical JSON of the entry with its position';
create index audit_entry_unsealed on audit_entry (at, id) where position is null;
-- One index for each way in, each giving the order of the list, so that a page costs the same among ten and among 10⁸.
-- All ascending: they are read backwards with one comparison of the whole row, which leaves the planner no other choice.
create index audit_entry_at on audit_entry (at, id);
create index audit_entry_person on audit_entry (person_id, at, id);
create index audit_entry_subject on audit_entry (subject, at, id);
create index audit_entry_area on audit_entry (area_id, at, id);
create index audit_entry_operation on audit_entry (operation, at, id);

create table audit_head (
  day date primary key,
  position bigint not null,
  hash bytea not null,
  previous_day date,
  signature bytea not null,
  public_key text not null,
  signed_at timestamptz not null
);
comment on table audit_head is 'The signed head of the chain on each day, signed again with every sealing until the day is over';

create table audit_check (
  id uuid primary key,
  asked_by uuid not null,
  asked_at timestamptz not null,
  started_at timestamptz,
  seen_at timestamptz,
  finished_at timestamptz,
  checked_until bigint not null default 0,
  total bigint,
  result jsonb
);
comment on table audit_check is 'A check of the whole chain asked for on the screen, run in the background';
create index audit_check_waiting on audit_check (asked_at) where finished_at is null;
create index audit_check_finished on audit_check (finished_at desc);

-- Owner: audit. An entry waits for its seal in a table of its own with one index, and is moved into the chain when it gets it, a batch at a time:
-- so it is written once into the indexes of the list, and not within the wait of whoever changed something.
create table audit_unsealed (
  id uuid primary key,
  at timestamptz not null,
  person_id uuid not null,
  acting_for_id uuid,
  operation text not null,
  subject text not null,
  area_id uuid,
  command_id uuid,
  before jsonb,
  after jsonb
) with (
  -- It is filled and emptied all day: tidied up at each turn, however long it once was, and without pauses.
  autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0,
  autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 1000);
comment on table audit_unsealed is 'Entries of the audit that wait for their seal, which comes within seconds: the one door writes them here';

insert into audit_unsealed
  select id, at, person_id, acting_for_id, operation, subject, area_id, command_id, before, after from audit_entry where position is null;
delete from audit_entry where position is null;

drop index audit_entry_unsealed;
alter table audit_entry rename to audit_sealed;
-- One walk through the table, without writing it anew.
alter table audit_sealed drop constraint audit_entry_sealed,
  alter position set not null, alter previous_hash set not null, alter hash set not null;
alter table audit_sealed rename constraint audit_entry_pkey to audit_sealed_pkey;
alter table audit_sealed rename constraint audit_entry_position to audit_sealed_position;
alter index audit_entry_at rename to audit_sealed_at;
alter index audit_entry_person rename to audit_sealed_person;
alter index audit_entry_subject rename to audit_sealed_subject;
alter index audit_entry_area rename to audit_sealed_area;
alter index audit_entry_operation rename to audit_sealed_operation;
comment on table audit_sealed is 'Who, acting for whom, what, where, before and after, each entry sealed at its position in the chain';

create view audit_entry as
  select id, at, person_id, acting_for_id, operation, subject, area_id, command_id, before, after, position, previous_hash, hash
  from audit_sealed
  union all
  select id, at, person_id, acting_for_id, operation, subject, area_id, command_id, before, after, null::bigint, null::bytea, null::bytea
  from audit_unsealed;
comment on view audit_entry is 'Every entry of the audit once, sealed or not yet';
comment on column audit_entry.position is 'Null until the entry is sealed, and so are the two hashes';

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
  hash bytea
);
comment on table audit_entry is 'Who, acting for whom, what, where, before and after; position and hash are set when the entry is sealed';
create index audit_entry_unsealed on audit_entry (at, id) where position is null;
create index audit_entry_at on audit_entry (at desc);
create index audit_entry_person on audit_entry (person_id, at desc);
create index audit_entry_subject on audit_entry (subject, at desc);
create index audit_entry_area on audit_entry (area_id, at desc);

create table audit_head (
  day date primary key,
  position bigint not null,
  hash bytea not null,
  signature bytea not null,
  public_key text not null,
  signed_at timestamptz not null
);
comment on table audit_head is 'The signed head of the chain at the end of each day';

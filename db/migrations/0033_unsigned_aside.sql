-- Owner: commitments. Two entries that were merged may be two again: until then, what somebody had noted of the one that stays is kept apart.
create table commitment_unsigned_aside (
  commune_id uuid not null,
  drive_id uuid not null references commitment_drive,
  entry_id uuid not null,
  reason text not null constraint commitment_unsigned_aside_reason check (reason in ('absent', 'moved', 'declined', 'other')),
  visit_again_on date,
  noted_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (commune_id, drive_id, entry_id),
  constraint commitment_unsigned_aside_entry foreign key (commune_id, entry_id) references roster_entry
);
comment on table commitment_unsigned_aside is 'A reason that a merge took, since the other entry had signed: comes back when the merge is undone, goes with the drive like any reason, and is never shown';
create index commitment_unsigned_aside_drive on commitment_unsigned_aside (drive_id);
create index commitment_unsigned_aside_of_entry on commitment_unsigned_aside (commune_id, entry_id);

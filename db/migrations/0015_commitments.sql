-- Owner: commitments. Drives, texts, promises with their ink, tallies kept in the same transaction, what waits for a decision.
create table commitment_drive (
  id uuid primary key,
  programme_id uuid references programme,
  area_id uuid not null references area_unit,
  name_vi text not null,
  name_en text not null,
  recurs text not null constraint commitment_drive_recurs check (recurs in ('once', 'yearly')),
  year integer not null,
  opens_on date not null,
  closes_on date not null,
  renews_id uuid references commitment_drive,
  published_on date,
  closed_on date,
  public boolean not null default false,
  demo boolean not null default false,
  recorded_at timestamptz not null default now(),
  recorded_by uuid references person,
  version integer not null default 1,
  constraint commitment_drive_order check (closes_on >= opens_on),
  constraint commitment_drive_closed check (closed_on is null or published_on is not null)
);
comment on table commitment_drive is 'A drive to sign commitments in a territory between two days; draft until published, closed early or by its last day';
create index commitment_drive_area on commitment_drive (area_id);
create index commitment_drive_programme on commitment_drive (programme_id);
create index commitment_drive_renews on commitment_drive (renews_id);
create index commitment_drive_recorded_by on commitment_drive (recorded_by);

create table commitment_drive_group (
  drive_id uuid not null references commitment_drive,
  group_id text not null references commitment_group,
  counterpart text not null constraint commitment_counterpart
    check (counterpart in ('province', 'district', 'commune', 'police', 'body', 'hamlet')),
  ways text[] not null constraint commitment_ways check (ways <@ array['ink', 'paper', 'phone-ink', 'phone-code', 'meeting']),
  countersign boolean not null default false,
  primary key (drive_id, group_id)
);
comment on table commitment_drive_group is 'Which group signs in a drive, with whom, in which ways, and whether the counterpart signs too';
create index commitment_drive_group_group on commitment_drive_group (group_id);

create table commitment_text (
  drive_id uuid not null,
  group_id text not null,
  number integer not null,
  effective_on date not null,
  title text not null,
  opening text not null,
  promises text[] not null,
  closing text not null default '',
  recorded_at timestamptz not null default now(),
  recorded_by uuid references person,
  primary key (drive_id, group_id, number),
  constraint commitment_text_of_group foreign key (drive_id, group_id) references commitment_drive_group
);
comment on table commitment_text is 'The words that a group signs, in versions: a promise names the one that was signed';
create index commitment_text_recorded_by on commitment_text (recorded_by);

create table commitment_promise (
  commune_id uuid not null,
  id uuid not null,
  drive_id uuid not null,
  entry_id uuid not null,
  group_id text not null,
  text_number integer not null,
  place_id uuid not null,
  way text not null constraint commitment_promise_way check (way in ('ink', 'paper', 'phone-ink', 'phone-code', 'meeting')),
  signed_on date not null,
  signed_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  device_id uuid,
  witness text,
  meeting_id uuid,
  file_id uuid,
  code text not null,
  countersigned_on date,
  countersigned_by uuid,
  void_number integer not null default 0,
  voided_on date,
  voided_reason text,
  voided_by uuid,
  changed_xid xid8 not null default pg_current_xact_id(),
  primary key (commune_id, id),
  constraint commitment_promise_entry foreign key (commune_id, entry_id) references roster_entry,
  constraint commitment_promise_once unique (entry_id, commune_id, drive_id, void_number),
  constraint commitment_promise_void check ((void_number = 0) = (voided_on is null))
);
comment on table commitment_promise is 'A signed promise. One entry signs once in a drive (void_number 0); a voided one keeps its row with a number of its own';
comment on column commitment_promise.drive_id is 'Held to an existing drive by the tally of the same transaction; a reference here would lock the one row of the drive for every signature';
comment on column commitment_promise.code is 'What the public check /v/CODE asks for; follows from the id, so a phone can show it without a network';
create index commitment_promise_place on commitment_promise (commune_id, place_id, drive_id);
create index commitment_promise_code on commitment_promise (code);

create table commitment_ink (
  commune_id uuid not null,
  promise_id uuid not null,
  ink bytea not null,
  shape bytea not null,
  primary key (commune_id, promise_id)
);
comment on table commitment_ink is 'The strokes of a signature, and the hash of their shape, by which the same ink twice is noticed';

create table commitment_tally (
  commune_id uuid not null,
  drive_id uuid not null references commitment_drive,
  group_id text not null,
  place_id uuid not null,
  signed_on date not null,
  signed integer not null,
  primary key (commune_id, drive_id, group_id, place_id, signed_on)
);
comment on table commitment_tally is 'Signed promises by place, group and day, kept in the transaction of the promise: a view reads a few rows however many promises there are';
create index commitment_tally_drive on commitment_tally (drive_id, commune_id);

create table commitment_pulse (
  drive_id uuid not null references commitment_drive,
  slot smallint not null,
  beats bigint not null,
  primary key (drive_id, slot)
);
comment on table commitment_pulse is 'Beats with every change of the tallies of a drive, in slots so that writers do not wait for one another';

create table commitment_unsigned (
  commune_id uuid not null,
  drive_id uuid not null references commitment_drive,
  entry_id uuid not null,
  reason text not null constraint commitment_unsigned_reason check (reason in ('absent', 'moved', 'declined', 'other')),
  visit_again_on date,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  version integer not null default 1,
  changed_xid xid8 not null default pg_current_xact_id(),
  primary key (commune_id, drive_id, entry_id),
  constraint commitment_unsigned_entry foreign key (commune_id, entry_id) references roster_entry
);
comment on table commitment_unsigned is 'Why one has not signed yet, so that somebody comes again; goes when signed or when the drive ends, and is never grounds for suspicion';
create index commitment_unsigned_drive on commitment_unsigned (drive_id);
create index commitment_unsigned_of_entry on commitment_unsigned (commune_id, entry_id);

create table commitment_held (
  commune_id uuid not null references area_unit,
  id uuid not null,
  drive_id uuid not null references commitment_drive,
  entry_id uuid not null,
  hamlet_id uuid,
  reason text not null,
  signature jsonb not null,
  ink bytea,
  person_id uuid references person,
  device_id uuid,
  held_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by uuid references person,
  decision text constraint commitment_held_decision check (decision in ('accepted', 'refused')),
  note text not null default '',
  primary key (commune_id, id),
  constraint commitment_held_decided check ((decision is null) = (decided_at is null))
);
comment on table commitment_held is 'Signatures that came but could not simply count (the drive was closed, a paper was there first, the hamlet was merged): kept until a person decides';
create index commitment_held_drive on commitment_held (drive_id);
create index commitment_held_waiting on commitment_held (commune_id, hamlet_id) where decision is null;
create index commitment_held_person on commitment_held (person_id);
create index commitment_held_decided_by on commitment_held (decided_by);

create table commitment_breach (
  commune_id uuid not null references area_unit,
  id uuid not null,
  promise_id uuid not null,
  body_id uuid not null references area_body,
  happened_on date not null,
  what text not null,
  file_id uuid references file,
  recorded_at timestamptz not null default now(),
  recorded_by uuid references person,
  follow_up text not null default '',
  follow_up_by date,
  settled_on date,
  settled_how text,
  demo boolean not null default false,
  version integer not null default 1,
  primary key (commune_id, id),
  constraint commitment_breach_promise foreign key (commune_id, promise_id) references commitment_promise,
  constraint commitment_breach_settled check ((settled_on is null) = (settled_how is null))
);
comment on table commitment_breach is 'A promise that a body did not keep (never a person), and what was done about it';
create index commitment_breach_of_promise on commitment_breach (commune_id, promise_id);
create index commitment_breach_body on commitment_breach (body_id);
create index commitment_breach_file on commitment_breach (file_id);
create index commitment_breach_recorded_by on commitment_breach (recorded_by);

-- Owner: field. Phones that work without a network: whose they are, what they hold, what came from them and waits.
create table field_device (
  id uuid primary key,
  person_id uuid not null references person,
  name text not null,
  secret bytea not null constraint field_device_secret check (octet_length(secret) = 32),
  enrolled_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  waiting integer not null default 0 constraint field_device_waiting check (waiting >= 0),
  wipe_ordered_at timestamptz,
  wipe_ordered_by uuid references person,
  wipe_told_at timestamptz,
  withdrawn_at timestamptz,
  constraint field_device_told check (wipe_told_at is null or wipe_ordered_at is not null)
);
comment on table field_device is 'A phone or tablet of one person; its copies expire when it has not been seen for seven days, and can be wiped from the office';
comment on column field_device.secret is 'Minted on the device; signs its sealed bundles, so that a carried one is known without a session';
comment on column field_device.waiting is 'How many commands the device said it had not sent, when it was last seen';
create index field_device_person on field_device (person_id);
create index field_device_wipe_ordered_by on field_device (wipe_ordered_by);

create table field_copy (
  device_id uuid not null references field_device,
  place_id uuid not null references area_unit,
  pulled_at timestamptz not null default now(),
  primary key (device_id, place_id)
);
comment on table field_copy is 'Which hamlets a device holds a copy of';
create index field_copy_place on field_copy (place_id);

create table field_kept (
  commune_id uuid not null references area_unit,
  id uuid not null,
  hamlet_id uuid references area_unit,
  device_id uuid not null references field_device,
  person_id uuid not null references person,
  reason text not null constraint field_kept_reason check (reason in ('device_wiped', 'device_withdrawn', 'hamlet_merged')),
  input jsonb not null,
  kept_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by uuid references person,
  decision text constraint field_kept_decision check (decision in ('accepted', 'refused')),
  note text not null default '',
  primary key (commune_id, id),
  constraint field_kept_decided check ((decision is null) = (decided_at is null))
);
comment on table field_kept is 'Signatures that came from a wiped or withdrawn device, or for a hamlet merged since: kept until a person decides, so that nothing signed is lost';
create index field_kept_waiting on field_kept (commune_id, hamlet_id) where decision is null;
create index field_kept_hamlet on field_kept (hamlet_id);
create index field_kept_device on field_kept (device_id);
create index field_kept_person on field_kept (person_id);
create index field_kept_decided_by on field_kept (decided_by);

create table field_key (
  id uuid primary key,
  public bytea not null,
  private bytea not null,
  made_at timestamptz not null default now()
);
comment on table field_key is 'The pair of keys that bundles are sealed to (P-256): devices know the public half, the newest pair is given out';

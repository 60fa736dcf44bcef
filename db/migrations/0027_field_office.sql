-- Owner: field. Why a phone was ordered to be wiped; copies of bodies beside those of hamlets; what was
-- said of an entry in two ways, until a person chooses.
alter table field_device add column wipe_reason text not null default '';
comment on column field_device.wipe_reason is 'What the office wrote when it ordered the wipe: lost, stolen, given to somebody else';

alter table field_copy drop constraint field_copy_place_id_fkey;
alter table field_copy add column unit_id uuid references area_unit;
alter table field_copy add column body_id uuid references area_body;
update field_copy set unit_id = place_id;
alter table field_copy alter column unit_id set not null;
alter table field_copy add constraint field_copy_of check (place_id = coalesce(body_id, unit_id));
comment on table field_copy is 'Which hamlets, communes or bodies a device holds a copy of';
comment on column field_copy.unit_id is 'Where the reach of a person is asked: the place itself, or the commune that the roster of a body is on record in';
create index field_copy_unit on field_copy (unit_id);
create index field_copy_body on field_copy (body_id);

create table field_conflict (
  commune_id uuid not null references area_unit,
  id uuid not null,
  entry_id uuid not null,
  field text not null constraint field_conflict_field check (field in ('name', 'address', 'headcount', 'number', 'ended')),
  base jsonb not null,
  said jsonb not null,
  said_at timestamptz not null,
  device_id uuid references field_device,
  person_id uuid not null references person,
  reason text not null constraint field_conflict_reason check (reason in ('changed_elsewhere', 'office_decides')),
  settled_at timestamptz,
  settled_by uuid references person,
  outcome text constraint field_conflict_outcome check (outcome in ('taken', 'dropped', 'replaced', 'agreed')),
  primary key (commune_id, id),
  constraint field_conflict_entry foreign key (commune_id, entry_id) references roster_entry,
  constraint field_conflict_settled check ((settled_at is null) = (outcome is null))
);
comment on table field_conflict is 'One fact of one entry that was said otherwise than it stands on record: kept beside it until a person chooses, so that nothing said is lost';
comment on column field_conflict.base is 'What whoever said it had seen before';
create unique index field_conflict_open on field_conflict (commune_id, entry_id, field, said) where settled_at is null;
create index field_conflict_of_entry on field_conflict (commune_id, entry_id);
create index field_conflict_device on field_conflict (device_id);
create index field_conflict_person on field_conflict (person_id);
create index field_conflict_settled_by on field_conflict (settled_by);

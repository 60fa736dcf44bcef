-- Owner: field. Why a phone was ordered to be wiped; copies of bodies beside those of hamlets; conflicts that are open, found quickly.
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

create index roster_conflict_open on roster_conflict (commune_id, entry_id, field) where settled_at is null;

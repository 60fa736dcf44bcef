-- Owner: field. A phone whose browser threw its store away begins anew, and says which device it was before.
alter table field_device add column replaces_id uuid references field_device;
comment on column field_device.replaces_id is 'The device that this phone was before its browser threw the store away; what waited there is lost and has to be signed again';
create unique index field_device_replaces on field_device (replaces_id);

-- Owner: field. That a phone was told to empty itself proves nothing: it says so itself, by its secret, once it has.
alter table field_device drop constraint field_device_told;
alter table field_device drop column wipe_told_at;
alter table field_device add column wiped_at timestamptz;
comment on column field_device.wiped_at is 'When the phone said, by its secret, that it had emptied itself; also after the order was taken back meanwhile';

-- Owner: field. What a wiped or withdrawn phone had set right waits for the office, beside what was said in two ways.
alter table field_conflict drop constraint field_conflict_reason;
alter table field_conflict add constraint field_conflict_reason
  check (reason in ('changed_elsewhere', 'office_decides', 'device_wiped', 'device_withdrawn'));

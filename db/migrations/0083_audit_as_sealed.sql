-- Owner: audit. What was before and after is kept as the text that its seal covers: canonical JSON, not taken apart. The check of
-- the chain then hashes what the database sends. Entries of older versions keep the order of keys that the database gave them:
-- they are put in order when they are checked, which takes longer than to hash them, but not so long as to do it here.
drop view audit_entry;
alter table audit_sealed alter before type json using before::text::json, alter after type json using after::text::json;
alter table audit_unsealed alter before type json using before::text::json, alter after type json using after::text::json;
comment on column audit_sealed.before is 'JSON as it was sealed: canonical, keys in order and no spaces';
comment on column audit_sealed.after is 'JSON as it was sealed: canonical, keys in order and no spaces';

create view audit_entry as
  select id, at, person_id, acting_for_id, operation, subject, area_id, command_id, before, after, position, previous_hash, hash
  from audit_sealed
  union all
  select id, at, person_id, acting_for_id, operation, subject, area_id, command_id, before, after, null::bigint, null::bytea, null::bytea
  from audit_unsealed;
comment on view audit_entry is 'Every entry of the audit once, sealed or not yet';
comment on column audit_entry.position is 'Null until the entry is sealed, and so are the two hashes';

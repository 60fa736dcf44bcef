-- Owner: commitments. Who countersigns follows from the counterpart of the group, under a right of its own. Roles that decide keep
-- what they could do; the heads of hamlets and bodies begin to. Roles that an administrator made are treated alike.
insert into role_permission (role_id, permission)
  select distinct role_id, 'commitments.countersign' from role_permission
  where permission in ('commitments.decide', 'commitments.own-body') or (role_id = 'hamlet-head' and permission = 'commitments.sign')
  on conflict do nothing;

-- Who signs on a phone of their own with a code types their name. It stood as a witness, who is somebody else.
alter table commitment_promise add column typed_name text,
  add constraint commitment_promise_typed check (typed_name is null or way = 'phone-code');
comment on column commitment_promise.typed_name is 'The name that was typed for a signature, with a code; never that of a witness';
update commitment_promise set typed_name = witness, witness = null where way = 'phone-code' and witness is not null;
update commitment_held set signature = signature || jsonb_build_object('typedName', signature ->> 'witness', 'witness', '')
  where signature ->> 'way' = 'phone-code' and signature ->> 'witness' <> '';

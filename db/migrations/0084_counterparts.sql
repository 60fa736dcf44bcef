-- Owner: commitments. Who countersigns follows from the counterpart of the group, under a right of its own. Roles that decide keep
-- what they could do; the heads of hamlets and bodies begin to. Roles that an administrator made are treated alike.
insert into role_permission (role_id, permission)
  select distinct role_id, 'commitments.countersign' from role_permission
  where permission in ('commitments.decide', 'commitments.own-body') or (role_id = 'hamlet-head' and permission = 'commitments.sign')
  on conflict do nothing;

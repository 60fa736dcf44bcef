-- Owner: access. People, posts with dated holders, roles as data, grants, delegations. Sign-in tables live in the schema auth.
create table person (
  id uuid primary key,
  name text not null,
  email text not null constraint person_email unique,
  language text not null default 'vi' constraint person_language check (language in ('vi', 'en')),
  demo boolean not null default false,
  disabled_on date,
  version integer not null default 1
);
comment on table person is 'Somebody who works with the programme (never a person in a file)';

create table post (
  id uuid primary key,
  area_id uuid not null references area_unit,
  body_id uuid references area_body,
  title_vi text not null,
  title_en text not null,
  kind text not null,
  reports_to_id uuid references post,
  version integer not null default 1
);
comment on table post is 'A chức danh: the accountable head is a post, not a user name; reports_to_id is the line that escalation follows';
create index post_area on post (area_id);
create index post_reports_to on post (reports_to_id);
create index post_body on post (body_id);

create table post_holder (
  post_id uuid not null references post,
  person_id uuid not null references person,
  valid_from date not null,
  valid_to date,
  document text not null default '',
  primary key (post_id, person_id, valid_from),
  constraint post_holder_order check (valid_to is null or valid_to > valid_from),
  constraint post_holder_overlap exclude using gist (post_id with =, daterange(valid_from, valid_to) with &&)
);
comment on table post_holder is 'Who holds a post between two dates';
create index post_holder_person on post_holder (person_id);

create table role (
  id text primary key,
  name_vi text not null,
  name_en text not null,
  purpose_vi text not null default '',
  purpose_en text not null default ''
);
comment on table role is 'A named set of permissions, as data';
create table role_permission (
  role_id text not null references role on delete cascade,
  permission text not null,
  primary key (role_id, permission)
);
comment on table role_permission is 'The permissions of a role';

create table access_grant (
  id uuid primary key,
  person_id uuid not null references person,
  role_id text not null references role,
  area_id uuid references area_unit,
  valid_from date not null,
  valid_to date,
  granted_by uuid references person,
  reason text not null,
  revoked_on date,
  constraint access_grant_order check (valid_to is null or valid_to > valid_from)
);
comment on table access_grant is 'Person, role, area (null: everywhere), dates; a revoked grant stays on the record';
create index access_grant_person on access_grant (person_id);
create index access_grant_role on access_grant (role_id);
create index access_grant_area on access_grant (area_id);

create table delegation (
  id uuid primary key,
  from_person_id uuid not null references person,
  to_person_id uuid not null references person,
  post_id uuid references post,
  role_id text references role,
  valid_from date not null,
  valid_to date not null,
  reason text not null,
  revoked_on date,
  constraint delegation_order check (valid_to > valid_from),
  constraint delegation_other check (from_person_id <> to_person_id)
);
comment on table delegation is 'Rights lent for a time: role_id null lends all own rights; post_id names an acting head';
create index delegation_to on delegation (to_person_id);
create index delegation_from on delegation (from_person_id);
create index delegation_post on delegation (post_id);
create index delegation_role on delegation (role_id);

-- Owner: access. Sign-in: the tables of the sign-in library in a schema of their own, one-time links, attempts.
alter table person add constraint person_email_lower check (email = lower(email));
alter table person add constraint person_id_email unique (id, email);
alter table role add column version integer not null default 1;
alter table access_grant add column revoked_by uuid references person;
create index access_grant_revoked_by on access_grant (revoked_by);
create index access_grant_granted_by on access_grant (granted_by);

create schema auth;

create table auth."user" (
  id uuid primary key,
  name text not null,
  email text not null constraint user_email unique,
  email_verified boolean not null default true,
  image text,
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint user_is_person foreign key (id, email) references person (id, email) on update cascade
);
comment on table auth."user" is 'A person who may sign in; id and address are those of the person and cannot drift from them';

create table auth.session (
  id uuid primary key,
  user_id uuid not null references auth."user" on delete cascade,
  token text not null constraint session_token unique,
  expires_at timestamptz not null,
  last_seen_at timestamptz not null default now(),
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table auth.session is 'A device that is signed in; expires_at is the absolute end, last_seen_at serves the idle one';
create index session_of_user on auth.session (user_id);
create index session_expires on auth.session (expires_at);

create table auth.account (
  id uuid primary key,
  user_id uuid not null references auth."user" on delete cascade,
  provider_id text not null,
  account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint account_once unique (provider_id, account_id)
);
comment on table auth.account is 'How a person proves who they are: the argon2id hash of a password, or the subject at the organisation; its tokens are not kept';
create index account_user on auth.account (user_id);

create table auth.verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table auth.verification is 'Challenges under way: second factor, passkey, organisation';
create index verification_identifier on auth.verification (identifier);
create index verification_expires on auth.verification (expires_at);

create table auth.two_factor (
  id uuid primary key,
  user_id uuid not null references auth."user" on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean default true,
  failed_verification_count integer default 0,
  locked_until timestamptz
);
comment on table auth.two_factor is 'The secret of the authenticator app and the backup codes, both encrypted with the secret of the installation';
create index two_factor_user on auth.two_factor (user_id);

create table auth.passkey (
  id uuid primary key,
  user_id uuid not null references auth."user" on delete cascade,
  name text,
  public_key text not null,
  credential_id text not null constraint passkey_credential unique,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz
);
comment on table auth.passkey is 'Public keys of passkeys';
create index passkey_user on auth.passkey (user_id);

create table auth.rate_limit (
  id uuid primary key,
  key text not null constraint rate_limit_key unique,
  count integer not null,
  last_request bigint not null
);
comment on table auth.rate_limit is 'How often one address asked one path of the sign-in lately';

create table auth.attempt (
  key bytea primary key,
  tries integer not null,
  first_at timestamptz not null
);
comment on table auth.attempt is 'Passwords tried for one account since the last right one; the key is a keyed hash and names nobody';
create index attempt_first on auth.attempt (first_at);

create table auth.invitation (
  id uuid primary key,
  person_id uuid references person,
  purpose text not null constraint invitation_purpose check (purpose in ('invite', 'reset', 'first')),
  token_hash bytea not null constraint invitation_token unique,
  made_by uuid references person,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz,
  constraint invitation_person check ((purpose = 'first') = (person_id is null))
);
comment on table auth.invitation is 'One-time links with which a person sets a password; only the hash of the link is kept. Purpose first makes the first administrator';
create index invitation_person on auth.invitation (person_id);
create index invitation_made_by on auth.invitation (made_by);

-- Owner: platform. What the one door itself needs.
create extension if not exists btree_gist;

create table command (
  person_id uuid not null,
  id uuid not null,
  operation text not null,
  content_hash bytea not null,
  answer jsonb,
  claimed_at timestamptz not null default now(),
  primary key (person_id, id)
);
comment on table command is 'Every carried-out command by its id, with its answer: sending twice changes nothing';
create index command_claimed_at on command (claimed_at);

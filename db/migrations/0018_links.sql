-- Owner: links. One link for one entry, used once: whoever opens it on their own phone signs without an account.
create table commitment_link (
  commune_id uuid not null references area_unit,
  id uuid not null,
  drive_id uuid not null references commitment_drive,
  entry_id uuid not null,
  hamlet_id uuid,
  token_hash bytea not null constraint commitment_link_token check (octet_length(token_hash) = 32),
  code_hash bytea,
  wrong_codes smallint not null default 0,
  made_at timestamptz not null default now(),
  made_by uuid not null references person,
  expires_at timestamptz not null,
  opened_at timestamptz,
  used_at timestamptz,
  promise_id uuid,
  outcome text constraint commitment_link_outcome check (outcome in ('accepted', 'held')),
  withdrawn_at timestamptz,
  withdrawn_by uuid references person,
  primary key (commune_id, id),
  constraint commitment_link_entry foreign key (commune_id, entry_id) references roster_entry,
  constraint commitment_link_used check ((used_at is null) = (promise_id is null) and (used_at is null) = (outcome is null))
);
comment on table commitment_link is 'A link by which one entry signs on a phone of their own: bound to that entry, used once, ends on a day; the token itself is nowhere kept';
comment on column commitment_link.code_hash is 'Keyed hash of the short number that is handed over apart from the link; five wrong ones lock the link';
create index commitment_link_token_of on commitment_link (token_hash);
create index commitment_link_of_entry on commitment_link (commune_id, entry_id);
create index commitment_link_drive on commitment_link (drive_id);
create index commitment_link_made_by on commitment_link (made_by);
create index commitment_link_withdrawn_by on commitment_link (withdrawn_by);

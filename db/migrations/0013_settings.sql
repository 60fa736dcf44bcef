-- Owner: settings. What an administrator may change while the product runs.
create table setting (
  key text primary key,
  value jsonb not null,
  version integer not null default 1,
  changed_by uuid,
  changed_at timestamptz not null
);
comment on table setting is 'A product setting that is data; a key that is not here has the default of the contract';

-- Owner: rosters. Likely duplicates: what entries are looked up by, how far a search is, the pairs it proposes, and what
-- people made of them. roster_conflict held nothing: what is said of an entry in two ways waits in field_conflict.
drop table roster_conflict;
drop table roster_pair;

create table roster_key (
  key bigint not null,
  commune_id uuid not null,
  entry_id uuid not null,
  primary key (key, commune_id, entry_id)
);
comment on table roster_key is 'What a standing entry is looked up by when likely duplicates are searched: a name with its house, its year of birth or its place, hashed. Made again from the entries at any time, so it refers to none';
create index roster_key_of_entry on roster_key (commune_id, entry_id);

create table roster_search (
  commune_id uuid primary key references area_unit,
  asked_at timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  entries_done integer not null default 0,
  entries_total integer,
  seen_xid xid8
);
comment on table roster_search is 'The search for likely duplicates in a commune: asked for, under way, how far, done';
comment on column roster_search.seen_xid is 'Entries changed by this transaction or a later one have not been searched yet';

alter table roster_list add column searched_at timestamptz;
comment on column roster_list.searched_at is 'When a search for likely duplicates took up this list; until then it waits for one';
create index roster_list_unsearched on roster_list (commune_id) where searched_at is null;

create table roster_pair (
  commune_id uuid not null references area_unit,
  id uuid not null,
  one_id uuid not null,
  other_commune_id uuid not null references area_unit,
  other_id uuid not null,
  reasons text[] not null,
  found_at timestamptz not null default now(),
  decision text constraint roster_pair_decision check (decision in ('merged', 'apart', 'later')),
  decided_at timestamptz,
  decided_by uuid references person,
  kept_id uuid,
  changed jsonb,
  joined jsonb,
  version integer not null default 1,
  primary key (commune_id, id),
  constraint roster_pair_one foreign key (commune_id, one_id) references roster_entry,
  constraint roster_pair_other foreign key (other_commune_id, other_id) references roster_entry,
  constraint roster_pair_once unique (commune_id, one_id, other_commune_id, other_id),
  constraint roster_pair_order check (one_id < other_id),
  constraint roster_pair_decided check ((decision is null) = (decided_at is null)),
  constraint roster_pair_merged check ((decision is not distinct from 'merged') = (kept_id is not null))
);
comment on table roster_pair is 'Two entries that may be one, with the reasons; proposed by the machine, decided by a person, each decision can be taken back';
comment on column roster_pair.kept_id is 'Of a merge: which of the two stays on the roster; the other ended as merged into it';
comment on column roster_pair.changed is 'Of a merge: the fields of the one that stays, before and after, so that taking it back finds what was there';
comment on column roster_pair.joined is 'Of a merge: what commitments did with the promises of the one that ended, in their own words, handed back to them when it is undone';
create index roster_pair_other_of on roster_pair (other_commune_id, other_id);
create index roster_pair_waiting on roster_pair (commune_id) where decision is null;
create index roster_pair_decided_by on roster_pair (decided_by);
create index roster_pair_merged on roster_pair (decided_at) where decision = 'merged';

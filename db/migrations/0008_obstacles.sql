-- Owner: obstacles. "Khó khăn, vướng mắc": raised, answered, tracked until removed; good practice shared.
create table obstacle (
  id uuid primary key,
  programme_id uuid not null references programme,
  area_id uuid not null references area_unit,
  number integer not null,
  task_id uuid references task,
  title text not null,
  detail text not null,
  raised_on date not null,
  raised_by uuid references person,
  raised_post_id uuid references post,
  recorded_at timestamptz not null default now(),
  wanted_by date,
  asked_post_id uuid not null references post,
  removed_on date,
  search_key text not null default '',
  version integer not null default 1,
  demo boolean not null default false,
  constraint obstacle_number unique (programme_id, number),
  constraint obstacle_who check (raised_by is not null or raised_post_id is not null)
);
comment on table obstacle is 'What keeps a unit from its work, open until removed_on';
create index obstacle_area on obstacle (area_id);
create index obstacle_programme on obstacle (programme_id, raised_on);
create index obstacle_task on obstacle (task_id);
create index obstacle_raised_by on obstacle (raised_by);
create index obstacle_raised_post on obstacle (raised_post_id);
create index obstacle_asked_post on obstacle (asked_post_id);

create table obstacle_entry (
  id uuid primary key,
  obstacle_id uuid not null references obstacle,
  kind text not null constraint obstacle_entry_kind check (kind in ('answer', 'note', 'passed', 'removed', 'reopened')),
  text text not null,
  person_id uuid references person,
  post_id uuid references post,
  from_post_id uuid references post,
  to_post_id uuid references post,
  entered_on date not null,
  recorded_at timestamptz not null default now(),
  constraint obstacle_entry_who check (person_id is not null or post_id is not null)
);
comment on table obstacle_entry is 'Answers and steps on an obstacle, in order; a step "passed" names the post asked until then and the one asked from then on';
create index obstacle_entry_obstacle on obstacle_entry (obstacle_id, entered_on, recorded_at);
create index obstacle_entry_person on obstacle_entry (person_id);
create index obstacle_entry_post on obstacle_entry (post_id);
create index obstacle_entry_from_post on obstacle_entry (from_post_id);
create index obstacle_entry_to_post on obstacle_entry (to_post_id);

create table good_practice (
  id uuid primary key,
  programme_id uuid not null references programme,
  area_id uuid not null references area_unit,
  obstacle_id uuid references obstacle,
  title text not null,
  text text not null,
  shared_on date not null,
  shared_by uuid references person,
  recorded_at timestamptz not null default now(),
  search_key text not null default '',
  demo boolean not null default false
);
comment on table good_practice is 'What worked somewhere, shared with all units of the programme';
create index good_practice_programme on good_practice (programme_id, shared_on);
create index good_practice_area on good_practice (area_id);
create index good_practice_obstacle on good_practice (obstacle_id);
create index good_practice_shared_by on good_practice (shared_by);

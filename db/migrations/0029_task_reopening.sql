-- Owner: tasks. A request for more time can be taken back by who asked for it; a finished task can be opened again.
alter table task_extension add column withdrawn boolean not null default false
  constraint task_extension_withdrawn check (not withdrawn or (decided_on is not null and approved is false and decided_by = asked_by));
comment on column task_extension.withdrawn is 'Taken back by who asked, on the day that stands in decided_on';

create table task_reopening (
  id uuid primary key,
  task_id uuid not null references task,
  done_on date not null,
  accepted_on date not null,
  reopened_on date not null,
  reopened_by uuid not null references person,
  recorded_at timestamptz not null default now(),
  reason text not null
);
comment on table task_reopening is 'A finished task that was opened again: from accepted_on until reopened_on it counted as finished';
create index task_reopening_task on task_reopening (task_id, reopened_on);
create index task_reopening_reopened_by on task_reopening (reopened_by);

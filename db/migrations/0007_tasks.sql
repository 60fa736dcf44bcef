-- Owner: tasks. Six clears: person, task, responsibility, time, result, authority.
create table instruction (
  id uuid primary key,
  programme_id uuid not null references programme,
  area_id uuid not null references area_unit,
  title text not null,
  issued_on date not null,
  document_id uuid references document
);
comment on table instruction is 'One instruction issued to several units; each unit has its own task';
create index instruction_programme on instruction (programme_id);
create index instruction_area on instruction (area_id);
create index instruction_document on instruction (document_id);

create table task (
  id uuid primary key,
  programme_id uuid not null references programme,
  area_id uuid not null references area_unit,
  number integer not null,
  instruction_id uuid references instruction,
  parent_id uuid references task,
  title text not null,
  detail text not null default '',
  head_post_id uuid not null references post,
  doer text not null,
  expected_result text not null,
  authority text not null,
  starts_on date not null,
  due_on date not null,
  document_id uuid references document,
  target_line_id uuid,
  origin text,
  assigned_on date not null,
  done_on date,
  cancelled_on date,
  cancel_reason text,
  version integer not null default 1,
  demo boolean not null default false,
  constraint task_number unique (programme_id, number),
  constraint task_order check (due_on >= starts_on)
);
comment on table task is 'A task: doer (người), title (việc), head_post_id (trách nhiệm), dates (thời gian), expected_result (kết quả), authority (thẩm quyền)';
create index task_area on task (area_id);
create index task_programme_due on task (programme_id, due_on);
create index task_head on task (head_post_id);
create index task_instruction on task (instruction_id);
create index task_parent on task (parent_id);
create index task_document on task (document_id);

create table task_body (
  task_id uuid not null references task on delete cascade,
  post_id uuid not null references post,
  part text not null constraint task_body_part check (part in ('lead', 'coordinate')),
  primary key (task_id, post_id)
);
comment on table task_body is 'Leading and coordinating bodies of a task, by the post that answers for them';
create index task_body_post on task_body (post_id);

create table task_report (
  id uuid primary key,
  task_id uuid not null references task,
  reported_on date not null,
  recorded_at timestamptz not null default now(),
  person_id uuid not null references person,
  text text not null,
  done_count integer,
  total_count integer,
  done boolean not null default false
);
comment on table task_report is 'A report on a task; reported_on is claimed, recorded_at is the server';
create index task_report_task on task_report (task_id, reported_on);
create index task_report_person on task_report (person_id);

create table task_evidence (
  report_id uuid not null references task_report on delete cascade,
  file_id uuid not null references file,
  primary key (report_id, file_id)
);
comment on table task_evidence is 'Files that show the result';
create index task_evidence_file on task_evidence (file_id);

create table task_extension (
  id uuid primary key,
  task_id uuid not null references task,
  asked_on date not null,
  asked_by uuid not null references person,
  old_due_on date not null,
  new_due_on date not null,
  reason text not null,
  decided_on date,
  decided_by uuid references person,
  approved boolean,
  decision_reason text,
  constraint task_extension_later check (new_due_on > old_due_on)
);
comment on table task_extension is 'A request for more time with its reason, and the decision on it';
create index task_extension_task on task_extension (task_id);
create index task_extension_asked_by on task_extension (asked_by);
create index task_extension_decided_by on task_extension (decided_by);

create table task_reminder (
  id uuid primary key,
  task_id uuid not null references task,
  sent_on date not null,
  to_post_id uuid not null references post,
  kind text not null constraint task_reminder_kind check (kind in ('soon', 'late', 'escalation', 'by-hand')),
  sent_by uuid references person,
  withdrawn_at timestamptz
);
comment on table task_reminder is 'Reminders and escalations up the line';
create unique index task_reminder_once on task_reminder (task_id, to_post_id, kind, sent_on) where withdrawn_at is null;
create index task_reminder_post on task_reminder (to_post_id);
create index task_reminder_sent_by on task_reminder (sent_by);

create table saved_view (
  id uuid primary key,
  person_id uuid not null references person,
  screen text not null,
  name text not null,
  search jsonb not null,
  constraint saved_view_name unique (person_id, screen, name)
);
comment on table saved_view is 'A list with its filters, kept by a person under a name';

-- Owner: tasks. Six clears: person, task, responsibility, time, result, authority.
create table instruction (
  id uuid primary key,
  programme_id uuid not null references programme,
  area_id uuid not null references area_unit,
  title text not null,
  detail text not null default '',
  basis text not null default '',
  issued_on date not null,
  issued_by uuid references person,
  document_id uuid references document,
  demo boolean not null default false
);
comment on table instruction is 'One instruction issued to several units; each unit has its own task';
create index instruction_programme on instruction (programme_id, issued_on);
create index instruction_area on instruction (area_id);
create index instruction_document on instruction (document_id);
create index instruction_issued_by on instruction (issued_by);

create table task (
  id uuid primary key,
  programme_id uuid not null references programme,
  area_id uuid not null references area_unit,
  number integer not null,
  instruction_id uuid references instruction,
  parent_id uuid references task,
  title text not null,
  detail text not null default '',
  basis text not null default '',
  head_post_id uuid not null references post,
  head_since date not null,
  doer text not null,
  doer_with text not null default '',
  expected_result text not null,
  result_total integer constraint task_result_total check (result_total > 0),
  result_unit text not null default '',
  authority text not null,
  authority_post_id uuid references post,
  starts_on date not null,
  due_on date not null,
  original_due_on date not null,
  document_id uuid references document,
  target_line_id uuid,
  origin text,
  assigned_on date not null,
  assigned_by uuid references person,
  recorded_at timestamptz not null default now(),
  first_report_on date,
  evidence_on date,
  done_on date,
  accepted_on date,
  cancelled_on date,
  cancel_reason text,
  search_key text not null default '',
  version integer not null default 1,
  demo boolean not null default false,
  constraint task_number unique (programme_id, number),
  constraint task_origin_once unique (origin, area_id, head_post_id),
  constraint task_order check (due_on >= starts_on),
  constraint task_accepted check ((done_on is null) = (accepted_on is null))
);
comment on table task is 'A task: doer (người), title (việc), head_post_id (trách nhiệm), dates (thời gian), expected_result (kết quả), authority (thẩm quyền)';
comment on column task.head_since is 'The day since which this post answers for the task';
comment on column task.authority_post_id is 'The post that accepts the result and decides on more time; null: the result needs no acceptance';
comment on column task.original_due_on is 'The deadline as first given; due_on follows the extensions that were granted';
comment on column task.done_on is 'The day on which the result was handed in; it counts once accepted_on is reached';
comment on column task.search_key is 'Lower case without diacritics, for the filter';
create index task_area on task (area_id);
create index task_programme_due on task (programme_id, due_on);
create index task_finished on task (programme_id, accepted_on) include (area_id);
create index task_cancelled on task (programme_id, cancelled_on) where cancelled_on is not null;
create index task_head on task (head_post_id);
create index task_authority on task (authority_post_id);
create index task_instruction on task (instruction_id);
create index task_parent on task (parent_id);
create index task_document on task (document_id);
create index task_target on task (target_line_id);
create index task_assigned_by on task (assigned_by);

create table task_body (
  task_id uuid not null references task on delete cascade,
  post_id uuid not null references post,
  part text not null constraint task_body_part check (part in ('lead', 'coordinate', 'do')),
  primary key (task_id, post_id, part)
);
comment on table task_body is 'Leading and coordinating bodies of a task and who does it, by the post that answers for them';
create index task_body_post on task_body (post_id);

create table task_report (
  id uuid primary key,
  task_id uuid not null references task,
  reported_on date not null,
  recorded_at timestamptz not null default now(),
  person_id uuid references person,
  post_id uuid references post,
  text text not null,
  done_count integer constraint task_report_count check (done_count >= 0),
  total_count integer,
  done boolean not null default false,
  no_evidence boolean not null default false,
  decided_on date,
  decided_by uuid references person,
  decided_at timestamptz,
  accepted boolean,
  decision_reason text,
  constraint task_report_order check (done_count is null or total_count is null or done_count <= total_count),
  constraint task_report_who check (person_id is not null or post_id is not null)
);
comment on table task_report is 'A report on a task; reported_on is claimed, recorded_at is the server; a report with done hands the result in, and the decision accepts or returns it';
create index task_report_task on task_report (task_id, reported_on);
create unique index task_report_waiting on task_report (task_id) where done and decided_on is null;
create index task_report_handed on task_report (decided_on, task_id) where done;
create index task_report_person on task_report (person_id);
create index task_report_post on task_report (post_id);
create index task_report_decided_by on task_report (decided_by);

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
  recorded_at timestamptz not null default now(),
  old_due_on date not null,
  new_due_on date not null,
  reason text not null,
  decided_on date,
  decided_by uuid references person,
  decided_at timestamptz,
  approved boolean,
  decision_reason text,
  constraint task_extension_later check (new_due_on > old_due_on)
);
comment on table task_extension is 'A request for more time with its reason, and the decision on it';
create index task_extension_task on task_extension (task_id);
create unique index task_extension_pending on task_extension (task_id) where decided_on is null;
create index task_extension_decided on task_extension (decided_on) where approved;
create index task_extension_asked_by on task_extension (asked_by);
create index task_extension_decided_by on task_extension (decided_by);

create table task_reminder (
  id uuid primary key,
  task_id uuid not null references task,
  batch_id uuid,
  sent_on date not null,
  sent_at timestamptz not null default now(),
  to_post_id uuid not null references post,
  kind text not null constraint task_reminder_kind check (kind in ('soon', 'late', 'escalation', 'by-hand')),
  due_on date not null,
  note text not null default '',
  sent_by uuid references person,
  withdrawn_at timestamptz
);
comment on table task_reminder is 'Reminders and escalations up the line, once for each deadline; by hand once a day';
create unique index task_reminder_once on task_reminder (task_id, to_post_id, kind, due_on) where kind <> 'by-hand' and withdrawn_at is null;
create unique index task_reminder_by_hand on task_reminder (task_id, to_post_id, sent_on) where kind = 'by-hand' and withdrawn_at is null;
create index task_reminder_task on task_reminder (task_id);
create index task_reminder_post on task_reminder (to_post_id, sent_on);
create index task_reminder_batch on task_reminder (batch_id);
create index task_reminder_sent_by on task_reminder (sent_by);

create table task_notice_seen (
  person_id uuid primary key references person,
  seen_at timestamptz not null
);
comment on table task_notice_seen is 'Until when a person has seen the notices of the bell';

create table saved_view (
  id uuid primary key,
  person_id uuid not null references person,
  screen text not null,
  name text not null,
  search jsonb not null,
  constraint saved_view_name unique (person_id, screen, name)
);
comment on table saved_view is 'A list with its filters, kept by a person under a name';

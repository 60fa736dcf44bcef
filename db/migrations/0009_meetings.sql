-- Owner: meetings. Agenda, invited and present, contributions, directions and conclusions that become work.
create table meeting (
  id uuid primary key,
  programme_id uuid not null references programme,
  area_id uuid not null references area_unit,
  title text not null,
  called_on date not null,
  held_on date not null,
  starts_at time,
  place text not null default '',
  chair_post_id uuid references post,
  closed_on date,
  minutes_file_id uuid references file,
  version integer not null default 1,
  demo boolean not null default false,
  constraint meeting_called check (called_on <= held_on)
);
comment on table meeting is 'A conference or a meeting of the programme: known from called_on, recorded from held_on, closed with its minutes';
create index meeting_programme on meeting (programme_id, held_on);
create index meeting_area on meeting (area_id);
create index meeting_chair on meeting (chair_post_id);
create index meeting_minutes on meeting (minutes_file_id);

create table meeting_agenda (
  id uuid primary key,
  meeting_id uuid not null references meeting on delete cascade,
  position integer not null,
  title text not null,
  post_id uuid references post
);
comment on table meeting_agenda is 'Points of the agenda, in order, with the post that presents';
create index meeting_agenda_meeting on meeting_agenda (meeting_id, position);
create index meeting_agenda_post on meeting_agenda (post_id);

create table meeting_attendance (
  id uuid primary key,
  meeting_id uuid not null references meeting on delete cascade,
  post_id uuid references post,
  guest text,
  invited boolean not null default true,
  present boolean,
  note text not null default '',
  constraint meeting_attendance_who check ((post_id is null) <> (guest is null)),
  constraint meeting_attendance_once unique (meeting_id, post_id)
);
comment on table meeting_attendance is 'Who was invited and who was present, by post, or by name of body for guests; present null: not noted yet';
create index meeting_attendance_meeting on meeting_attendance (meeting_id);
create index meeting_attendance_post on meeting_attendance (post_id);

create table meeting_contribution (
  id uuid primary key,
  meeting_id uuid not null references meeting on delete cascade,
  position integer not null,
  post_id uuid references post,
  speaker text not null,
  text text not null
);
comment on table meeting_contribution is 'What was said, by post';
create index meeting_contribution_meeting on meeting_contribution (meeting_id, position);
create index meeting_contribution_post on meeting_contribution (post_id);

create table meeting_conclusion (
  id uuid primary key,
  meeting_id uuid not null references meeting on delete cascade,
  position integer not null,
  kind text not null constraint meeting_conclusion_kind check (kind in ('direction', 'conclusion')),
  text text not null,
  post_id uuid references post,
  due_on date,
  became text,
  became_on date,
  constraint meeting_conclusion_became check ((became is null) = (became_on is null))
);
comment on table meeting_conclusion is 'Directions and conclusions; became names the task or amendment that it turned into, as task:… or plan-version:…';
create index meeting_conclusion_meeting on meeting_conclusion (meeting_id, position);
create index meeting_conclusion_post on meeting_conclusion (post_id);

-- Owner: cases. What is due in the files of a commune, who is on the team of each, reminders, and the answers to what the law leaves open.

-- Kept with a file by the reading of its events: who answers for it, and when it has to be read again though nothing happened.
alter table cases.file
  add column officer_id uuid,
  add column officer_since timestamptz,
  add column inherited_from uuid,
  add column next_read_at timestamptz,
  add column read_under integer not null default -1;
comment on column cases.file.officer_id is 'The officer in charge, as the events of the file name them; null: nobody';
comment on column cases.file.inherited_from is 'The officer before, where the file was handed over';
comment on column cases.file.next_read_at is 'The next moment at which time alone changes what the law makes of the file; null: never';
comment on column cases.file.read_under is 'How many answers to open points of the law held when it was read; -1: not read yet';
create index file_by_next_reading on cases.file (next_read_at) where next_read_at is not null;
create index file_by_law_read on cases.file (read_under);
create index file_of_officer on cases.file (commune_id, officer_id) where closed_on is null;

create table cases.work_item (
  commune_id uuid not null,
  file_id uuid not null,
  act text not null,
  because uuid not null,
  begins_at timestamptz not null,
  opens_at timestamptz,
  due_at timestamptz,
  waits boolean not null,
  by_at timestamptz not null generated always as (
    case when waits then '9999-12-31T00:00:00Z'::timestamptz else coalesce(due_at, begins_at) end) stored,
  primary key (commune_id, file_id, act, because),
  constraint work_item_file foreign key (commune_id, file_id) references cases.file on delete cascade
);
comment on table cases.work_item is 'What has to be done in a file and by when, as its reading says: kept for the work list, written anew with each reading';
comment on column cases.work_item.by_at is 'By when it stands in the list: its time limit, or when it was asked for where it is to be done at once; what waits stands last';
create index work_item_by_time on cases.work_item (commune_id, by_at, file_id, act, because);
create index work_item_by_due on cases.work_item (due_at) where due_at is not null;

create table cases.team_member (
  commune_id uuid not null,
  file_id uuid not null,
  member_id uuid not null,
  role text not null,
  since timestamptz not null,
  primary key (commune_id, file_id, member_id),
  constraint team_member_file foreign key (commune_id, file_id) references cases.file on delete cascade
);
comment on table cases.team_member is 'Who of the users of the product is on the team of a file now, as its events say: what a helper may open follows from it';
create index team_member_of_user on cases.team_member (commune_id, member_id);

create table cases.reminder (
  commune_id uuid not null,
  file_id uuid not null,
  act text not null,
  because uuid not null,
  due_at timestamptz not null,
  kind text not null,
  sent_at timestamptz not null,
  primary key (commune_id, file_id, act, because, due_at, kind),
  constraint reminder_kind check (kind in ('soon', 'late', 'escalation')),
  constraint reminder_file foreign key (commune_id, file_id) references cases.file on delete cascade
);
comment on table cases.reminder is 'Reminders of time limits, each once: to the officer in charge before and after, then to the head; never a name in it';
create index reminder_by_time on cases.reminder (commune_id, sent_at desc);

create table cases.reminders_seen (
  commune_id uuid not null references area_unit,
  reader_id uuid not null,
  seen_at timestamptz not null,
  primary key (commune_id, reader_id)
);
comment on table cases.reminders_seen is 'Until when somebody has seen their reminders in a commune';

alter table cases.opening add column acting_for_id uuid;
comment on column cases.opening.acting_for_id is 'For whom the reader stood in, where they opened it with lent rights';

-- As in 0034 and 0039: closed to everybody, open to the role of the files where the commune is the one said.
do $$
declare
  name text;
begin
  foreach name in array array['work_item', 'team_member', 'reminder', 'reminders_seen'] loop
    execute format('alter table cases.%I enable row level security', name);
    execute format('alter table cases.%I force row level security', name);
    execute format('create policy of_commune on cases.%I to binhyen_files using (cases.is_open_for(commune_id)) with check (cases.is_open_for(commune_id))', name);
    execute format('create policy of_keeper on cases.%I to %I using ((select cases.is_kept()))', name, current_user);
    execute format('grant select, insert on cases.%I to binhyen_files', name);
  end loop;
  -- A helper is no officer: where the work names the people whose teams count (cases.team), only files of those teams are there.
  foreach name in array array['file', 'event', 'opening', 'work_item', 'reminder'] loop
    execute format($policy$
      create policy of_team on cases.%1$I as restrictive to binhyen_files using (
        (select coalesce(current_setting('cases.team', true), '')) = ''
        or exists (select 1 from cases.team_member member
          where member.commune_id = %1$I.commune_id and member.file_id = %1$I.%2$I
            and member.member_id = any(string_to_array(current_setting('cases.team', true), ',')::uuid[])))
    $policy$, name, case name when 'file' then 'id' else 'file_id' end);
  end loop;
end $$;
create policy of_team on cases.person as restrictive to binhyen_files using (
  (select coalesce(current_setting('cases.team', true), '')) = ''
  or exists (select 1 from cases.file where file.commune_id = person.commune_id and file.person_id = person.id));
-- Of a file that goes to another commune only its number stays (0035), and one that was merged is a pointer (0037): no officer, no
-- team, no work, no reminder.
create function cases.leave_no_work() returns trigger language plpgsql as $$
begin
  new.officer_id := null;
  new.officer_since := null;
  new.inherited_from := null;
  new.next_read_at := null;
  delete from cases.work_item where commune_id = new.commune_id and file_id = new.id;
  delete from cases.team_member where commune_id = new.commune_id and file_id = new.id;
  delete from cases.reminder where commune_id = new.commune_id and file_id = new.id;
  return new;
end $$;
create trigger leave_no_work before update of handed_over, merged_into on cases.file
  for each row when (new.handed_over is not null or new.merged_into is not null) execute function cases.leave_no_work();
do $$
declare
  name text;
begin
  foreach name in array array['work_item', 'team_member', 'reminder'] loop
    execute format('create policy of_leaving on cases.%I to %I using (current_setting(''cases.purpose'', true) = ''leave-stub'' and cases.is_open_for(commune_id))', name, current_user);
  end loop;
end $$;

-- What is due is looked for in every commune at once, by the product itself: files and steps as they stand in lists, no person.
create policy of_turn on cases.file for select to binhyen_files using ((select cases.is_watching('turn')));
create policy of_turn on cases.work_item for select to binhyen_files using ((select cases.is_watching('turn')));
grant delete on cases.work_item, cases.team_member, cases.reminder to binhyen_files;
grant update (seen_at) on cases.reminders_seen to binhyen_files;

create table law_choice (
  id uuid primary key,
  point text not null,
  answer text not null,
  ground text not null,
  from_on date not null,
  chosen_by uuid not null references person,
  chosen_at timestamptz not null
);
comment on table law_choice is 'Answers to the points that the law leaves open, from a day on and on a ground; never changed: a later one goes before. It holds no person of a file';
create index law_choice_by_point on law_choice (point, from_on desc, chosen_at desc);
create index law_choice_chosen_by on law_choice (chosen_by);
-- Whoever reads a file reads it under the answers of the day.
grant select on law_choice to binhyen_files;

create table circle_role (
  id text primary key,
  name_vi text not null,
  name_en text not null,
  place integer not null,
  retired_on date,
  version integer not null default 1,
  constraint circle_role_id check (id ~ '^[a-z][a-z0-9-]{0,39}$')
);
comment on table circle_role is 'The roles around a person: the team of Decree 163/2026 Art. 59 and whoever helps besides, as many as a place has. Data; a retired one stays readable';
insert into circle_role (id, name_vi, name_en, place) values
  ('police', 'Công an cấp xã, tổ trưởng', 'Commune police, head of the team', 1),
  ('village', 'Đại diện thôn, tổ dân phố, tổ phó', 'Representative of the village, deputy', 2),
  ('family', 'Gia đình', 'Family', 3),
  ('organisation', 'Đoàn thể', 'Mass organisation', 4),
  ('social-worker', 'Cộng tác viên công tác xã hội', 'Social worker', 5),
  ('health', 'Y tế', 'Health', 6),
  ('teacher', 'Giáo viên', 'Teacher', 7),
  ('youth-union', 'Đoàn Thanh niên', 'Youth union', 8),
  ('other', 'Khác', 'Other', 9);

-- Owner: cases. Who watches over the reading: emergencies and their review, questions about odd readings, work of the machine's
-- keeper; and counts that leave without a name.

-- What is worth knowing about an opening, found when it was made; the comparison itself is kept nowhere.
alter table cases.opening add column facts text[] not null default '{}';
comment on column cases.opening.facts is 'Facts for the rules about odd readings (own-name, neighbour …), found inside when it was opened; never what was compared';
create index opening_by_time on cases.opening (commune_id, opened_at);

create table cases.commune (
  commune_id uuid primary key references area_unit
);
comment on table cases.commune is 'Communes that keep files: where those who count and watch look, for nobody but a commune itself sees its files';
create function cases.know_commune() returns trigger language plpgsql as $$
begin
  insert into cases.commune (commune_id) values (new.commune_id) on conflict do nothing;
  return null;
end $$;
create trigger know_commune after insert on cases.file for each row execute function cases.know_commune();
alter table cases.file no force row level security;
insert into cases.commune (commune_id) select distinct commune_id from cases.file;
alter table cases.file force row level security;

create table cases.emergency (
  commune_id uuid not null,
  opening_id uuid not null,
  file_number text not null,
  reader_id uuid not null,
  stake text not null,
  sealed bytea not null,
  opened_at timestamptz not null,
  until timestamptz not null,
  review_due_at timestamptz not null,
  outcome text,
  reason text,
  reviewed_by uuid,
  reviewed_at timestamptz,
  primary key (commune_id, opening_id),
  constraint emergency_opening foreign key (commune_id, opening_id) references cases.opening,
  constraint emergency_outcome check (outcome in ('justified', 'unjustified')),
  constraint emergency_reviewed check ((outcome is null) = (reviewed_at is null) and (outcome is null) = (reviewed_by is null) and (outcome is null) = (reason is null)),
  constraint emergency_by_another check (reviewed_by is distinct from reader_id)
);
comment on table cases.emergency is 'Files that were opened in an emergency by somebody whose role does not open them: what was at stake, and what somebody else found afterwards';
comment on column cases.emergency.sealed is 'Ground and statement of what was at stake (JSON), sealed with a key that follows from that of the blind index';
create index emergency_to_review on cases.emergency (review_due_at) where outcome is null;
create index emergency_by_time on cases.emergency (opened_at desc, opening_id);

create table cases.reading_question (
  commune_id uuid not null,
  id uuid not null,
  rule text not null,
  about text not null,
  reader_id uuid not null,
  file_number text,
  openings integer not null,
  since timestamptz not null,
  until timestamptz not null,
  found_at timestamptz not null,
  outcome text,
  reason text,
  looked_by uuid,
  looked_at timestamptz,
  primary key (commune_id, id),
  constraint reading_question_once unique (commune_id, rule, about),
  constraint reading_question_outcome check (outcome in ('explained', 'passed-on')),
  constraint reading_question_looked check ((outcome is null) = (looked_at is null) and (outcome is null) = (looked_by is null) and (outcome is null) = (reason is null)),
  constraint reading_question_by_another check (looked_by is distinct from reader_id)
);
comment on table cases.reading_question is 'Readings that follow an odd pattern: a question to the auditor, never an accusation; no name of a person in it';
comment on column cases.reading_question.about is 'What it is about (an opening; a reader and a night), so that it is asked once';
create index reading_question_open on cases.reading_question (found_at desc, id) where outcome is null;
create index reading_question_by_time on cases.reading_question (found_at desc, id);

create table cases.reader_home (
  reader_id uuid primary key,
  commune_id uuid not null references area_unit,
  hamlet text not null,
  said_by uuid not null,
  said_at timestamptz not null
);
comment on table cases.reader_home is 'Where a reader of files lives, where it is known: for the rule about neighbours';
create index reader_home_commune on cases.reader_home (commune_id);

create table cases.month_count (
  commune_id uuid not null,
  month date not null,
  measure text not null,
  count integer not null,
  taken_at timestamptz not null,
  primary key (commune_id, month, measure),
  constraint month_count_first_day check (extract(day from month) = 1),
  constraint month_count_positive check (count >= 0)
);
comment on table cases.month_count is 'How many files a commune kept at the end of a month, by where the persons stood; no file, no person. What leads see of it is made safe first';

create table cases.keeping (
  id uuid primary key default gen_random_uuid(),
  work text not null,
  by text not null,
  begun_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  told_at timestamptz
);
comment on table cases.keeping is 'Work of the keeper of the machine that passes by the policies of communes: back-up, new keys, restoring. Without an entry that lasts, the keeper sees nothing';
comment on column cases.keeping.told_at is 'When it was written into the sealed audit as well';
create index keeping_by_time on cases.keeping (begun_at desc);

create table cases.foreign_session (
  id uuid primary key,
  backend text not null,
  role text not null,
  application text not null,
  address text not null,
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  constraint foreign_session_once unique (backend)
);
comment on table cases.foreign_session is 'Sessions in this database by others than the product, as far as PostgreSQL shows them; one that is short, or calls itself like the product, is missed';
create index foreign_session_by_time on cases.foreign_session (last_seen desc);

-- The keeper writes down what for, first; afterwards the tables open to that entry for two days at most.
create function cases.begin_keeping(work text, by text) returns uuid
  language sql volatile
  as $$ insert into cases.keeping (work, by) values (work, by) returning id $$;
create function cases.end_keeping(entry uuid) returns void
  language sql volatile
  as $$ update cases.keeping set ended_at = clock_timestamp() where id = entry and ended_at is null $$;
create function cases.is_kept() returns boolean
  language sql stable
  as $$
    select coalesce(current_setting('cases.purpose', true), '') = 'keep' and exists (
      select from cases.keeping where id = nullif(current_setting('cases.keeping', true), '')::uuid
        and ended_at is null and begun_at > now() - interval '2 days')
  $$;

-- Whether the watch is at work: it names a reader and sees only what holds no person, of every commune that it asks for.
create function cases.is_watching(purpose text) returns boolean
  language sql stable parallel safe
  return current_setting('cases.purpose', true) = purpose and coalesce(current_setting('cases.reader', true), '') <> '';

do $$
declare
  name text;
begin
  foreach name in array array['commune', 'emergency', 'reading_question', 'reader_home', 'month_count', 'keeping', 'foreign_session'] loop
    execute format('alter table cases.%I enable row level security', name);
    execute format('alter table cases.%I force row level security', name);
  end loop;
  foreach name in array array['commune', 'emergency', 'reading_question', 'month_count'] loop
    execute format('create policy of_commune on cases.%I to binhyen_files using (cases.is_open_for(commune_id)) with check (cases.is_open_for(commune_id))', name);
  end loop;
  foreach name in array array['commune', 'emergency', 'reading_question', 'reader_home', 'month_count', 'foreign_session'] loop
    execute format('create policy of_keeper on cases.%I to %I using (true)', name, current_user);
  end loop;
  foreach name in array array['emergency', 'reading_question', 'reader_home', 'keeping', 'foreign_session'] loop
    execute format('create policy of_watch on cases.%I to binhyen_files using (cases.is_watching(''watch''))', name);
  end loop;
  -- Whoever keeps the machine says what they do, and never takes away what was said.
  execute format('create policy of_saying on cases.keeping for insert to %I with check (true)', current_user);
  execute format('create policy of_ending on cases.keeping for update to %I using (true)', current_user);
  execute format('create policy of_reading on cases.keeping for select to %I using (true)', current_user);
  -- Tables that other parts made so far: the keeper sees them under an entry only.
  for name in select tablename from pg_policies where schemaname = 'cases' and policyname = 'of_keeper'
    and tablename not in ('commune', 'emergency', 'reading_question', 'reader_home', 'month_count', 'foreign_session') loop
    execute format('alter policy of_keeper on cases.%I using ((select cases.is_kept()))', name);
  end loop;
end $$;
create policy of_looking on cases.commune for select to binhyen_files
  using (cases.is_watching('count') or cases.is_watching('watch'));
create policy of_count on cases.month_count for select to binhyen_files using (cases.is_watching('count'));
-- Where the opener of a file lives is compared inside, for themselves.
create policy of_reader on cases.reader_home for select to binhyen_files
  using (reader_id::text = current_setting('cases.reader', true));
-- Whoever counts or watches opens nobody: what is sealed is not there.
create policy not_by_count on cases.person as restrictive to binhyen_files
  using (coalesce(current_setting('cases.purpose', true), '') not in ('count', 'watch'));
create policy not_by_count on cases.event as restrictive to binhyen_files
  using (coalesce(current_setting('cases.purpose', true), '') not in ('count', 'watch'));

grant select, insert on cases.commune, cases.emergency, cases.reading_question, cases.reader_home, cases.month_count, cases.foreign_session to binhyen_files;
grant select on cases.keeping to binhyen_files;
grant update (outcome, reason, reviewed_by, reviewed_at) on cases.emergency to binhyen_files;
grant update (outcome, reason, looked_by, looked_at) on cases.reading_question to binhyen_files;
grant update (commune_id, hamlet, said_by, said_at) on cases.reader_home to binhyen_files;
grant update (last_seen) on cases.foreign_session to binhyen_files;

-- Owner: cases. The work of whoever is on a team lies in its own order, as that of an officer and of a commune does: where somebody is
-- on twenty thousand teams, the first fifty steps are read and not looked for. What counts ask for stands in each order itself.
create table cases.work_of_member (
  commune_id uuid not null,
  file_id uuid not null,
  act text not null,
  because uuid not null,
  member_id uuid not null,
  by_at timestamptz not null,
  due_at timestamptz,
  waits boolean not null,
  primary key (commune_id, file_id, act, because, member_id),
  constraint work_of_member_item foreign key (commune_id, file_id, act, because) references cases.work_item on delete cascade,
  constraint work_of_member_team foreign key (commune_id, file_id, member_id) references cases.team_member on delete cascade
);
comment on table cases.work_of_member is 'The steps of work_item once for each member of the team of their file: kept with them by the reading of the file, for the work list of a team';
create index work_of_member_by_time on cases.work_of_member (commune_id, member_id, by_at, file_id, because, act) include (due_at, waits);
-- What a member leaves goes with them.
create index work_of_member_of_team on cases.work_of_member (commune_id, file_id, member_id);

drop index cases.work_item_by_time;
create index work_item_by_time on cases.work_item (commune_id, by_at, file_id, because, act) include (due_at, waits);
drop index cases.work_item_of_officer;
create index work_item_of_officer on cases.work_item (commune_id, officer_id, by_at, file_id, because, act) include (due_at, waits);

-- Whoever owns the tables sees no row while the rules are forced.
alter table cases.work_item no force row level security;
alter table cases.team_member no force row level security;
insert into cases.work_of_member (commune_id, file_id, act, because, member_id, by_at, due_at, waits)
  select item.commune_id, item.file_id, item.act, item.because, member.member_id, item.by_at, item.due_at, item.waits
  from cases.work_item item join cases.team_member member on member.commune_id = item.commune_id and member.file_id = item.file_id;
alter table cases.work_item force row level security;
alter table cases.team_member force row level security;

-- As 0040 and 0079 have it for the steps: closed to everybody, open where the commune is the one said, to helpers in the files of their teams.
alter table cases.work_of_member enable row level security;
alter table cases.work_of_member force row level security;
create policy of_commune on cases.work_of_member to binhyen_files using (commune_id = (select cases.open_commune()))
  with check (commune_id = (select cases.open_commune()));
create policy of_team on cases.work_of_member as restrictive to binhyen_files using ((file_id = any((select case
  when current_user <> 'binhyen_files' then null
  when coalesce(current_setting('cases.team', true), '') <> ''
  then coalesce(string_to_array(current_setting('cases.team_files', true), ',')::uuid[], '{}') end)::uuid[])) is not false);
do $$
begin
  execute format('create policy of_keeper on cases.work_of_member to %I using ((select cases.is_kept()))', current_user);
end $$;
grant select, insert, delete on cases.work_of_member to binhyen_files;

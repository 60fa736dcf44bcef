-- Owner: cases. Which files a helper may see is looked up once, when the work begins, and stands in the transaction: the rules of the rows
-- hold each row against it by itself. Called for by each table of each statement it cost a helper's list nearly twice its rows.
create function cases.look_up_team() returns void
  language plpgsql
  as $$
  declare
    team text := coalesce(current_setting('cases.team', true), '');
    commune uuid := cases.open_commune();
    files uuid[];
  begin
    -- Until it is known nothing is there.
    perform set_config('cases.team_files', '', true), set_config('cases.team_persons', '', true);
    if team = '' then return; end if;
    files := (select array_agg(member.file_id) from cases.team_member member
      where member.commune_id = commune and member.member_id = any(string_to_array(team, ',')::uuid[]));
    perform set_config('cases.team_files', coalesce(array_to_string(files, ','), ''), true);
    perform set_config('cases.team_persons', coalesce((select string_agg(file.person_id::text, ',') from cases.file
      where file.commune_id = commune and file.id = any(files)), ''), true);
  end $$;
comment on function cases.look_up_team is 'Says in cases.team_files and cases.team_persons which files of the open commune have one of those on their team whom the work names in cases.team, and whose they are';

-- Nobody named: all of them, as the other rules have it. Somebody named and nothing looked up: none. Who counts or watches sees no person
-- and no event, which is the same question to the transaction and is asked with it.
drop policy not_by_count on cases.person;
drop policy not_by_count on cases.event;
do $$
declare
  name text;
begin
  foreach name in array array['file', 'event', 'opening', 'work_item', 'reminder', 'person'] loop
    execute format($policy$alter policy of_team on cases.%I using ((%I = any((select case
      when current_user <> 'binhyen_files' then null
      %s
      when coalesce(current_setting('cases.team', true), '') <> ''
      then coalesce(string_to_array(current_setting('cases.%s', true), ',')::uuid[], '{}') end)::uuid[])) is not false)$policy$,
      name, case when name in ('file', 'person') then 'id' else 'file_id' end,
      case when name in ('event', 'person')
        then $by$when coalesce(current_setting('cases.purpose', true), '') in ('count', 'watch') then '{}'::uuid[]$by$ else '' end,
      case name when 'person' then 'team_persons' else 'team_files' end);
  end loop;
end $$;

-- Somebody who came or left counts from the next statement on.
create or replace function cases.forget_team() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('cases.team', true), '') <> '' then perform cases.look_up_team(); end if;
  return null;
end $$;
drop function cases.team_persons();
drop function cases.team_files();
-- In the order in which a team is looked up: of one person, all their files, without the rows.
drop index cases.team_member_of_user;
create index team_member_of_user on cases.team_member (commune_id, member_id, file_id);

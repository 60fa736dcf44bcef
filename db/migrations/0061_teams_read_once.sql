-- Owner: cases. Which files a helper may see is asked once a statement instead of once a row. It was a question within the policies
-- of each table, which the planner spread over every table of a statement: planning a list took four times as long as with no rules.
create function cases.team_files() returns uuid[]
  language sql stable
  as $$
    select coalesce(array_agg(distinct member.file_id), '{}') from cases.team_member member
    where member.commune_id = cases.open_commune()
      and member.member_id = any(string_to_array(nullif(current_setting('cases.team', true), ''), ',')::uuid[])
  $$;
comment on function cases.team_files is 'The files of the commune that is open on whose team one of those is whom the work names in cases.team';
create function cases.team_persons() returns uuid[]
  language sql stable
  as $$
    select coalesce(array_agg(distinct file.person_id), '{}') from cases.file
    where file.commune_id = cases.open_commune() and file.id = any(cases.team_files())
  $$;
comment on function cases.team_persons is 'The persons whose files team_files gives';

do $$
declare
  name text;
begin
  foreach name in array array['file', 'event', 'opening', 'work_item', 'reminder', 'person'] loop
    execute format($policy$
      alter policy of_team on cases.%I using (
        (select current_user <> 'binhyen_files') or (select coalesce(current_setting('cases.team', true), '') = '')
        or %I = any((select cases.%I())::uuid[]))
    $policy$, name, case name when 'file' then 'id' when 'person' then 'id' else 'file_id' end,
      case name when 'person' then 'team_persons' else 'team_files' end);
  end loop;
end $$;

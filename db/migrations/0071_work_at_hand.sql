-- Owner: cases. The work of a commune is listed and counted from its steps alone, and the files of a team are found once.

-- Who answers for a file stands with each of its steps: an officer's own work is read in its order, however much there is of others.
alter table cases.work_item add column officer_id uuid;
comment on column cases.work_item.officer_id is 'The officer in charge of the file, as the file says; null: nobody';
create index work_item_of_officer on cases.work_item (commune_id, officer_id, by_at, file_id, because, act);
-- Whoever owns the tables sees no row while the rules are forced.
alter table cases.file no force row level security;
alter table cases.work_item no force row level security;
update cases.work_item item set officer_id = file.officer_id from cases.file
  where file.commune_id = item.commune_id and file.id = item.file_id and file.officer_id is not null;
alter table cases.file force row level security;
alter table cases.work_item force row level security;

-- Which files a team has is found once in a transaction instead of several times in each statement: the rules of the files ask for
-- it, those of the persons ask it again, and what they look up in the files asks a third time.
create or replace function cases.team_files() returns uuid[]
  language plpgsql stable
  as $$
  declare
    team text := coalesce(current_setting('cases.team', true), '');
    asked text;
    known text := coalesce(current_setting('cases.team_known', true), '');
    found uuid[];
  begin
    if current_user <> 'binhyen_files' or team = '' then return null; end if;
    asked := cases.open_commune() || ' ' || team || ' ';
    if starts_with(known, asked) then return substr(known, length(asked) + 1)::uuid[]; end if;
    found := (select coalesce(array_agg(distinct member.file_id), '{}') from cases.team_member member
      where member.commune_id = cases.open_commune() and member.member_id = any(string_to_array(team, ',')::uuid[]));
    perform set_config('cases.team_known', asked || found::text, true);
    return found;
  end $$;

-- Somebody who came or left counts from the next statement on.
create function cases.forget_team() returns trigger language plpgsql as $$
begin
  perform set_config('cases.team_known', '', true);
  return null;
end $$;
create trigger forget_team after insert or update or delete on cases.team_member
  for each statement execute function cases.forget_team();

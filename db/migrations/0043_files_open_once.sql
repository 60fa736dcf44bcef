-- Owner: cases. Which commune is open, and for what, is asked once a statement instead of once a row: the filter of the rows then
-- costs next to nothing, and the planner sees that one commune is meant.
create function cases.open_commune() returns uuid
  language sql stable parallel safe
  return case
    when coalesce(current_setting('cases.reader', true), '') <> '' and coalesce(current_setting('cases.purpose', true), '') <> ''
    then nullif(current_setting('cases.commune', true), '')::uuid end;
comment on function cases.open_commune is 'The commune whose files the piece of work that runs now may see or write; null while reader, purpose and commune are not all said';

do $$
declare
  found record;
begin
  for found in select schemaname, tablename from pg_policies
    where policyname = 'of_commune' and qual = 'cases.is_open_for(commune_id)' and (with_check is null or with_check = qual) loop
    execute format('alter policy of_commune on %I.%I using (commune_id = (select cases.open_commune())) with check (commune_id = (select cases.open_commune()))',
      found.schemaname, found.tablename);
  end loop;
end $$;
alter policy not_handed_over on cases.file
  using (handed_over is null or (select current_setting('cases.purpose', true) = 'hand-over'));
alter policy not_by_count on cases.person using ((select coalesce(current_setting('cases.purpose', true), '') not in ('count', 'watch')));
alter policy not_by_count on cases.event using ((select coalesce(current_setting('cases.purpose', true), '') not in ('count', 'watch')));

-- What narrows the role of the files binds that role alone. Before PostgreSQL 16 whoever may take the role on has its policies at all
-- times, the owner among them, whose functions make stubs and give numbers.
do $$
declare
  found record;
begin
  for found in select schemaname, tablename, policyname, qual, with_check from pg_policies
    where schemaname in ('cases', 'handover') and permissive = 'RESTRICTIVE' loop
    execute format('alter policy %I on %I.%I %s %s', found.policyname, found.schemaname, found.tablename,
      'using ((select current_user <> ''binhyen_files'') or (' || found.qual || '))',
      'with check ((select current_user <> ''binhyen_files'') or (' || found.with_check || '))');
  end loop;
end $$;

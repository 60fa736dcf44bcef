-- Owner: handover. A commune that was merged, renamed or divided kept files: its successors take them over by a step of a person, with
-- a ground, so that each has exactly one owner at every moment.

create table handover.succession (
  id uuid primary key,
  from_id uuid not null references area_unit,
  to_id uuid not null references area_unit,
  ground text not null,
  divided boolean not null,
  files integer not null,
  taken_at timestamptz not null,
  taken_by uuid not null,
  constraint succession_elsewhere check (from_id <> to_id),
  constraint succession_files check (files > 0)
);
comment on table handover.succession is 'Files of a commune that is no more, taken over by a commune that holds its territory: how many, by whom, on what ground. Which ones, their stubs say';
comment on column handover.succession.divided is 'The territory went to several: each file was assigned by the residence of the person';
create index succession_from on handover.succession (from_id);
create index succession_to on handover.succession (to_id);

do $$
begin
  alter table handover.succession enable row level security;
  alter table handover.succession force row level security;
  execute format('create policy of_keeper on handover.succession to %I using ((select handover.is_kept()))', current_user);
end $$;
create policy of_both on handover.succession to binhyen_files
  using (to_id = (select cases.open_commune()) or from_id = (select cases.open_commune()));
grant select, insert on handover.succession to binhyen_files;
comment on column cases.file.handed_over is 'The sending, or the succession of communes, by which the file went to another commune; what is left here is its number';

-- Owner: cases. Registers of many persons that leave the product: which one, of which days, by whom, for what; and whose files stand in
-- it, row by row, so that it can be asked back once one of them is erased. Its words are not kept.
create table cases.register_copy (
  commune_id uuid not null references area_unit,
  code text not null,
  register text not null,
  from_on date not null,
  until_on date not null,
  format text not null,
  template_version integer,
  purpose text not null,
  sealed bytea,
  made_by uuid not null,
  acting_for_id uuid,
  made_at timestamptz not null,
  primary key (commune_id, code),
  constraint register_copy_days check (until_on >= from_on),
  constraint register_copy_format check (format in ('docx', 'xlsx'))
);
comment on table cases.register_copy is 'A register of many persons that left the product: the code at its foot, of which days, by whom, for what';
comment on column cases.register_copy.template_version is 'The version of the uploaded template; null where it was ours';
comment on column cases.register_copy.sealed is 'The ground (JSON), which may name somebody, sealed with a key that follows from that of the blind index; null once a person of the register is erased';
comment on column cases.register_copy.acting_for_id is 'For whom its maker stood in, where they made it with lent rights';
create index register_copy_by_time on cases.register_copy (commune_id, made_at desc, code);

create table cases.register_row (
  commune_id uuid not null,
  code text not null,
  row integer not null,
  file_id uuid not null,
  event_id uuid,
  primary key (commune_id, code, row),
  constraint register_row_copy foreign key (commune_id, code) references cases.register_copy,
  constraint register_row_file foreign key (commune_id, file_id) references cases.file
);
comment on table cases.register_row is 'Whose file stands in which row of a register that left, and by which event; the event goes when the person is erased';
create index register_row_of_file on cases.register_row (commune_id, file_id);

-- As in 0034 and 0043: closed to everybody, open to the role of the files where the commune is the one said. A helper, who reaches the
-- files of their teams alone, has no registers.
do $$
declare
  name text;
begin
  foreach name in array array['register_copy', 'register_row'] loop
    execute format('alter table cases.%I enable row level security', name);
    execute format('alter table cases.%I force row level security', name);
    execute format('create policy of_commune on cases.%I to binhyen_files using (commune_id = (select cases.open_commune())) with check (commune_id = (select cases.open_commune()))', name);
    execute format('create policy of_keeper on cases.%I to %I using ((select cases.is_kept()))', name, current_user);
    execute format('create policy not_by_team on cases.%I as restrictive to binhyen_files using ((select current_user <> ''binhyen_files'') or (select coalesce(current_setting(''cases.team'', true), '''') = ''''))', name);
    execute format('grant select, insert on cases.%I to binhyen_files', name);
  end loop;
end $$;

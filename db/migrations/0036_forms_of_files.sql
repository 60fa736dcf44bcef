-- Owner: cases. Forms filled from a file: official templates that an administrator uploads, which hold no person; and, behind
-- the wall, which copies left a file, by whom and under which code.
create table case_form_template (
  id uuid primary key,
  form text not null,
  version integer not null,
  name text not null,
  content bytea not null,
  fields text[] not null,
  valid_from date not null,
  valid_until date,
  uploaded_by uuid not null references person,
  uploaded_at timestamptz not null,
  withdrawn_by uuid references person,
  withdrawn_at timestamptz,
  constraint case_form_template_version unique (form, version),
  constraint case_form_template_validity check (valid_until is null or valid_until >= valid_from),
  constraint case_form_template_withdrawn check ((withdrawn_by is null) = (withdrawn_at is null))
);
comment on table case_form_template is 'A template (.docx) that takes the place of ours for a form number on the days it is valid; every version is kept, a withdrawn one is used no more';
comment on column case_form_template.fields is 'The fields and lists that it asks for, as found when it was checked';
create index case_form_template_uploaded_by on case_form_template (uploaded_by);
create index case_form_template_withdrawn_by on case_form_template (withdrawn_by);

create table cases.form_copy (
  commune_id uuid not null,
  code text not null,
  file_id uuid not null,
  event_id uuid,
  form text not null,
  template_version integer,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (commune_id, code),
  constraint form_copy_file foreign key (commune_id, file_id) references cases.file
);
comment on table cases.form_copy is 'A form that was filled from a file and left it: the code at its foot, who made it and when; its words are not kept';
comment on column cases.form_copy.template_version is 'The version of the uploaded template; null where it was ours';
create index form_copy_of_file on cases.form_copy (commune_id, file_id, made_at desc);

alter table cases.form_copy enable row level security;
alter table cases.form_copy force row level security;
create policy of_commune on cases.form_copy to binhyen_files using (cases.is_open_for(commune_id)) with check (cases.is_open_for(commune_id));
do $$ begin execute format('create policy of_keeper on cases.form_copy to %I using (current_setting(''cases.purpose'', true) = ''keep'')', current_user); end $$;
grant select, insert on cases.form_copy to binhyen_files;

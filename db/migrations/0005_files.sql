-- Owner: documents. Uploaded files, kept in the database so that one back-up holds everything.
create table file (
  id uuid primary key,
  area_id uuid references area_unit,
  sha256 bytea not null,
  name text not null,
  media_type text not null,
  size integer not null constraint file_size check (size > 0),
  content bytea not null,
  uploaded_by uuid references person,
  uploaded_at timestamptz not null default now(),
  public boolean not null default false
);
comment on table file is 'A file of an allowed kind, detected from its bytes; area_id is the unit whose readers may open it';
create index file_area on file (area_id);
create index file_uploaded_by on file (uploaded_by);

create table document (
  id uuid primary key,
  area_id uuid not null references area_unit,
  programme_id uuid,
  kind text not null,
  number text not null,
  issued_on date,
  issuer text not null,
  title text not null,
  file_id uuid references file,
  replaces_id uuid references document,
  public boolean not null default false,
  demo boolean not null default false,
  note text not null default '',
  search_key text not null default '',
  recorded_at timestamptz not null default now(),
  recorded_by uuid references person,
  version integer not null default 1,
  constraint document_replaces_other check (replaces_id <> id)
);
comment on table document is 'The register of directives, plans, decisions, letters: number, date, issuer, file, what it replaces';
comment on column document.search_key is 'Number, title, issuer and kind without diacritics, for finding';
create unique index document_once on document (area_id, issuer, number, issued_on) nulls not distinct where number <> '';
create index document_area on document (area_id, issued_on desc);
create index document_file on document (file_id);
create index document_replaces on document (replaces_id);
create index document_recorded_by on document (recorded_by);
create index document_programme on document (programme_id, issued_on desc);

create table document_link (
  document_id uuid not null references document on delete cascade,
  subject text not null,
  relation text not null constraint document_link_relation check (relation in ('starts', 'governs', 'evidence', 'concludes', 'replaces')),
  primary key (document_id, subject, relation)
);
comment on table document_link is 'What a document starts or governs: target:…, task:…, meeting:…, plan:…, recognition:…';
create index document_link_subject on document_link (subject);

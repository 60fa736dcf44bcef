-- Owner: paper. Sheets that were printed for signing, readings of signed ones, and what each page turned out to be.
create table paper_sheet (
  commune_id uuid not null references area_unit,
  id uuid not null,
  drive_id uuid not null references commitment_drive,
  entry_id uuid not null,
  group_id text not null references commitment_group,
  text_number integer not null,
  hamlet_id uuid references area_unit,
  code text not null constraint paper_sheet_code unique,
  printed_at timestamptz not null default now(),
  printed_by uuid references person,
  spent_at timestamptz,
  primary key (commune_id, id),
  constraint paper_sheet_entry foreign key (commune_id, entry_id) references roster_entry
);
comment on table paper_sheet is 'One sheet of paper for one entry and one wording of a drive; its id becomes the id of the promise, its code is what the QR and the public check name';
comment on column paper_sheet.spent_at is 'When its signature was recorded: printed again, the entry gets another sheet';
create unique index paper_sheet_once on paper_sheet (commune_id, entry_id, drive_id, text_number) where spent_at is null;
create index paper_sheet_of_entry on paper_sheet (commune_id, entry_id);
create index paper_sheet_of_drive on paper_sheet (drive_id, commune_id);
create index paper_sheet_group on paper_sheet (group_id);
create index paper_sheet_hamlet on paper_sheet (hamlet_id);
create index paper_sheet_printed_by on paper_sheet (printed_by);

create table paper_print (
  commune_id uuid not null references area_unit,
  id uuid not null,
  drive_id uuid not null references commitment_drive,
  hamlet_id uuid references area_unit,
  body_id uuid references area_body,
  sheet_ids uuid[] not null,
  drawn integer not null default 0,
  made_at timestamptz not null default now(),
  made_by uuid not null references person,
  primary key (commune_id, id)
);
comment on table paper_print is 'One printing: which sheets, in their order, and how many of them are drawn so far';
create index paper_print_of_drive on paper_print (commune_id, drive_id, made_at desc);
create index paper_print_drive on paper_print (drive_id);
create index paper_print_hamlet on paper_print (hamlet_id);
create index paper_print_body on paper_print (body_id);
create index paper_print_made_by on paper_print (made_by);

create table paper_reading (
  commune_id uuid not null references area_unit,
  id uuid not null,
  drive_id uuid not null references commitment_drive,
  hamlet_id uuid references area_unit,
  state text not null constraint paper_reading_state
    check (state in ('draft', 'waiting', 'running', 'done', 'cancelled')),
  cancel_asked boolean not null default false,
  pages_done integer not null default 0,
  pages_total integer,
  started_at timestamptz not null default now(),
  started_by uuid not null references person,
  finished_at timestamptz,
  primary key (commune_id, id)
);
comment on table paper_reading is 'One stack of signed sheets that is read: photographs or scans of a hamlet or commune, how far it is, and what came of it';
create index paper_reading_of_drive on paper_reading (commune_id, drive_id, started_at desc);
create index paper_reading_drive on paper_reading (drive_id);
create index paper_reading_hamlet on paper_reading (hamlet_id);
create index paper_reading_started_by on paper_reading (started_by);
create index paper_reading_open on paper_reading (started_at) where state in ('waiting', 'running');

create table paper_original (
  commune_id uuid not null,
  reading_id uuid not null,
  position integer not null,
  name text not null,
  content bytea,
  size integer not null,
  pages integer,
  primary key (commune_id, reading_id, position),
  constraint paper_original_reading foreign key (commune_id, reading_id) references paper_reading on delete cascade
);
comment on table paper_original is 'A file as it was sent; its bytes are dropped once every page of it has been read';

create table paper_page (
  commune_id uuid not null,
  id uuid not null,
  reading_id uuid not null,
  position integer not null,
  number integer not null,
  state text not null constraint paper_page_state
    check (state in ('queued', 'aside', 'recorded', 'held', 'rejected', 'unread', 'replaced')),
  doubt text constraint paper_page_doubt check (doubt in ('box_empty', 'one_dot', 'box_unclear')),
  reason text,
  note text not null default '',
  sheet_commune_id uuid,
  sheet_id uuid,
  hamlet_id uuid references area_unit,
  marks smallint not null default 0,
  ink_area real,
  image bytea,
  cut bytea,
  file_id uuid references file,
  read_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by uuid references person,
  primary key (commune_id, id),
  constraint paper_page_once unique (commune_id, reading_id, position, number),
  constraint paper_page_reading foreign key (commune_id, reading_id) references paper_reading on delete cascade,
  constraint paper_page_sheet foreign key (sheet_commune_id, sheet_id) references paper_sheet,
  constraint paper_page_matched check (state in ('unread') or sheet_id is not null)
);
comment on table paper_page is 'One picture of one sheet: which sheet it is, the signature cut out, what a person decided; or why it could not be read';
comment on column paper_page.hamlet_id is 'Of the sheet; of the reading where the sheet is not known. Who reaches it may see it';
create index paper_page_of_reading on paper_page (commune_id, reading_id, state);
create index paper_page_of_sheet on paper_page (sheet_commune_id, sheet_id);
create index paper_page_hamlet on paper_page (hamlet_id);
create index paper_page_file on paper_page (file_id);
create index paper_page_decided_by on paper_page (decided_by);

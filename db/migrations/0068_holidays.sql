-- Owner: cases. Years of public holidays and moved working days, as they were announced: entered without a release.
create table holiday_year (
  id uuid primary key,
  year integer not null,
  off date[] not null,
  worked date[] not null,
  announced boolean not null,
  source text not null,
  entered_by uuid not null references person,
  entered_at timestamptz not null,
  constraint holiday_year_range check (year between 2022 and 2100)
);
comment on table holiday_year is 'Holidays and moved working days of a year as announced; never changed: the one entered last goes before, and before those that come with the product. It holds no person of a file';
create index holiday_year_last on holiday_year (year, entered_at desc);
create index holiday_year_entered_by on holiday_year (entered_by);
-- Whoever reads a file counts its working days by them.
grant select on holiday_year to binhyen_files;

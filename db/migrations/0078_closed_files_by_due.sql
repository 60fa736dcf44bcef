-- Owner: cases. Files that are closed are listed and counted in their order as those that are open are, however many there are.
create index file_closed_by_due on cases.file (commune_id, coalesce(next_due_at, 'infinity'), id) where closed_on is not null;

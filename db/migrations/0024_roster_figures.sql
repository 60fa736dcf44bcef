-- Owner: rosters. One declared figure a day for a group in a place, and what undoing an import needs to know of those whom
-- mended rows have brought back.
create unique index roster_declared_once on roster_declared (commune_id, place_id, group_id, as_of) where withdrawn_on is null;
alter table roster_import_before add column ended_on date;
alter table roster_import_before add column ended_reason text;
comment on column roster_import_before.ended_reason is 'Set when the import brought back one who had ended: a bad row of a newer list that was mended and sent again';
alter table roster_import add column pieces integer;
comment on column roster_import.pieces is 'How many pieces the file has; null when whoever sent it did not say. A file that has not arrived whole is not imported';

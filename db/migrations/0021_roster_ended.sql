-- Owner: rosters. Who has left the rosters is few beside who stands on them: a coverage asks for the few.
create index roster_entry_ended on roster_entry (commune_id, ended_on) where ended_on is not null;

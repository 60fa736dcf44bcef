-- Owner: paper. What waits to be confirmed is counted on the first screen of whoever confirms it, without reading what was decided.
create index paper_page_waiting on paper_page ((coalesce(hamlet_id, commune_id))) where state = 'queued';

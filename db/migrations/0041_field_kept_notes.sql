-- Owner: field. Not only signatures are kept of a phone that was wiped.
comment on table field_kept is 'Signatures and reasons not signed that came from a wiped or withdrawn device, or for a hamlet merged since: kept until a person decides, so that nothing is lost';

-- Owner: cases. The law is read otherwise in three things: who is spared where that is known late, custody without an end, and who
-- came from a list without a decision. Every file is read again within the hours after this update; what was out of sight by the old
-- reading alone comes back with the new one. Whoever owns the table sees no row while the rules are forced.
alter table cases.file no force row level security;
update cases.file set read_under = -1 where read_under >= 0;
alter table cases.file force row level security;

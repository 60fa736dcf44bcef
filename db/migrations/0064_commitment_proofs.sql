-- Owner: commitments. What proves a signature is on record as what it is called: a meeting, or a file. Until now either id passed for the other.
update commitment_promise promise
set meeting_id = coalesce(
      (select id from meeting where id = promise.meeting_id), (select id from meeting where id = promise.file_id)),
    file_id = coalesce((select id from file where id = promise.file_id), (select id from file where id = promise.meeting_id))
where (meeting_id is not null and not exists (select 1 from meeting where id = promise.meeting_id))
  or (file_id is not null and not exists (select 1 from file where id = promise.file_id));

-- Signatures on a phone name neither: null costs them nothing, and the indexes leave them out. Meetings and files belong to no
-- one commune, as a reference from rows that are kept by commune asks for.
alter table commitment_promise
  add constraint commitment_promise_meeting foreign key (meeting_id) references meeting,
  add constraint commitment_promise_file foreign key (file_id) references file;
create index commitment_promise_of_meeting on commitment_promise (meeting_id) where meeting_id is not null;
create index commitment_promise_of_file on commitment_promise (file_id) where file_id is not null;
comment on column commitment_promise.meeting_id is 'The meeting at which it was signed: held in its place or above it, no later than the signing, with minutes';
comment on column commitment_promise.file_id is 'The paper that proves it: a file that lies in its commune, or of a document in the commune or above it';

-- Owner: cases. How long files are kept: restricted after their end, held, erased by two with a certificate; what a person asks
-- for about the file on them; and each paper that left it.

alter table cases.file add column settled_on date, add column kept_as text,
  add constraint file_kept_as check (kept_as in ('nothing-decided', 'user', 'rehabilitation', 'compulsory'));
comment on column cases.file.settled_on is 'Since when nothing is left to do, as the engine of the law read it last; its keeping is counted from then';
comment on column cases.file.kept_as is 'The furthest that the law went with the person: decides how long it is kept; null: not read yet, the longest is meant';
comment on column cases.file.restricted_on is 'Since when it is out of the ordinary lists and searches, and opens for few purposes only';
comment on table cases.event is 'What happened, in the words of the law (modules/cases/events): never changed, never taken out; a withdrawal is an event too. Destroyed all at once when the person is erased';
create index file_by_settled on cases.file (commune_id, settled_on) where settled_on is not null;

create table case_length (
  rule text not null,
  from_on date not null,
  count integer not null,
  unit text not null,
  ground text not null,
  set_by uuid not null references person,
  set_at timestamptz not null,
  primary key (rule, from_on),
  constraint case_length_count check (count between 1 and 1200),
  constraint case_length_unit check (unit in ('hours', 'days', 'working-days', 'months')),
  constraint case_length_ground check (btrim(ground) <> '')
);
comment on table case_length is 'How long files are kept and by when requests are answered, where an administrator entered the length that was checked; holds no person of a file';
create index case_length_set_by on case_length (set_by);

create table cases.hold (
  commune_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  from_on date not null,
  until_on date,
  sealed bytea,
  placed_at timestamptz not null,
  placed_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (commune_id, id),
  constraint hold_file foreign key (commune_id, file_id) references cases.file,
  constraint hold_lasts check (until_on is null or until_on >= from_on),
  constraint hold_ended check ((ended_at is null) = (ended_by is null))
);
comment on table cases.hold is 'A file that is kept although its time is over: by whose paper, until when';
comment on column cases.hold.sealed is 'Ground and paper (JSON), sealed with the key of the person; null once that is erased';
create index hold_of_file on cases.hold (commune_id, file_id);

create table cases.request (
  commune_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  kind text not null,
  way text not null,
  received_at timestamptz not null,
  due_at timestamptz not null,
  about_id uuid,
  sealed bytea,
  person_version integer not null,
  taken_at timestamptz not null,
  taken_by uuid not null,
  outcome text,
  answered_at timestamptz,
  answered_by uuid,
  answer bytea,
  primary key (commune_id, id),
  constraint request_file foreign key (commune_id, file_id) references cases.file,
  constraint request_kind check (kind in ('statement', 'correction', 'complaint', 'erasure', 'restriction')),
  constraint request_way check (way in ('desk', 'post', 'portal', 'phone', 'representative')),
  constraint request_outcome check (outcome in ('done', 'refused', 'passed-on')),
  constraint request_answered check ((outcome is null) = (answered_at is null) and (outcome is null) = (answered_by is null)),
  constraint request_not_by_whom_it_is_about check (about_id is null or answered_by is null or answered_by <> about_id)
);
comment on table cases.request is 'What a person asked for about the file on them, by when it is to be answered, how it was';
comment on column cases.request.about_id is 'Whom a complaint is about: they neither read it nor answer it';
comment on column cases.request.sealed is 'What was asked, in words (JSON), sealed with the key of the person; null once that is erased';
comment on column cases.request.person_version is 'The version of who the person is when it came: a correction that was made has a later one';
comment on column cases.request.answer is 'What was answered, sealed alike';
create index request_of_file on cases.request (commune_id, file_id);
create index request_open on cases.request (commune_id, due_at) where answered_at is null;

create table cases.issued (
  commune_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  serial text not null,
  kind text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  collected_at timestamptz,
  collected_by uuid,
  primary key (commune_id, id),
  constraint issued_serial unique (commune_id, serial),
  constraint issued_file foreign key (commune_id, file_id) references cases.file,
  constraint issued_collected check ((collected_at is null) = (collected_by is null))
);
comment on table cases.issued is 'Each paper that was made from a file, by its serial: once the person is erased these are collected and destroyed, one by one';
create index issued_of_file on cases.issued (commune_id, file_id);

create table cases.erasure (
  commune_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  ground text not null,
  reason bytea,
  proposed_at timestamptz not null,
  proposed_by uuid not null,
  decision text,
  decided_at timestamptz,
  decided_by uuid,
  certificate text,
  destroyed jsonb,
  master_keys text[],
  previous bytea,
  digest bytea,
  primary key (commune_id, id),
  constraint erasure_certificate_once unique (commune_id, certificate),
  constraint erasure_person foreign key (commune_id, person_id) references cases.person,
  constraint erasure_ground check (ground in ('rule', 'request', 'no-ground')),
  constraint erasure_decision check (decision in ('erase', 'keep')),
  constraint erasure_decided check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null)),
  constraint erasure_by_two check (decided_by is null or decided_by <> proposed_by),
  constraint erasure_certified check (coalesce(decision = 'erase', false) = (certificate is not null) and (certificate is null) = (digest is null))
);
comment on table cases.erasure is 'Proposed by one, decided by another: who a file is of is destroyed, and a certificate that names nobody is issued. A chain for each commune';
comment on column cases.erasure.reason is 'Why, in words, sealed with the key of the person; null once that is erased';
comment on column cases.erasure.destroyed is 'What was destroyed, as numbers, and the numbers of the files';
comment on column cases.erasure.master_keys is 'Master keys that opened the key of the person: while one of them exists, older back-ups still open';
comment on column cases.erasure.digest is 'SHA-256 over the certificate and the digest of the one before in the commune';
create index erasure_of_person on cases.erasure (commune_id, person_id);
create unique index erasure_one_at_a_time on cases.erasure (commune_id, person_id) where decided_at is null;
create unique index erasure_chain on cases.erasure (commune_id, coalesce(previous, ''::bytea)) where digest is not null;

create table cases.past (
  commune_id uuid not null references area_unit,
  id uuid not null,
  begun_in smallint not null,
  settled_in smallint,
  kept_as text,
  statuses text[] not null,
  primary key (commune_id, id)
);
comment on table cases.past is 'What counts still need of a file that was erased: years and kinds of status, with no way back to the file, the certificate or the person';

-- As in 0034: closed to everybody, open to the role of the files where the commune is the one said.
do $$
declare
  name text;
begin
  foreach name in array array['hold', 'request', 'issued', 'erasure', 'past'] loop
    execute format('alter table cases.%I enable row level security', name);
    execute format('alter table cases.%I force row level security', name);
    execute format('create policy of_commune on cases.%I to binhyen_files using (cases.is_open_for(commune_id)) with check (cases.is_open_for(commune_id))', name);
    execute format('create policy of_keeper on cases.%I to %I using (current_setting(''cases.purpose'', true) = ''keep'')', name, current_user);
    execute format('grant select, insert on cases.%I to binhyen_files', name);
  end loop;
end $$;
grant update (ended_at, ended_by) on cases.hold to binhyen_files;
grant update (outcome, answered_at, answered_by, answer) on cases.request to binhyen_files;
grant update (collected_at, collected_by) on cases.issued to binhyen_files;
grant update (reason, decision, decided_at, decided_by, certificate, destroyed, master_keys, previous, digest) on cases.erasure to binhyen_files;

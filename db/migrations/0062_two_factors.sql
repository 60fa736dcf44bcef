-- Owner: access. A session says whether it was opened with two factors: without them it holds no rights to files of persons.
alter table auth.session add column two_factors boolean not null default false;
comment on column auth.session.two_factors is 'Opened by a code, by a passkey, or by an organisation that demands two factors of everybody';

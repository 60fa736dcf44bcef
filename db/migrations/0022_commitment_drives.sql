-- Owner: commitments. What making and following a drive needs beside 0015: when a reason was noted, whose promise was broken.
alter table commitment_unsigned add column noted_at timestamptz not null default now();
comment on column commitment_unsigned.noted_at is 'When it was noted where it was noted: the newest stands, whichever device brings it';

-- A firm on a roster of firms is a body although no area_body stands for it.
alter table commitment_breach alter column body_id drop not null;
comment on column commitment_breach.body_id is 'The body on record, where one stands for the signer; the promise names the signer in any case';
create index commitment_breach_open on commitment_breach (commune_id) where settled_on is null;

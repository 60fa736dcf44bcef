-- Owner: verification. Lots of signed promises, the sample drawn from each, what the visits found, and questions about how a lot came.
create table verification_risk (
  id uuid primary key,
  effective_on date not null,
  acceptable numeric not null,
  rejectable numeric not null,
  producer numeric not null,
  consumer numeric not null,
  tries smallint not null,
  reason text not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid references person,
  constraint verification_risk_apart check (acceptable >= 0 and rejectable > acceptable and rejectable < 1),
  constraint verification_risk_small check (producer > 0 and producer <= 0.2 and consumer > 0 and consumer <= 0.2),
  constraint verification_risk_tries check (tries between 1 and 5)
);
comment on table verification_risk is 'The risks that plans are made from, each from a day on: a lot keeps those that it was closed with';
comment on column verification_risk.acceptable is 'The share of wrong ones up to which a lot is good; from rejectable on it is bad';
comment on column verification_risk.producer is 'How often at most a good lot may fail to pass; consumer: how often at most a bad one may pass';
create index verification_risk_recorded_by on verification_risk (recorded_by);
insert into verification_risk (id, effective_on, acceptable, rejectable, producer, consumer, tries, reason) values
  ('7d6f1f4e-53c0-4a57-9c61-5a3f8a2f0026', '2020-01-01', 0.05, 0.25, 0.05, 0.10, 3, 'Mức ban đầu của sản phẩm');

create table verification_lot (
  commune_id uuid not null references area_unit,
  id uuid not null,
  drive_id uuid not null references commitment_drive,
  group_id text not null references commitment_group,
  place_id uuid not null,
  hamlet_id uuid references area_unit,
  body_id uuid references area_body,
  members uuid[] not null,
  risk_id uuid not null references verification_risk,
  sample integer not null,
  allowed integer not null,
  closed_on date not null,
  closed_at timestamptz not null,
  recorded_by uuid references person,
  verifier_id uuid references person,
  seal_position bigint,
  seal text,
  drawn_at timestamptz,
  outcome text constraint verification_lot_outcome check (outcome in ('passed', 'failed')),
  wrong integer,
  decided_on date,
  follow_up text,
  followed_up_on date,
  followed_up_by uuid references person,
  withdrawn_on date,
  withdrawn_reason text,
  demo boolean not null default false,
  version integer not null default 1,
  primary key (commune_id, id),
  constraint verification_lot_id unique (id),
  constraint verification_lot_place check (hamlet_id is null or body_id is null),
  constraint verification_lot_plan check (sample between 1 and cardinality(members) and allowed between 0 and sample - 1),
  constraint verification_lot_drawn check ((drawn_at is null) = (seal is null)),
  constraint verification_lot_decided check ((outcome is null) = (decided_on is null) and (outcome is null) = (wrong is null)),
  constraint verification_lot_followed check ((follow_up is null) = (followed_up_on is null)),
  constraint verification_lot_withdrawn check ((withdrawn_on is null) = (withdrawn_reason is null) and (withdrawn_on is null or outcome is null))
);
comment on table verification_lot is 'The signed promises of one group in one hamlet, body or commune, closed on a day; passes or fails by what the visits of its sample find';
comment on column verification_lot.members is 'The promises that stood when it was closed: the draw is made from these and can be made again';
comment on column verification_lot.sample is 'How many are visited, and with allowed (not confirmed at most) the plan that follows from the risks';
comment on column verification_lot.seal is 'The hash under which the audit sealed the closing of the lot, from which the seed follows; seal_position is its place in the log, null in a demonstration';
create unique index verification_lot_open on verification_lot (place_id, drive_id, group_id, commune_id)
  where outcome is null and withdrawn_on is null;
create index verification_lot_drive on verification_lot (drive_id, closed_at desc, id);
create index verification_lot_group on verification_lot (group_id);
create index verification_lot_hamlet on verification_lot (hamlet_id);
create index verification_lot_body on verification_lot (body_id);
create index verification_lot_risk on verification_lot (risk_id);
create index verification_lot_recorded_by on verification_lot (recorded_by);
create index verification_lot_verifier on verification_lot (verifier_id);
create index verification_lot_followed_by on verification_lot (followed_up_by);
create index verification_lot_to_follow on verification_lot (commune_id) where outcome = 'failed' and follow_up is null;

create table verification_item (
  commune_id uuid not null,
  lot_id uuid not null,
  position integer not null,
  promise_id uuid not null,
  outcome text constraint verification_item_outcome
    check (outcome in ('confirmed', 'denied', 'unknown', 'silent', 'away', 'moved')),
  tries smallint not null default 0,
  tried_at timestamptz,
  visited_on date,
  visited_by uuid references person,
  primary key (commune_id, lot_id, position),
  constraint verification_item_once unique (commune_id, lot_id, promise_id),
  constraint verification_item_lot foreign key (commune_id, lot_id) references verification_lot,
  constraint verification_item_promise foreign key (commune_id, promise_id) references commitment_promise
);
comment on table verification_item is 'One drawn promise, in the order of the draw: first the sample, then the reserve; what the visit found, never a judgement of a person';
create index verification_item_of_promise on verification_item (commune_id, promise_id);
create index verification_item_visited_by on verification_item (visited_by);

create table verification_question (
  commune_id uuid not null references area_unit,
  id uuid not null,
  drive_id uuid not null references commitment_drive,
  group_id text not null references commitment_group,
  place_id uuid not null,
  hamlet_id uuid references area_unit,
  body_id uuid references area_body,
  found jsonb not null,
  asked_on date not null,
  asked_at timestamptz not null default now(),
  answer text,
  answered_on date,
  answered_by uuid references person,
  closing text,
  closed_on date,
  closed_by uuid references person,
  demo boolean not null default false,
  version integer not null default 1,
  primary key (commune_id, id),
  constraint verification_question_id unique (id),
  constraint verification_question_once unique (place_id, drive_id, group_id, commune_id),
  constraint verification_question_place check (hamlet_id is null or body_id is null),
  constraint verification_question_answered check ((answer is null) = (answered_on is null)),
  constraint verification_question_closed check ((closing is null) = (closed_on is null) and (closed_on is null or answered_on is not null))
);
comment on table verification_question is 'A question to the head how a lot came to be signed (all in one hour, the same ink); about a lot and never about a person, without a score, closed by the level above';
comment on column verification_question.found is 'What made the product ask: patterns with their counts';
create index verification_question_drive on verification_question (drive_id);
create index verification_question_group on verification_question (group_id);
create index verification_question_hamlet on verification_question (hamlet_id);
create index verification_question_body on verification_question (body_id);
create index verification_question_answered_by on verification_question (answered_by);
create index verification_question_closed_by on verification_question (closed_by);
create index verification_question_waiting on verification_question (commune_id) where answered_on is null;

create table verification_look (
  commune_id uuid not null,
  drive_id uuid not null references commitment_drive,
  place_id uuid not null,
  group_id text not null,
  signed integer not null,
  primary key (commune_id, drive_id, place_id, group_id)
);
comment on table verification_look is 'How many had signed in a place when its patterns were last looked at: only what has changed is looked at again';
create index verification_look_drive on verification_look (drive_id);

-- Owner: meetings. What the paper of the minutes says besides the meeting itself, as Decree 30/2020 asks: number, issuer, secretary, end, recipients.
alter table meeting
  add column minutes_number text not null default '',
  add column issuer text not null default '',
  add column secretary_post_id uuid references post,
  add column ends_at time,
  add column recipients text[] not null default '{}';
comment on column meeting.minutes_number is 'Number and sign of the minutes as printed, such as 05/BB-BCĐ; numbers begin anew each year';
comment on column meeting.issuer is 'The body in whose name the minutes are written; empty: the People''s Committee of the area';
comment on column meeting.recipients is 'Who receives the minutes ("Nơi nhận"), one a line';
create index meeting_secretary on meeting (secretary_post_id);
create unique index meeting_minutes_number on meeting (area_id, extract(year from held_on), minutes_number) where minutes_number <> '';

-- Owner: handover. A notice to a commune of stay that nobody acknowledges is brought up as a late hand-over is: the heads first, the
-- province half a day later.
alter table handover.notice
  add column head_told_at timestamptz,
  add column province_told_at timestamptz;
comment on column handover.notice.head_told_at is 'When the heads of both commune police were reminded that it is late';
comment on column handover.notice.province_told_at is 'When the province was told which commune has not acknowledged it';
create index notice_late on handover.notice (due_at) where state = 'sent';

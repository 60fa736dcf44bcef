-- Owner: portal. News written and published by staff, corrected openly; views counted by the server, no tracking.
create table article (
  id uuid primary key,
  programme_id uuid not null references programme,
  area_id uuid not null references area_unit,
  slug text not null constraint article_slug unique,
  language text not null default 'vi' constraint article_language check (language in ('vi', 'en')),
  title text not null,
  summary text not null,
  body text not null,
  source text not null default '',
  picture_id uuid references file,
  picture_caption text not null default '',
  publish_at timestamptz,
  published_by uuid references person,
  withdrawn_at timestamptz,
  withdrawn_reason text not null default '',
  author_id uuid references person,
  changed_at timestamptz not null default now(),
  version integer not null default 1,
  demo boolean not null default false,
  constraint article_withdrawn check ((withdrawn_at is null) = (withdrawn_reason = '')),
  constraint article_withdrawn_after check (withdrawn_at is null or publish_at is not null)
);
comment on table article is 'A news item; body is Markdown; a draft until publish_at is set, public from then on, until it is withdrawn';
create index article_published on article (programme_id, publish_at desc);
create index article_area on article (area_id);
create index article_head_picture on article (picture_id);
create index article_author on article (author_id);
create index article_published_by on article (published_by);

create table article_correction (
  id uuid primary key,
  article_id uuid not null references article on delete cascade,
  corrected_at timestamptz not null,
  reason text not null,
  earlier_title text not null,
  earlier_summary text not null,
  earlier_body text not null,
  person_id uuid references person
);
comment on table article_correction is 'What a published item said before it was corrected, and why; shown to the public';
create index article_correction_article on article_correction (article_id, corrected_at);
create index article_correction_person on article_correction (person_id);

create table article_related (
  article_id uuid not null references article on delete cascade,
  related_id uuid not null references article on delete cascade,
  position smallint not null default 0,
  primary key (article_id, related_id),
  constraint article_related_other check (article_id <> related_id)
);
comment on table article_related is 'Related items, in the order chosen by the writer';
create index article_related_target on article_related (related_id);

create table article_picture (
  article_id uuid not null references article on delete cascade,
  file_id uuid not null references file,
  primary key (article_id, file_id)
);
comment on table article_picture is 'Pictures inside the text of an item: they are public while the item is';
create index article_picture_file on article_picture (file_id);

create table article_views (
  article_id uuid not null references article on delete cascade,
  slot smallint not null,
  views bigint not null default 0,
  primary key (article_id, slot)
);
comment on table article_views is 'Views of an item in a few slots, so that readers do not wait for one another';

create table help_line (
  id uuid primary key,
  position integer not null,
  kind text not null constraint help_line_kind check (kind in ('counsel', 'emergency', 'place')),
  number text not null default '',
  title_vi text not null,
  title_en text not null,
  note_vi text not null default '',
  note_en text not null default '',
  placeholder boolean not null default false,
  constraint help_line_position unique (position) deferrable initially deferred
);
comment on table help_line is 'Where to get help, shown on the portal; an administrator changes it; a placeholder number says that it is one';
insert into help_line (id, position, kind, number, title_vi, title_en, note_vi, note_en, placeholder) values
  ('0190a000-0000-7000-8000-000000000001', 1, 'counsel', '0221 000 0000', 'Tư vấn cai nghiện', 'Counselling', '7:00 đến 21:00', '7 am to 9 pm', true),
  ('0190a000-0000-7000-8000-000000000002', 2, 'emergency', '115', 'Cấp cứu', 'Ambulance', '', '', false),
  ('0190a000-0000-7000-8000-000000000003', 3, 'emergency', '111', 'Bảo vệ trẻ em', 'Child protection', '', '', false),
  ('0190a000-0000-7000-8000-000000000004', 4, 'emergency', '113', 'Công an', 'Police', '', '', false),
  ('0190a000-0000-7000-8000-000000000005', 5, 'place', '', 'Trạm y tế xã', 'Commune health station', 'nơi bạn ở, giờ hành chính', 'where you live, office hours', false),
  ('0190a000-0000-7000-8000-000000000006', 6, 'place', '', 'Công an xã', 'Commune police', 'đăng ký cai nghiện tự nguyện, giữ kín thông tin', 'to register for voluntary treatment, in confidence', false);

-- Owner: portal. News written and published by staff, corrected openly; views counted by the server, no tracking.
create table article (
  id uuid primary key,
  programme_id uuid not null references programme,
  area_id uuid not null references area_unit,
  slug text not null constraint article_slug unique,
  language text not null default 'vi',
  title text not null,
  summary text not null,
  body text not null,
  source text not null default '',
  picture_id uuid references file,
  picture_caption text not null default '',
  publish_at timestamptz,
  withdrawn_at timestamptz,
  author_id uuid references person,
  version integer not null default 1,
  demo boolean not null default false
);
comment on table article is 'A news item; body is Markdown; public from publish_at on';
create index article_published on article (programme_id, publish_at desc);
create index article_area on article (area_id);
create index article_picture on article (picture_id);
create index article_author on article (author_id);

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
comment on table article_correction is 'What a published item said before it was corrected, and why';
create index article_correction_article on article_correction (article_id);
create index article_correction_person on article_correction (person_id);

create table article_related (
  article_id uuid not null references article on delete cascade,
  related_id uuid not null references article on delete cascade,
  primary key (article_id, related_id)
);
comment on table article_related is 'Related items';
create index article_related_other on article_related (related_id);

create table article_views (
  article_id uuid not null references article on delete cascade,
  slot smallint not null,
  views bigint not null default 0,
  primary key (article_id, slot)
);
comment on table article_views is 'Views of an item in a few slots, so that readers do not wait for one another';

// What readers are shown of the news: published items only, their views, and what was corrected.

import { sql } from 'kysely'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'

export type NewsItem = {
  id: string
  slug: string
  language: 'vi' | 'en'
  title: string
  summary: string
  source: string
  pictureId: string | null
  pictureCaption: string
  publishedAt: Date
  correctedAt: Date | null
  views: number
  related: number
  demo: boolean
}

const isPublic = (now: Date) => sql<boolean>`(item.publish_at <= ${now} and item.withdrawn_at is null)`
const columns = (now: Date) => sql`
  item.id, item.slug, item.language, item.title, item.summary, item.source, item.picture_id as "pictureId",
  item.picture_caption as "pictureCaption", item.publish_at as "publishedAt", item.demo,
  (select max(corrected_at) from article_correction where article_id = item.id) as "correctedAt",
  (select coalesce(sum(views), 0)::int from article_views where article_id = item.id) as views,
  (select count(*)::int from article_related join article other on other.id = article_related.related_id
    where article_related.article_id = item.id and other.publish_at <= ${now} and other.withdrawn_at is null) as related`

export const pageSize = 20

/** Published items of a programme, the latest first. */
export async function listNews(
  db: Db,
  programmeId: string,
  now: Date,
  page = 1,
): Promise<{ items: NewsItem[]; more: boolean }> {
  const found = await sql<NewsItem>`
    select ${columns(now)} from article item where item.programme_id = ${programmeId} and ${isPublic(now)}
    order by item.publish_at desc, item.id desc limit ${pageSize + 1} offset ${(page - 1) * pageSize}`.execute(db)
  return { items: found.rows.slice(0, pageSize), more: found.rows.length > pageSize }
}

export type Correction = { at: Date; reason: string; title: string; summary: string; body: string }
export type WholeItem = NewsItem & {
  programmeId: string
  body: string
  withdrawnAt: Date | null
  withdrawnReason: string
  corrections: readonly Correction[]
  relatedItems: readonly NewsItem[]
}

/** One item by its address; also a withdrawn one, so that its address can say so. Undefined: it was never public. */
export async function findNews(db: Db, slug: string, now: Date): Promise<WholeItem | undefined> {
  const found = await sql<WholeItem>`
    select ${columns(now)}, item.programme_id as "programmeId", item.body, item.withdrawn_at as "withdrawnAt",
      item.withdrawn_reason as "withdrawnReason"
    from article item where item.slug = ${slug} and item.publish_at <= ${now}`.execute(db)
  const item = found.rows[0]
  if (!item) return undefined
  const corrections = await sql<Correction>`
    select corrected_at as at, reason, earlier_title as title, earlier_summary as summary, earlier_body as body
    from article_correction where article_id = ${item.id} order by corrected_at desc`.execute(db)
  return { ...item, corrections: corrections.rows, relatedItems: await relatedTo(db, item.id, now) }
}

export async function relatedTo(db: Db, articleId: string, now: Date): Promise<NewsItem[]> {
  const found = await sql<NewsItem>`
    select ${columns(now)} from article_related join article item on item.id = article_related.related_id
    where article_related.article_id = ${articleId} and ${isPublic(now)} order by article_related.position`.execute(db)
  return found.rows
}

const slots = 8

/** One more view. Readers at the same moment mostly meet different slots, so they do not wait for one another. */
export async function countView(db: Db, articleId: string): Promise<void> {
  const slot = Math.floor(Math.random() * slots)
  await sql`
    insert into article_views (article_id, slot, views) values (${articleId}, ${slot}, 1)
    on conflict (article_id, slot) do update set views = article_views.views + 1`.execute(db)
}

export type Picture = { mediaType: string; content: Buffer; sha256: Buffer }

/** A picture of an item that is public now; no other file can be read this way. */
export async function findPicture(db: Db, id: string, now: Date): Promise<Picture | undefined> {
  const found = await sql<Picture>`
    select media_type as "mediaType", content, sha256 from file
    where id = ${id} and media_type like 'image/%' and exists (
      select 1 from article_picture join article item on item.id = article_picture.article_id
      join programme on programme.id = item.programme_id and programme.public
      where article_picture.file_id = file.id and ${isPublic(now)})`.execute(db)
  return found.rows[0]
}

export type PublicDocument = {
  id: string
  kind: string
  number: string
  issuedOn: string | null
  issuer: string
  title: string
  fileId: string | null
  demo: boolean
}

/** The published papers of a programme that there were on a day, the latest first. */
export async function publicDocuments(db: Db, programmeId: string, on: PlainDate): Promise<PublicDocument[]> {
  const found = await sql<PublicDocument>`
    select id, kind, number, issued_on as "issuedOn", issuer, title, file_id as "fileId", demo
    from document where programme_id = ${programmeId} and public and (issued_on is null or issued_on <= ${on}) order by issued_on desc nulls last, number limit 500`.execute(
    db,
  )
  return found.rows
}

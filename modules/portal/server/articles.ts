// Reads and writes items of news: the parts that several operations share.

import { sql } from 'kysely'
import type * as z from 'zod/mini'
import { platformRefusals, refuse } from '../../../platform/contract/refusal.ts'
import type { Db } from '../../../platform/server/slice.ts'
import type { ChangeArticle } from '../contract.ts'
import { portalRefusals as refusals } from '../refusals.ts'
import { isShowable, picturesIn } from './markdown.ts'

export type Written = Omit<z.output<(typeof ChangeArticle)['input']>, 'version'>

export type StoredArticle = {
  id: string
  areaId: string
  title: string
  summary: string
  body: string
  source: string
  pictureId: string | null
  pictureCaption: string
  /** Ids, in order. */
  related: string[]
  publishAt: Date | null
  withdrawnAt: Date | null
  version: number
}

/** The item, locked for the change that follows; a stale version is refused with the state that was saved meanwhile. */
export async function lockArticle(db: Db, id: string, version: number): Promise<StoredArticle> {
  const found = await sql<StoredArticle>`
    select id, area_id as "areaId", title, summary, body, source, picture_id as "pictureId",
      picture_caption as "pictureCaption", publish_at as "publishAt", withdrawn_at as "withdrawnAt", version,
      array(select related_id from article_related where article_id = article.id order by position) as related
    from article where id = ${id} for update`.execute(db)
  const article = found.rows[0]
  if (!article) throw refuse(platformRefusals.not_found)
  if (article.version !== version) throw refuse(platformRefusals.changed_meanwhile)
  return article
}

export async function areaOfArticle(db: Db, id: string): Promise<string | undefined> {
  const found = await sql<{ area_id: string }>`select area_id from article where id = ${id}`.execute(db)
  return found.rows[0]?.area_id
}

/** Refuses pictures that are none, captions that are missing, and related items that are not there. */
export async function checkText(db: Db, written: Written, areaId: string, programmeId: string): Promise<void> {
  if (written.pictureId && written.pictureCaption === '')
    throw refuse(refusals.picture_without_caption, {}, 'pictureCaption')
  if (!isShowable(written.body)) throw refuse(refusals.too_many_signs, {}, 'body')
  const wanted = picturesOf(written)
  if (wanted.length > 0) {
    // A picture must have been sent up for this item's own area: what another area keeps is not published through here.
    const found = await sql<{ id: string }>`
      select id from file where id = any(${wanted}::uuid[]) and media_type like 'image/%' and area_id = ${areaId}`.execute(
      db,
    )
    if (found.rows.length < wanted.length)
      throw refuse(refusals.picture_not_there, {}, written.pictureId ? 'pictureId' : 'body')
  }
  const related = await sql<{ id: string }>`
    select id from article where id = any(${written.related}::uuid[]) and id <> ${written.id} and programme_id = ${programmeId}`.execute(
    db,
  )
  if (related.rows.length < new Set(written.related).size) throw refuse(refusals.related_not_there, {}, 'related')
}

const picturesOf = (written: Written): string[] => [
  ...new Set([...picturesIn(written.body), ...(written.pictureId ? [written.pictureId] : [])]),
]

/** Keeps which pictures and which other items belong to an item. */
export async function keepLinks(db: Db, written: Written): Promise<void> {
  const pictures = picturesOf(written)
  await sql`delete from article_picture where article_id = ${written.id}`.execute(db)
  await sql`
    insert into article_picture (article_id, file_id) select ${written.id}, unnest(${pictures}::uuid[])`.execute(db)
  await sql`delete from article_related where article_id = ${written.id}`.execute(db)
  await sql`
    insert into article_related (article_id, related_id, position)
    select ${written.id}, wanted.id, wanted.place from unnest(${[...new Set(written.related)]}::uuid[]) with ordinality as wanted(id, place)`.execute(
    db,
  )
}

/** Puts the new text in place of the old one. */
export async function replaceText(db: Db, written: Written, now: Date): Promise<void> {
  await sql`
    update article set title = ${written.title}, summary = ${written.summary}, body = ${written.body},
      source = ${written.source}, picture_id = ${written.pictureId ?? null}, picture_caption = ${written.pictureCaption},
      changed_at = ${now}, version = version + 1
    where id = ${written.id}`.execute(db)
  await keepLinks(db, written)
}

export async function programmeOfArticle(db: Db, id: string): Promise<string> {
  const found = await sql<{ programme_id: string }>`select programme_id from article where id = ${id}`.execute(db)
  return found.rows[0]?.programme_id ?? ''
}

/** What the audit keeps of a text, written or stored, in the same words. */
export const noteOf = (text: Omit<Written, 'id' | 'pictureId'> & { pictureId?: string | null }) => ({
  title: text.title,
  summary: text.summary,
  body: text.body,
  source: text.source,
  pictureId: text.pictureId ?? null,
  pictureCaption: text.pictureCaption,
  related: [...new Set(text.related)],
})

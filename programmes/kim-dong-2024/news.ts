// Puts the demonstration's news into the portal, with its picture, its views and its one correction.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import type { Db } from '../../platform/server/slice.ts'
import { areaId, demoId, personId, programmeId } from './ids.ts'
import { type DemoNews, newsItems } from './news-items.ts'

const articleId = (key: string): string => demoId(`article:${key}`)
const district = areaId('331')
const editor = personId('huyen')

export async function loadNews(db: Db): Promise<void> {
  for (const item of newsItems) {
    const pictureId = item.picture ? await loadPicture(db, item.picture.file) : null
    const made = await sql`
      insert into article (id, programme_id, area_id, slug, title, summary, body, source, picture_id, picture_caption,
        publish_at, published_by, author_id, changed_at, version, demo)
      values (${articleId(item.key)}, ${programmeId}, ${district}, ${item.slug}, ${item.title}, ${item.summary}, ${item.body},
        ${item.source}, ${pictureId}, ${item.picture?.caption ?? ''}, ${item.publishAt}, ${editor}, ${editor},
        ${item.correction?.at ?? item.publishAt}, ${item.correction ? 3 : 2}, ${!item.fact}) on conflict (id) do nothing`.execute(
      db,
    )
    if (made.numAffectedRows === 0n) continue
    if (pictureId)
      await sql`insert into article_picture (article_id, file_id) values (${articleId(item.key)}, ${pictureId})`.execute(
        db,
      )
    await sql`insert into article_views (article_id, slot, views) values (${articleId(item.key)}, 0, ${item.views})`.execute(
      db,
    )
    if (item.correction) await loadCorrection(db, item.key, item.correction)
  }
  for (const item of newsItems)
    await sql`
      insert into article_related (article_id, related_id, position)
      select ${articleId(item.key)}, wanted.id, wanted.place from unnest(${item.related.map(articleId)}::uuid[])
        with ordinality as wanted(id, place) on conflict do nothing`.execute(db)
}

async function loadPicture(db: Db, name: string): Promise<string> {
  const content = readFileSync(path.join(import.meta.dirname, 'pictures', name))
  const id = demoId(`file:${name}`)
  await sql`
    insert into file (id, area_id, sha256, name, media_type, size, content, uploaded_by)
    values (${id}, ${district}, ${createHash('sha256').update(content).digest()}, ${name}, 'image/webp', ${content.length}, ${content},
      ${editor}) on conflict (id) do nothing`.execute(db)
  return id
}

async function loadCorrection(db: Db, key: string, correction: NonNullable<DemoNews['correction']>): Promise<void> {
  await sql`
    insert into article_correction (id, article_id, corrected_at, reason, earlier_title, earlier_summary, earlier_body, person_id)
    values (${demoId(`correction:${key}`)}, ${articleId(key)}, ${correction.at}, ${correction.reason}, ${correction.title},
      ${correction.summary}, ${correction.body}, ${editor}) on conflict (id) do nothing`.execute(db)
}

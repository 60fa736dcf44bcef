// Writes a new item: a draft that only staff see.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Db } from '../../../../platform/server/slice.ts'
import { programmeBySlug } from '../../../programme/server/public.ts'
import { WriteArticle } from '../../contract.ts'
import { portalRefusals as refusals } from '../../refusals.ts'
import { slugOf } from '../../rules.ts'
import { checkText, keepLinks, noteOf } from '../articles.ts'

export const writeArticle = carriesOut(WriteArticle, async ({ db, person, now }, input) => {
  const programme = await programmeBySlug(db, input.programme)
  if (!programme) throw refuse(refusals.no_programme, { slug: input.programme }, 'programme')
  const inside = await sql`
    select 1 from area_coverage where ancestor_id = ${programme.areaId} and unit_id = ${input.areaId}`.execute(db)
  if (inside.rows.length === 0) throw refuse(refusals.outside_the_programme, {}, 'areaId')
  await checkText(db, input, input.areaId, programme.id)
  const slug = await freeSlug(db, input.title, input.id)
  await sql`
    insert into article (id, programme_id, area_id, slug, language, title, summary, body, source, picture_id,
      picture_caption, author_id, changed_at)
    values (${input.id}, ${programme.id}, ${input.areaId}, ${slug}, ${input.language}, ${input.title}, ${input.summary},
      ${input.body}, ${input.source}, ${input.pictureId ?? null}, ${input.pictureCaption}, ${person.id}, ${now})`.execute(
    db,
  )
  await keepLinks(db, input)
  return {
    answer: { id: input.id, slug, version: 1 },
    audit: { subject: `article:${input.id}`, areaId: input.areaId, after: noteOf(input) },
  }
})

// An address never changes once it may have been shared, so it is made free at the start.
async function freeSlug(db: Db, title: string, id: string): Promise<string> {
  const wanted = slugOf(title) || 'tin'
  const found = await sql<{ slug: string }>`select slug from article where slug = ${wanted}`.execute(db)
  return found.rows.length === 0 ? wanted : `${wanted}-${id.replace(/-/g, '').slice(-8)}`
}

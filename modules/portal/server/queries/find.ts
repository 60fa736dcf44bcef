// One item with its text, its related items, its corrections, and what the asker may do with it.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { within } from '../../../../platform/server/rights.ts'
import { answers, type Db } from '../../../../platform/server/slice.ts'
import { FindArticle } from '../../contract.ts'
import { stateOf } from '../../rules.ts'
import { areaOfArticle } from '../articles.ts'
import { rowColumns, rowOf } from './list.ts'

type Whole = Parameters<typeof rowOf>[0] & {
  summary: string
  body: string
  source: string
  pictureId: string | null
  pictureCaption: string
  withdrawnReason: string
}

export const findArticle = answers(
  FindArticle,
  async ({ db, scopeFor, now }, { id }) => {
    const found = await sql<Whole>`
      select ${rowColumns}, article.summary, article.body, article.source, article.picture_id as "pictureId",
        article.picture_caption as "pictureCaption", article.withdrawn_reason as "withdrawnReason"
      from article join area_unit unit on unit.id = article.area_id where article.id = ${id}`.execute(db)
    const row = found.rows[0]
    if (!row) throw refuse(platformRefusals.not_found)
    const article = rowOf(row, now)
    const reach = await sql<{ yes: boolean }>`
      select ${within(scopeFor('portal.publish'), sql`${row.area.id}::uuid`)} as yes`.execute(db)
    const publisher = reach.rows[0]?.yes ?? false
    const open = article.state === 'draft' || article.state === 'scheduled'
    const seen = article.state === 'published'
    return {
      article: { ...article, related: await relatedOf(db, id, now) },
      corrections: await correctionsOf(db, id),
      may: { change: open, publish: open && publisher, correct: seen && publisher, withdraw: seen && publisher },
    }
  },
  ({ db }, { id }) => areaOfArticle(db, id),
)

async function relatedOf(db: Db, id: string, now: Date) {
  const found = await sql<{ id: string; title: string; publishAt: Date | null; withdrawnAt: Date | null }>`
    select other.id, other.title, other.publish_at as "publishAt", other.withdrawn_at as "withdrawnAt"
    from article_related join article other on other.id = article_related.related_id
    where article_related.article_id = ${id} order by article_related.position`.execute(db)
  return found.rows.map((row) => ({ id: row.id, title: row.title, state: stateOf(row, now) }))
}

async function correctionsOf(db: Db, id: string) {
  const found = await sql<{
    id: string
    at: Date
    reason: string
    earlierTitle: string
    earlierSummary: string
    earlierBody: string
  }>`
    select id, corrected_at as at, reason, earlier_title as "earlierTitle", earlier_summary as "earlierSummary",
      earlier_body as "earlierBody"
    from article_correction where article_id = ${id} order by corrected_at desc`.execute(db)
  return found.rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }))
}

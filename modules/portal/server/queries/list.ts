// The items of those areas that the asker may write for, the latest change first.

import { type RawBuilder, sql } from 'kysely'
import { nameKey } from '../../../../platform/contract/name-key.ts'
import { within } from '../../../../platform/server/rights.ts'
import { answers } from '../../../../platform/server/slice.ts'
import { ListArticles } from '../../contract.ts'
import { type ArticleState, stateOf } from '../../rules.ts'

type Row = {
  id: string
  slug: string
  title: string
  area: { id: string; code: string; name: string; type: string }
  language: 'vi' | 'en'
  publishAt: Date | null
  withdrawnAt: Date | null
  changedAt: Date
  corrections: number
  views: number
  demo: boolean
  version: number
}

export const rowColumns = sql`
  article.id, article.slug, article.title, article.language, article.publish_at as "publishAt",
  article.withdrawn_at as "withdrawnAt", article.changed_at as "changedAt", article.demo, article.version,
  json_build_object('id', unit.id, 'code', unit.code, 'name', unit.name, 'type', unit.type) as area,
  (select count(*)::int from article_correction where article_id = article.id) as corrections,
  (select coalesce(sum(views), 0)::int from article_views where article_id = article.id) as views`

const iso = (instant: Date | null): string | null => (instant ? new Date(instant).toISOString() : null)
export const rowOf = <R extends Row>(row: R, now: Date) => ({
  ...row,
  state: stateOf(row, now),
  publishAt: iso(row.publishAt),
  withdrawnAt: iso(row.withdrawnAt),
  changedAt: new Date(row.changedAt).toISOString(),
})

const stateSql = (now: Date): RawBuilder<ArticleState> => sql<ArticleState>`
  case when article.withdrawn_at is not null then 'withdrawn' when article.publish_at is null then 'draft'
    when article.publish_at <= ${now} then 'published' else 'scheduled' end`

export const listArticles = answers(ListArticles, async ({ db, scope, now }, input) => {
  const conditions: RawBuilder<boolean>[] = [within(scope, sql.ref('article.area_id'))]
  if (input.programme) conditions.push(sql<boolean>`programme.slug = ${input.programme}`)
  if (input.q)
    conditions.push(
      sql<boolean>`area_name_key(article.title) like ${`%${nameKey(input.q).replace(/[\\%_]/g, '\\$&')}%`}`,
    )
  const where = sql.join(conditions, sql` and `)
  const inState =
    input.state.length > 0 ? sql<boolean>`${stateSql(now)} = any(${input.state}::text[])` : sql<boolean>`true`
  const cursor = cursorOf(input.cursor)
  const found = await sql<Row>`
    select ${rowColumns} from article join programme on programme.id = article.programme_id
    join area_unit unit on unit.id = article.area_id
    where ${where} and ${inState} and ${cursor}
    order by date_trunc('milliseconds', article.changed_at) desc, article.id desc limit ${input.limit + 1}`.execute(db)
  const counted = await sql<{ state: ArticleState; count: number }>`
    select ${stateSql(now)} as state, count(*)::int as count from article join programme on programme.id = article.programme_id
    where ${where} group by 1`.execute(db)
  const counts = { draft: 0, scheduled: 0, published: 0, withdrawn: 0 }
  for (const row of counted.rows) counts[row.state] = row.count
  const wanted = input.state.length > 0 ? input.state : (Object.keys(counts) as ArticleState[])
  const rows = found.rows.slice(0, input.limit).map((row) => rowOf(row, now))
  const last = rows.at(-1)
  return {
    rows,
    total: wanted.reduce((sum, state) => sum + counts[state], 0),
    next: found.rows.length > input.limit && last ? `${last.changedAt}_${last.id}` : null,
    counts,
  }
})

function cursorOf(cursor: string | undefined): RawBuilder<boolean> {
  const parts = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f-]{36})$/.exec(cursor ?? '')
  if (!parts) return sql<boolean>`true`
  // The cursor keeps milliseconds, the database microseconds: compare what the cursor can tell apart.
  return sql<boolean>`(date_trunc('milliseconds', article.changed_at), article.id) < (${parts[1]}::timestamptz, ${parts[2]}::uuid)`
}

// The register as a list: the latest decisions first, found by unit with or without diacritics, by number or by issuer.

import { type RawBuilder, sql } from 'kysely'
import { nameKey } from '../../../../platform/contract/name-key.ts'
import { unitKind, unitName } from '../../../../platform/contract/unit-name.ts'
import { within } from '../../../../platform/server/rights.ts'
import { answers, type Db } from '../../../../platform/server/slice.ts'
import { ListDecisions } from '../../contract.ts'
import { type Outcome, outcomes } from '../../standing.ts'
import { type EntryRow, entryColumns } from '../entries.ts'
import { known } from '../known.ts'

const states = {
  valid: sql<boolean>`entry.cancelled_on is null`,
  cancelled: sql<boolean>`entry.cancelled_on is not null`,
  all: sql<boolean>`true`,
}

export const listDecisions = answers(ListDecisions, async ({ db, scope, scopeFor }, input) => {
  const conditions: RawBuilder<boolean>[] = [within(scope, sql.ref('entry.area_id')), states[input.state]]
  if (input.on) conditions.push(sql<boolean>`entry.decided_on <= ${input.on}`)
  if (input.areaId)
    conditions.push(sql<boolean>`exists (select 1 from area_coverage under
    where under.unit_id = entry.area_id and under.ancestor_id = ${input.areaId})`)
  if (input.q) conditions.push(await matching(db, input.q))
  const whatever = sql<boolean>`${sql.join(conditions, sql` and `)}`
  const where =
    input.outcome.length > 0 ? sql<boolean>`${whatever} and entry.outcome = any(${input.outcome}::text[])` : whatever
  const after = afterCursor(input.cursor)
  const found = await sql<EntryRow>`
    select ${entryColumns} from recognition_decision entry join area_unit unit on unit.id = entry.area_id
    where ${where} and ${after} order by entry.decided_on desc, entry.id desc limit ${input.limit + 1}`.execute(db)
  const counted = await sql<{ outcome: Outcome; count: number }>`
    select outcome, count(*)::int as count from recognition_decision entry where ${whatever} group by outcome`.execute(
    db,
  )
  const of = (outcome: Outcome) => counted.rows.find((row) => row.outcome === outcome)?.count ?? 0
  const chosen: readonly Outcome[] = input.outcome.length > 0 ? input.outcome : outcomes
  const rows = found.rows.slice(0, input.limit)
  const last = rows.at(-1)
  const reach = scopeFor('recognition.decide')
  return {
    rows,
    total: chosen.reduce((sum, outcome) => sum + of(outcome), 0),
    outcomes: { recognised: of('recognised'), kept: of('kept'), lost: of('lost'), reappraise: of('reappraise') },
    next: found.rows.length > input.limit && last ? `${last.decidedOn}_${last.id}` : null,
    may: { register: reach.everywhere || reach.roots.length > 0 },
  }
})

async function matching(db: Db, q: string): Promise<RawBuilder<boolean>> {
  const wanted = nameKey(q)
  const { units } = await known(db)
  const ids = [...units.values()]
    .filter(
      (unit) => unit.code === q || nameKey(`${unitName(unit, 'vi')} ${unitKind(unit.type, 'en')}`).includes(wanted),
    )
    .map((unit) => unit.id)
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  return sql<boolean>`(entry.area_id = any(${ids}::uuid[]) or entry.number ilike ${like} or entry.issuer ilike ${like})`
}

function afterCursor(cursor: string | undefined): RawBuilder<boolean> {
  const parts = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(cursor ?? '')
  if (!parts) return sql<boolean>`true`
  return sql<boolean>`(entry.decided_on, entry.id) < (${parts[1]}::date, ${parts[2]}::uuid)`
}

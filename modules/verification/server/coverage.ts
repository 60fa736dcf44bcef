// What is verified of each row of coverage: the newest result of each place and group in it, counted and never averaged.

import { sql } from 'kysely'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { platformRefusals, refuse } from '../../../platform/contract/refusal.ts'
import type { PlainDate } from '../../../platform/server/clock.ts'
import { answers, type Db, type Handler } from '../../../platform/server/slice.ts'
import { type Cell, keptOnCoverage, type Row, type RowKey } from '../../commitments/server/public.ts'
import { ShowVerified } from '../contract/coverage.ts'
import { confirmedOf } from './lots/show.ts'

type Answer = OutputOf<typeof ShowVerified>
type Area = Answer['areas'][number]
type Result = Omit<Area['results'][number], 'signed' | 'least' | 'most'> & { cell: string; wrong: number }

const cellName = ({ communeId, hamletId, bodyId, groupId }: Omit<Cell, 'signed' | 'of'>): string =>
  `${communeId} ${hamletId ?? bodyId ?? communeId} ${groupId}`

export const showVerified: Handler = answers(ShowVerified, async ({ db, scope, now }, question) => {
  const told = await keptOnCoverage(db, scope, { ...question, name: 'verified' }, now, async (rows) =>
    tell(rows, await newestResults(db, question.driveId, question.on), question.group),
  )
  if (!told) throw refuse(platformRefusals.not_found)
  return told
})

function tell(told: readonly Row[], results: ReadonlyMap<string, Result>, group: string | undefined): Answer {
  const rows = told.map(({ key, cells }) => {
    const lots = cells.filter(({ signed, groupId }) => signed > 0 && (group === undefined || groupId === group))
    const found = lots.flatMap((cell) => {
      const result = results.get(cellName(cell))
      return result ? [{ ...result, signed: cell.signed }] : []
    })
    const passed = found.filter(({ outcome }) => outcome === 'passed').length
    return { key, lots: lots.length, passed, failed: found.length - passed, found }
  })
  const sum = (count: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + count(row), 0)
  return {
    lots: sum(({ lots }) => lots),
    passed: sum(({ passed }) => passed),
    failed: sum(({ failed }) => failed),
    areas: rows
      .filter(({ found }) => found.length > 0)
      .map(({ key, found, ...counts }) => ({
        ...placeOf(key),
        ...counts,
        results: isOnePlace(key) ? found.map(resultOf) : [],
      })),
  }
}

const resultOf = ({ cell: _, wrong, ...result }: Result & { signed: number }): Area['results'][number] => ({
  ...result,
  ...confirmedOf(result.size, result.sample, wrong),
})

const isOnePlace = (key: RowKey): boolean => key.kind !== 'unit' || key.unit.level === 'village'

function placeOf(key: RowKey): Pick<Area, 'id' | 'level' | 'restated'> {
  if (key.kind === 'body') return { id: key.bodyId, level: 'body', restated: key.restated }
  const level = key.kind === 'whole' ? 'whole' : (key.unit.level as Area['level'])
  return { id: key.unit.id, level, restated: key.restated }
}

/** The last result of each place and group by the day; the cells that it is matched with are cut to the reader's reach. */
async function newestResults(db: Db, driveId: string, on: PlainDate): Promise<Map<string, Result>> {
  const { rows } = await sql<Result>`
    select distinct on (lot.commune_id, lot.place_id, lot.group_id)
      lot.commune_id || ' ' || lot.place_id || ' ' || lot.group_id as cell, lot.id as "lotId",
      json_build_object('vi', kind.name_vi, 'en', kind.name_en) as group, lot.outcome, lot.decided_on as on, lot.sample, lot.allowed,
      cardinality(lot.members) as size, lot.wrong
    from verification_lot lot join commitment_group kind on kind.id = lot.group_id
    where lot.drive_id = ${driveId} and lot.decided_on <= ${on}::date
    order by lot.commune_id, lot.place_id, lot.group_id, lot.decided_on desc, lot.closed_at desc`.execute(db)
  return new Map(rows.map((row) => [row.cell, row]))
}

// One import from its first byte to its last row, all in one transaction: for the screen, the command line and the bench.
// Memory stays flat however large the file is: bytes are read in slices, rows are judged and stored in batches.

import { type Kysely, sql } from 'kysely'
import type { DB } from '../../../../db/schema.generated.ts'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { type OneConnection, onOneConnection } from '../../../../platform/database/copying.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import { tableOf } from '../../../../platform/server/spreadsheet/look.ts'
import type { Source } from '../../../../platform/server/spreadsheet/source.ts'
import { type Row, Unreadable } from '../../../../platform/server/spreadsheet/table.ts'
import type { Plan } from '../../contract/import.ts'
import { importRefusals } from '../../contract/import-refusals.ts'
import { type Collected, collectFaults } from './collect-faults.ts'
import { type Judged, judgeRows } from './judge.ts'
import { fixedPlace, placesOf, territoryOf } from './places.ts'
import { refuseOlder, type Settled, settleAdded, settleWaiting } from './settle.ts'
import { type RowStore, rowStore, type Tally } from './store-rows.ts'
import {
  anybodyThere,
  findAgain,
  indexWaiting,
  makeWaitingTable,
  noRepeats,
  type Repeats,
  repeatsOf,
  waitingTable,
} from './waiting.ts'

export type ImportOrder = {
  id: string
  areaId: string
  personId: string | null
  source: Source
  media: 'csv' | 'xlsx'
  plan: Plan
  dryRun: boolean
  today: string
  language: 'vi' | 'en'
  identityKey: string
  /** Told every few thousand rows; throws to give up. */
  onProgress?: (progress: Progress) => Promise<void>
  /** The file of the rows to mend, piece by piece. */
  saveFaults?: (piece: Buffer, position: number) => Promise<void>
  /** Inside of the transaction, once everything is in place; a check has nothing to be written down. */
  inside?: (db: Db, imported: Imported) => Promise<void>
}
export type Progress = { done: number; total: number | null; good: number; bad: number }
type Counts = { good: number; bad: number; lists: number; matched: number; replaced: number; added: number }
export type Imported = Counts & {
  rows: number
  places: { name: string; rows: number; before: number }[]
  placeCount: number
  repeats: Repeats
} & Pick<Collected, 'first' | 'kinds'>

const progressEvery = 20_000
const placesShown = 500

export async function runImport(db: Kysely<DB>, order: ImportOrder): Promise<Imported> {
  return onOneConnection(db, async (one) => {
    await sql`begin`.execute(one.db)
    try {
      await sql`set local statement_timeout = 0`.execute(one.db)
      await sql`set local idle_in_transaction_session_timeout = 0`.execute(one.db)
      await sql`set local work_mem = '64MB'`.execute(one.db)
      const answer = await inTransaction(one, order)
      await (order.dryRun ? sql`rollback` : sql`commit`).execute(one.db)
      return answer
    } catch (fault) {
      await sql`rollback`.execute(one.db)
      throw fault instanceof Unreadable ? refuse(importRefusals[fault.reason]) : fault
    }
  })
}

async function inTransaction(one: OneConnection, order: ImportOrder): Promise<Imported> {
  const { plan } = order
  const territory = await territoryOf(one.db, order.areaId, plan.asOf)
  const communes = territory.communes.map(({ id }) => id)
  const fixed = await fixedPlace(one.db, territory, plan)
  if (communes.length === 0 || (!fixed && (plan.place.kind === 'hamlet' || plan.place.kind === 'body')))
    throw refuse(importRefusals.no_such_place)
  // One after the other: two newer lists of one place would each end what the other brought.
  if (!order.dryRun) await sql`select pg_advisory_xact_lock(hashtext('roster-import'))`.execute(one.db)
  // Also for a check: only the rows themselves tell who is found again and who stands on another list.
  const waiting = await anybodyThere(one.db, communes, plan.groupId)
  if (waiting) await makeWaitingTable(one.db)
  const store =
    order.dryRun && !waiting
      ? counting()
      : rowStore({
          one,
          table: waiting ? waitingTable : 'roster_entry',
          importId: order.id,
          plan,
          personId: order.personId,
          identityKey: order.identityKey,
        })
  const place = placesOf(territory, fixed, plan.place.kind === 'hamlet-column')
  const judge = judgeRows(plan.mapping, place, Number(order.today.slice(0, 4)))
  const read = await readAll(order, judge, store)
  await store.finish()
  const tallies = store.tallies()
  if (plan.how === 'replace') await refuseOlder(one.db, plan, tallies)
  const before = await standing(one.db, plan, tallies)
  const { repeats, ...settled } = waiting
    ? await settleWaitingRows(one.db, order, tallies)
    : { repeats: noRepeats, ...(await settleNew(one.db, order, tallies)) }
  const counts = {
    good: read.good,
    bad: read.faults.bad,
    lists: tallies.length,
    matched: settled.matched,
    replaced: settled.replaced,
    added: settled.added,
  }
  const imported = {
    ...counts,
    rows: read.rows,
    places: before.slice(0, placesShown),
    placeCount: before.length,
    repeats,
    first: read.faults.first,
    kinds: read.faults.kinds,
  }
  if (!order.dryRun) await order.inside?.(one.db, imported)
  return imported
}

const settleNew = async (db: Db, { plan, dryRun }: ImportOrder, tallies: readonly Tally[]): Promise<Settled> =>
  dryRun
    ? { matched: 0, replaced: 0, added: tallies.reduce((sum, { rows }) => sum + rows, 0) }
    : settleAdded(db, plan, tallies)

/** Rows that waited. A check says what would come of it; the import itself refuses to count anybody twice. */
async function settleWaitingRows(
  db: Db,
  { id, plan, personId, dryRun }: ImportOrder,
  tallies: readonly Tally[],
): Promise<Settled & { repeats: Repeats }> {
  await indexWaiting(db)
  const { standing, found } = await findAgain(db, plan, tallies)
  const repeats = await repeatsOf(db, plan)
  const [first] = repeats.first
  if (first && !dryRun && !plan.allowRepeats)
    throw refuse(importRefusals.counted_twice, { count: repeats.count, ...first })
  if (!dryRun) return { ...(await settleWaiting(db, id, plan, personId, tallies)), repeats }
  const rows = tallies.reduce((sum, tally) => sum + tally.rows, 0)
  return { matched: found, replaced: plan.how === 'replace' ? standing - found : 0, added: rows - found, repeats }
}

type Read = { rows: number; good: number; faults: Collected }

async function readAll(order: ImportOrder, judge: (row: Row) => Judged, store: RowStore): Promise<Read> {
  const { mapping } = order.plan
  const table = await tableOf(order.source, order.media, mapping)
  const faults = collectFaults(mapping, order)
  let [rows, good, told] = [0, 0, 0]
  for await (const batch of table.rows()) {
    for (const row of batch) {
      if (row.at <= mapping.headerRow) {
        if (row.at === mapping.headerRow) faults.header(row.cells)
        continue
      }
      if (!row.cells.some((cell) => cell !== '')) continue
      rows += 1
      const judged = judge(row)
      if ('draft' in judged) {
        good += 1
        store.add(judged.draft)
      } else faults.add(row, judged.faults)
    }
    await store.room()
    await faults.room()
    if (rows - told < progressEvery) continue
    told = rows
    const share = table.share()
    await order.onProgress?.({
      done: rows,
      total: share > 0 ? Math.max(rows, Math.round(rows / share)) : null,
      good,
      bad: rows - good,
    })
  }
  if (rows === 0) throw refuse(importRefusals.no_rows)
  // The last word before anything is settled: whoever wanted to stop it can.
  await order.onProgress?.({ done: rows, total: rows, good, bad: rows - good })
  return { rows, good, faults: await faults.finish() }
}

/** A check stores nothing and only counts what would go where. */
function counting(): RowStore {
  const tallies = new Map<string, Tally>()
  return {
    add({ communeId, hamletId, bodyId }) {
      const key = hamletId ?? bodyId ?? communeId
      const kept = tallies.get(key)
      if (kept) kept.rows += 1
      else tallies.set(key, { communeId, hamletId, bodyId, listId: key, rows: 1 })
    },
    room: async () => undefined,
    finish: async () => undefined,
    tallies: () => [...tallies.values()],
  }
}

/** The places by name, with how many stand there before the import. */
async function standing(db: Db, { groupId }: Plan, tallies: readonly Tally[]) {
  const places = tallies.map(({ hamletId, bodyId, communeId }) => hamletId ?? bodyId ?? communeId)
  const found = await sql<{ name: string; rows: number; before: number }>`
    select coalesce(body.name, unit.name) as name, place.rows, coalesce((
      select sum(entries)::int from roster_count count where count.commune_id = place.commune_id
        and count.place_id = place.id and count.group_id = ${groupId}), 0) as before
    from unnest(${tallies.map(({ communeId }) => communeId)}::uuid[], ${places}::uuid[],
      ${tallies.map(({ rows }) => rows)}::int[]) as place (commune_id, id, rows)
    left join area_unit unit on unit.id = place.id left join area_body body on body.id = place.id
    order by place.rows desc, name`.execute(db)
  return found.rows
}

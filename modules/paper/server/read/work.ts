// Readings that were started are carried out in the background, one after the other and page by page: what is read is kept at
// once, so that a reading that the end of a process broke off goes on with its next page.

import { type Kysely, sql } from 'kysely'
import type { DB } from '../../../../db/schema.generated.ts'
import type { Chore } from '../../../../platform/server/periodic.ts'
import type { Parts } from '../../../../platform/server/slice.ts'
import { mostPages, type UnreadReason } from '../../contract.ts'
import { fileKindOf } from './file-kind.ts'
import { openReader, type Reader } from './reader.ts'
import { type PagePlace, storePage, storeUnread } from './store-page.ts'
import type { FileKind } from './worker.ts'

type Needed = Pick<Parts, 'db' | 'recordAudit' | 'clock'>
type Reading = {
  commune_id: string
  id: string
  drive_id: string
  hamlet_id: string | null
  started_by: string
}
type Original = { position: number; pages: number | null }
class Cancelled extends Error {}
class TimeIsUp extends Error {}

/** A turn is short, so that whoever stops the product need not wait for a stack; the next turn goes on with the next page. */
const turn = 8_000
export const paperChores: readonly Chore[] = [
  { name: 'paper-readings', everySeconds: 1, run: (parts) => runWaitingReadings(parts, performance.now() + turn) },
]

/** Only one process does this at a time (the chore's lock), so whatever says it is running was broken off. */
export async function runWaitingReadings(parts: Needed, until = Number.POSITIVE_INFINITY): Promise<void> {
  const { db } = parts
  await sql`delete from paper_reading where state = 'draft' and started_at < now() - interval '2 days'`.execute(db)
  for (;;) {
    const { rows } = await sql<Reading>`
      update paper_reading set state = 'running' where (commune_id, id) in (
        select commune_id, id from paper_reading where state in ('running', 'waiting') order by started_at limit 1)
      returning commune_id, id, drive_id, hamlet_id, started_by`.execute(db)
    const [reading] = rows
    if (!reading) return
    if (!(await carryOut(parts, reading, until))) return
  }
}

/** Whether there was time to end it. */
async function carryOut(parts: Needed, reading: Reading, until: number): Promise<boolean> {
  const reader = openReader()
  try {
    const originals = await countPages(parts.db, reader, reading)
    await countDone(parts.db, reading)
    for (const original of originals) await readFile(parts.db, reader, reading, original, until)
    await finish(parts, reading, 'done')
    return true
  } catch (fault) {
    if (fault instanceof TimeIsUp) return false
    if (!(fault instanceof Cancelled)) throw fault
    await finish(parts, reading, 'cancelled')
    return true
  } finally {
    await reader.close()
  }
}

/** First how many pages there are, so that the progress is of something; what is no sheet at all is named here. */
async function countPages(db: Kysely<DB>, reader: Reader, reading: Reading): Promise<Original[]> {
  const { rows } = await sql<Original>`
    select position, pages from paper_original where commune_id = ${reading.commune_id} and reading_id = ${reading.id}
    order by position`.execute(db)
  for (const original of rows.filter(({ pages }) => pages === null)) {
    await stopIfAsked(db, reading)
    original.pages = await pagesIn(db, reader, reading, original.position)
    await sql`update paper_original set pages = ${original.pages}
      where commune_id = ${reading.commune_id} and reading_id = ${reading.id} and position = ${original.position}`.execute(
      db,
    )
  }
  const total = rows.reduce((sum, { pages }) => sum + (pages ?? 0), 0)
  await sql`update paper_reading set pages_total = ${total}
    where commune_id = ${reading.commune_id} and id = ${reading.id}`.execute(db)
  return rows
}

async function pagesIn(db: Kysely<DB>, reader: Reader, reading: Reading, position: number): Promise<number> {
  const bytes = await bytesOf(db, reading, position)
  const kind = bytes && (await fileKindOf(bytes))
  const none = async (reason: UnreadReason) => {
    await storeUnread(db, placeOf(reading, position, 0), reason)
    return 0
  }
  if (!bytes || !kind) return none('wrong_kind')
  if (kind === 'picture') return 1
  const opened = await reader.open(bytes, kind)
  if (!('pages' in opened) || opened.pages === 0) return none('broken_file')
  return opened.pages > mostPages ? none('too_many_pages') : opened.pages
}

async function readFile(
  db: Kysely<DB>,
  reader: Reader,
  reading: Reading,
  { position, pages }: Original,
  until: number,
): Promise<void> {
  const done = await sql<{ number: number }>`
    select number from paper_page where commune_id = ${reading.commune_id} and reading_id = ${reading.id}
      and position = ${position}`.execute(db)
  const known = new Set(done.rows.map(({ number }) => number))
  const left = Array.from({ length: pages ?? 0 }, (_, at) => at + 1).filter((number) => !known.has(number))
  const bytes = left.length > 0 ? await bytesOf(db, reading, position) : undefined
  const kind: FileKind | undefined = bytes && (await fileKindOf(bytes))
  if (bytes && kind) {
    const opened = await reader.open(bytes, kind)
    for (const number of left) {
      await stopIfAsked(db, reading)
      if (performance.now() > until) throw new TimeIsUp()
      const place = placeOf(reading, position, number)
      const page = 'unreadable' in opened ? opened : await reader.page(number - 1)
      if ('read' in page) await storePage(db, place, page.read)
      else await storeUnread(db, place, 'unreadable' in page ? page.unreadable : 'broken_file')
      await countDone(db, reading)
    }
  }
  // The pages hold their pictures now; the file need not lie here twice.
  await sql`update paper_original set content = null
    where commune_id = ${reading.commune_id} and reading_id = ${reading.id} and position = ${position}`.execute(db)
}

/** From the pages themselves: a process that ended between a page and its counting is not missed. */
async function countDone(db: Kysely<DB>, reading: Reading): Promise<void> {
  await sql`update paper_reading set pages_done = (select count(*) from paper_page
      where commune_id = ${reading.commune_id} and reading_id = ${reading.id} and number > 0)
    where commune_id = ${reading.commune_id} and id = ${reading.id}`.execute(db)
}

const placeOf = (reading: Reading, position: number, number: number): PagePlace => ({
  communeId: reading.commune_id,
  readingId: reading.id,
  driveId: reading.drive_id,
  hamletId: reading.hamlet_id,
  position,
  number,
})

async function bytesOf(db: Kysely<DB>, reading: Reading, position: number): Promise<Buffer | undefined> {
  const { rows } = await sql<{ content: Buffer | null }>`
    select content from paper_original where commune_id = ${reading.commune_id} and reading_id = ${reading.id}
      and position = ${position}`.execute(db)
  return rows[0]?.content ?? undefined
}

async function stopIfAsked(db: Kysely<DB>, reading: Reading): Promise<void> {
  const { rows } = await sql<{ cancel_asked: boolean }>`
    select cancel_asked from paper_reading where commune_id = ${reading.commune_id} and id = ${reading.id}`.execute(db)
  if (rows[0]?.cancel_asked !== false) throw new Cancelled()
}

async function finish(parts: Needed, reading: Reading, state: 'done' | 'cancelled'): Promise<void> {
  await parts.db.transaction().execute(async (db) => {
    await sql`update paper_original set content = null
      where commune_id = ${reading.commune_id} and reading_id = ${reading.id}`.execute(db)
    await sql`update paper_reading set state = ${state}, finished_at = now(), cancel_asked = false
      where commune_id = ${reading.commune_id} and id = ${reading.id}`.execute(db)
    const { rows } = await sql<{ state: string; pages: number }>`
      select state, count(*)::int as pages from paper_page
      where commune_id = ${reading.commune_id} and reading_id = ${reading.id} group by state`.execute(db)
    await parts.recordAudit(db, [
      {
        operation: 'paper.read',
        subject: `paper-reading:${reading.id}`,
        areaId: reading.hamlet_id ?? reading.commune_id,
        personId: reading.started_by,
        actingForId: null,
        commandId: null,
        at: parts.clock.now(),
        after: { state, ...Object.fromEntries(rows.map((row) => [row.state, row.pages])) },
      },
    ])
  })
}

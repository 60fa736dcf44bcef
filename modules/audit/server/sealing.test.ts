// An entry that is sealed moves from one table into another: whoever looks before, meanwhile or after sees each entry once.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { everything } from '../../../platform/server/rights.ts'
import { database, emptyChain, signer } from '../../../tests/support/empty-chain.ts'
import { exportLog } from './export-log.ts'
import { entriesOf } from './queries/list.ts'
import { cursorOf, type Filters, pageOfEntries } from './queries/page-of-entries.ts'
import { recordAudit } from './record.ts'
import { sealAudit } from './seal.ts'
import { verifyAudit } from './verify.ts'

const person = uuidv7()
const noon = new Date('2024-11-15T05:00:00Z')

emptyChain()

/** Many of one instant, so that pages break among them. */
const write = (count: number, word = 'task') =>
  recordAudit(
    database.db,
    Array.from({ length: count }, (_, number) => ({
      ...{
        operation: 'tasks.report',
        subject: `${word}:${number}`,
        personId: person,
        actingForId: null,
        commandId: null,
      },
      at: new Date(noon.getTime() + Math.floor(number / 40) * 1000),
    })),
  )
const seal = () => sealAudit(database.db, signer, noon)

/** All pages of the list, each entry as the screen gets it. */
async function listed(filters: Filters = {}): Promise<string[]> {
  const seen: string[] = []
  for (let cursor: string | undefined; ; ) {
    const { rows } = await pageOfEntries(everything, filters, { cursor, limit: 700 }).execute(database.db)
    const shown = rows.slice(0, 700)
    const entries = await entriesOf(
      database.db,
      shown.map(({ id }) => id),
    )
    expect(entries.map(({ id }) => id)).toEqual(shown.map(({ id }) => id))
    seen.push(...entries.map(({ subject }) => subject))
    if (rows.length <= 700) return seen
    cursor = cursorOf(shown.at(-1)!)
  }
}

test('an entry that somebody took away while it was sealed is not sealed, and the next turn seals the others', async () => {
  await write(3)
  const taken = Promise.withResolvers<void>()
  const release = Promise.withResolvers<void>()
  const taking = database.db.transaction().execute(async (inside) => {
    await sql`delete from audit_unsealed where subject = 'task:1'`.execute(inside)
    taken.resolve()
    await release.promise
  })
  await taken.promise
  const sealing = seal()
  await waitingForALock()
  release.resolve()
  await taking
  await expect(sealing).rejects.toThrow(/gone before it was sealed/)
  expect(signer.keptHead()).toBeUndefined()
  expect(await seal()).toBe(2)
  expect(await verify()).toMatchObject({ checked: 2, unsealed: 0, findings: [] })
})

test('whoever reads while entries are sealed sees each of them once, in the list and in the table', async () => {
  const many = 5_000
  await write(many)
  let sealing = true
  const counted: unknown[] = []
  const counting = (async () => {
    while (sealing) {
      const found = await sql<{ all: number; different: number; unsealed: number }>`
        select count(*) as all, count(distinct id) as different, count(*) filter (where position is null) as unsealed
        from audit_entry`.execute(database.db)
      counted.push(found.rows[0])
    }
  })()
  const lists: string[][] = []
  const listing = (async () => {
    while (sealing) lists.push(await listed(), await listed({ person }), await listed({ operation: 'tasks.report' }))
  })()
  const counts = await Promise.all([seal(), seal(), seal()])
  sealing = false
  await Promise.all([counting, listing])
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(many)
  for (const each of counted) expect(each).toMatchObject({ all: many, different: many })
  // It was looked at before, and while the entries lay in both tables.
  expect(new Set(counted.map((each) => (each as { unsealed: number }).unsealed)).size).toBeGreaterThan(1)
  for (const list of lists) expect([list.length, new Set(list).size]).toEqual([many, many])
  expect(await verify()).toMatchObject({ checked: many, unsealed: 0, findings: [] })
})

test('sealed and not yet, entries stand in one order, and the export holds those that are sealed', async () => {
  await write(3, 'first')
  expect(await exported()).toEqual([])
  await seal()
  await write(3, 'second')
  expect((await listed()).toSorted()).toEqual(
    ['first', 'second'].flatMap((word) => [0, 1, 2].map((number) => `${word}:${number}`)),
  )
  expect((await listed({ subject: 'second:1' })).concat(await listed({ subject: 'first:1' }))).toEqual([
    ...['second:1', 'first:1'],
  ])
  expect(await exported()).toEqual(['first:0', 'first:1', 'first:2'])
  const before = await sql<{ position: number | null }>`select position from audit_entry order by id`.execute(
    database.db,
  )
  expect(before.rows.map(({ position }) => position)).toEqual([1, 2, 3, null, null, null])
  await seal()
  const after = await sql<{ position: number | null }>`select position from audit_entry order by id`.execute(
    database.db,
  )
  expect(after.rows.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6])
  expect(await exported()).toHaveLength(6)
})

async function exported(): Promise<string[]> {
  const lines = await Array.fromAsync(exportLog(database.db, signer, noon))
  const said = lines.map((line) => JSON.parse(line) as { kind: string; entry?: { subject: string } })
  return said.flatMap(({ entry }) => (entry ? [entry.subject] : []))
}

const verify = () => verifyAudit(database.db, { trustedKeys: [signer.publicKey], keptHead: signer.keptHead() })

async function waitingForALock(): Promise<void> {
  for (let waits = false; !waits; ) {
    const found = await sql<{ waits: boolean }>`
      select exists (select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as waits`.execute(
      database.db,
    )
    waits = found.rows[0]?.waits ?? false
  }
}

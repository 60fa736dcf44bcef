// The verdict on the real product: a phone signs over a bad network and all is sound; then a promise is deleted, a tally doubled, a
// row lost from the phone, and each is found.

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '../platform/server/slice.ts'
import { areaId } from '../programmes/kim-dong-2024/ids.ts'
import { openServed, type Served } from '../tests/support/served.ts'
import { chanceOf } from './chance.ts'
import { openDrive } from './drive.ts'
import { newLedger, noteReport } from './ledger.ts'
import { addList, endSome } from './office.ts'
import { enrolPhone, type Phone } from './phones.ts'
import { readOffice } from './records.ts'
import { signIn } from './sign-in.ts'
import { faultsOf } from './verdict.ts'

let served: Served
let phone: Phone
beforeAll(async () => {
  served = await openServed()
})
afterAll(async () => {
  await phone?.throwAway()
  await served?.close()
})

test('what was signed over a bad network is sound, and what is planted in it is found', async () => {
  const { url, parts, signIns } = served
  const cookie = await signIn(
    url,
    signIns.find(({ email }) => email.startsWith('xa@')),
  )
  const communeId = areaId('12280')
  const driveId = await openDrive(parts.db)
  const office = { communeId, url, cookie }
  const entries = await addList(office, 12)
  phone = await enrolPhone(url, cookie)
  const ledger = newLedger()
  const signing = phone.sign({ seed: 1, driveId, communeId, entries, count: 16, trouble: 'carried by hand' })
  const chance = chanceOf(1)
  const [report] = await Promise.all([signing, endSome(office, entries, chance)])
  noteReport(ledger, 0, report)
  const faults = async (db: Db = parts.db) => {
    const found = faultsOf([...ledger.signatures.values()], await readOffice(db, [driveId]))
    return [...new Set(found.map(({ name }) => name))].sort()
  }
  const { promises, held } = await readOffice(parts.db, [driveId])
  // Sixteen signatures of twelve households: some of them twice.
  expect(promises.length).toBeGreaterThan(5)
  expect(held.length).toBeGreaterThan(3)
  expect(await faults()).toEqual([])

  /** What the verdict says while something is wrong in the database; afterwards it is as it was. */
  const whilePlanted = async (plant: (db: Db) => Promise<unknown>): Promise<string[]> => {
    let found: string[] = []
    const undo = new Error('only planted')
    const planting = parts.db.transaction().execute(async (db) => {
      await plant(db)
      found = await faults(db)
      throw undo
    })
    await expect(planting).rejects.toBe(undo)
    return found
  }
  const first = promises[0]?.id
  expect(
    await whilePlanted(async (db) => {
      await sql`delete from commitment_ink where promise_id = ${first}`.execute(db)
      await sql`delete from commitment_promise where id = ${first}`.execute(db)
    }),
  ).toEqual(['audit', 'lost', 'tally'])
  expect(
    await whilePlanted((db) =>
      sql`update commitment_tally set signed = signed * 2 where drive_id = ${driveId}`.execute(db),
    ),
  ).toEqual(['tally'])
  expect(await whilePlanted((db) => sql`delete from commitment_ink where promise_id = ${first}`.execute(db))).toEqual([
    'without ink',
  ])
  expect(
    await whilePlanted((db) =>
      sql`update commitment_promise set void_number = 1, voided_on = '2024-11-15' where id = ${first}`.execute(db),
    ),
  ).toEqual(['audit', 'lost', 'tally'])
  expect(await whilePlanted((db) => sql`delete from commitment_held where id = ${held[0]?.id}`.execute(db))).toEqual([
    'lost',
  ])
  expect(
    await whilePlanted((db) =>
      sql`update roster_count set entries = entries + 1 where commune_id = ${communeId} and group_id = 'household-heads'`.execute(
        db,
      ),
    ),
  ).toEqual(['figures'])
  expect(await faults()).toEqual([])

  // What the phone was told of may go, as from one without room; what waits for a decision may not.
  noteReport(ledger, 0, await phone.lose(first ?? ''))
  expect(await faults()).toEqual([])
  noteReport(ledger, 0, await phone.lose(held[0]?.id ?? ''))
  expect(await faults()).toEqual(['gone unacknowledged'])
})

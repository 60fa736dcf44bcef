// The verdict on the real product: two phones sign, note and correct over a bad network and all is sound; then a promise is
// deleted, a tally doubled, a note lost, a correction undone, a row lost from the phone, and each is found.

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '../platform/server/slice.ts'
import { areaId } from '../programmes/kim-dong-2024/ids.ts'
import { openServed, type Served } from '../tests/support/served.ts'
import { chanceOf } from './chance.ts'
import { openDrive } from './drive.ts'
import { newLedger, noteReport } from './ledger.ts'
import { addList, endSome } from './office.ts'
import { mayEnd } from './phone/deeds.ts'
import { enrolPhone, type Phone } from './phones.ts'
import { readOffice } from './records.ts'
import { signIn } from './sign-in.ts'
import { correctedBy, faultsOf } from './verdict.ts'

let served: Served
let phones: Phone[] = []
beforeAll(async () => {
  served = await openServed()
})
afterAll(async () => {
  await Promise.all(phones.map((phone) => phone.throwAway()))
  await served?.close()
})

test('what was done over a bad network is sound, and what is planted in it is found', async () => {
  const { url, parts, signIns } = served
  const cookie = await signIn(
    url,
    signIns.find(({ email }) => email.startsWith('xa@')),
  )
  const communeId = areaId('12280')
  const driveId = await openDrive(parts.db)
  const office = { communeId, url, cookie }
  const entries = await addList(office, 24)
  phones = await Promise.all([enrolPhone(url, cookie), enrolPhone(url, cookie)])
  const ledger = newLedger()
  const order = { driveId, communeId, entries, count: 24 }
  const doing = [
    phones[0]?.doAll({ ...order, seed: 1, trouble: 'carried by hand' }),
    phones[1]?.doAll({ ...order, seed: 2, trouble: 'none' }),
  ]
  const [reports] = await Promise.all([Promise.all(doing), endSome(office, mayEnd(entries), chanceOf(1))])
  for (const [at, report] of reports.entries()) if (report) noteReport(ledger, at, report)
  const lose = async (id = '') => {
    const at = ledger.deeds.get(id)?.phone ?? -1
    const report = await phones[at]?.lose(id)
    if (report) noteReport(ledger, at, report)
  }
  const faults = async (db: Db = parts.db) => {
    const deeds = [...ledger.deeds.values()]
    const found = faultsOf(deeds, await readOffice(db, [driveId], correctedBy(deeds)))
    return [...new Set(found.map(({ name }) => name))].sort()
  }
  const corrected = correctedBy([...ledger.deeds.values()])
  const { promises, held, notes, taken, conflicts } = await readOffice(parts.db, [driveId], corrected)
  // Some two dozen signatures of as many households: a few of them twice, and some of none.
  expect(promises.length).toBeGreaterThan(5)
  expect(held.length).toBeGreaterThan(3)
  expect(taken.length).toBeGreaterThan(2)
  expect(conflicts.length).toBeGreaterThan(0)
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
  const waiting = notes.find(({ entryId }) => !promises.some((promise) => promise.entryId === entryId))
  const ofNote = sql`drive_id = ${driveId} and entry_id = ${waiting?.entryId}`
  expect(await whilePlanted((db) => sql`delete from commitment_unsigned where ${ofNote}`.execute(db))).toEqual(['lost'])
  expect(
    await whilePlanted((db) =>
      sql`update commitment_unsigned set visit_again_on = '2050-01-01' where ${ofNote}`.execute(db),
    ),
  ).toEqual(['said by nobody'])
  expect(
    await whilePlanted((db) => sql`update roster_entry set headcount = 77 where id = ${taken[0]?.entryId}`.execute(db)),
  ).toEqual(['record'])
  expect(
    await whilePlanted((db) => sql`delete from field_conflict where entry_id = ${conflicts[0]?.entryId}`.execute(db)),
  ).toEqual(['lost'])
  expect(await faults()).toEqual([])

  // What the phone was told of may go, as from one without room; what waits for a decision may not.
  await lose(first)
  expect(await faults()).toEqual([])
  await lose(held[0]?.id)
  expect(await faults()).toEqual(['gone unacknowledged'])
})

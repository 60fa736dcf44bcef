// Coverage follows the territory: what was signed in a unit is counted where its land lies on the day in view, or is said
// not to be known; and what is kept in memory is never older than the records.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { everything } from '../../../../platform/server/rights.ts'
import { hamletId } from '../../../../programmes/kim-dong-2024/hamlets.ts'
import { areaId, demoId } from '../../../../programmes/kim-dong-2024/ids.ts'
import { openDrive, sendSignatures, signatureFor } from '../../../../tests/support/signing.ts'
import { expectRefusal, type World, world } from '../../../../tests/support/world.ts'
import { rebuildCoverage } from '../../../areas/server/public.ts'
import { ListEntries, ShowCoverage, Sign } from '../../contract.ts'
import { slice } from '../slice.ts'
import { countedOf } from './counted.ts'
import { pulseOf } from './pulse.ts'

const driveId = demoId('drive:2024')
const rowsOn = async ({ districtLead }: World, on: string) =>
  (await districtLead.ask(ShowCoverage, { driveId, on })).areas.map(({ name, restated, signed, of }) => ({
    name,
    restated,
    signed,
    of,
  }))

test('a commune that merged is counted in its successor; one that was divided stands under its own name', async () => {
  const here = await world([slice])
  const listed = (await rowsOn(here, '2024-11-15')).filter(({ of }) => (of ?? 0) > 1)
  expect(listed.map(({ name, restated }) => [name, restated])).toEqual([
    ['Lương Bằng', 'as-it-was'],
    ['Nhân La', 'as-it-was'],
    ['Ngọc Thanh', 'as-it-was'],
  ])
  const merged = await rowsOn(here, '2024-12-10')
  // Two became one: the heads of both had signed.
  expect(merged.find(({ name }) => name === 'Diên Hồng')).toEqual({
    name: 'Diên Hồng',
    restated: 'restated',
    signed: 2,
    of: 42,
  })
  const divided = await rowsOn(here, '2025-07-02')
  expect(divided.find(({ name }) => name === 'Ngọc Thanh')).toMatchObject({ restated: 'cannot', signed: 72, of: 85 })
  // Nothing is lost on the way.
  expect(divided.reduce((sum, { of }) => sum + (of ?? 0), 0)).toBe(217)
  expect(divided.reduce((sum, { signed }) => sum + signed, 0)).toBe(137)
})

test('signed before a merger: counted in the successor from that day on, and the figure of before stays as it was', async () => {
  const here = await world([slice])
  const nhanLa = areaId('12307')
  const { rows: unsigned } = await here.districtLead.ask(ListEntries, {
    driveId,
    communeId: nhanLa,
    on: '2024-11-15',
    state: 'unsigned',
    limit: 3,
  })
  const signatures = unsigned.map(({ id }) => ({
    id: uuidv7(),
    entryId: id,
    textNumber: 1,
    way: 'paper' as const,
    signedAt: '2024-11-14T09:00:00+07:00',
  }))
  const sign = { driveId, communeId: nhanLa, hamletId: null, signatures }
  await expectRefusal(here.communeOfficer.send(Sign, sign), 'platform.not_found')
  const { results } = await here.districtLead.send(Sign, sign)
  expect(results.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'accepted'])
  const before = { name: 'Nhân La', restated: 'as-it-was', signed: 4, of: 41 }
  const on = async (day: string, name: string) => (await rowsOn(here, day)).find((row) => row.name === name)
  expect(await on('2024-11-15', 'Nhân La')).toEqual(before)
  expect(await on('2024-11-30', 'Nhân La')).toEqual(before)
  expect(await on('2024-12-01', 'Diên Hồng')).toEqual({ name: 'Diên Hồng', restated: 'restated', signed: 5, of: 42 })
  expect(await on('2024-12-01', 'Nhân La')).toBeUndefined()
  // Asked about the day before, the answer is the one of that day, whenever it is asked.
  expect(await on('2024-11-30', 'Nhân La')).toEqual(before)
})

test('a hamlet that merged is counted in its successor; one that was divided in unknown shares cannot be, and says so', async () => {
  const here = await world([slice])
  const { db } = here.database
  const commune = areaId('12322')
  const [east, west] = [hamletId('12322', 'Đông'), hamletId('12322', 'Đoài')]
  const inside = async (day: string) =>
    (await here.districtLead.ask(ShowCoverage, { driveId, on: day, within: commune })).areas
      .filter(({ level }) => level === 'village')
      .map(({ name, restated, signed, of }) => ({ name, restated, signed, of }))
      .toSorted((one, other) => one.signed - other.signed)
  const before = [
    { name: 'Đoài', restated: 'as-it-was', signed: 17, of: 24 },
    { name: 'Đông', restated: 'as-it-was', signed: 52, of: 58 },
  ]
  expect(await inside('2024-11-15')).toEqual(before)
  const merged = await newHamlet(here, commune, 'Đông Đoài', '2024-11-20')
  for (const from of [east, west]) await succeed(here, { from, to: merged, on: '2024-11-20', kind: 'merge', share: 1 })
  await rebuildCoverage(db)
  expect(await inside('2024-11-25')).toEqual([{ name: 'Đông Đoài', restated: 'restated', signed: 69, of: 82 }])
  expect(await inside('2024-11-19')).toEqual(before)
  const halves = [
    await newHamlet(here, commune, 'Một', '2024-12-01'),
    await newHamlet(here, commune, 'Hai', '2024-12-01'),
  ]
  for (const to of halves) await succeed(here, { from: merged, to, on: '2024-12-01', kind: 'split', share: null })
  await rebuildCoverage(db)
  // Each stands under its own name, and of the commune as a whole nothing is in doubt.
  expect(await inside('2024-12-10')).toEqual(before.map((row) => ({ ...row, restated: 'cannot' })))
  const whole = (await rowsOn(here, '2024-12-10')).find(({ name }) => name === 'Ngọc Thanh')
  expect(whole).toEqual({ name: 'Ngọc Thanh', restated: 'as-it-was', signed: 72, of: 85 })
})

async function newHamlet({ database: { db } }: World, communeId: string, name: string, from: string): Promise<string> {
  const id = uuidv7()
  await sql`insert into area_unit (id, code, name, type, level, valid_from)
    values (${id}, ${`12322-${name}`}, ${name}, 'thôn', 'village', ${from})`.execute(db)
  await sql`insert into area_parent (unit_id, parent_id, valid_from) values (${id}, ${communeId}, ${from})`.execute(db)
  return id
}

async function succeed(
  { database: { db } }: World,
  { from, to, on, kind, share }: { from: string; to: string; on: string; kind: string; share: number | null },
): Promise<void> {
  await sql`insert into area_succession (id, on_date, document, kind, from_id, to_id, share)
    values (${uuidv7()}, ${on}, 'Nghị quyết minh họa', ${kind}, ${from}, ${to}, ${share})`.execute(db)
  await sql`update area_unit set valid_to = ${on} where id = ${from}`.execute(db)
  await sql`update area_parent set valid_to = ${on} where unit_id = ${from} and valid_to is null`.execute(db)
}

test('a commune is told by its hamlets, its bodies and what was listed for all of it', async () => {
  const here = await world([slice])
  const { db } = here.database
  const [hamlet, list] = [uuidv7(), uuidv7()]
  const town = areaId('12280')
  await sql`insert into area_unit (id, code, name, type, level, valid_from)
    values (${hamlet}, '12280-T9', 'Thôn Chín', 'thôn', 'village', '2020-01-01')`.execute(db)
  await sql`insert into area_parent (unit_id, parent_id, valid_from) values (${hamlet}, ${town}, '2020-01-01')`.execute(
    db,
  )
  await rebuildCoverage(db)
  await sql`insert into roster_list (commune_id, id, group_id, hamlet_id, title, as_of, source)
    values (${town}, ${list}, 'household-heads', ${hamlet}, 'Thôn Chín', '2024-04-01', 'Sổ hộ')`.execute(db)
  await sql`insert into roster_count (commune_id, place_id, group_id, on_date, hamlet_id, entries)
    values (${town}, ${hamlet}, 'household-heads', '2024-04-01', ${hamlet}, 12)`.execute(db)
  await sql`update roster_pulse set beats = beats + 1 where slot = 0`.execute(db)
  const { within, areas } = await here.communeOfficer.ask(ShowCoverage, { driveId, on: '2024-11-15', within: town })
  expect(within).toMatchObject({ name: 'Lương Bằng', level: 'commune' })
  expect(areas.find(({ id }) => id === hamlet)).toMatchObject({
    name: 'Thôn Chín',
    level: 'village',
    signed: 0,
    of: 12,
  })
  expect(areas.some(({ level }) => level === 'whole')).toBe(true)
  const households = await here.communeOfficer.ask(ShowCoverage, {
    driveId,
    on: '2024-11-15',
    within: town,
    group: 'officials',
  })
  expect(households).toMatchObject({ signed: 24, of: 24 })
})

test('each signature shows at once, whoever looked before', async () => {
  const here = await world([slice])
  const place = await openDrive(here)
  await sql`insert into roster_count (commune_id, place_id, group_id, on_date, entries)
    values (${place.communeId}, ${place.communeId}, 'household-heads', '2024-10-01', 8)`.execute(here.database.db)
  const question = { driveId: place.driveId, on: '2024-11-15' }
  for (const entry of [0, 1, 2]) {
    const before = await here.communeOfficer.ask(ShowCoverage, question)
    expect(before.signed).toBe(entry)
    await sendSignatures(place, here.communeOfficer, [signatureFor(place, { entry })])
  }
  const all = await Promise.all(Array.from({ length: 8 }, () => here.districtLead.ask(ShowCoverage, question)))
  expect(new Set(all.map(({ signed }) => signed))).toEqual(new Set([3]))
})

test('what a transaction counted and took back is not remembered', async () => {
  const here = await world([slice])
  const { db } = here.database
  const place = await openDrive(here)
  await sendSignatures(place, here.communeOfficer, [signatureFor(place)])
  const counted = async (on: typeof db) => {
    const pulse = await pulseOf(on, everything, place.driveId)
    if (!pulse) throw new Error('the drive is there')
    return (await countedOf(on, pulse, '2024-11-15')).cells.reduce((sum, { signed }) => sum + signed, 0)
  }
  await expect(
    db.transaction().execute(async (inside) => {
      await sql`update commitment_tally set signed = 7 where drive_id = ${place.driveId}`.execute(inside)
      await sql`update commitment_pulse set beats = beats + 1 where drive_id = ${place.driveId}`.execute(inside)
      expect(await counted(inside)).toBe(7)
      throw new Error('taken back')
    }),
  ).rejects.toThrow('taken back')
  expect(await counted(db)).toBe(1)
})

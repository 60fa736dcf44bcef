// Coverage follows the territory: what was signed in a unit is counted where its land lies on the day in view, or is said
// not to be known; and what is kept in memory is never older than the records.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { everything } from '../../../../platform/server/rights.ts'
import { areaId, demoId } from '../../../../programmes/kim-dong-2024/ids.ts'
import { openDrive, sendSignatures, signatureFor } from '../../../../tests/support/signing.ts'
import { type World, world } from '../../../../tests/support/world.ts'
import { rebuildCoverage } from '../../../areas/server/public.ts'
import { ShowCoverage } from '../../contract.ts'
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
  expect((await rowsOn(here, '2024-11-15')).map(({ name, restated }) => [name, restated])).toEqual([
    ['Lương Bằng', 'as-it-was'],
    ['Nhân La', 'as-it-was'],
    ['Ngọc Thanh', 'as-it-was'],
  ])
  const merged = await rowsOn(here, '2024-12-10')
  expect(merged.find(({ of }) => of === 40)).toEqual({ name: 'Diên Hồng', restated: 'restated', signed: 0, of: 40 })
  const divided = await rowsOn(here, '2025-07-02')
  expect(divided.find(({ name }) => name === 'Ngọc Thanh')).toMatchObject({ restated: 'cannot', signed: 69, of: 82 })
  // Nothing is lost on the way.
  expect(divided.reduce((sum, { of }) => sum + (of ?? 0), 0)).toBe(200)
})

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

// Coverage is always of what: counted rosters beside tallies, within the reader's reach, as of the day in view.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { bodyId } from '../../../programmes/kim-dong-2024/bodies.ts'
import { areaId, demoId } from '../../../programmes/kim-dong-2024/ids.ts'
import { openDrive, sendSignatures, signatureFor } from '../../../tests/support/signing.ts'
import { expectRefusal, type World, world } from '../../../tests/support/world.ts'
import { EnrolDevice, PullPack } from '../../field/contract.ts'
import { silentDevices } from '../../field/server/public.ts'
import { slice as field } from '../../field/server/slice.ts'
import { AddList, EndEntry } from '../../rosters/contract.ts'
import { storeList } from '../../rosters/server/public.ts'
import { slice as rosters } from '../../rosters/server/slice.ts'
import { ListDrives, ListEntries, ShowCoverage, Sign, VoidPromise } from '../contract.ts'
import { provideSilentDevices } from './public.ts'
import { slice } from './slice.ts'

const driveId = demoId('drive:2024')
const on = '2024-11-15'
const town = areaId('12280')

test('a drive of elsewhere, a commune of elsewhere, and somebody without the right', async () => {
  const { stranger, administrator, communeOfficer, districtLead } = await world([slice])
  await expectRefusal(stranger.ask(ListDrives, { on }), 'platform.not_signed_in')
  await expectRefusal(administrator.ask(ListDrives, { on }), 'platform.not_allowed')
  await expectRefusal(
    communeOfficer.ask(ListEntries, { driveId, communeId: areaId('12322'), on }),
    'platform.not_found',
  )
  await expectRefusal(districtLead.ask(ShowCoverage, { driveId: uuidv7(), on }), 'platform.not_found')
})

test('the district sees every commune with a roster, a commune only its own', async () => {
  const { districtLead, communeOfficer } = await world([slice])
  const all = await districtLead.ask(ShowCoverage, { driveId, on })
  // The head of each of the 11 communes that pledged is one of these.
  const onlyTheHead = [1, 1]
  expect(all.areas.map(({ code, signed, of }) => [code, signed, of])).toEqual([
    ['12280', 56, 83],
    ...['12295', '12301', '12304'].map((code) => [code, ...onlyTheHead]),
    ['12307', 1, 41],
    ...['12310', '12313', '12319'].map((code) => [code, ...onlyTheHead]),
    ['12322', 72, 85],
    ...['12325', '12328'].map((code) => [code, ...onlyTheHead]),
  ])
  expect({ signed: all.signed, of: all.of }).toEqual({ signed: 137, of: 217 })
  const own = await communeOfficer.ask(ShowCoverage, { driveId, on })
  expect(own.areas.map(({ code }) => code)).toEqual(['12280'])
  expect(own.groups.find(({ id }) => id === 'firms')).toMatchObject({ signed: 0, of: null })
})

test('an earlier day shows what was signed and listed by then', async () => {
  const { districtLead } = await world([slice])
  const before = await districtLead.ask(ShowCoverage, { driveId, on: '2024-03-14' })
  expect(before).toMatchObject({ signed: 0, of: null, areas: [] })
  // On the day of the conference the heads have signed, and nobody else has been listed.
  const conference = await districtLead.ask(ShowCoverage, { driveId, on: '2024-03-15' })
  expect(conference).toMatchObject({ signed: 11, of: 11 })
  const spring = await districtLead.ask(ShowCoverage, { driveId, on: '2024-05-31' })
  expect(spring.of).toBe(217)
  expect(spring.signed).toBeGreaterThan(11)
  expect(spring.signed).toBeLessThan(137)
})

test('coverage tells when it was counted: no later than the answer, kept as it was until something moves, then anew', async () => {
  const there = await world([slice])
  const place = await openDrive(there)
  const counted = async () => {
    const asked = Date.now()
    const { asOf, signed } = await there.districtLead.ask(ShowCoverage, { driveId: place.driveId, on })
    const at = new Date(asOf).getTime()
    expect(at).toBeLessThanOrEqual(Date.now())
    return { at, signed, fresh: at >= asked }
  }
  const first = await counted()
  expect(first).toMatchObject({ signed: 0, fresh: true })
  expect(await counted()).toEqual({ ...first, fresh: false })
  await sendSignatures(place, there.communeOfficer, [signatureFor(place)])
  const after = await counted()
  expect(after).toMatchObject({ signed: 1, fresh: true })
  expect(after.at).toBeGreaterThan(first.at)
})

test('who has not signed is found with or without marks, signed for on paper, and the totals follow', async () => {
  const { communeOfficer, districtLead, database } = await world([slice, rosters])
  const open = await communeOfficer.ask(ListEntries, {
    driveId,
    communeId: town,
    on,
    state: 'unsigned',
    group: 'household-heads',
  })
  expect(open.rows).toHaveLength(22)
  expect(open.may.sign).toBe(true)
  const [first, second] = open.rows
  const found = await communeOfficer.ask(ListEntries, {
    driveId,
    communeId: town,
    on,
    q: (first?.name ?? '').toUpperCase(),
  })
  expect(found.rows.map(({ id }) => id)).toContain(first?.id)
  const signatures = [first, second].map((row) => ({
    id: uuidv7(),
    entryId: row?.id as string,
    textNumber: 1,
    way: 'paper' as const,
    signedAt: '2024-11-14T12:00:00+07:00',
  }))
  const { results } = await communeOfficer.send(Sign, { driveId, communeId: town, hamletId: null, signatures })
  expect(results.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted'])
  expect((await districtLead.ask(ListDrives, { on })).drives[0]).toMatchObject({ signed: 139, of: 217 })
  const tallies = await sql<{ same: boolean }>`
    select (select sum(signed) from commitment_tally) = (select count(*) from commitment_promise where void_number = 0) as same`.execute(
    database.db,
  )
  expect(tallies.rows[0]?.same).toBe(true)
})

test('pages go on where the last one ended', async () => {
  const { communeOfficer } = await world([slice])
  const question = { driveId, communeId: town, on, limit: 30 }
  const seen: string[] = []
  for (let cursor: string | undefined, turn = 0; turn < 5; turn += 1) {
    const page = await communeOfficer.ask(ListEntries, { ...question, cursor })
    seen.push(...page.rows.map(({ id }) => id))
    cursor = page.next
    if (!cursor) break
  }
  expect(seen).toHaveLength(83)
  expect(new Set(seen).size).toBe(83)
})

test('a list: refused by name, kept from the next commune, counted from its day, and an entry goes off once', async () => {
  const { communeOfficer, neighbour, districtLead } = await world([slice, rosters])
  const list = (over: Partial<{ asOf: string; groupId: string; id: string }> = {}) => ({
    id: uuidv7(),
    communeId: town,
    groupId: 'firms',
    title: 'Doanh nghiệp',
    asOf: '2024-11-10',
    source: 'Sổ đăng ký',
    entries: [
      { id: uuidv7(), number: 1, name: 'Công ty A' },
      { id: uuidv7(), number: 2, name: 'Công ty B' },
    ],
    ...over,
  })
  await expectRefusal(communeOfficer.send(AddList, list({ asOf: '2024-11-16' })), 'rosters.as_of_in_future')
  await expectRefusal(communeOfficer.send(AddList, list({ groupId: 'nobody' })), 'rosters.no_such_group')
  await expectRefusal(neighbour.send(AddList, list()), 'platform.not_found')
  const given = list()
  const commandId = uuidv7()
  await communeOfficer.send(AddList, given, { id: commandId })
  await communeOfficer.send(AddList, given, { id: commandId })
  await expectRefusal(communeOfficer.send(AddList, given), 'rosters.listed_already')
  await expectRefusal(communeOfficer.send(AddList, { ...given, allowRepeats: true }), 'platform.id_taken')
  const firms = async () =>
    (await districtLead.ask(ShowCoverage, { driveId, on })).groups.find(({ id }) => id === 'firms')?.of
  expect(await firms()).toBe(2)
  const end = { communeId: town, entryId: given.entries[0]?.id as string, version: 1, on, reason: 'left' as const }
  await expectRefusal(communeOfficer.send(EndEntry, { ...end, on: '2024-11-01' }), 'rosters.ended_before_listed')
  const [one, other] = await Promise.allSettled([
    communeOfficer.send(EndEntry, end),
    communeOfficer.send(EndEntry, end),
  ])
  expect([one.status, other.status].toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await firms()).toBe(1)
})

test('signed is never more than the whole: who left counts in neither, who signed early counts from the day of the list', async () => {
  const { communeOfficer, districtLead } = await world([slice, rosters])
  const entries = [1, 2].map((number) => ({ id: uuidv7(), number, name: `Công ty ${number}` }))
  const list = { communeId: town, groupId: 'firms', title: 'Doanh nghiệp', asOf: '2024-11-10', source: 'Sổ đăng ký' }
  await communeOfficer.send(AddList, { ...list, id: uuidv7(), entries })
  const signatures = entries.map((entry, at) => ({
    id: uuidv7(),
    entryId: entry.id,
    textNumber: 1,
    way: 'paper' as const,
    signedAt: `2024-11-${at === 0 ? '05' : '12'}T09:00:00+07:00`,
  }))
  await communeOfficer.send(Sign, { driveId, communeId: town, hamletId: null, signatures })
  const firms = async (day: string) => {
    const { groups } = await districtLead.ask(ShowCoverage, { driveId, on: day })
    const { signed, of } = groups.find(({ id }) => id === 'firms') ?? {}
    return { signed, of }
  }
  expect(await firms('2024-11-06')).toEqual({ signed: 0, of: null })
  expect(await firms('2024-11-10')).toEqual({ signed: 1, of: 2 })
  expect(await firms(on)).toEqual({ signed: 2, of: 2 })
  const end = { communeId: town, entryId: entries[0]?.id as string, version: 1, reason: 'moved' as const }
  await expectRefusal(communeOfficer.send(EndEntry, { ...end, on: '2030-01-01' }), 'rosters.ended_in_future')
  await communeOfficer.send(EndEntry, { ...end, on })
  expect(await firms(on)).toEqual({ signed: 1, of: 1 })
  expect(await firms('2024-11-14')).toEqual({ signed: 2, of: 2 })
  await communeOfficer.send(VoidPromise, { communeId: town, id: signatures[0]?.id as string, reason: 'Ghi nhầm' })
  expect(await firms(on)).toEqual({ signed: 1, of: 1 })
  expect(await firms('2024-11-14')).toEqual({ signed: 1, of: 2 })
})

test('the same people listed again are refused by name, unless somebody says that they are others', async () => {
  const { communeOfficer, districtLead } = await world([slice, rosters])
  const list = (names: string[], allowRepeats = false) => ({
    id: uuidv7(),
    communeId: town,
    groupId: 'firms',
    title: 'Doanh nghiệp',
    asOf: '2024-11-10',
    source: 'Sổ đăng ký',
    allowRepeats,
    entries: names.map((name) => ({ id: uuidv7(), name })),
  })
  await expectRefusal(communeOfficer.send(AddList, list(['Hoà Bình', 'Hòa Bình'])), 'rosters.listed_already')
  await communeOfficer.send(AddList, list(['Hòa Bình']))
  await expectRefusal(communeOfficer.send(AddList, list(['HOÀ BÌNH', 'Sao Mai'])), 'rosters.listed_already')
  await communeOfficer.send(AddList, list(['Sao Mai']))
  await communeOfficer.send(AddList, list(['Hòa Bình'], true))
  const { groups } = await districtLead.ask(ShowCoverage, { driveId, on })
  expect(groups.find(({ id }) => id === 'firms')?.of).toBe(3)
})

/** Phones with copies of these places, not heard of for four days. */
async function silentPhones({ database, communeOfficer: who }: World, ...held: string[][]): Promise<void> {
  const secret = Buffer.alloc(32, 7).toString('base64')
  for (const places of held) {
    const deviceId = uuidv7()
    await who.send(EnrolDevice, { deviceId, name: 'Máy', secret })
    for (const hamletId of places) await who.ask(PullPack, { hamletId, deviceId })
    await sql`update field_device set seen_at = now() - interval '4 days' where id = ${deviceId}`.execute(database.db)
  }
}

test('a silent phone counts in each place it holds a copy of, in a body too, and once in the whole', async () => {
  provideSilentDevices(silentDevices)
  const there = await world([slice, rosters, field])
  const { districtLead, neighbour, database } = there
  // The phones of the demonstration are another matter.
  await sql`update field_device set withdrawn_at = now()`.execute(database.db)
  const school = bodyId('12280', 'Trường THCS Lương Bằng')
  const [one, other] = [uuidv7(), uuidv7()]
  const list = (groupId: string, place: { hamletId?: string; bodyId?: string }) =>
    storeList(database.db, {
      id: uuidv7(),
      communeId: town,
      groupId,
      title: 'Danh sách thử',
      asOf: '2024-11-10',
      source: 'Sổ',
      personId: null,
      entries: [{ id: uuidv7(), name: 'Nguyễn Thị Thử', address: '' }],
      ...place,
    })
  for (const [hamletId, code] of [
    [one, 'S1'],
    [other, 'S2'],
  ] as const) {
    await sql`insert into area_unit (id, code, name, type, level, valid_from)
      values (${hamletId}, ${code}, ${`Thôn ${code}`}, 'thon', 'village', '2000-01-01')`.execute(database.db)
    await sql`insert into area_parent (unit_id, parent_id, valid_from) values (${hamletId}, ${town}, '2000-01-01')`.execute(
      database.db,
    )
    await sql`insert into area_coverage (ancestor_id, unit_id)
      select ${hamletId}::uuid, ${hamletId}::uuid
      union select ancestor_id, ${hamletId}::uuid from area_coverage where unit_id = ${town}`.execute(database.db)
    await list('household-heads', { hamletId })
  }
  await list('party-members', { bodyId: school })
  await silentPhones(there, [one, other], [one], [school], [town], [school, town])
  const shown = async (question: { within?: string; group?: string } = {}, who = districtLead) => {
    const { areas, silent } = await who.ask(ShowCoverage, { driveId, on, ...question })
    const rows = areas.flatMap((area) => (area.silent > 0 ? [[area.level, area.name, area.silent]] : []))
    return { silent, rows: rows.sort() }
  }
  const inTown = [
    ['body', 'Trường THCS Lương Bằng', 2],
    ['village', 'Thôn S1', 2],
    ['village', 'Thôn S2', 1],
    ['whole', 'Lương Bằng', 2],
  ]
  expect(await shown({ within: town })).toEqual({ silent: 5, rows: inTown })
  expect(await shown()).toEqual({ silent: 5, rows: [['commune', 'Lương Bằng', 5]] })
  expect(await shown({ within: town, group: 'party-members' })).toEqual({ silent: 2, rows: [inTown[0]] })
  expect(await shown({}, neighbour)).toEqual({ silent: 0, rows: [] })
  await sql`update field_device set seen_at = now()`.execute(database.db)
  // Phones that are heard again move nothing by themselves: an answer is kept for a minute.
  await list('firms', { hamletId: one })
  expect(await shown({ within: town })).toEqual({ silent: 0, rows: [] })
})

// Who stands on the rosters: looked at, corrected and taken off; refused when stale, from the next commune, or when signed.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import { areaId } from '../../../programmes/kim-dong-2024/ids.ts'
import { expectRefusal, type World, world } from '../../../tests/support/world.ts'
import { AddList, CorrectEntry, EndEntry, ListDenominators, ListRosterEntries, ListRosters } from '../contract.ts'
import { provideSignedOfEntry } from './import/signed-slot.ts'
import { slice } from './slice.ts'

const commune = areaId('12322')
const on = '2024-11-15'
afterEach(() => provideSignedOfEntry(async () => false))

const heads = (who: World['neighbour'], more: object = {}) =>
  who.ask(ListRosterEntries, { areaId: commune, on, group: 'household-heads', limit: 500, ...more })
const countsIn = async (here: World) => {
  const { groups } = await here.neighbour.ask(ListDenominators, { areaId: commune, on })
  const { places = [] } = groups.find(({ id }) => id === 'household-heads') ?? {}
  return Object.fromEntries(places.flatMap(({ name, counted }) => (counted === null ? [] : [[name, counted]])))
}

test('looked at only within reach, page by page, found with or without marks', async () => {
  const { neighbour, communeOfficer, stranger } = await world([slice])
  await expectRefusal(heads(stranger), 'platform.not_signed_in')
  await expectRefusal(heads(communeOfficer), 'platform.not_found')
  const all = await heads(neighbour)
  expect(all.rows).toHaveLength(64)
  expect(all.rows[0]).toMatchObject({ number: 1, place: { kind: 'hamlet' }, version: 1 })
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await heads(neighbour, { limit: 9, cursor })
    seen.push(...page.rows.map(({ id }) => id))
    cursor = page.next
  } while (cursor)
  expect(seen).toEqual(all.rows.map(({ id }) => id))
  const [first] = all.rows
  const plain = first!.name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('Đ', 'D').toLowerCase()
  expect((await heads(neighbour, { q: plain })).rows.map(({ name }) => name)).toContain(first!.name)
  const { lists } = await neighbour.ask(ListRosters, { areaId: commune, on })
  const list = lists.find(({ groupId, place }) => groupId === 'household-heads' && place === 'Đoài')
  expect((await heads(neighbour, { listId: list!.id })).rows).toHaveLength(24)
})

test('a correction is refused when stale, and never writes over another', async () => {
  const here = await world([slice])
  const { neighbour, communeOfficer, auditor, database } = here
  const [row] = (await heads(neighbour)).rows
  const change = {
    communeId: commune,
    entryId: row!.id,
    version: 1,
    name: 'Đặng Thị Hòa',
    number: 7,
    address: 'Xóm 3',
    headcount: 5,
  }
  await expectRefusal(auditor.send(CorrectEntry, change), 'platform.not_allowed')
  await expectRefusal(communeOfficer.send(CorrectEntry, change), 'platform.not_found')
  await expectRefusal(neighbour.send(CorrectEntry, { ...change, headcount: 100 }), 'platform.invalid_input')
  await expectRefusal(neighbour.send(CorrectEntry, { ...change, entryId: uuidv7() }), 'platform.not_found')
  const command = uuidv7()
  const answer = await neighbour.send(CorrectEntry, change, { id: command })
  expect(await neighbour.send(CorrectEntry, change, { id: command })).toEqual(answer)
  const stale = await expectRefusal(
    neighbour.send(CorrectEntry, { ...change, name: 'Khác' }),
    'platform.changed_meanwhile',
  )
  expect(stale.extra?.current).toMatchObject({ name: 'Đặng Thị Hòa', version: 2 })
  await expectRefusal(
    neighbour.send(EndEntry, { communeId: commune, entryId: row!.id, version: 1, on, reason: 'moved' }),
    'platform.changed_meanwhile',
  )
  expect((await heads(neighbour, { q: 'dang thi hoa' })).rows).toMatchObject([
    { name: 'Đặng Thị Hòa', number: 7, address: 'Xóm 3', headcount: 5, version: 2 },
  ])
  const audit = await sql<{ after: object }>`
    select after from audit_entry where subject = ${`roster-entry:${row!.id}`}`.execute(database.db)
  expect(audit.rows).toMatchObject([{ after: { changed: expect.arrayContaining(['name', 'address']) } }])
  expect(JSON.stringify(audit.rows)).not.toContain('Hòa')
})

test('an entry listed in the wrong hamlet moves with its count, unless it has signed there or nobody is listed there', async () => {
  const here = await world([slice])
  const { neighbour } = here
  const { rows, hamlets } = await heads(neighbour)
  const row = rows.find(({ place }) => place.name === 'Đông')
  const other = hamlets.find(({ name }) => name === 'Đoài')
  const change = {
    communeId: commune,
    entryId: row!.id,
    version: 1,
    name: row!.name,
    number: 1,
    address: '',
    headcount: 2,
    hamletId: other!.id,
  }
  await expectRefusal(neighbour.send(CorrectEntry, { ...change, hamletId: areaId('12280') }), 'rosters.no_such_hamlet')
  provideSignedOfEntry(async () => true)
  await expectRefusal(neighbour.send(CorrectEntry, change), 'rosters.signed_here')
  provideSignedOfEntry(async () => false)
  const members = await neighbour.ask(ListRosterEntries, { areaId: commune, on, group: 'party-members' })
  const member = { ...change, entryId: members.rows[0]!.id }
  await expectRefusal(neighbour.send(CorrectEntry, member), 'rosters.no_list_there')
  expect(await countsIn(here)).toMatchObject({ Đông: 40, Đoài: 24 })
  await neighbour.send(CorrectEntry, change)
  expect(await countsIn(here)).toMatchObject({ Đông: 39, Đoài: 25 })
  expect((await heads(neighbour, { placeId: other!.id })).rows).toHaveLength(25)
  await neighbour.send(EndEntry, { communeId: commune, entryId: row!.id, version: 2, on, reason: 'error' })
  await expectRefusal(neighbour.send(CorrectEntry, { ...change, version: 3 }), 'rosters.already_ended')
  expect(await countsIn(here)).toMatchObject({ Đông: 39, Đoài: 24 })
})

test('a list is pasted to its hamlet; the same people for the whole commune are refused by name, whatever their number', async () => {
  const here = await world([slice])
  const { neighbour } = here
  const { rows, hamlets } = await heads(neighbour)
  const list = (more: object) => ({
    id: uuidv7(),
    communeId: commune,
    groupId: 'household-heads',
    title: 'Chủ hộ',
    asOf: on,
    source: 'Sổ',
    entries: [{ id: uuidv7(), number: 900, name: rows[0]!.name }],
    ...more,
  })
  const refused = await expectRefusal(neighbour.send(AddList, list({})), 'rosters.listed_already')
  expect(refused.values).toMatchObject({ count: 1, name: rows[0]!.name, place: rows[0]!.place.name })
  await expectRefusal(neighbour.send(AddList, list({ placeId: areaId('12280') })), 'rosters.listed_nowhere')
  const other = hamlets.find(({ id }) => id !== rows[0]!.place.id)
  const before = (await heads(neighbour, { placeId: other!.id })).rows.length
  await neighbour.send(AddList, list({ placeId: other!.id, entries: [{ id: uuidv7(), name: 'Lương Mới' }] }))
  expect((await heads(neighbour, { placeId: other!.id })).rows).toHaveLength(before + 1)
})

// Searching: who may see what is found, what is found and what is not, and that it is found once.

import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import {
  clearRosters,
  here,
  listOf,
  nextDoor,
  onlyPair,
  pairsFor,
  search,
} from '../../../../tests/support/duplicates.ts'
import { expectRefusal, type World, world } from '../../../../tests/support/world.ts'
import { DecidePair, SearchPairs } from '../../contract.ts'
import { slice } from '../slice.ts'
import { communesToSearch } from './asking.ts'
import { duplicateChores } from './chores.ts'

let there: World
beforeEach(async () => {
  there = await world([slice])
  await clearRosters(there)
})

const namesOf = async (who = there.communeOfficer) =>
  (await pairsFor(who)).rows
    .map(({ sides, reasons }) => {
      const names = sides.map(({ name }) => name.normalize('NFC')).sort()
      return [names.join(' + '), reasons] as const
    })
    .sort(([one], [other]) => (one < other ? -1 : 1))

test('who may not change rosters, or those of their own commune only, neither sees what is found nor asks for a search', async () => {
  await listOf(there, here, [{ name: 'Nguyễn Thị Hòa' }, { name: 'Nguyễn Thị Hoà' }])
  await search(there)
  await expectRefusal(pairsFor(there.auditor), 'platform.not_allowed')
  await expectRefusal(pairsFor(there.neighbour), 'platform.not_found')
  await expectRefusal(there.neighbour.send(SearchPairs, { areaId: here }), 'platform.not_found')
  await expectRefusal(pairsFor(there.hamletHead), 'platform.not_allowed')
  expect((await pairsFor(there.communeOfficer)).counts).toEqual({ open: 1, later: 0, decided: 0 })
})

test('inside one list and across two, however it was typed; never across groups', async () => {
  await listOf(there, here, [
    { name: 'Nguyễn Thị Hòa', address: 'Số 12 ngõ 5' },
    { name: 'Trần Văn Hùng', birthYear: 1970 },
    { name: 'Lê Thị Thu Hà' },
    { name: 'Đỗ Mỹ Linh'.normalize('NFD') },
  ])
  await listOf(there, here, [
    { name: 'NGUYEN THI HOA', address: 'số nhà 12, ngõ 5' },
    { name: 'Hùng Trần Văn', birthYear: 1970 },
    { name: 'Lê Thị Thu Hạ' },
    { name: 'Đỗ Mĩ Linh' },
  ])
  await listOf(there, here, [{ name: 'Đỗ Mỹ Linh' }], 'party-members')
  await search(there)
  expect(await namesOf()).toEqual([
    ['Hùng Trần Văn + Trần Văn Hùng', ['other_order', 'same_birth_year', 'same_place']],
    ['NGUYEN THI HOA + Nguyễn Thị Hòa', ['without_marks', 'same_address', 'same_place']],
    ['Đỗ Mĩ Linh + Đỗ Mỹ Linh', ['other_spelling', 'same_place']],
  ])
})

test('a name that many bear floods nothing', async () => {
  await listOf(
    there,
    here,
    Array.from({ length: 300 }, (_, at) => ({ name: 'Nguyễn Văn Hùng', address: `Số ${at}` })),
  )
  await listOf(
    there,
    here,
    Array.from({ length: 60 }, () => ({ name: 'Nguyễn Văn Hùng' })),
  )
  await listOf(there, here, [{ name: 'Nguyen Van Hung', address: 'nhà số 7' }])
  await search(there)
  expect(await namesOf()).toEqual([
    ['Nguyen Van Hung + Nguyễn Văn Hùng', ['without_marks', 'same_address', 'same_place']],
  ])
})

test('the same number in the next commune is proposed to whoever may in both, and to nobody else', async () => {
  await listOf(there, here, [{ name: 'Phạm Văn Đức', identities: ['old', 'new'] }])
  await listOf(there, nextDoor, [{ name: 'Phạm Đức', identities: ['new'] }])
  await search(there, here)
  await search(there, nextDoor)
  expect((await pairsFor(there.communeOfficer)).rows).toEqual([])
  expect((await pairsFor(there.neighbour, 'open', nextDoor)).rows).toEqual([])
  const pair = await onlyPair(there.districtLead)
  expect(pair.reasons).toEqual(['same_identity', 'middle_missing'])
  await expectRefusal(
    there.communeOfficer.send(DecidePair, { communeId: pair.communeId, id: pair.id, version: 1, decision: 'apart' }),
    'platform.not_found',
  )
})

test('every list is searched by itself once, and again when somebody asks; a decision stays', async () => {
  const { db } = there.database
  const chore = duplicateChores[0]
  await listOf(there, here, [{ name: 'Vũ Quý Tòa' }, { name: 'Vũ Quí Toà' }])
  await chore?.run(there.parts)
  expect(await communesToSearch(db)).toEqual([])
  const pair = await onlyPair(there.communeOfficer)
  const apart = { communeId: pair.communeId, id: pair.id, version: pair.version, decision: 'apart' as const }
  await there.communeOfficer.send(DecidePair, apart)
  expect(await there.communeOfficer.send(SearchPairs, { areaId: here })).toEqual({ communes: 1 })
  expect((await pairsFor(there.communeOfficer)).search.waiting).toBe(1)
  await sql`update roster_search set seen_xid = null`.execute(db)
  await chore?.run(there.parts)
  const after = await pairsFor(there.communeOfficer)
  expect(after).toMatchObject({
    rows: [],
    counts: { open: 0, decided: 1 },
    search: { waiting: 0, done: 0, total: null },
  })
  expect(after.search.finishedAt).not.toBeNull()
})

test('what a search broke off is found by the next one, and a pair that is none any more goes', async () => {
  const { db } = there.database
  const [first] = await listOf(there, here, [{ name: 'Vũ Quý Tòa' }, { name: 'Vũ Quí Toà' }])
  await sql`insert into roster_search (commune_id, started_at, entries_total) values (${here}, now(), 2)`.execute(db)
  await sql`update roster_list set searched_at = now()`.execute(db)
  expect(await communesToSearch(db)).toEqual([here])
  await search(there)
  expect((await pairsFor(there.communeOfficer)).counts.open).toBe(1)
  await sql`update roster_entry set name = 'Vũ Quý Mão', name_key = 'vu quy mao', name_bag = 'mao quy vu', changed_xid = pg_current_xact_id()
    where id = ${first}`.execute(db)
  await search(there)
  expect((await pairsFor(there.communeOfficer)).counts.open).toBe(0)
})

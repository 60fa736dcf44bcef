// A lot from its closing to what follows: refused, the next commune, allowed, twice, out of order, at once.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { hamletId } from '../../../programmes/kim-dong-2024/hamlets.ts'
import { areaId, demoId, personId } from '../../../programmes/kim-dong-2024/ids.ts'
import { sealNow } from '../../../tests/support/seal.ts'
import { expectRefusal, type Somebody, type World, world } from '../../../tests/support/world.ts'
import { slice as commitments } from '../../commitments/server/slice.ts'
import {
  AssignVerifier,
  ChoicesOfLot,
  CloseLot,
  DrawLot,
  FinishVisits,
  FollowUpLot,
  ListLots,
  ListVerifiers,
  ListVisits,
  MyVisits,
  RecordVisit,
  ShowFrame,
  ShowLot,
  ShowVerified,
  WithdrawLot,
} from '../contract.ts'
import { digestOf, drawOf, seedOf } from '../rules/draw.ts'
import { slice } from './slice.ts'

const driveId = demoId('drive:2024')
const on = '2024-11-15'
const commune = areaId('12322')
const east = hamletId('12322', 'Đông')
const party = { driveId, communeId: commune, hamletId: east, bodyId: null, groupId: 'party-members' }

/** A closed lot of the party members of the hamlet Đông: 18 signed, six to visit, none may fail. */
async function closed(who: Somebody): Promise<string> {
  const id = uuidv7()
  expect(await who.send(CloseLot, { id, ...party })).toEqual({ id, size: 18, sample: 6, allowed: 0 })
  return id
}
const versionOf = async (who: Somebody, id: string) => (await who.ask(ShowLot, { id, on })).version

/** The same, drawn and given to the officer of the next commune. */
async function underWay(here: World): Promise<string> {
  const { districtLead } = here
  const id = await closed(districtLead)
  await sealNow(here.database.db)
  await districtLead.send(DrawLot, { id, version: await versionOf(districtLead, id) })
  await districtLead.send(AssignVerifier, {
    id,
    version: await versionOf(districtLead, id),
    verifierId: personId('xa'),
  })
  return id
}

test('a lot is refused where nobody signed, in a draft, twice, from the next commune, and without the right', async () => {
  const { districtLead, communeOfficer, neighbour, stranger, database } = await world([slice])
  const lot = () => ({ id: uuidv7(), ...party })
  await expectRefusal(stranger.send(CloseLot, lot()), 'platform.not_signed_in')
  await expectRefusal(neighbour.send(CloseLot, lot()), 'platform.not_allowed')
  await expectRefusal(districtLead.send(CloseLot, { ...lot(), groupId: 'officials' }), 'verification.nobody_signed')
  await expectRefusal(districtLead.send(CloseLot, { ...lot(), driveId: uuidv7() }), 'verification.drive_not_open')
  const id = await closed(districtLead)
  await expectRefusal(communeOfficer.ask(ShowLot, { id, on }), 'platform.not_found')
  await expectRefusal(districtLead.send(CloseLot, lot()), 'verification.lot_open')
  await sql`update commitment_drive set published_on = null where id = ${driveId}`.execute(database.db)
  await expectRefusal(
    districtLead.send(CloseLot, { ...lot(), groupId: 'household-heads' }),
    'verification.drive_not_open',
  )
})

test('two close the same lot at once: one does', async () => {
  const { districtLead, provinceLead } = await world([slice])
  const both = await Promise.allSettled([
    districtLead.send(CloseLot, { id: uuidv7(), ...party }),
    districtLead.send(CloseLot, { id: uuidv7(), ...party }),
  ])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect((await provinceLead.ask(ListLots, { driveId, on, state: 'open' })).rows).toHaveLength(2)
})

test('a hamlet that has ended is refused by name, with what it has become; a lot from before is followed by name', async () => {
  const here = await world([slice])
  const { districtLead, communeOfficer, database } = here
  const id = await underWay(here)
  const now = uuidv7()
  await sql`insert into area_unit (id, code, name, type, level, valid_from) values (${now}, '12322-9', 'Đông Thành', 'thôn', 'village', '2024-11-15')`.execute(
    database.db,
  )
  await sql`insert into area_parent (unit_id, parent_id, valid_from) values (${now}, ${commune}, '2024-11-15')`.execute(
    database.db,
  )
  await sql`update area_unit set valid_to = '2024-11-15' where id = ${east}`.execute(database.db)
  await sql`insert into area_succession (id, on_date, document, kind, from_id, to_id, share)
    values (${uuidv7()}, '2024-11-15', 'Nghị quyết thử', 'merge', ${east}, ${now}, 1)`.execute(database.db)
  const refusal = await expectRefusal(
    districtLead.send(CloseLot, { id: uuidv7(), ...party, groupId: 'household-heads' }),
    'verification.place_ended',
  )
  expect(refusal.values).toEqual({ place: 'Đông', day: '2024-11-15', now: 'Đông Thành' })
  const list = await communeOfficer.ask(ListVisits, { lotId: id })
  expect(list).toMatchObject({ place: 'Đông', now: 'Đông Thành' })
  await communeOfficer.send(RecordVisit, { lotId: id, position: 1, outcome: 'confirmed' })
  expect((await districtLead.ask(ShowLot, { id, on })).now).toBe('Đông Thành')
  await visitAll(communeOfficer, id)
  await communeOfficer.send(FinishVisits, { lotId: id })
  const told = await districtLead.ask(ShowVerified, { driveId, on, within: commune })
  expect(told.areas.find((area) => area.id === now)).toMatchObject({ passed: 2, failed: 0, lots: 2 })
})

test('nobody draws before the audit has sealed the closing; then it is drawn once, and comes out the same again', async () => {
  const here = await world([slice])
  const { districtLead, auditor, database } = here
  const id = await closed(districtLead)
  const version = await versionOf(districtLead, id)
  await expectRefusal(districtLead.send(DrawLot, { id, version }), 'verification.not_sealed_yet')
  await sealNow(here.database.db)
  await expectRefusal(districtLead.send(DrawLot, { id, version: version + 1 }), 'platform.changed_meanwhile')
  const both = await Promise.allSettled([
    districtLead.send(DrawLot, { id, version }),
    districtLead.send(DrawLot, { id, version }),
  ])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await expectRefusal(districtLead.send(DrawLot, { id, version }), 'verification.drawn_already')
  const { draw } = await districtLead.ask(ShowLot, { id, on })
  const entry = await sql<{ hash: string; position: number }>`
    select encode(hash, 'hex') as hash, position from audit_entry where operation = 'verification.closeLot'`.execute(
    database.db,
  )
  expect(draw).toMatchObject({ seal: entry.rows[0]?.hash, position: entry.rows[0]?.position, same: true, reserve: 6 })
  await expectRefusal(districtLead.ask(ShowFrame, { id }), 'platform.not_allowed')
  const frame = await auditor.ask(ShowFrame, { id })
  expect(digestOf(frame.members)).toBe(frame.digest)
  expect(drawOf(seedOf(id, frame.seal as string), frame.members, 12)).toEqual(frame.drawn)
  // Somebody slips in another household: it no longer comes out the same.
  await sql`update verification_item set position = 13 - position + 100 where lot_id = ${id}`.execute(database.db)
  await sql`update verification_item set position = position - 100 where lot_id = ${id}`.execute(database.db)
  expect((await districtLead.ask(ShowLot, { id, on })).draw?.same).toBe(false)
})

test('who works there, took signatures or may not visit is refused by name; somebody from elsewhere is taken', async () => {
  const here = await world([slice])
  const { districtLead, database } = here
  const id = await closed(districtLead)
  const give = async (verifierId: string) =>
    districtLead.send(AssignVerifier, { id, version: await versionOf(districtLead, id), verifierId })
  await expectRefusal(give(personId('thon')), 'verification.may_not_visit')
  await expectRefusal(give(personId('quantri')), 'platform.not_found')
  // The officer of the lot's own commune: nobody of it verifies what it has to answer for, whichever hamlet or body it is.
  const there = await expectRefusal(give(personId('ngocthanh')), 'verification.from_there')
  expect(there.values).toEqual({ name: 'Trịnh Văn Túc (minh họa)' })
  // With a right in a hamlet of that commune the officer of another one works there, too.
  const grantId = uuidv7()
  await sql`insert into access_grant (id, person_id, role_id, area_id, valid_from, reason)
    values (${grantId}, ${personId('xa')}, 'hamlet-head', ${hamletId('12322', 'Đoài')}, '2024-01-01', 'thử')`.execute(
    database.db,
  )
  await expectRefusal(give(personId('xa')), 'verification.from_there')
  await sql`delete from access_grant where id = ${grantId}`.execute(database.db)
  await sql`update commitment_promise set recorded_by = ${personId('xa')} where place_id = ${east} and group_id = 'party-members'`.execute(
    database.db,
  )
  await expectRefusal(give(personId('xa')), 'verification.took_signatures')
  const { rows } = await districtLead.ask(ListVerifiers, { id })
  expect(Object.fromEntries(rows.map((row) => [row.id, row.why]))).toEqual({
    [personId('huyen')]: null,
    [personId('xa')]: 'took_signatures',
    [personId('ngocthanh')]: 'from_there',
  })
  await give(personId('huyen'))
  expect((await districtLead.ask(ShowLot, { id, on })).verifier?.id).toBe(personId('huyen'))
  await sql`update commitment_promise set recorded_by = null where place_id = ${east}`.execute(database.db)
  await give(personId('xa'))
  expect((await districtLead.ask(ShowLot, { id, on })).verifier?.id).toBe(personId('xa'))
})

async function visitAll(who: Somebody, lotId: string, wrong: readonly number[] = []): Promise<void> {
  const { rows } = await who.ask(ListVisits, { lotId })
  for (const { position, outcome } of rows)
    if (outcome === null)
      await who.send(RecordVisit, { lotId, position, outcome: wrong.includes(position) ? 'denied' : 'confirmed' })
}

test('only the verifier sees names and writes visits; leads see counts, and not what was found before it is judged', async () => {
  const here = await world([slice])
  const { communeOfficer, neighbour, districtLead } = here
  const id = await underWay(here)
  await expectRefusal(neighbour.ask(ListVisits, { lotId: id }), 'platform.not_found')
  await expectRefusal(districtLead.ask(ListVisits, { lotId: id }), 'platform.not_found')
  await expectRefusal(
    neighbour.send(RecordVisit, { lotId: id, position: 1, outcome: 'confirmed' }),
    'platform.not_found',
  )
  const list = await communeOfficer.ask(ListVisits, { lotId: id })
  expect(list.rows.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6])
  expect(JSON.stringify(list)).not.toMatch(/allowed|wrong/)
  await communeOfficer.send(RecordVisit, { lotId: id, position: 2, outcome: 'denied' })
  const told = await districtLead.ask(ShowLot, { id, on })
  expect(told).toMatchObject({ state: 'visiting', visits: { visited: 1, of: 6 }, result: null })
  for (const { name } of list.rows) expect(JSON.stringify(told)).not.toContain(name)
  expect((await communeOfficer.ask(MyVisits, {})).rows.map((row) => row.id)).toContain(id)
})

test('visits out of order: before the draw, beyond the list, too soon, finished too early, after the result', async () => {
  const here = await world([slice])
  const { communeOfficer, districtLead, database } = here
  const id = await closed(districtLead)
  await districtLead.send(AssignVerifier, {
    id,
    version: await versionOf(districtLead, id),
    verifierId: personId('xa'),
  })
  const visit = (position: number, outcome: 'confirmed' | 'away' | 'unknown' | null) =>
    communeOfficer.send(RecordVisit, { lotId: id, position, outcome })
  await expectRefusal(visit(1, 'confirmed'), 'verification.not_drawn')
  await expectRefusal(communeOfficer.send(FinishVisits, { lotId: id }), 'verification.not_drawn')
  await sealNow(here.database.db)
  await districtLead.send(DrawLot, { id, version: await versionOf(districtLead, id) })
  await expectRefusal(visit(99, 'confirmed'), 'platform.not_found')
  await expectRefusal(visit(7, 'confirmed'), 'verification.not_to_visit')
  expect(await visit(1, 'away')).toEqual({ outcome: null, tries: 1 })
  await expectRefusal(visit(1, 'away'), 'verification.tried_just_now')
  const later = () =>
    sql`update verification_item set tried_at = tried_at - interval '4 hours' where lot_id = ${id}`.execute(database.db)
  await later()
  expect(await visit(1, 'away')).toEqual({ outcome: null, tries: 2 })
  await later()
  expect(await visit(1, 'away')).toEqual({ outcome: 'away', tries: 3 })
  const now = await communeOfficer.ask(ListVisits, { lotId: id })
  expect(now.rows.at(-1)).toMatchObject({ position: 7, standsIn: true, outcome: null })
  await visit(7, 'confirmed')
  await expectRefusal(visit(1, 'confirmed'), 'verification.stand_in_visited')
  const missing = await expectRefusal(communeOfficer.send(FinishVisits, { lotId: id }), 'verification.visits_missing')
  expect(missing.values).toEqual({ count: 5 })
  await visit(2, 'unknown')
  await visit(2, null)
  await expectRefusal(
    districtLead.send(AssignVerifier, {
      id,
      version: await versionOf(districtLead, id),
      verifierId: personId('ngocthanh'),
    }),
    'verification.visits_begun',
  )
  await visitAll(communeOfficer, id)
  const commandId = uuidv7()
  expect(await communeOfficer.send(FinishVisits, { lotId: id }, { id: commandId })).toEqual({
    outcome: 'passed',
    wrong: 0,
    allowed: 0,
  })
  await communeOfficer.send(FinishVisits, { lotId: id }, { id: commandId })
  await expectRefusal(communeOfficer.send(FinishVisits, { lotId: id }), 'verification.lot_over')
  await expectRefusal(visit(2, 'unknown'), 'verification.lot_over')
  await expectRefusal(
    districtLead.send(WithdrawLot, { id, version: await versionOf(districtLead, id), reason: 'Rút lại' }),
    'verification.lot_over',
  )
})

test('a lot that failed is followed up by the head of the commune, once, and another lot can be made', async () => {
  const here = await world([slice])
  const { communeOfficer, neighbour, districtLead } = here
  const id = await underWay(here)
  await visitAll(communeOfficer, id, [3])
  expect(await communeOfficer.send(FinishVisits, { lotId: id })).toMatchObject({ outcome: 'failed', wrong: 1 })
  const told = await districtLead.ask(ShowLot, { id, on })
  expect(told.result).toMatchObject({ wrong: 1, denied: 1, unmet: 0 })
  expect(told.result?.least).toBeGreaterThanOrEqual(5)
  expect(told.result?.most).toBe(17)
  const follow = (who: Somebody, version: number) => who.send(FollowUpLot, { id, version, what: 'Lấy lại chữ ký' })
  await expectRefusal(follow(communeOfficer, told.version), 'platform.not_found')
  await expectRefusal(follow(neighbour, told.version + 1), 'platform.changed_meanwhile')
  await follow(neighbour, told.version)
  await expectRefusal(follow(neighbour, told.version + 1), 'verification.followed_already')
  const again = await closed(districtLead)
  await expectRefusal(
    neighbour.send(FollowUpLot, { id: again, version: 1, what: 'Chưa có gì' }),
    'verification.not_failed',
  )
  await districtLead.send(WithdrawLot, { id: again, version: 1, reason: 'Nhầm nhóm' })
  await expectRefusal(districtLead.send(WithdrawLot, { id: again, version: 2, reason: 'Lại' }), 'verification.lot_over')
  expect((await districtLead.ask(ShowLot, { id: again, on })).withdrawn?.reason).toBe('Nhầm nhóm')
})

test('coverage carries what was verified: by place with its plan and bounds, upwards as so many lots of so many', async () => {
  const { districtLead, communeOfficer, stranger } = await world([slice, commitments])
  await expectRefusal(stranger.ask(ShowVerified, { driveId, on }), 'platform.not_signed_in')
  await expectRefusal(districtLead.ask(ShowVerified, { driveId: uuidv7(), on }), 'platform.not_found')
  const all = await districtLead.ask(ShowVerified, { driveId, on })
  // Of the heads of 11 communes each is a lot, and the hamlets of two.
  expect(all).toMatchObject({ lots: 6 + 11 + 2, passed: 1, failed: 1 })
  expect(
    all.areas.map(({ level, lots, passed, failed, results }) => ({ level, lots, passed, failed, results })),
  ).toEqual(
    expect.arrayContaining([
      { level: 'commune', lots: 5, passed: 1, failed: 0, results: [] },
      { level: 'commune', lots: 5, passed: 0, failed: 1, results: [] },
    ]),
  )
  const inside = await districtLead.ask(ShowVerified, { driveId, on, within: commune })
  expect(inside.areas).toHaveLength(1)
  expect(inside.areas[0]).toMatchObject({ id: east, level: 'village', lots: 2, passed: 1 })
  const [result] = inside.areas[0]?.results ?? []
  expect(result).toMatchObject({
    outcome: 'passed',
    on: '2024-10-20',
    sample: 12,
    allowed: 1,
    size: 34,
    signed: 34,
    most: 33,
  })
  expect(result?.least).toBeGreaterThan(11)
  expect(await districtLead.ask(ShowVerified, { driveId, on, group: 'household-heads' })).toMatchObject({
    lots: 3,
    passed: 1,
  })
  expect(await districtLead.ask(ShowVerified, { driveId, on, group: 'party-members' })).toMatchObject({
    lots: 1,
    areas: [],
  })
  expect(await districtLead.ask(ShowVerified, { driveId, on: '2024-10-19' })).toMatchObject({ passed: 0, failed: 0 })
  const own = await communeOfficer.ask(ShowVerified, { driveId, on })
  expect(own).toMatchObject({ lots: 5, passed: 0, failed: 1 })
  expect(JSON.stringify(own)).not.toContain(east)
})

test('lots are listed by page and found by name; a commune sees its own', async () => {
  const { districtLead, neighbour, communeOfficer } = await world([slice])
  const first = await districtLead.ask(ListLots, { driveId, on, limit: 2 })
  const second = await districtLead.ask(ListLots, { driveId, on, limit: 2, cursor: first.next })
  expect([...first.rows, ...second.rows].map(({ state }) => state)).toEqual(['visiting', 'failed', 'passed'])
  expect(first.counts).toEqual({ open: 1, passed: 1, failed: 1, toFollow: 1 })
  expect((await neighbour.ask(ListLots, { driveId, on })).rows).toHaveLength(2)
  expect((await communeOfficer.ask(ListLots, { driveId, on })).may.make).toBe(false)
  const choices = await districtLead.ask(ChoicesOfLot, { driveId, on, q: 'ngoc THANH' })
  // Beside the two lots of the commune as a whole: its head, and its hamlets.
  expect(choices.rows.map(({ group }) => group.id).toSorted()).toEqual([
    'hamlets',
    'household-heads',
    'household-heads',
    'leaders',
    'party-members',
  ])
  const inHamlets = choices.rows.filter(({ group }) => group.id !== 'hamlets' && group.id !== 'leaders')
  const rows = inHamlets.map(({ place, group, size, sample, allowed }) => [place.name, group.id, size, sample, allowed])
  expect(rows).toEqual([
    ['Đoài', 'household-heads', 17, 6, 0],
    ['Đông', 'household-heads', 34, 12, 1],
    ['Đông', 'party-members', 18, 6, 0],
  ])
  expect(inHamlets.map(({ last }) => last?.state)).toEqual(['visiting', 'passed', undefined])
  await expectRefusal(neighbour.ask(ChoicesOfLot, { driveId, on }), 'platform.not_allowed')
})

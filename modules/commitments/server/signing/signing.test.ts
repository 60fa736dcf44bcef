// Taking signatures through the one door, on a real database: refusals, the next commune, twice, out of order, at once.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { throughTheDoor } from '../../../../platform/server/door.ts'
import type { Handler } from '../../../../platform/server/slice.ts'
import { bodyId } from '../../../../programmes/kim-dong-2024/bodies.ts'
import { personId } from '../../../../programmes/kim-dong-2024/ids.ts'
import {
  type GivenFor,
  type GivenSignature,
  openDrive,
  type SigningPlace,
  sendSignatures,
  signatureFor,
  tallyOf,
} from '../../../../tests/support/signing.ts'
import { expectRefusal, type Somebody, type World, world } from '../../../../tests/support/world.ts'
import { storeList } from '../../../rosters/server/public.ts'
import { Countersign } from '../../contract/countersigning.ts'
import { ShowCoverage } from '../../contract/coverage.ts'
import { ChoicesOfDrive, CreateDrive, PublishDrive } from '../../contract/drives.ts'
import { ShowPromise } from '../../contract/following.ts'
import type { Ink } from '../../contract/ink.ts'
import { codeOf, Sign, type SigningResult } from '../../contract/signing.ts'
import { slice } from '../slice.ts'
import { codeFor } from './sign-many.ts'

const dot: Ink = [[[500, 300]]]

let there: World
let place: SigningPlace
beforeEach(async () => {
  there = await world([slice])
  place = await openDrive(there)
})

const signature = (given: GivenSignature = {}) => signatureFor(place, given)
const send = (who: Somebody, signatures: GivenFor[], id?: string) => sendSignatures(place, who, signatures, id)
const one = async (given: GivenSignature): Promise<SigningResult> =>
  (await send(there.communeOfficer, [signature(given)])).results[0] as SigningResult
const tally = () => tallyOf(there, place)

test('a signature that can never count is refused by name, and the good ones beside it are kept', async () => {
  const { results } = await send(there.communeOfficer, [
    signature({ ink: dot }),
    signature({ entry: 1 }),
    signature({ entry: 2, ink: null }),
    signature({ entry: 3, way: 'meeting', ink: null }),
    signature({ entry: 4, textNumber: 9 }),
    { ...signature(), entryId: uuidv7() },
    { ...signature({ entry: 5 }), ink: 'AAAA' },
  ])
  expect(results.map(({ outcome, reason }) => reason ?? outcome)).toEqual([
    'ink_too_small',
    'accepted',
    'ink_missing',
    'way_not_allowed',
    'text_unknown',
    'entry_unknown',
    'ink_unreadable',
  ])
  expect(await tally()).toEqual({ tallied: 1, records: 1 })
})

test('nobody from the next commune signs here, alone or beside somebody who may', async () => {
  await expectRefusal(send(there.neighbour, [signature()]), 'platform.not_found')
  const [mine, theirs] = await Promise.allSettled([
    send(there.communeOfficer, [signature({ entry: 1 })]),
    send(there.neighbour, [signature({ entry: 2 })]),
  ])
  expect(mine.status).toBe('fulfilled')
  expect(theirs.status).toBe('rejected')
  await expectRefusal(send(there.auditor, [signature()]), 'platform.not_allowed')
  expect(await tally()).toEqual({ tallied: 1, records: 1 })
})

test('a drive of elsewhere and a drive that was never opened take nothing', async () => {
  const { db } = there.database
  await sql`update commitment_drive set published_on = null`.execute(db)
  expect((await one({})).reason).toBe('drive_not_open')
  await sql`update commitment_drive set published_on = '2024-10-30',
    area_id = (select id from area_unit where code = '12322' and level = 'commune' limit 1)`.execute(db)
  expect((await one({})).reason).toBe('drive_unknown')
})

test('a signature counts once, however often and by whatever command it comes', async () => {
  const given = signature()
  const commandId = uuidv7()
  const first = await send(there.communeOfficer, [given], commandId)
  expect(first.results[0]).toMatchObject({ outcome: 'accepted', code: await codeOf(given.id) })
  expect(await send(there.communeOfficer, [given], commandId)).toEqual(first)
  expect((await send(there.communeOfficer, [given])).results[0]?.outcome).toBe('repeated')
  expect((await send(there.communeOfficer, [given, given])).results.map(({ outcome }) => outcome)).toEqual([
    'repeated',
    'repeated',
  ])
  await expectRefusal(send(there.communeOfficer, [signature({ entry: 3 })], commandId), 'platform.command_id_reused')
  expect(await tally()).toEqual({ tallied: 1, records: 1 })
})

test('a second signature of the same household is held, and stays held when it is sent again', async () => {
  await one({})
  const second = signature()
  const held = { id: second.id, outcome: 'held', reason: 'already_signed' }
  expect((await send(there.communeOfficer, [second])).results).toEqual([held])
  expect((await send(there.communeOfficer, [second])).results).toEqual([held])
  const kept = await sql<{ reason: string; ink: Buffer }>`select reason, ink from commitment_held`.execute(
    there.database.db,
  )
  expect(kept.rows).toHaveLength(1)
  expect(kept.rows[0]?.ink.length).toBeGreaterThan(20)
  expect(await tally()).toEqual({ tallied: 1, records: 1 })
})

test('what a person can decide is held by name', async () => {
  const { db } = there.database
  expect((await one({ entry: 1, signedAt: '2024-10-31T09:00:00+07:00' })).reason).toBe('before_opening')
  expect((await one({ entry: 1, textNumber: 1 })).reason).toBe('text_replaced')
  expect((await one({ entry: 1, textNumber: 1, signedAt: '2024-11-05T09:00:00+07:00' })).outcome).toBe('accepted')
  await sql`update roster_entry set ended_on = '2024-11-02', ended_reason = 'moved' where id = ${place.entries[2]}`.execute(
    db,
  )
  expect((await one({ entry: 2 })).reason).toBe('entry_ended')
  await sql`update commitment_drive set closed_on = '2024-11-14'`.execute(db)
  expect((await one({ entry: 3 })).reason).toBe('after_closing')
})

test('a clock that runs two days ahead does not lose a signature', async () => {
  expect((await one({ signedAt: '2024-11-17T09:00:00+07:00' })).outcome).toBe('accepted')
  const { rows } = await sql<{ signed_on: string }>`
    select signed_on from commitment_promise where drive_id = ${place.driveId}`.execute(there.database.db)
  expect(rows[0]?.signed_on).toBe('2024-11-15')
})

test('the same household signed by many at once stands once, and the rest is held', async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, () => send(there.communeOfficer, [signature()])))
  const outcomes = answers.map(({ results }) => results[0]?.outcome)
  expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(1)
  expect(outcomes.filter((outcome) => outcome === 'held')).toHaveLength(11)
  expect(await tally()).toEqual({ tallied: 1, records: 1 })
})

test('the same commands sent to two servers at once are carried out once, and both give the same answer', async () => {
  const command = (entry: number) => ({
    commandId: uuidv7(),
    raw: { driveId: place.driveId, communeId: place.communeId, hamletId: null, signatures: [signature({ entry })] },
  })
  const commands = [0, 1, 2, 3].map(command)
  const headers = new Headers({ 'x-test-person': there.communeOfficer.id })
  const [handler] = slice.handlers.filter(({ operation }) => operation.name === Sign.name)
  const serverOf = (parts: World['parts']) =>
    Promise.all(
      commands.map(async (given) => {
        const answer = await throughTheDoor(parts, handler as Handler, { headers, language: 'vi', ...given })
        return answer.body
      }),
    )
  // Lanes belong to a server: another one meets this one in the database only.
  const [one, other] = await Promise.all([serverOf(there.parts), serverOf({ ...there.parts })])
  expect(one).toEqual(other)
  expect(await tally()).toEqual({ tallied: 4, records: 4 })
  const { rows } = await sql<{ entries: number; commands: number }>`
    select (select count(*)::int from audit_entry where operation = 'commitments.sign') as entries,
      (select count(*)::int from command where operation = 'commitments.sign') as commands`.execute(there.database.db)
  expect(rows[0]).toEqual({ entries: 4, commands: 4 })
})

test('each call leaves one entry in the audit, and the code is the same on the phone and here', async () => {
  await Promise.all([0, 1, 2, 3].map((entry) => send(there.communeOfficer, [signature({ entry })])))
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from audit_entry where operation = 'commitments.sign'`.execute(there.database.db)
  expect(rows[0]?.count).toBe(4)
  const id = uuidv7()
  expect(await codeOf(id)).toBe(codeFor(id))
})

// Of each group with whom it signs, and of those who countersign nothing of it one who comes near.
const groups = [
  ['leaders', 'district', 'communeOfficer'],
  ['officials', 'body', 'communeOfficer'],
  ['party-members', 'body', 'districtLead'],
  ['conditional-businesses', 'police', 'communeOfficer'],
  ['household-heads', 'hamlet', 'communeOfficer'],
  ['firms', 'commune', 'districtLead'],
  ['cluster-owners', 'commune', 'agencyHead'],
  ['hamlets', 'commune', 'provinceLead'],
  ['pupils', 'body', 'communeOfficer'],
] as const

/** Who countersigns for whom, in the town of the test: its hamlet has a head and its police somebody who receives commitments. */
async function counterpartsHere() {
  const { db } = there.database
  const hamletId = uuidv7()
  await sql`insert into area_unit (id, code, name, type, level, valid_from)
    values (${hamletId}, '12280-9', 'Thử', 'thôn', 'village', '2024-01-01')`.execute(db)
  await sql`insert into area_parent (unit_id, parent_id, valid_from)
    values (${hamletId}, ${place.communeId}, '2024-01-01')`.execute(db)
  await sql`insert into area_coverage (ancestor_id, unit_id) select ancestor_id, ${hamletId}::uuid from area_coverage
    where unit_id = ${place.communeId} union select ${hamletId}::uuid, ${hamletId}::uuid`.execute(db)
  const grant = (key: string, role: string, areaId: string) =>
    sql`insert into access_grant (id, person_id, role_id, area_id, valid_from, reason)
      values (${uuidv7()}, ${personId(key)}, ${role}, ${areaId}, '2024-01-01', 'thử')`.execute(db)
  await grant('thon', 'hamlet-head', hamletId)
  await grant('conganxa2', 'police-counterpart', place.communeId)
  const { communeOfficer, districtLead, agencyHead, hamletHead } = there
  return {
    hamletId,
    bodyId: bodyId('12280', 'Trường THCS Lương Bằng'),
    by: {
      district: districtLead,
      commune: communeOfficer,
      police: there.as(personId('conganxa2')),
      body: agencyHead,
      hamlet: hamletHead,
    },
  }
}

test('these are all the groups that there are', async () => {
  const { groups: known } = await there.communeOfficer.ask(ChoicesOfDrive, { on: '2024-11-15' })
  expect(known.map(({ id }) => id)).toEqual(groups.map(([id]) => id))
})

test.each(groups)(
  'somebody of the group %s signs with the %s, is counted once of one, and is countersigned by nobody else, %s included',
  async (groupId, counterpart, wrong) => {
    const { communeOfficer, districtLead, neighbour } = there
    const [driveId, entryId, on] = [uuidv7(), uuidv7(), '2024-11-15']
    const text = { title: 'Cam kết', opening: 'Tôi cam kết:', promises: ['không sử dụng'], closing: '' }
    const asked = { groupId, counterpart, ways: ['ink' as const], countersign: true, text }
    const named = { nameVi: 'Đợt của nhóm', nameEn: 'Drive of the group', recurs: 'once' as const, year: 2024 }
    const days = { opensOn: on, closesOn: '2024-12-15' }
    await communeOfficer.send(CreateDrive, { id: driveId, areaId: place.communeId, ...named, ...days, groups: [asked] })
    const list = { communeId: place.communeId, groupId, title: 'Danh sách', asOf: '2024-11-10', source: 'Sổ' }
    const here = await counterpartsHere()
    const hamletId = counterpart === 'hamlet' ? here.hamletId : undefined
    await storeList(there.database.db, {
      ...list,
      hamletId: hamletId ?? null,
      bodyId: counterpart === 'body' ? here.bodyId : null,
      id: uuidv7(),
      personId: null,
      entries: [{ id: entryId, name: 'Đỗ Thị Mận', address: '' }],
    })
    const given = { ...signature({ textNumber: 1, signedAt: `${on}T08:00:00+07:00` }), entryId }
    const sign = async (who: Somebody) =>
      (await sendSignatures({ ...place, driveId, hamletId }, who, [given])).results.map(
        ({ outcome, reason }) => reason ?? outcome,
      )
    expect(await sign(communeOfficer)).toEqual(['drive_not_open'])
    await communeOfficer.send(PublishDrive, { id: driveId, version: 1 })
    await expectRefusal(sign(neighbour), 'platform.not_found')
    expect(await sign(communeOfficer)).toEqual(['accepted'])
    expect(await sign(communeOfficer)).toEqual(['repeated'])
    const listed = await listedOf(groupId)
    const coverage = await districtLead.ask(ShowCoverage, { driveId, on })
    expect(coverage.groups).toMatchObject([{ id: groupId, counterpart, signed: 1, of: listed }])
    const promise = { communeId: place.communeId, id: given.id }
    expect(await communeOfficer.ask(ShowPromise, promise)).toMatchObject({
      counterpart,
      countersign: true,
      countersigned: null,
    })
    const both = { driveId, communeId: place.communeId, hamletId, ids: [given.id] }
    const rightful = here.by[counterpart]
    await expectRefusal(neighbour.send(Countersign, both), 'platform.not_found')
    await expectRefusal(there.auditor.send(Countersign, both), 'platform.not_allowed')
    const refused = await expectRefusal(there[wrong].send(Countersign, both), `commitments.for_${counterpart}`)
    expect(refused.kind.status).toBe(403)
    const waiting = (await communeOfficer.ask(ShowPromise, promise)).waits
    expect(waiting).toEqual({ notYou: counterpart === 'commune' ? null : `for_${counterpart}` })
    expect(await rightful.send(Countersign, both)).toEqual({ countersigned: 1 })
    expect(await rightful.send(Countersign, both)).toEqual({ countersigned: 0 })
    expect(await communeOfficer.ask(ShowPromise, promise)).toMatchObject({
      signer: { groupId },
      countersigned: { on },
      waits: null,
    })
    const signedFor = await sql<{ by: string }>`
      select countersigned_by as by from commitment_promise where id = ${given.id}`.execute(there.database.db)
    expect(signedFor.rows).toEqual([{ by: rightful.id }])
  },
)

/** Of how many: the one of the test, with those whom the demonstration lists in this town. */
async function listedOf(groupId: string): Promise<number> {
  const { rows } = await sql<{ listed: number }>`
    select sum(entries)::int as listed from roster_count where commune_id = ${place.communeId} and group_id = ${groupId}`.execute(
    there.database.db,
  )
  return rows[0]?.listed ?? 0
}

// Taking signatures through the one door, on a real database: refusals, the next commune, twice, out of order, at once.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { throughTheDoor } from '../../../../platform/server/door.ts'
import type { Handler } from '../../../../platform/server/slice.ts'
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

test('a meeting or a file that is not on record proves nothing', async () => {
  const { results } = await send(there.communeOfficer, [
    { ...signature({ way: 'paper', ink: null }), fileId: uuidv7() } as GivenFor,
    { ...signature({ entry: 1, way: 'paper', ink: null }), meetingId: uuidv7() } as GivenFor,
  ])
  expect(results.map(({ reason }) => reason)).toEqual(['proof_unknown', 'proof_unknown'])
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

// Deciding on what is held and voiding what does not stand: refusals, the next commune, allowed, twice, at once; tallies follow.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
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
import { DecideHeld, ListHeld, VoidPromise } from '../../contract/deciding.ts'
import type { SigningResult } from '../../contract/signing.ts'
import { slice } from '../slice.ts'

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

/** A household that signed twice: the second waits. */
async function twoSignatures(): Promise<{ first: string; second: string }> {
  const [first, second] = [signature(), signature()]
  await send(there.communeOfficer, [first])
  await send(there.communeOfficer, [second])
  return { first: first.id, second: second.id }
}
const decide = (who: Somebody, id: string, decision: 'accepted' | 'refused') =>
  who.send(DecideHeld, { communeId: place.communeId, id, decision })
const held = (who: Somebody) => who.ask(ListHeld, { driveId: place.driveId, communeId: place.communeId })

test('who may not decide, or has their own commune, neither sees nor decides what is held here', async () => {
  const { second } = await twoSignatures()
  await expectRefusal(held(there.auditor), 'platform.not_allowed')
  await expectRefusal(decide(there.auditor, second, 'accepted'), 'platform.not_allowed')
  await expectRefusal(held(there.neighbour), 'platform.not_found')
  await expectRefusal(decide(there.neighbour, second, 'accepted'), 'platform.not_found')
  await expectRefusal(decide(there.communeOfficer, uuidv7(), 'refused'), 'platform.not_found')
  expect(await tally()).toEqual({ tallied: 1, records: 1 })
})

test('the accepted one takes the place of the first, once, and the count stays one', async () => {
  const { first, second } = await twoSignatures()
  expect((await held(there.communeOfficer)).rows).toMatchObject([{ id: second, reason: 'already_signed', way: 'ink' }])
  expect(await decide(there.communeOfficer, second, 'accepted')).toMatchObject({ replaced: first })
  expect(await decide(there.communeOfficer, second, 'accepted')).toMatchObject({ decision: 'accepted' })
  await expectRefusal(decide(there.communeOfficer, second, 'refused'), 'commitments.decided_already')
  expect((await held(there.communeOfficer)).rows).toEqual([])
  expect(await tally()).toEqual({ tallied: 1, records: 1 })
  expect((await send(there.communeOfficer, [{ ...signature(), id: second }])).results[0]?.outcome).toBe('repeated')
})

test('a refused one never counts, and two who decide at once end in one decision', async () => {
  const { first, second } = await twoSignatures()
  const both = await Promise.allSettled([
    decide(there.communeOfficer, second, 'refused'),
    decide(there.districtLead, second, 'accepted'),
  ])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await tally()).toEqual({ tallied: 1, records: 1 })
  expect([first, second]).toContain((await standing())[0])
})

test('signed in time and sent after the closing counts on its own day once it is accepted', async () => {
  await sql`update commitment_drive set closed_on = '2024-11-14'`.execute(there.database.db)
  const late = signature()
  expect((await send(there.communeOfficer, [late])).results[0]?.reason).toBe('after_closing')
  expect(await tally()).toEqual({ tallied: 0, records: 0 })
  await decide(there.communeOfficer, late.id, 'accepted')
  expect(await tally()).toEqual({ tallied: 1, records: 1 })
})

test('a voided promise leaves the count and its household can sign again', async () => {
  const given = signature()
  await send(there.communeOfficer, [given])
  const voiding = (who: Somebody) =>
    who.send(VoidPromise, { communeId: place.communeId, id: given.id, reason: 'Ghi nhầm hộ' })
  await expectRefusal(voiding(there.auditor), 'platform.not_allowed')
  await expectRefusal(voiding(there.neighbour), 'platform.not_found')
  await voiding(there.communeOfficer)
  await expectRefusal(voiding(there.communeOfficer), 'commitments.voided_already')
  expect(await tally()).toEqual({ tallied: 0, records: 0 })
  expect((await one({})).outcome).toBe('accepted')
  expect(await tally()).toEqual({ tallied: 1, records: 1 })
})

const standing = async (): Promise<string[]> =>
  (
    await sql<{
      id: string
    }>`select id from commitment_promise where drive_id = ${place.driveId} and void_number = 0`.execute(
      there.database.db,
    )
  ).rows.map(({ id }) => id)

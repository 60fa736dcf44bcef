// What proves a signature: a meeting of its place or above, held by then and with minutes, or a file of its commune; nothing else.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { areaId, programmeId } from '../../../../programmes/kim-dong-2024/ids.ts'
import {
  type GivenFor,
  type GivenSignature,
  openDrive,
  type SigningPlace,
  sendSignatures,
  signatureFor,
  tallyOf,
} from '../../../../tests/support/signing.ts'
import { expectRefusal, type World, world } from '../../../../tests/support/world.ts'
import { keepFile } from '../../../documents/server/public.ts'
import { DecideHeld } from '../../contract/deciding.ts'
import { slice } from '../slice.ts'

let there: World
let place: SigningPlace
beforeEach(async () => {
  there = await world([slice])
  place = await openDrive(there)
  await sql`update commitment_drive_group set ways = ways || '{meeting}' where drive_id = ${place.driveId}`.execute(
    there.database.db,
  )
})

const nextCommune = areaId('12322')
const district = areaId('331')
type Meeting = { in?: string; heldOn?: string; closed?: boolean; concluded?: boolean }

async function meetingIn({ in: where = place.communeId, heldOn = '2024-11-12', closed, concluded }: Meeting = {}) {
  const id = uuidv7()
  const { db } = there.database
  await sql`insert into meeting (id, programme_id, area_id, title, called_on, held_on, closed_on)
    values (${id}, ${programmeId}, ${where}, 'Họp dân', '2024-11-08', ${heldOn}, ${closed ? heldOn : null})`.execute(db)
  if (concluded)
    await sql`insert into meeting_conclusion (id, meeting_id, position, kind, text)
      values (${uuidv7()}, ${id}, 0, 'conclusion', 'Nhân dân ký cam kết')`.execute(db)
  return id
}
const fileIn = async (where: string): Promise<string> =>
  (
    await keepFile(there.database.db, {
      areaId: where,
      name: 'bien-ban.pdf',
      mediaType: 'application/pdf',
      content: new Uint8Array([1, 2, 3]),
      personId: there.communeOfficer.id,
    })
  ).id

let entry = 0
type Proof = { meetingId?: string; fileId?: string }
const proven = (proof: Proof, given: GivenSignature = {}): GivenFor => ({
  ...signatureFor(place, { entry: entry++ % 8, way: 'meeting', ink: null, ...given }),
  ...proof,
})
const judged = async (proof: Proof, given: GivenSignature = {}): Promise<string> => {
  const { results } = await sendSignatures(place, there.communeOfficer, [proven(proof, given)])
  return results[0]?.reason ?? results[0]?.outcome ?? ''
}

test('refused by its own name: no meeting, one that is not on record, of the next commune, or after the signing; one without minutes', async () => {
  expect(await judged({})).toBe('meeting_missing')
  expect(await judged({ meetingId: uuidv7() })).toBe('meeting_unknown')
  expect(await judged({ meetingId: await meetingIn({ in: nextCommune, closed: true }) })).toBe('meeting_unknown')
  expect(await judged({ meetingId: await meetingIn({ heldOn: '2024-11-13', closed: true }) })).toBe('meeting_not_held')
  // A meeting that is still to come proves nothing, not even where its minutes were closed by mistake.
  const coming = await meetingIn({ heldOn: '2024-11-20', closed: true })
  expect(await judged({ meetingId: coming }, { signedAt: '2024-11-20T09:00:00+07:00' })).toBe('meeting_not_held')
  expect(await judged({ meetingId: await meetingIn() })).toBe('minutes_missing')
  expect(await tallyOf(there, place)).toEqual({ tallied: 0, records: 0 })
})

test('a file proves only in its commune, and neither passes for the other', async () => {
  const [meetingId, fileId] = [await meetingIn({ closed: true }), await fileIn(place.communeId)]
  const onPaper = (proof: Proof) => judged(proof, { way: 'paper' })
  expect(await onPaper({ fileId: uuidv7() })).toBe('file_unknown')
  expect(await onPaper({ fileId: await fileIn(nextCommune) })).toBe('file_unknown')
  expect(await onPaper({ fileId: await fileIn(district) })).toBe('file_unknown')
  expect(await onPaper({ fileId: meetingId })).toBe('file_unknown')
  expect(await onPaper({ meetingId: fileId })).toBe('meeting_unknown')
  expect(await judged({ meetingId: fileId, fileId: meetingId })).toBe('file_unknown')
  expect(await onPaper({ fileId })).toBe('accepted')
  expect(await onPaper({ fileId, meetingId })).toBe('accepted')
})

test('a document of the register proves from above too', async () => {
  const fileId = await fileIn(district)
  await sql`insert into document (id, area_id, kind, number, issued_on, issuer, title, file_id)
    values (${uuidv7()}, ${district}, 'biên bản', '9/BB', '2024-11-10', 'UBND huyện', 'Hội nghị', ${fileId})`.execute(
    there.database.db,
  )
  expect(await judged({ fileId }, { way: 'paper' })).toBe('accepted')
})

test('minutes are what was closed, what was concluded, or their paper beside it; a meeting above the place serves', async () => {
  expect(await judged({ meetingId: await meetingIn({ closed: true }) })).toBe('accepted')
  expect(await judged({ meetingId: await meetingIn({ concluded: true }) })).toBe('accepted')
  expect(await judged({ meetingId: await meetingIn(), fileId: await fileIn(place.communeId) })).toBe('accepted')
  expect(await judged({ meetingId: await meetingIn({ in: district, closed: true }) })).toBe('accepted')
  expect(await tallyOf(there, place)).toEqual({ tallied: 4, records: 4 })
})

test('in one batch each is judged by its own proof, and of two calls that wait together each by its own place', async () => {
  const [here, elsewhere] = [await meetingIn({ closed: true }), await meetingIn({ in: nextCommune, closed: true })]
  const batch = [proven({ meetingId: here }), proven({ meetingId: elsewhere }), proven({ meetingId: here })]
  const send = () => sendSignatures(place, there.communeOfficer, batch)
  const [one, other] = await Promise.all([send(), send()])
  const outcomes = ({ results }: typeof one) => results.map(({ outcome }) => outcome)
  expect([outcomes(one), outcomes(other)].toSorted()).toEqual([
    ['accepted', 'refused', 'accepted'],
    ['repeated', 'refused', 'repeated'],
  ])
  expect(await tallyOf(there, place)).toEqual({ tallied: 2, records: 2 })
})

test('the database itself keeps a promise from naming what is not there', async () => {
  const meetingId = await meetingIn({ closed: true })
  await judged({ meetingId })
  const { db } = there.database
  const named = (column: 'meeting_id' | 'file_id') =>
    sql`update commitment_promise set ${sql.ref(column)} = ${uuidv7()} where drive_id = ${place.driveId}`.execute(db)
  await expect(named('meeting_id')).rejects.toThrow('commitment_promise_meeting')
  await expect(named('file_id')).rejects.toThrow('commitment_promise_file')
  await expect(sql`delete from meeting where id = ${meetingId}`.execute(db)).rejects.toThrow(
    'commitment_promise_meeting',
  )
})

test('a held one whose proof is gone is not accepted; refused it can be', async () => {
  const meetingId = await meetingIn({ concluded: true })
  const late = proven({ meetingId }, { entry: 0, signedAt: '2024-11-14T09:00:00+07:00' })
  await sendSignatures(place, there.communeOfficer, [signatureFor(place, { entry: 0 })])
  const { results } = await sendSignatures(place, there.communeOfficer, [late])
  expect(results).toMatchObject([{ outcome: 'held', reason: 'already_signed' }])
  await sql`delete from meeting_conclusion where meeting_id = ${meetingId}`.execute(there.database.db)
  const decide = (decision: 'accepted' | 'refused') =>
    there.communeOfficer.send(DecideHeld, { communeId: place.communeId, id: late.id, decision, note: '' })
  await expectRefusal(decide('accepted'), 'commitments.proof_gone')
  expect(await tallyOf(there, place)).toEqual({ tallied: 1, records: 1 })
  expect(await decide('refused')).toMatchObject({ decision: 'refused' })
})

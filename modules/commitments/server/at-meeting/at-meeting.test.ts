// One batch at a meeting: refused by name without proof, kept from the next commune, each present counted once, the absent noted.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { areaId } from '../../../../programmes/kim-dong-2024/ids.ts'
import {
  openDrive,
  type SigningPlace,
  sendSignatures,
  signatureFor,
  tallyOf,
} from '../../../../tests/support/signing.ts'
import { expectRefusal, type Somebody, type World, world } from '../../../../tests/support/world.ts'
import { UploadFile } from '../../../documents/contract.ts'
import { slice as documents } from '../../../documents/server/slice.ts'
import { checkPromise } from '../../../links/server/check.ts'
import { CallMeeting, CloseMinutes, RecordMeeting } from '../../../meetings/contract.ts'
import { slice as meetings } from '../../../meetings/server/slice.ts'
import { ListSigningMeetings, SignAtMeeting } from '../../contract/at-meeting.ts'
import { ListEntries } from '../../contract/entries.ts'
import { ShowPromise } from '../../contract/following.ts'
import { NoteUnsigned } from '../../contract/unsigned.ts'
import { slice } from '../slice.ts'

let there: World
let place: SigningPlace
const on = '2024-11-15'
beforeEach(async () => {
  there = await world([slice, meetings, documents])
  place = await openDrive(there)
  await sql`update commitment_drive_group set ways = ways || '{meeting}' where drive_id = ${place.driveId}`.execute(
    there.database.db,
  )
})

/** Called and recorded as people do it: through the door, by whoever may call one there. */
async function meetingHeld(where = place.communeId, heldOn = '2024-11-12'): Promise<string> {
  const id = uuidv7()
  await there.districtLead.send(CallMeeting, {
    id,
    programme: 'kim-dong-2024',
    areaId: where,
    title: 'Họp tổ dân phố',
    calledOn: '2024-11-08',
    heldOn,
    startsAt: null,
    place: 'Nhà văn hóa',
    chairPostId: null,
    agenda: [],
    invited: [],
  })
  return id
}
const conclude = (id: string) =>
  there.districtLead.send(RecordMeeting, {
    id,
    version: 1,
    attendance: [],
    contributions: [],
    conclusions: [{ id: uuidv7(), kind: 'conclusion', text: 'Nhân dân ký cam kết', postId: null, dueOn: null }],
  })

type Batch = { meetingId: string; present?: number[]; absent?: number[]; fileId?: string; witness?: string }
const presentAs = (entry: number, id = uuidv7()) => ({ id, entryId: place.entries[entry] as string, textNumber: 2 })
const batchOf = ({ meetingId, present = [0, 1, 2], absent = [], ...more }: Batch) => ({
  driveId: place.driveId,
  communeId: place.communeId,
  hamletId: null,
  meetingId,
  present: present.map((entry) => presentAs(entry)),
  absent: absent.map((entry) => place.entries[entry] as string),
  ...more,
})
const send = (given: Batch, who: Somebody = there.communeOfficer) => who.send(SignAtMeeting, batchOf(given))
const notes = async () =>
  (
    await there.communeOfficer.ask(ListEntries, {
      driveId: place.driveId,
      communeId: place.communeId,
      on,
      state: 'again',
    })
  ).rows.map(({ id, note }) => [place.entries.indexOf(id), note?.reason])

test('refused by name: nobody, the next commune, no such meeting, not held, no minutes, a paper of elsewhere', async () => {
  const meetingId = await meetingHeld()
  await expectRefusal(send({ meetingId }, there.stranger), 'platform.not_signed_in')
  await expectRefusal(send({ meetingId }, there.auditor), 'platform.not_allowed')
  await expectRefusal(send({ meetingId }, there.neighbour), 'platform.not_found')
  await expectRefusal(send({ meetingId: uuidv7() }), 'commitments.meeting_unknown')
  await expectRefusal(send({ meetingId: await meetingHeld(areaId('12322')) }), 'commitments.meeting_unknown')
  await expectRefusal(
    send({ meetingId: await meetingHeld(place.communeId, '2024-11-20') }),
    'commitments.meeting_not_held',
  )
  const missing = await expectRefusal(send({ meetingId }), 'commitments.minutes_missing')
  expect(missing.field).toBe('meetingId')
  const strange = await there.neighbour.send(UploadFile, { areaId: areaId('12322'), name: 'b.csv' }, { bytes: csv })
  const elsewhere = await expectRefusal(send({ meetingId, fileId: strange.id }), 'commitments.file_unknown')
  expect(elsewhere.field).toBe('fileId')
  expect(await tallyOf(there, place)).toEqual({ tallied: 0, records: 0 })
  expect(await notes()).toEqual([])
})

const csv = new TextEncoder().encode('Họ và tên,Có mặt\nNguyễn Văn A,x\n')

test('once the conclusions are recorded those present sign, the absent are noted, and each can be checked by anybody', async () => {
  const meetingId = await meetingHeld()
  await conclude(meetingId)
  const batch = batchOf({ meetingId, present: [0, 1, 2], absent: [3, 4], witness: 'Bùi Văn Lộc' })
  const command = uuidv7()
  const first = await there.communeOfficer.send(SignAtMeeting, batch, { id: command })
  expect(first.results.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'accepted'])
  expect(first.noted).toBe(2)
  // The same command twice, the same signatures by another, and both at once.
  expect(await there.communeOfficer.send(SignAtMeeting, batch, { id: command })).toEqual(first)
  const again = await Promise.all([1, 2].map(() => there.communeOfficer.send(SignAtMeeting, batch)))
  for (const { results } of again) expect(results.map(({ outcome }) => outcome)).toEqual(Array(3).fill('repeated'))
  expect(await tallyOf(there, place)).toEqual({ tallied: 3, records: 3 })
  expect(await notes()).toEqual([
    [3, 'absent'],
    [4, 'absent'],
  ])
  const { id } = first.results[0] as { id: string }
  expect(await there.communeOfficer.ask(ShowPromise, { communeId: place.communeId, id })).toMatchObject({
    way: 'meeting',
    signedOn: '2024-11-12',
    witness: 'Bùi Văn Lộc',
    meeting: { title: 'Họp tổ dân phố', heldOn: '2024-11-12' },
  })
  const checked = await checkPromise(there.database.db, first.results[0]?.code as string)
  expect(checked).toMatchObject({ commune: 'Lương Bằng', signedOn: '2024-11-12' })
  expect(JSON.stringify(checked)).not.toContain('Trần Văn A')
})

test('the audit says how many were noted, and never whom nor why', async () => {
  const meetingId = await meetingHeld()
  await conclude(meetingId)
  await send({ meetingId, present: [0], absent: [5] })
  const { rows } = await sql<{ after: unknown }>`
    select after from audit_entry where operation = 'commitments.signAtMeeting'`.execute(there.database.db)
  expect(rows).toMatchObject([{ after: { meetingId, noted: 1 } }])
  expect(JSON.stringify(rows)).not.toContain(place.entries[5])
  expect(JSON.stringify(rows)).not.toContain('absent')
})

test('the paper of the minutes proves it where nothing was recorded', async () => {
  const meetingId = await meetingHeld()
  const where = { areaId: place.communeId, name: 'diem-danh.csv' }
  const { id: fileId } = await there.communeOfficer.send(UploadFile, where, { bytes: csv })
  expect((await send({ meetingId, fileId })).results.map(({ outcome }) => outcome)).toEqual(Array(3).fill('accepted'))
  const { rows } = await sql<{ file_id: string; meeting_id: string }>`
    select distinct file_id, meeting_id from commitment_promise where drive_id = ${place.driveId}`.execute(
    there.database.db,
  )
  expect(rows).toEqual([{ file_id: fileId, meeting_id: meetingId }])
})

test('who has signed gets no note; a newer note stands; whoever is named as both present and absent has signed; over, nothing is noted', async () => {
  const meetingId = await meetingHeld()
  await conclude(meetingId)
  const here = { driveId: place.driveId, communeId: place.communeId, hamletId: null }
  await there.communeOfficer.send(NoteUnsigned, { ...here, entryId: place.entries[6] as string, reason: 'declined' })
  await sendSignatures(place, there.communeOfficer, [signatureFor(place, { entry: 7 })])
  const strange = { ...batchOf({ meetingId, present: [0], absent: [0, 6, 7] }) }
  strange.absent.push(uuidv7())
  expect((await there.communeOfficer.send(SignAtMeeting, strange)).noted).toBe(0)
  expect(await notes()).toEqual([[6, 'declined']])
  // Somebody who had signed on paper meanwhile waits for a decision, and the others count.
  const { results } = await send({ meetingId, present: [7, 1] })
  expect(results.map(({ outcome, reason }) => reason ?? outcome)).toEqual(['already_signed', 'accepted'])
  await sql`update commitment_drive set closed_on = '2024-11-14' where id = ${place.driveId}`.execute(there.database.db)
  await expectRefusal(send({ meetingId, present: [2], absent: [3] }), 'commitments.drive_not_taking')
  const late = await send({ meetingId, present: [2] })
  expect(late.results).toMatchObject([{ outcome: 'held', reason: 'after_closing' }])
})

test('the meetings to choose from: held here or above, with what stands for their minutes; of those above only if one was called', async () => {
  const [here, next, coming] = [
    await meetingHeld(),
    await meetingHeld(areaId('12322')),
    await meetingHeld(place.communeId, '2024-11-20'),
  ]
  const asked = { communeId: place.communeId, on }
  const listed = async (who: Somebody) => (await who.ask(ListSigningMeetings, asked)).rows
  await expectRefusal(listed(there.neighbour), 'platform.not_found')
  await expectRefusal(listed(there.auditor), 'platform.not_allowed')
  const rows = await listed(there.communeOfficer)
  expect(rows.find(({ id }) => id === here)).toMatchObject({ minutes: 'none', area: { name: 'Lương Bằng' } })
  expect(rows.map(({ id }) => id)).not.toContain(next)
  expect(rows.map(({ id }) => id)).not.toContain(coming)
  // The town was called to the conference of March, and not to the meeting of the committee in October.
  expect(rows.map(({ heldOn }) => heldOn)).toEqual(['2024-11-15', '2024-11-12', '2024-11-10', '2024-03-15'])
  await conclude(here)
  expect((await listed(there.communeOfficer)).find(({ id }) => id === here)?.minutes).toBe('recorded')
  await there.districtLead.send(CloseMinutes, { id: here, version: 2 })
  expect((await listed(there.communeOfficer)).find(({ id }) => id === here)?.minutes).toBe('closed')
})

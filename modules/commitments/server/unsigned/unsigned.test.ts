// Why one has not signed: refusals, the next commune, seen only where one signs, gone when signed, the newest stands.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { openDrive, type SigningPlace, sendSignatures, signatureFor } from '../../../../tests/support/signing.ts'
import { expectRefusal, type Somebody, type World, world } from '../../../../tests/support/world.ts'
import { ListEntries } from '../../contract/entries.ts'
import { NoteUnsigned, type UnsignedReason, unsignedReasons } from '../../contract/unsigned.ts'
import { slice } from '../slice.ts'
import { forgetReasonsOfPast } from './forget.ts'

let there: World
let place: SigningPlace
beforeEach(async () => {
  there = await world([slice])
  place = await openDrive(there)
})

type Given = { reason?: UnsignedReason | null; visitAgainOn?: string; at?: string; entryId?: string }
const note = (who: Somebody, { reason = 'absent', ...given }: Given = {}) =>
  who.send(NoteUnsigned, {
    driveId: place.driveId,
    communeId: place.communeId,
    hamletId: null,
    entryId: place.entries[0] as string,
    reason,
    ...given,
  })
const listed = async (who: Somebody, state?: 'again') => {
  const { rows, may } = await who.ask(ListEntries, {
    driveId: place.driveId,
    communeId: place.communeId,
    on: '2024-11-15',
    ...(state ? { state } : {}),
  })
  return { notes: rows.filter((row) => row.note).map(({ id, note }) => ({ id, ...note })), may, rows: rows.length }
}

test('nobody without the right notes a reason, nor for an entry that is not there, nor in a drive that is over', async () => {
  await expectRefusal(note(there.auditor), 'platform.not_allowed')
  await expectRefusal(note(there.neighbour), 'platform.not_found')
  await expectRefusal(note(there.communeOfficer, { entryId: uuidv7() }), 'commitments.signer_unknown')
  await expectRefusal(note(there.communeOfficer, { visitAgainOn: '2024-01-01' }), 'commitments.visit_in_past')
  await sql`update commitment_drive set closed_on = '2024-11-14' where id = ${place.driveId}`.execute(there.database.db)
  await expectRefusal(note(there.communeOfficer), 'commitments.drive_not_taking')
})

test('a note is seen where one signs and nowhere above, twice is once, and it goes when signed', async () => {
  expect(await note(there.communeOfficer, { visitAgainOn: '2024-11-20' })).toEqual({ outcome: 'noted' })
  await note(there.communeOfficer, { visitAgainOn: '2024-11-20' })
  const here = await listed(there.communeOfficer, 'again')
  expect(here.notes).toEqual([{ id: place.entries[0], reason: 'absent', visitAgainOn: '2024-11-20' }])
  expect(here.may).toMatchObject({ sign: true, reasons: true })
  expect(await listed(there.districtLead)).toMatchObject({ notes: [], may: { reasons: false } })
  expect((await listed(there.districtLead, 'again')).rows).toBe(0)
  await sendSignatures(place, there.communeOfficer, [signatureFor(place)])
  expect((await listed(there.communeOfficer)).notes).toEqual([])
  expect(await note(there.communeOfficer)).toEqual({ outcome: 'signed' })
})

test('every reason is kept as it was given, another one too, and none is of a kind that nobody named', async () => {
  for (const [at, reason] of unsignedReasons.entries())
    expect(await note(there.communeOfficer, { reason, entryId: place.entries[at] as string })).toEqual({
      outcome: 'noted',
    })
  const { notes } = await listed(there.communeOfficer, 'again')
  expect(notes.map(({ reason }) => reason)).toEqual(['absent', 'moved', 'declined', 'other'])
  await expectRefusal(note(there.communeOfficer, { reason: 'nghi' as 'other' }), 'platform.invalid_input')
  // What was another reason becomes a named one, and goes like any other.
  const entryId = place.entries[3] as string
  await note(there.communeOfficer, { reason: 'moved', entryId })
  await note(there.communeOfficer, { reason: null, entryId })
  expect((await listed(there.communeOfficer)).notes).toHaveLength(3)
})

test('an older note of a device does not replace a newer one, whatever order they come in', async () => {
  await note(there.communeOfficer, { reason: 'declined', at: '2024-11-12T10:00:00+07:00' })
  expect(await note(there.communeOfficer, { at: '2024-11-12T09:00:00+07:00' })).toEqual({ outcome: 'older' })
  expect(await note(there.communeOfficer, { reason: null, at: '2024-11-12T09:30:00+07:00' })).toEqual({
    outcome: 'older',
  })
  expect((await listed(there.communeOfficer)).notes).toMatchObject([{ reason: 'declined' }])
  expect(await note(there.communeOfficer, { reason: null })).toEqual({ outcome: 'removed' })
  expect((await listed(there.communeOfficer)).notes).toEqual([])
})

test('a note goes with its drive: at once when it is closed, by itself when its last day has passed', async () => {
  await note(there.communeOfficer)
  // One that a merge took waits beside it.
  await sql`insert into commitment_unsigned_aside (commune_id, drive_id, entry_id, reason, noted_at, recorded_at)
    values (${place.communeId}, ${place.driveId}, ${place.entries[1]}, 'moved', now(), now())`.execute(
    there.database.db,
  )
  const left = async () =>
    (
      await sql`select 1 from commitment_unsigned where drive_id = ${place.driveId}
        union all select 1 from commitment_unsigned_aside where drive_id = ${place.driveId}`.execute(there.database.db)
    ).rows.length
  await forgetReasonsOfPast(there.database.db, '2024-11-30')
  expect(await left()).toBe(2)
  await forgetReasonsOfPast(there.database.db, '2024-12-01')
  expect(await left()).toBe(0)
})

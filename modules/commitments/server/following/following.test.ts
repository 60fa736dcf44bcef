// Following a drive: counts only from above, countersigned once, broken promises of bodies and never of people.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { areaId } from '../../../../programmes/kim-dong-2024/ids.ts'
import { openDrive, type SigningPlace, sendSignatures, signatureFor } from '../../../../tests/support/signing.ts'
import { expectRefusal, type Somebody, type World, world } from '../../../../tests/support/world.ts'
import { Countersign } from '../../contract/countersigning.ts'
import {
  CountFollowUp,
  ListBreaches,
  ListPledges,
  RecordBreach,
  SettleBreach,
  ShowPromise,
} from '../../contract/following.ts'
import { NoteUnsigned } from '../../contract/unsigned.ts'
import { slice } from '../slice.ts'

let there: World
let place: SigningPlace
let promiseId: string
beforeEach(async () => {
  there = await world([slice])
  place = await openDrive(there)
  const signature = signatureFor(place)
  promiseId = signature.id
  await sendSignatures(place, there.communeOfficer, [signature])
})
const on = '2024-11-15'

/** The same promise, of a firm. */
async function ofFirm(): Promise<void> {
  const { db } = there.database
  await sql`insert into commitment_drive_group values (${place.driveId}, 'firms', 'commune', '{ink}', true)`.execute(db)
  await sql`update commitment_promise set group_id = 'firms' where id = ${promiseId}`.execute(db)
  await sql`insert into commitment_text (drive_id, group_id, number, effective_on, title, opening, promises)
    values (${place.driveId}, 'firms', 2, '2024-11-10', 'Bản', 'Đơn vị cam kết', '{không bao che}')`.execute(db)
}
const breach = (who: Somebody, given: { happenedOn?: string; id?: string; followUpBy?: string } = {}) =>
  who.send(RecordBreach, {
    id: uuidv7(),
    communeId: place.communeId,
    promiseId,
    happenedOn: '2024-11-14',
    what: 'Để khách sử dụng trong cơ sở',
    followUp: 'Nhắc nhở, ký lại',
    ...given,
  })
const countersign = (who: Somebody) =>
  who.send(Countersign, { driveId: place.driveId, communeId: place.communeId, ids: [promiseId] })

test('a broken promise of a person or a household is refused by name; of a body it is recorded, followed and settled once', async () => {
  await expectRefusal(breach(there.auditor), 'platform.not_allowed')
  await expectRefusal(breach(there.neighbour), 'platform.not_found')
  await expectRefusal(breach(there.communeOfficer), 'commitments.breach_of_person')
  await ofFirm()
  await expectRefusal(breach(there.communeOfficer, { happenedOn: '2024-11-01' }), 'commitments.breach_before_signing')
  const { id } = await breach(there.communeOfficer)
  await expectRefusal(breach(there.communeOfficer, { id }), 'platform.id_taken')
  const listed = await there.districtLead.ask(ListBreaches, { driveId: place.driveId })
  expect(listed.rows).toMatchObject([{ id, settledOn: null, followUp: 'Nhắc nhở, ký lại' }])
  expect((await there.neighbour.ask(ListBreaches, { driveId: place.driveId })).rows).toEqual([])
  const settle = (version: number) =>
    there.communeOfficer.send(SettleBreach, { id, communeId: place.communeId, version, settledHow: 'Đã ký lại' })
  await expectRefusal(settle(2), 'platform.changed_meanwhile')
  await settle(1)
  await expectRefusal(settle(2), 'commitments.breach_settled')
})

test('what is late comes first and says by how many days; in time, without a day, and settled it is not late', async () => {
  await ofFirm()
  const [inTime, late, settled, open] = [
    await breach(there.communeOfficer, { followUpBy: on }),
    await breach(there.communeOfficer, { followUpBy: '2024-11-12' }),
    await breach(there.communeOfficer, { followUpBy: '2024-11-10' }),
    await breach(there.communeOfficer),
  ]
  const outcome = { communeId: place.communeId, version: 1, settledHow: 'Đã ký lại' }
  await there.communeOfficer.send(SettleBreach, { id: settled.id, ...outcome })
  const { rows } = await there.districtLead.ask(ListBreaches, { driveId: place.driveId })
  expect(rows.map(({ id, followUpBy, daysLate }) => [id, followUpBy, daysLate])).toEqual([
    [late.id, '2024-11-12', 3],
    [inTime.id, on, 0],
    [open.id, null, 0],
    [settled.id, '2024-11-10', 0],
  ])
})

test('the counterpart signs what its group asks for, once, and never elsewhere', async () => {
  await expectRefusal(countersign(there.auditor), 'platform.not_allowed')
  await expectRefusal(countersign(there.neighbour), 'platform.not_found')
  expect(await countersign(there.communeOfficer)).toEqual({ countersigned: 0 })
  await ofFirm()
  // The district is above the commune, and is not the commune.
  await expectRefusal(countersign(there.districtLead), 'commitments.for_commune')
  const both = await Promise.all([countersign(there.communeOfficer), countersign(there.communeOfficer)])
  expect(both.map(({ countersigned }) => countersigned).sort()).toEqual([0, 1])
  expect(await there.communeOfficer.ask(ShowPromise, { communeId: place.communeId, id: promiseId })).toMatchObject({
    countersigned: { on },
    way: 'ink',
    may: { decide: true, breach: true },
  })
  await expectRefusal(
    there.neighbour.ask(ShowPromise, { communeId: place.communeId, id: promiseId }),
    'platform.not_found',
  )
})

test('from above what waits is a count, and of the next commune there is nothing', async () => {
  const note = { driveId: place.driveId, communeId: place.communeId, hamletId: null, visitAgainOn: on }
  await there.communeOfficer.send(NoteUnsigned, { ...note, entryId: place.entries[1] as string, reason: 'absent' })
  const count = (who: Somebody) => who.ask(CountFollowUp, { driveId: place.driveId, on })
  expect((await count(there.districtLead)).rows).toMatchObject([
    { communeId: place.communeId, again: 1, due: 1, held: 0 },
  ])
  expect(JSON.stringify(await count(there.districtLead))).not.toContain('absent')
  // Noted by one in the moment in which another took the signature: who has signed is waited for no longer.
  await sql`insert into commitment_unsigned (commune_id, drive_id, entry_id, reason)
    values (${place.communeId}, ${place.driveId}, ${place.entries[0]}, 'absent')`.execute(there.database.db)
  expect((await count(there.districtLead)).rows).toMatchObject([{ again: 1 }])
  await expectRefusal(count(there.neighbour), 'platform.not_found')
  expect((await there.communeOfficer.ask(ListPledges, { driveId: place.driveId, on })).rows).toEqual([])
})

test('the heads pledge to the district: each commune with its head, who has signed and who has not; a commune sees its own', async () => {
  const { db } = there.database
  await sql`insert into commitment_drive_group values (${place.driveId}, 'leaders', 'district', '{ink}', true)`.execute(
    db,
  )
  await sql`insert into commitment_text (drive_id, group_id, number, effective_on, title, opening, promises)
    values (${place.driveId}, 'leaders', 2, '2024-11-10', 'Bản', 'Tôi cam kết', '{không bao che}')`.execute(db)
  await sql`update commitment_drive set area_id = ${areaId('331')} where id = ${place.driveId}`.execute(db)
  const [head, neighbour] = [place.entries[2] as string, areaId('12322')]
  await sql`update roster_entry set group_id = 'leaders', name = 'Phạm Thu Hòa' where id = ${head}`.execute(db)
  const pledges = async (who: Somebody) => (await who.ask(ListPledges, { driveId: place.driveId, on })).rows
  const of = async (communeId: string, name: string | null) =>
    (await pledges(there.districtLead)).find((row) => row.communeId === communeId && row.name === name)
  expect(await of(place.communeId, 'Phạm Thu Hòa')).toMatchObject({ signed: null })
  // One who signed in another drive has not signed in this one, and a commune of whom nobody is listed has no head.
  expect(await of(neighbour, 'Trịnh Văn Túc (minh họa)')).toMatchObject({ signed: null })
  expect(await of(areaId('12283'), null)).toMatchObject({ signed: null })
  const signature = signatureFor(place, { entry: 2 })
  await sendSignatures(place, there.communeOfficer, [signature])
  expect(await of(place.communeId, 'Phạm Thu Hòa')).toMatchObject({
    signed: { id: signature.id, on: '2024-11-12', way: 'ink' },
  })
  expect((await pledges(there.neighbour)).map(({ communeId }) => communeId)).toEqual([neighbour])
})

// What waits, on the first screen: nothing for whoever may not act, nothing of the next commune, and the counts follow.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { slices } from '../../../app/slices.ts'
import { clearRosters, listOf, onlyPair, search } from '../../../tests/support/duplicates.ts'
import { queueOfPaper } from '../../../tests/support/paper-queue.ts'
import { openDrive, type SigningPlace, sendSignatures, signatureFor } from '../../../tests/support/signing.ts'
import { expectRefusal, type Somebody, type World, world } from '../../../tests/support/world.ts'
import { RecordBreach, SettleBreach } from '../../commitments/contract/following.ts'
import { DecideHeld, NoteUnsigned } from '../../commitments/contract.ts'
import { DecidePair } from '../../rosters/contract.ts'
import { ShowWaiting } from '../contract.ts'

let there: World
let place: SigningPlace
beforeEach(async () => {
  there = await world(slices)
  place = await openDrive(there)
})

const waits = async (who: Somebody) => (await who.ask(ShowWaiting, {})).rows
const of = async (who: Somebody, kind: string) => (await waits(who)).find((row) => row.kind === kind)
const at = () => ({ driveId: place.driveId, communeId: place.communeId })

/** The same household signs twice: the second waits. */
async function heldOne(): Promise<string> {
  const [first, second] = [signatureFor(place), signatureFor(place)]
  await sendSignatures(place, there.communeOfficer, [first])
  await sendSignatures(place, there.communeOfficer, [second])
  return second.id
}

test('whoever takes no part in the signing is refused, and whoever may only read is told of nothing', async () => {
  await heldOne()
  await expectRefusal(there.stranger.ask(ShowWaiting, {}), 'platform.not_signed_in')
  await expectRefusal(there.agencyHead.ask(ShowWaiting, {}), 'platform.not_allowed')
  expect(await waits(there.auditor)).toEqual([])
  // Takes signatures in a hamlet, and decides on none.
  expect(await of(there.hamletHead, 'held')).toBeUndefined()
})

test('a held signature waits for those who may decide there and not in the next commune, until it is decided', async () => {
  expect(await of(there.communeOfficer, 'held')).toBeUndefined()
  const id = await heldOne()
  expect(await of(there.neighbour, 'held')).toBeUndefined()
  for (const who of [there.communeOfficer, there.districtLead])
    expect(await of(who, 'held')).toMatchObject({ count: 1, late: 0, at: { ...at(), name: 'Lương Bằng' } })
  await there.communeOfficer.send(DecideHeld, { communeId: place.communeId, id, decision: 'refused' })
  expect(await of(there.communeOfficer, 'held')).toBeUndefined()
})

test('a door waits on its day and no earlier, for who signs in that very commune and nobody above, until it has signed', async () => {
  const note = (visitAgainOn: string, entry: number) =>
    there.communeOfficer.send(NoteUnsigned, {
      ...at(),
      hamletId: null,
      entryId: place.entries[entry] as string,
      reason: 'absent',
      visitAgainOn,
    })
  await note('2024-11-16', 1)
  expect(await of(there.communeOfficer, 'again')).toBeUndefined()
  await note('2024-11-15', 2)
  expect(await of(there.communeOfficer, 'again')).toMatchObject({ count: 1, at: { ...at(), hamletId: null } })
  expect(await of(there.neighbour, 'again')).toBeUndefined()
  expect(await of(there.districtLead, 'again')).toBeUndefined()
  await sendSignatures(place, there.communeOfficer, [signatureFor(place, { entry: 2 })])
  expect(await of(there.communeOfficer, 'again')).toBeUndefined()
})

test('a broken promise of a body waits until it is settled, and is late after the day that was agreed', async () => {
  const { db } = there.database
  const signature = signatureFor(place)
  await sendSignatures(place, there.communeOfficer, [signature])
  await sql`insert into commitment_drive_group values (${place.driveId}, 'firms', 'commune', '{ink}', true)`.execute(db)
  await sql`update commitment_promise set group_id = 'firms' where id = ${signature.id}`.execute(db)
  const record = async (followUpBy: string | null) => {
    const given = { communeId: place.communeId, promiseId: signature.id, happenedOn: '2024-11-13' }
    const breach = { ...given, id: uuidv7(), what: 'Để khách sử dụng trong cơ sở', followUp: 'Ký lại', followUpBy }
    return (await there.communeOfficer.send(RecordBreach, breach)).id
  }
  const [late] = [await record('2024-11-14'), await record('2024-11-15'), await record(null)]
  expect(await of(there.communeOfficer, 'breaches')).toMatchObject({ count: 3, late: 1, at: at() })
  expect(await of(there.neighbour, 'breaches')).toBeUndefined()
  const settled = { id: late, communeId: place.communeId, version: 1, settledHow: 'Đã ký lại' }
  await there.communeOfficer.send(SettleBreach, settled)
  expect(await of(there.communeOfficer, 'breaches')).toMatchObject({ count: 2, late: 0 })
})

test('signatures on paper wait for who takes signatures there', async () => {
  expect(await of(there.communeOfficer, 'paper')).toBeUndefined()
  await queueOfPaper(there.database.db, place.communeId)
  expect(await of(there.communeOfficer, 'paper')).toMatchObject({ count: 3, at: { communeId: place.communeId } })
  expect(await of(there.neighbour, 'paper')).toBeUndefined()
  expect(await of(there.auditor, 'paper')).toBeUndefined()
})

test('a pair waits for who keeps both rosters, until it is decided', async () => {
  await clearRosters(there)
  await listOf(there, place.communeId, [{ name: 'Nguyễn Thị Hòa' }, { name: 'Nguyễn Thị Hoà' }])
  await search(there)
  expect(await of(there.communeOfficer, 'pairs')).toMatchObject({ count: 1, at: { communeId: place.communeId } })
  expect(await of(there.neighbour, 'pairs')).toBeUndefined()
  expect(await of(there.hamletHead, 'pairs')).toBeUndefined()
  const { id, communeId, version } = await onlyPair(there.communeOfficer)
  await there.communeOfficer.send(DecidePair, { communeId, id, version, decision: 'apart' })
  expect(await of(there.communeOfficer, 'pairs')).toBeUndefined()
})

test('what phones left waits for who decides there, and what was said in two ways for who keeps the roster', async () => {
  const { db } = there.database
  const deviceId = uuidv7()
  await sql`insert into field_device (id, person_id, name, secret)
    values (${deviceId}, ${there.communeOfficer.id}, 'Máy', ${Buffer.alloc(32, 5)})`.execute(db)
  await sql`insert into field_kept (commune_id, id, device_id, person_id, reason, input)
    values (${place.communeId}, ${uuidv7()}, ${deviceId}, ${there.communeOfficer.id}, 'device_wiped', '{"signatures": []}')`.execute(
    db,
  )
  for (const said of ['"An"', '"Ân"'])
    await sql`insert into field_conflict (commune_id, id, entry_id, field, base, said, said_at, person_id, reason)
      values (${place.communeId}, ${uuidv7()}, ${place.entries[0]}, 'name', '"A"', ${said}, now(), ${there.communeOfficer.id},
        'changed_elsewhere')`.execute(db)
  expect(await of(there.communeOfficer, 'kept')).toEqual({ kind: 'kept', count: 1, late: 0, at: null })
  expect(await of(there.communeOfficer, 'conflicts')).toEqual({ kind: 'conflicts', count: 1, late: 0, at: null })
  for (const who of [there.neighbour, there.auditor, there.hamletHead])
    expect((await waits(who)).filter(({ kind }) => kind === 'kept' || kind === 'conflicts')).toEqual([])
})

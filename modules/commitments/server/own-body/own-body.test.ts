// The head of a body sees and takes the signatures of his own body, while he holds its post, and of nobody else.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { openDrive, type SigningPlace, signatureFor, tallyOf } from '../../../../tests/support/signing.ts'
import { expectRefusal, type Somebody, type World, world } from '../../../../tests/support/world.ts'
import { Countersign } from '../../contract/countersigning.ts'
import { ListOwnSigners, SignOwnBody } from '../../contract/own-body.ts'
import { slice } from '../slice.ts'

let there: World
let place: SigningPlace
const [bodyId, postId] = [uuidv7(), uuidv7()]
beforeEach(async () => {
  there = await world([slice])
  place = await openDrive(there)
  const { db } = there.database
  await sql`insert into area_body (id, area_id, kind, name, valid_from) values
    (${bodyId}, ${place.communeId}, (select kind from area_body limit 1), 'Trường thử', '2024-01-01')`.execute(db)
  await sql`insert into post (id, area_id, body_id, title_vi, title_en, kind)
    select ${postId}, ${place.communeId}, ${bodyId}, 'Hiệu trưởng', 'Head', kind from post limit 1`.execute(db)
  await sql`insert into post_holder (post_id, person_id, valid_from)
    values (${postId}, ${there.agencyHead.id}, '2024-01-01')`.execute(db)
  await sql`update roster_entry set body_id = ${bodyId} where id = any(${place.entries.slice(0, 3)}::uuid[])`.execute(
    db,
  )
})

/** The drive of the test in the body of the test: in the demonstration she heads a school as well. */
const own = async (who: Somebody) =>
  (await who.ask(ListOwnSigners, {})).drives.filter(({ id, body }) => id === place.driveId && body.id === bodyId)
const sign = (who: Somebody, entry: number, id = uuidv7()) =>
  who.send(SignOwnBody, {
    driveId: place.driveId,
    communeId: place.communeId,
    bodyId,
    signatures: [signatureFor(place, { entry, id })],
  })

test('who does not hold the post neither sees nor signs; an entry of elsewhere is unknown', async () => {
  await expectRefusal(own(there.auditor), 'platform.not_allowed')
  await expectRefusal(sign(there.neighbour, 0), 'platform.not_allowed')
  expect((await sign(there.agencyHead, 5)).results).toMatchObject([{ outcome: 'refused', reason: 'entry_unknown' }])
  await sql`update post_holder set valid_to = '2024-11-15' where post_id = ${postId}`.execute(there.database.db)
  expect(await own(there.agencyHead)).toEqual([])
  await expectRefusal(sign(there.agencyHead, 0), 'platform.not_found')
  expect(await tallyOf(there, place)).toEqual({ tallied: 0, records: 0 })
})

test('the head sees the members of the own body only, and takes a signature, twice once', async () => {
  const id = uuidv7()
  expect((await sign(there.agencyHead, 0, id)).results).toMatchObject([{ id, outcome: 'accepted' }])
  expect((await sign(there.agencyHead, 0, id)).results).toMatchObject([{ id, outcome: 'repeated' }])
  const [drive] = await own(there.agencyHead)
  expect(drive?.body).toMatchObject({ id: bodyId, name: 'Trường thử' })
  expect(drive?.signers.map(({ id: entry, signed }) => [entry, signed?.on ?? null])).toEqual([
    [place.entries[0], '2024-11-12'],
    [place.entries[1], null],
    [place.entries[2], null],
  ])
  expect(await tallyOf(there, place)).toEqual({ tallied: 1, records: 1 })
})

test('the head countersigns what the members signed with the body; who holds no post of it, and a list without a body, are refused', async () => {
  const { db } = there.database
  await sign(there.agencyHead, 0)
  await sql`update commitment_drive_group set counterpart = 'body', countersign = true
    where drive_id = ${place.driveId}`.execute(db)
  const signed = async () => (await own(there.agencyHead))[0]?.signers[0]?.signed
  expect(await signed()).toMatchObject({ countersignedOn: null, waits: { notYou: null } })
  const ids = [(await signed())?.id as string]
  const countersign = (who: Somebody) =>
    who.send(Countersign, { driveId: place.driveId, communeId: place.communeId, ids })
  await expectRefusal(countersign(there.communeOfficer), 'commitments.for_body')
  await sql`update roster_entry set body_id = null where id = ${place.entries[0]}`.execute(db)
  await expectRefusal(countersign(there.agencyHead), 'commitments.body_unnamed')
  await sql`update roster_entry set body_id = ${bodyId} where id = ${place.entries[0]}`.execute(db)
  await sql`update post_holder set valid_to = '2024-11-15' where post_id = ${postId}`.execute(db)
  await expectRefusal(countersign(there.agencyHead), 'commitments.for_body')
  await sql`update post_holder set valid_to = null where post_id = ${postId}`.execute(db)
  expect(await countersign(there.agencyHead)).toEqual({ countersigned: 1 })
  expect(await countersign(there.agencyHead)).toEqual({ countersigned: 0 })
  expect(await signed()).toMatchObject({ countersignedOn: '2024-11-15', waits: null })
})

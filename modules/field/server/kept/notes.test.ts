// Notes why one has not signed, from a phone that was to be wiped: they wait for a person, told to those who come to the door
// again and to nobody above, and no longer than they serve.

import type { Hono } from 'hono'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { fieldWorld, secret } from '../../../../tests/support/field-world.ts'
import { openDrive, type SigningPlace, sendSignatures, signatureFor } from '../../../../tests/support/signing.ts'
import { expectRefusal, type Somebody, type World } from '../../../../tests/support/world.ts'
import * as field from '../../contract.ts'
import { forgetNotesOfPast } from './forget.ts'

let there: World
let site: Hono
let place: SigningPlace
let deviceId: string
beforeEach(async () => {
  ;({ there, site } = await fieldWorld())
  place = await openDrive(there)
  deviceId = uuidv7()
  const { communeOfficer: who } = there
  await who.send(field.EnrolDevice, { deviceId, name: 'Máy', secret })
  await who.ask(field.PullPack, { hamletId: place.communeId, deviceId })
  await who.send(field.OrderWipe, { deviceId, wipe: true, reason: 'Mất trên đường' })
})

type Given = { reason?: string | null; at?: string; entry?: number }
const noteOf = ({ reason = 'absent', at = '2024-11-12T02:00:00.000Z', entry = 0 }: Given = {}) => ({
  id: uuidv7(),
  operation: 'commitments.unsigned',
  input: {
    driveId: place.driveId,
    communeId: place.communeId,
    hamletId: null,
    entryId: place.entries[entry] as string,
    reason,
    visitAgainOn: reason && '2024-11-20',
    at,
  },
})
async function push(commands: unknown[], from = deviceId): Promise<field.PushAnswer['results']> {
  const answer = await site.request(field.pushPath, {
    method: 'POST',
    headers: { 'x-test-person': there.communeOfficer.id, 'content-type': 'application/json' },
    body: JSON.stringify({ deviceId: from, commands }),
  })
  return ((await answer.json()) as field.PushAnswer).results
}
const kept = async (who: Somebody = there.communeOfficer) => (await who.ask(field.ListKept, {})).kept
const decide = (who: Somebody, id: string, decision: 'accepted' | 'refused') =>
  who.send(field.DecideKept, { communeId: place.communeId, id, decision, note: '' })
const noted = async () =>
  (
    await sql<{ reason: string; visit_again_on: string; recorded_by: string }>`
      select reason, visit_again_on, recorded_by from commitment_unsigned`.execute(there.database.db)
  ).rows
const lying = async () =>
  (await sql<{ input: unknown }>`select input from field_kept`.execute(there.database.db)).rows.map(({ input }) =>
    JSON.stringify(input),
  )

test('refused by name: of a place that the phone never had, by the next commune, twice, of an entry that has left', async () => {
  const stranger = uuidv7()
  await there.communeOfficer.send(field.EnrolDevice, { deviceId: stranger, name: 'Máy lạ', secret })
  await there.communeOfficer.send(field.OrderWipe, { deviceId: stranger, wipe: true, reason: 'Mất' })
  expect(await push([noteOf()], stranger)).toMatchObject([{ problem: { code: 'field.device_wiped' } }])
  expect(await kept()).toEqual([])

  const [gone, other] = [noteOf(), noteOf({ entry: 1 })]
  await push([gone, other])
  expect(await kept(there.neighbour)).toEqual([])
  await expectRefusal(decide(there.neighbour, gone.id, 'accepted'), 'platform.not_found')
  await sql`update roster_entry set ended_on = '2024-11-13', ended_reason = 'moved' where id = ${place.entries[0]}`.execute(
    there.database.db,
  )
  await expectRefusal(decide(there.communeOfficer, gone.id, 'accepted'), 'commitments.signer_unknown')
  await decide(there.communeOfficer, other.id, 'refused')
  await expectRefusal(decide(there.communeOfficer, other.id, 'accepted'), 'field.already_decided')
  expect(await noted()).toEqual([])
})

test('it waits, once; its reason is seen where one signs and nowhere above; accepted it is noted as of who noted it', async () => {
  const command = noteOf()
  expect(await push([command])).toMatchObject([{ answer: { outcome: 'kept' } }])
  expect(await push([command])).toMatchObject([{ answer: { outcome: 'kept' } }])
  expect(await noted()).toEqual([])
  const here = await kept()
  expect(here).toMatchObject([
    { kind: 'unsigned', reason: 'device_wiped', device: 'Máy', ink: null, at: '2024-11-12T02:00:00.000Z' },
  ])
  expect(here[0]?.note).toEqual({ reason: 'absent', visitAgainOn: '2024-11-20' })
  expect((await kept(there.districtLead)).map(({ kind, note }) => [kind, note])).toEqual([['unsigned', null]])

  expect(await decide(there.communeOfficer, command.id, 'accepted')).toEqual({ outcome: 'accepted' })
  expect(await noted()).toEqual([
    { reason: 'absent', visit_again_on: '2024-11-20', recorded_by: there.communeOfficer.id },
  ])
  expect((await lying()).join()).not.toMatch(/absent|2024-11-20/)
  // Carried once more by somebody else, it does not come up again.
  await push([command])
  expect(await kept()).toEqual([])
  const audited = await sql<{ after: unknown }>`select after from audit_entry where operation like 'field.%'`.execute(
    there.database.db,
  )
  expect(JSON.stringify(audited.rows)).not.toContain('absent')
})

test('out of order: a newer note stands, and who has signed has none', async () => {
  const [older, taken, late] = [
    noteOf({ reason: 'declined', at: '2024-11-11T02:00:00.000Z' }),
    noteOf({ reason: null, at: '2024-11-13T02:00:00.000Z' }),
    noteOf({ entry: 1 }),
  ]
  const newer = noteOf()
  await push([late, taken, older, newer])
  const { communeOfficer: who } = there
  expect(await decide(who, newer.id, 'accepted')).toEqual({ outcome: 'accepted' })
  expect(await decide(who, older.id, 'accepted')).toEqual({ outcome: 'repeated' })
  expect(await noted()).toMatchObject([{ reason: 'absent' }])
  expect(await decide(who, taken.id, 'accepted')).toEqual({ outcome: 'accepted' })
  expect(await noted()).toEqual([])
  await sendSignatures(place, who, [{ ...signatureFor(place), entryId: place.entries[1] as string }])
  expect(await decide(who, late.id, 'accepted')).toEqual({ outcome: 'repeated' })
  expect(await noted()).toEqual([])
})

test('two who decide at once end in one decision', async () => {
  const command = noteOf()
  await push([command])
  const all = await Promise.allSettled([
    decide(there.communeOfficer, command.id, 'accepted'),
    decide(there.districtLead, command.id, 'refused'),
  ])
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await kept()).toEqual([])
})

test('one that still waits when its drive is over is forgotten, with its reason', async () => {
  await push([noteOf()])
  const { db } = there.database
  await forgetNotesOfPast(db, '2024-11-30')
  expect(await kept()).toHaveLength(1)
  await forgetNotesOfPast(db, '2024-12-01')
  expect(await kept()).toEqual([])
  expect((await lying()).join()).not.toContain('absent')
})

// Deciding on what is held and voiding what does not stand: refusals, the next commune, allowed, twice, at once; tallies follow.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { expectRefusal, type Somebody, type World, world } from '../../../../tests/support/world.ts'
import { DecideHeld, ListHeld, VoidPromise } from '../../contract/deciding.ts'
import { type Ink, inkToText } from '../../contract/ink.ts'
import { Sign, type SigningResult } from '../../contract/signing.ts'
import { slice } from '../slice.ts'

const wave: Ink = [
  Array.from({ length: 30 }, (_, at): [number, number] => [100 + at * 20, 300 + Math.round(80 * Math.sin(at))]),
]

let there: World
let place: { communeId: string; entries: string[]; driveId: string }

/** One drive of the town Lương Bằng with households in no hamlet, opened on 1/11/2024. */
beforeEach(async () => {
  there = await world([slice])
  const { db } = there.database
  const commune = await sql<{
    id: string
  }>`select id from area_unit where code = '12280' and level = 'commune'`.execute(db)
  const communeId = commune.rows[0]?.id as string
  const [driveId, listId] = [uuidv7(), uuidv7()]
  const entries = Array.from({ length: 8 }, () => uuidv7())
  await sql`insert into commitment_drive (id, area_id, name_vi, name_en, recurs, year, opens_on, closes_on, published_on)
    values (${driveId}, ${communeId}, 'Đợt', 'Drive', 'once', 2024, '2024-11-01', '2024-11-30', '2024-10-30')`.execute(
    db,
  )
  await sql`insert into commitment_drive_group values
    (${driveId}, 'household-heads', 'hamlet', '{ink,paper,phone-code}', false)`.execute(db)
  await sql`insert into commitment_text (drive_id, group_id, number, effective_on, title, opening, promises) values
    (${driveId}, 'household-heads', 1, '2024-11-01', 'Bản 1', 'Tôi cam kết', '{không sử dụng}'),
    (${driveId}, 'household-heads', 2, '2024-11-10', 'Bản 2', 'Tôi cam kết', '{không sử dụng}')`.execute(db)
  await sql`insert into roster_list (commune_id, id, group_id, title, as_of, source)
    values (${communeId}, ${listId}, 'household-heads', 'Danh sách', '2024-10-01', 'Sổ hộ')`.execute(db)
  for (const [index, id] of entries.entries())
    await sql`insert into roster_entry (commune_id, id, list_id, group_id, number, name, name_key, name_bag, since)
      values (${communeId}, ${id}, ${listId}, 'household-heads', ${index + 1}, 'Trần Văn A', 'tran van a', 'a tran van', '2024-10-01')`.execute(
      db,
    )
  place = { communeId, entries, driveId }
})

type Given = Partial<{
  id: string
  entry: number
  signedAt: string
  ink: Ink | null
  textNumber: number
  way: 'ink' | 'paper' | 'meeting'
}>
const signature = (given: Given = {}) => ({
  id: given.id ?? uuidv7(),
  entryId: place.entries[given.entry ?? 0] as string,
  textNumber: given.textNumber ?? 2,
  way: given.way ?? ('ink' as const),
  signedAt: given.signedAt ?? '2024-11-12T09:00:00+07:00',
  ...(given.ink === null ? {} : { ink: inkToText(given.ink ?? wave) }),
})
const send = (who: Somebody, signatures: ReturnType<typeof signature>[], id?: string) =>
  who.send(Sign, { driveId: place.driveId, communeId: place.communeId, hamletId: null, signatures }, id ? { id } : {})
const one = async (given: Given): Promise<SigningResult> =>
  (await send(there.communeOfficer, [signature(given)])).results[0] as SigningResult
const tally = async (): Promise<{ tallied: number; records: number }> => {
  const { rows } = await sql<{ tallied: number; records: number }>`
    select (select coalesce(sum(signed), 0)::int from commitment_tally where drive_id = ${place.driveId}) as tallied,
      (select count(*)::int from commitment_promise
        where drive_id = ${place.driveId} and void_number = 0) as records`.execute(there.database.db)
  return rows[0] as { tallied: number; records: number }
}

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

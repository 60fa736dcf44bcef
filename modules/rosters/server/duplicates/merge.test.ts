// Merging and taking it back: refusals, the next commune, allowed, twice, out of order, at once; counts and promises follow.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import {
  clearRosters,
  districtDrive,
  here,
  listOf,
  merge,
  nextDoor,
  onlyPair,
  type Pair,
  pairsFor,
  type Row,
  reopen,
  search,
  signFor,
} from '../../../../tests/support/duplicates.ts'
import { expectRefusal, type World, world } from '../../../../tests/support/world.ts'
import { DecideHeld, NoteUnsigned, ShowCoverage } from '../../../commitments/contract.ts'
import { slice as commitments } from '../../../commitments/server/slice.ts'
import { DecidePair, EndEntry, MergePair } from '../../contract.ts'
import { slice } from '../slice.ts'
import { giveLatePromises } from './late-promises.ts'

let there: World
let driveId: string
let one: string
let other: string
let pair: Pair
const twice: [Row, Row] = [
  { name: 'Nguyễn Thị Hòa', address: 'Số 12 ngõ 5', headcount: 4, identities: ['old'] },
  { name: 'NGUYEN THI HOA', address: 'số nhà 12, ngõ 5', headcount: 5, identities: ['new'] },
]
beforeEach(async () => {
  there = await world([slice, commitments])
  await clearRosters(there)
  driveId = await districtDrive(there)
  ;[one, other] = (await listOf(there, here, twice)) as [string, string]
  await search(there)
  pair = await onlyPair(there.communeOfficer)
})

const rowsOf = async (table: string, order: string) =>
  (await sql`select * from ${sql.table(table)} order by ${sql.raw(order)}`.execute(there.database.db)).rows as Record<
    string,
    unknown
  >[]
/** All that a merge touches, without what counts changes. */
const everything = async () => {
  const bare = (row: Record<string, unknown>) => {
    const { version: _, changed_at: __, changed_by: ___, changed_xid: ____, ...rest } = row
    return rest
  }
  return {
    entries: (await rowsOf('roster_entry', 'id')).map(bare),
    promises: (await rowsOf('commitment_promise', 'id')).map(bare),
    ink: await rowsOf('commitment_ink', 'promise_id'),
    tallies: (await rowsOf('commitment_tally', '1, 2, 3, 4, 5')).filter(({ signed }) => signed !== 0),
    counts: (await rowsOf('roster_count', '1, 2, 3, 4')).filter(({ entries }) => entries !== 0),
  }
}
const coverage = async (within = here, who = there.districtLead) => {
  const { signed, of } = await who.ask(ShowCoverage, { driveId, on: '2024-11-15', within })
  return { signed, of }
}
const again = async (state: 'open' | 'decided' = 'decided') => onlyPair(there.districtLead, state)
const standing = async () =>
  (await rowsOf('commitment_promise', 'id')).filter((row) => row.void_number === 0).map((row) => [row.id, row.entry_id])

test('refused by name: no right, a day to come, somebody else’s entry, one that has left, one decided, a stale page', async () => {
  await expectRefusal(merge(there.auditor, pair, one), 'platform.not_allowed')
  const tomorrow = { communeId: here, id: pair.id, version: pair.version, keepId: one, take: [], on: '2024-11-16' }
  await expectRefusal(there.communeOfficer.send(MergePair, tomorrow), 'rosters.merge_in_future')
  await expectRefusal(merge(there.communeOfficer, pair, uuidv7()), 'platform.not_found')
  await expectRefusal(reopen(there.communeOfficer, pair), 'rosters.pair_not_decided')
  await expectRefusal(merge(there.communeOfficer, { ...pair, version: 9 }, one), 'platform.changed_meanwhile')
  await there.communeOfficer.send(EndEntry, {
    communeId: here,
    entryId: other,
    version: 1,
    on: '2024-11-10',
    reason: 'moved',
  })
  await expectRefusal(merge(there.communeOfficer, pair, one), 'rosters.pair_entry_ended')
  expect((await pairsFor(there.communeOfficer)).rows).toEqual([])
})

test('somebody from the next commune neither merges nor takes back', async () => {
  await expectRefusal(merge(there.neighbour, pair, one), 'platform.not_found')
  await merge(there.communeOfficer, pair, one)
  await expectRefusal(reopen(there.neighbour, await again()), 'platform.not_found')
})

test('one stays with the fields that were chosen, the other ends as merged, and counts once', async () => {
  await signFor(there.communeOfficer, driveId, here, other)
  expect(await coverage()).toEqual({ signed: 1, of: 2 })
  const before = await everything()
  expect(await merge(there.communeOfficer, pair, one, ['headcount'])).toMatchObject({ promises: 1, version: 2 })
  expect(await coverage()).toEqual({ signed: 1, of: 1 })
  const [kept, ended] = (await everything()).entries
  const identity_hashes = ['old', 'new'].map((text) => Buffer.from(text))
  expect(kept).toMatchObject({ name: 'Nguyễn Thị Hòa', headcount: 5, ended_on: null, identity_hashes })
  expect(ended).toMatchObject({ ended_on: '2024-11-15', ended_reason: 'merged', merged_into: one })
  expect((await again()).sides.map(({ signed }) => signed)).toEqual([1, 0])
  await reopen(there.communeOfficer, await again())
  expect(await everything()).toEqual(before)
  expect(await coverage()).toEqual({ signed: 1, of: 2 })
})

test('both have signed: one promise counts, the other names it, and comes back', async () => {
  await signFor(there.communeOfficer, driveId, here, one)
  const second = await signFor(there.communeOfficer, driveId, here, other)
  const before = await everything()
  await merge(there.communeOfficer, pair, other)
  expect(await coverage()).toEqual({ signed: 1, of: 1 })
  expect(await standing()).toEqual([[second.id, other]])
  await reopen(there.communeOfficer, await again())
  expect(await everything()).toEqual(before)
})

const note = (entryId: string, reason: 'absent' | 'declined') =>
  there.communeOfficer.send(NoteUnsigned, {
    driveId,
    communeId: here,
    hamletId: null,
    entryId,
    reason,
    visitAgainOn: '2024-11-20',
  })
const noted = async () =>
  (await rowsOf('commitment_unsigned', 'entry_id')).map(({ entry_id, reason, visit_again_on }) => [
    entry_id,
    reason,
    visit_again_on,
  ])

test('a reason that a merge took comes back with the unmerge, once; where the one that stays has signed it does not', async () => {
  await note(one, 'absent')
  const second = await signFor(there.communeOfficer, driveId, here, other)
  await merge(there.communeOfficer, pair, one)
  await giveLatePromises(there.parts)
  expect(await noted()).toEqual([])
  await reopen(there.communeOfficer, await again())
  expect(await noted()).toEqual([[one, 'absent', '2024-11-20']])
  expect(await rowsOf('commitment_unsigned_aside', 'entry_id')).toEqual([])

  await merge(there.communeOfficer, await onlyPair(there.communeOfficer), one)
  const own = await signFor(there.communeOfficer, driveId, here, one)
  expect(own).toMatchObject({ outcome: 'held', reason: 'already_signed' })
  await there.communeOfficer.send(DecideHeld, { communeId: here, id: own.id, decision: 'accepted' })
  await reopen(there.communeOfficer, await again())
  expect(await standing()).toEqual(
    [
      [own.id, one],
      [second.id, other],
    ].toSorted(),
  )
  expect(await noted()).toEqual([])
})

test('a reason that went with a held signature, accepted after the merge, comes back with the unmerge', async () => {
  await note(one, 'absent')
  await note(other, 'declined')
  await merge(there.communeOfficer, pair, one)
  expect(await noted()).toHaveLength(2)
  const late = await signFor(there.communeOfficer, driveId, here, other)
  expect(late).toMatchObject({ outcome: 'held', reason: 'entry_merged' })
  await there.communeOfficer.send(DecideHeld, { communeId: here, id: late.id, decision: 'accepted' })
  expect(await standing()).toEqual([[late.id, one]])
  expect((await noted()).map(([id]) => id)).toEqual([other])
  await reopen(there.communeOfficer, await again())
  // The promise was the other's all along: nobody has to come to it again, and somebody has to come to the first.
  expect(await standing()).toEqual([[late.id, other]])
  expect(await noted()).toEqual([[one, 'absent', '2024-11-20']])
})

test('sent twice it is one merge, and the audit says so once, without a name', async () => {
  const id = uuidv7()
  await merge(there.communeOfficer, pair, one, [], id)
  await merge(there.communeOfficer, pair, one, [], id)
  await expectRefusal(merge(there.communeOfficer, await again(), one), 'rosters.pair_decided')
  const audited = await sql<{
    after: unknown
  }>`select after from audit_entry where operation = 'rosters.mergePair'`.execute(there.database.db)
  expect(audited.rows).toHaveLength(1)
  expect(JSON.stringify(audited.rows)).not.toMatch(/Hòa|HOA/)
})

test('two who decide at once end in one decision', async () => {
  await signFor(there.communeOfficer, driveId, here, other)
  const all = await Promise.allSettled([
    merge(there.communeOfficer, pair, one),
    merge(there.districtLead, pair, other),
    there.districtLead.send(DecidePair, { communeId: here, id: pair.id, version: pair.version, decision: 'apart' }),
    merge(there.communeOfficer, pair, other, ['name']),
  ])
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const { of } = await coverage()
  expect([1, 2]).toContain(of)
  expect(await standing()).toHaveLength(1)
})

test('merges that share an entry, at once: it ends once', async () => {
  const [third] = await listOf(there, here, [{ name: 'Nguyễn Thị Hòa', address: 'SN 12 ngõ 5' }])
  await search(there)
  const { rows } = await pairsFor(there.communeOfficer)
  expect(rows).toHaveLength(3)
  const kept = (row: Pair) => row.sides.find(({ id }) => id === third)?.id ?? one
  const all = await Promise.allSettled(rows.map((row) => merge(there.communeOfficer, row, kept(row))))
  expect(all.some(({ status }) => status === 'fulfilled')).toBe(true)
  const { of } = await coverage()
  const left = (await everything()).entries.filter(({ ended_on }) => ended_on === null)
  expect(left.length).toBe(of)
})

test('signed while it is being merged: the promise counts for the one that stays, or waits for a decision', async () => {
  const [signed] = await Promise.all([
    signFor(there.communeOfficer, driveId, here, other),
    merge(there.districtLead, pair, one),
  ])
  if (signed.outcome === 'accepted') {
    await giveLatePromises(there.parts)
    expect(await standing()).toEqual([[signed.id, one]])
  } else {
    expect(signed).toMatchObject({ outcome: 'held', reason: 'entry_merged' })
    await there.communeOfficer.send(DecideHeld, { communeId: here, id: signed.id, decision: 'accepted' })
    expect(await standing()).toEqual([[signed.id, one]])
  }
  expect(await coverage()).toEqual({ signed: 1, of: 1 })
})

test('what landed on the ended one in the moment of the merge is given over once, and goes back with the rest', async () => {
  const { db } = there.database
  const signed = await signFor(there.communeOfficer, driveId, here, other)
  const before = await everything()
  await sql`update roster_entry set ended_on = '2024-11-15', ended_reason = 'merged', merged_into = ${one} where id = ${other}`.execute(
    db,
  )
  await sql`update roster_pair set decision = 'merged', decided_at = now(), decided_by = ${there.communeOfficer.id}, kept_id = ${one},
    changed = '{}', joined = '{"moved": [], "replaced": [], "carried": []}' where id = ${pair.id}`.execute(db)
  await sql`update roster_count set entries = 1 where commune_id = ${here}`.execute(db)
  await giveLatePromises(there.parts)
  await giveLatePromises(there.parts)
  expect(await standing()).toEqual([[signed.id, one]])
  expect(await coverage()).toEqual({ signed: 1, of: 1 })
  const audited = await sql`select 1 from audit_entry where operation = 'rosters.mergePair'`.execute(db)
  expect(audited.rows).toHaveLength(1)
  await reopen(there.communeOfficer, await again())
  const after = await everything()
  expect({ ...after, counts: [] }).toEqual({ ...before, counts: [] })
})

test('what was signed for the ended one meanwhile is theirs again; what others wrote since stays', async () => {
  const { db } = there.database
  await merge(there.communeOfficer, pair, one, ['name', 'headcount'])
  const late = await signFor(there.communeOfficer, driveId, here, other)
  expect(late.reason).toBe('entry_merged')
  await there.communeOfficer.send(DecideHeld, { communeId: here, id: late.id, decision: 'accepted' })
  expect(await standing()).toEqual([[late.id, one]])
  await sql`update roster_entry set headcount = 7, version = version + 1 where id = ${one}`.execute(db)
  const { version } = (await rowsOf('roster_entry', 'id')).find(({ id }) => id === one) as { version: number }
  await there.communeOfficer.send(EndEntry, {
    communeId: here,
    entryId: one,
    version,
    on: '2024-11-15',
    reason: 'moved',
  })
  await reopen(there.communeOfficer, await again())
  expect(await standing()).toEqual([[late.id, other]])
  const [kept, back] = (await everything()).entries
  expect(kept).toMatchObject({ name: 'Nguyễn Thị Hòa', headcount: 7, ended_reason: 'moved' })
  expect(back).toMatchObject({ name: 'NGUYEN THI HOA', ended_on: null, merged_into: null })
  expect(await coverage()).toEqual({ signed: 1, of: 1 })
})

test('a merge on top of a merge is taken back first, and then everything is as it was', async () => {
  await signFor(there.communeOfficer, driveId, here, other)
  const [third] = await listOf(there, here, [{ name: 'Nguyễn Thị Hòa', address: 'SN 12 ngõ 5' }])
  await search(there)
  const before = await everything()
  const { rows } = await pairsFor(there.communeOfficer)
  const between = (a: string, b?: string) =>
    rows.find(({ sides }) => sides.every(({ id }) => id === a || id === b)) as Pair
  await merge(there.communeOfficer, between(one, other), one)
  await merge(there.communeOfficer, between(one, third), third as string)
  expect(await coverage()).toEqual({ signed: 1, of: 1 })
  const decided = (await pairsFor(there.communeOfficer, 'decided')).rows
  const [under, over] = [between(one, other), between(one, third)].map(
    ({ id }) => decided.find((row) => row.id === id) as Pair,
  )
  const refusal = await expectRefusal(reopen(there.communeOfficer, under as Pair), 'rosters.unmerge_merged_on')
  expect(refusal.values).toMatchObject({ into: 'Nguyễn Thị Hòa' })
  await reopen(there.communeOfficer, over as Pair)
  await reopen(there.communeOfficer, under as Pair)
  expect(await everything()).toEqual(before)
})

test('a list that a newer one has replaced is not brought back by half', async () => {
  await merge(there.communeOfficer, pair, one)
  await sql`update roster_list set replaced_on = '2024-11-14'`.execute(there.database.db)
  await expectRefusal(reopen(there.communeOfficer, await again()), 'rosters.unmerge_list_replaced')
  await sql`update roster_entry set ended_reason = 'undone', merged_into = null where id = ${other}`.execute(
    there.database.db,
  )
  await expectRefusal(reopen(there.communeOfficer, await again()), 'rosters.unmerge_changed')
})

test('across two communes the promise is carried over, counts once, and each is its own again', async () => {
  const { db } = there.database
  await clearRosters(there)
  driveId = await districtDrive(there)
  const [staying] = await listOf(there, here, [{ name: 'Phạm Văn Đức', identities: ['id'] }])
  const [leaving] = await listOf(there, nextDoor, [{ name: 'Phạm Văn Đức', identities: ['id'] }])
  const signed = await signFor(there.neighbour, driveId, nextDoor, leaving as string)
  await search(there, here)
  await search(there, nextDoor)
  pair = await onlyPair(there.districtLead)
  const before = await everything()
  await expectRefusal(merge(there.communeOfficer, pair, staying as string), 'platform.not_found')
  await merge(there.districtLead, pair, staying as string)
  expect([await coverage(here), await coverage(nextDoor)]).toEqual([
    { signed: 1, of: 1 },
    { signed: 0, of: 0 },
  ])
  const copies = await sql<{ way: string; signed_on: string }>`
    select way, signed_on from commitment_promise where entry_id = ${staying} and void_number = 0`.execute(db)
  expect(copies.rows).toEqual([{ way: 'paper', signed_on: '2024-11-12' }])
  const late = await signFor(there.neighbour, driveId, nextDoor, leaving as string)
  await expectRefusal(
    there.neighbour.send(DecideHeld, { communeId: nextDoor, id: late.id, decision: 'accepted' }),
    'commitments.merged_elsewhere',
  )
  await reopen(there.districtLead, await again())
  expect(await standing()).toEqual([[signed.id, leaving]])
  const after = await everything()
  expect({ ...after, promises: after.promises.filter(({ entry_id }) => entry_id === leaving) }).toEqual(before)
  expect([await coverage(here), await coverage(nextDoor)]).toEqual([
    { signed: 0, of: 1 },
    { signed: 1, of: 1 },
  ])
})

test('later is later, and can be taken back; two people stay two', async () => {
  const decide = (decision: 'apart' | 'later', given: Pair) =>
    there.communeOfficer.send(DecidePair, { communeId: here, id: given.id, version: given.version, decision })
  await decide('later', pair)
  expect((await pairsFor(there.communeOfficer)).counts).toEqual({ open: 0, later: 1, decided: 0 })
  await decide('apart', await onlyPair(there.communeOfficer, 'later'))
  await expectRefusal(decide('later', await again()), 'rosters.pair_decided')
  await reopen(there.communeOfficer, await again())
  expect((await pairsFor(there.communeOfficer)).counts).toEqual({ open: 1, later: 0, decided: 0 })
})

// One file, or several, go from one officer to another by the head: who gave, who took over and why stands in each of them.

import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { areaId, personId } from '../../../programmes/kim-dong-2024/ids.ts'
import { identity, masterKeysAre, newMasterKey } from '../../../tests/support/kept-files.ts'
import { event, positive } from '../../../tests/support/lives.ts'
import { openFile } from '../../../tests/support/person-files.ts'
import { expectRefusal, type Somebody, type World, world } from '../../../tests/support/world.ts'
import { GiveFiles, ListFilesOfOfficer, ListWork, ReadFile } from '../contract.ts'
import type { FileEvent } from '../events.ts'
import { enterFiles } from './public.ts'
import { slice } from './slice.ts'

const communeId = areaId('12322', '2025-07-01')
const now = new Date('2026-11-25T09:00:00+07:00')
let the: World
let police: Somebody
let other: Somebody
let head: Somebody
let next: Somebody
beforeAll(async () => {
  the = await world([slice])
  masterKeysAre(newMasterKey())
  police = the.as(personId('conganxa'))
  other = the.as(personId('conganxa2'))
  head = the.as(personId('truongcax'))
  next = the.as(personId('congangiap'))
})
afterAll(() => the?.database.drop())
beforeEach(() => {
  the.parts.clock.now = () => now
})

const managed = (officer?: string): FileEvent[] => [
  event('tested', '2026-08-03T09:00', positive, uuidv7()),
  event('notice-received', '2026-08-04T08:00', { from: 'Công an xã Đức Hợp' }, uuidv7()),
  event('managed', '2026-08-04T15:00', {}, uuidv7()),
  ...(officer
    ? [event('team-named', '2026-08-06T08:00', { members: [{ role: 'police', name: 'X', person: officer }] }, uuidv7())]
    : []),
]
async function filed(...officers: (string | undefined)[]): Promise<string[]> {
  const made = officers.map((officer) => ({
    ...{ id: uuidv7(), personId: uuidv7(), identity: identity({ papers: [] }), events: managed(officer) },
  }))
  await enterFiles(the.database.db, { communeId, by: police.id, now, demo: false }, made)
  return made.map(({ id }) => id)
}
const give = (by: Somebody, fileIds: string[], part: { from?: string | null; to?: string } = {}) =>
  by.send(GiveFiles, {
    ...{ communeId, fileIds, from: police.id, to: other.id, ground: 'Phân công số 12/PC-CAX' },
    ...part,
  })
const inChargeOf = async (officer: string) =>
  (await head.ask(ListFilesOfOfficer, { communeId, officer })).rows.map(({ id }) => id)

test('refused: no head, the next commune, to somebody from elsewhere, to whoever has it already', async () => {
  const [one = ''] = await filed(police.id)
  await expectRefusal(give(police, [one]), 'platform.not_allowed')
  await expectRefusal(give(next, [one]), 'platform.not_allowed')
  await expectRefusal(police.ask(ListFilesOfOfficer, { communeId, officer: police.id }), 'platform.not_allowed')
  const elsewhere = { communeId: areaId('12286', '2025-07-01'), fileIds: [one], from: police.id }
  await expectRefusal(head.send(GiveFiles, { ...elsewhere, to: next.id, ground: 'x' }), 'platform.not_found')
  await expectRefusal(give(head, [one], { to: next.id }), 'cases.officer_elsewhere')
  await expectRefusal(give(head, [one], { to: police.id }), 'cases.officer_same')
  expect(await inChargeOf(police.id)).toContain(one)
})

test('one goes over with who, from whom and why; the others stay; the new officer has the work', async () => {
  const [one = '', stays] = await filed(police.id, police.id)
  expect(await give(head, [one])).toMatchObject({ files: 1 })
  expect(await inChargeOf(police.id)).toContain(stays)
  expect(await inChargeOf(police.id)).not.toContain(one)
  const work = (await other.ask(ListWork, { communeId, limit: 500 })).rows.find(({ fileId }) => fileId === one)
  expect(work).toMatchObject({ officer: { id: other.id }, inherited: { from: expect.stringMatching(/Hạnh/) } })
  const open = await openFile(head, { communeId, fileId: one }, 'check', 'Kiểm tra')
  const { team, events } = await head.ask(ReadFile, open)
  expect(team.officer).toMatchObject({ id: other.id, before: expect.stringMatching(/Hạnh/) })
  const named = events.find(({ kind }) => kind === 'officer-named')
  expect(named).toMatchObject({ details: { note: 'Phân công số 12/PC-CAX' }, recordedBy: expect.any(String) })
})

test('several go over together, or none where one of them is no longer what was shown', async () => {
  const [one = '', two = '', nobodys = ''] = await filed(police.id, police.id, undefined)
  await expectRefusal(give(head, [one, nobodys]), 'cases.officer_changed')
  await expectRefusal(give(head, [one, uuidv7()]), 'cases.officer_changed')
  expect(await inChargeOf(police.id)).toEqual(expect.arrayContaining([one, two]))
  expect(await give(head, [one, two, one])).toMatchObject({ files: 2 })
  // Sent again by somebody who still sees the old list.
  await expectRefusal(give(head, [one, two]), 'cases.officer_changed')
  expect(await inChargeOf('none')).toContain(nobodys)
  expect(await give(head, [nobodys], { from: null })).toMatchObject({ files: 1 })
})

test('given by two at once, it goes over once', async () => {
  const [one = ''] = await filed(police.id)
  const both = await Promise.allSettled([give(head, [one]), give(head, [one], { to: head.id })])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const [toOther, toHead] = [await inChargeOf(other.id), await inChargeOf(head.id)]
  expect([toOther.includes(one), toHead.includes(one)].filter(Boolean)).toHaveLength(1)
})

test('the list of an officer holds numbers and masked names', async () => {
  const { rows, files } = await head.ask(ListFilesOfOfficer, { communeId, officer: other.id })
  expect(files).toBe(rows.length)
  for (const { name, number } of rows)
    expect([name, number]).toEqual([expect.stringMatching(/\*/), expect.stringMatching(/^HC-/)])
})

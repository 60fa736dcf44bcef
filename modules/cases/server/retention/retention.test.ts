// Off the list is not erased: what is done with leaves the lists, opens for few purposes, is held, and its lengths are data.

import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ended, identity, keptFiles, overdue, running, today } from '../../../../tests/support/kept-files.ts'
import { expectRefusal } from '../../../../tests/support/world.ts'
import {
  BeginFile,
  EndHold,
  FindFiles,
  ListDue,
  ListFiles,
  ListLengths,
  PlaceHold,
  ReadFile,
  ReadRetention,
  SetLength,
} from '../../contract.ts'
import { restrictFiles } from './restrict.ts'

let the: Awaited<ReturnType<typeof keptFiles>>
beforeAll(async () => {
  the = await keptFiles()
})
afterAll(() => the?.the.database.drop())

const hold = (part: object = {}) => ({
  id: uuidv7(),
  from: today,
  until: null,
  ground: 'Tòa án thụ lý vụ án hành chính',
  paper: 'Công văn 15/TA-HC ngày 20/11/2026',
  ...part,
})

test('who has no right to it is refused, and the next commune finds no such place', async () => {
  const { fileId } = await the.file(ended())
  const open = await the.open(the.police, fileId)
  await expectRefusal(the.health.ask(ListDue, { communeId: the.communeId }), 'platform.not_allowed')
  await expectRefusal(the.nextPolice.ask(ListDue, { communeId: the.communeId }), 'platform.not_found')
  await expectRefusal(the.nextPolice.ask(ReadRetention, open), 'platform.not_found')
  await expectRefusal(the.head.ask(ReadRetention, open), 'cases.not_open')
  await expectRefusal(the.police.send(PlaceHold, { ...open, ...hold() }), 'platform.not_allowed')
  await expectRefusal(the.police.ask(ListLengths, {}), 'platform.not_allowed')
})

test('a file that is done with leaves the lists and the search, after its days of grace', async () => {
  const { fileId } = await the.file(ended(), identity({ name: 'Lã Văn Vắng', papers: [] }))
  for (const show of ['open', 'late', 'closed'] as const)
    expect(
      (await the.police.ask(ListFiles, { communeId: the.communeId, show })).rows.map(({ id }) => id),
    ).not.toContain(fileId)
  expect((await the.police.send(FindFiles, { communeId: the.communeId, text: 'la van vang' })).rows).toEqual([])
  // Who has to answer the person finds it all the same; the health station does not.
  const among = { communeId: the.communeId, text: 'la van vang', among: 'restricted' } as const
  expect((await the.police.send(FindFiles, among)).rows).toMatchObject([{ id: fileId, name: 'L. V. V***' }])
  await expectRefusal(the.health.send(FindFiles, among), 'cases.opens_for_others')
  // Whoever begins a file is not told of one that is over.
  await the.police.send(BeginFile, {
    communeId: the.communeId,
    id: uuidv7(),
    personId: uuidv7(),
    identity: identity({ name: 'Lã Văn Vắng', papers: [] }),
  })
  const inUse = await the.file(running(), identity({ name: 'Lã Văn Còn', papers: [] }))
  expect((await the.police.send(FindFiles, { communeId: the.communeId, text: 'la van con' })).rows).toMatchObject([
    { id: inUse.fileId },
  ])
  expect(await restrictFiles(the.the.database.db, today)).toBe(0)
})

test('restricted, it opens to answer the person; for an inspection or a paper only by the head', async () => {
  const { fileId } = await the.file(ended())
  for (const purpose of ['check', 'decide', 'oversee', 'need'] as const)
    await expectRefusal(the.open(the.police, fileId, purpose), 'cases.restricted')
  await expectRefusal(the.open(the.health, fileId, 'rights'), 'cases.restricted')
  await expectRefusal(the.open(the.head, fileId, 'decide'), 'cases.restricted')
  expect(await the.police.ask(ReadFile, await the.open(the.police, fileId, 'rights'))).toMatchObject({ view: 'police' })
  for (const purpose of ['oversee', 'need'] as const)
    expect(await the.head.ask(ReadFile, await the.open(the.head, fileId, purpose))).toMatchObject({ view: 'police' })
})

test('it says until when and why, and what has to be checked', async () => {
  const { fileId } = await the.file(ended())
  expect(await the.police.ask(ReadRetention, await the.open(the.police, fileId))).toMatchObject({
    keptAs: 'user',
    settledOn: '2026-03-12',
    retention: { stage: 'restricted', restrictedFrom: '2026-04-12', dueFrom: '2031-03-13', held: 0 },
    proposal: null,
    may: { hold: false, propose: true },
  })
  const inUse = await the.file(running())
  const { retention } = await the.police.ask(ReadRetention, await the.open(the.police, inUse.fileId))
  expect(retention).toMatchObject({
    stage: 'open',
    because: [{ rule: 'grace' }, { rule: 'keep-nothing-decided', toCheck: {} }],
  })
})

test('a hold keeps what is due, by name, once, and ends', async () => {
  const { fileId } = await the.file(overdue())
  const open = await the.open(the.head, fileId)
  const stage = async () => (await the.head.ask(ReadRetention, open)).retention
  expect(await stage()).toMatchObject({ stage: 'due', held: 0 })
  await expectRefusal(the.head.send(PlaceHold, { ...open, ...hold({ until: '2026-11-26' }) }), 'cases.hold_backwards')
  const placed = hold({ until: '2027-06-30' })
  await the.head.send(PlaceHold, { ...open, ...placed })
  await expectRefusal(the.head.send(PlaceHold, { ...open, ...placed }), 'cases.already_recorded')
  expect(await stage()).toMatchObject({ stage: 'restricted', held: 1 })
  expect((await the.head.ask(ReadRetention, open)).holds).toMatchObject([
    { id: placed.id, ground: placed.ground, paper: placed.paper, until: '2027-06-30', endedAt: null },
  ])
  expect((await the.head.ask(ListDue, { communeId: the.communeId })).holds).toContainEqual(
    expect.objectContaining({ id: placed.id, fileId, name: 'K. M. T***' }),
  )
  const end = { communeId: the.communeId, holdId: placed.id }
  await expectRefusal(the.police.send(EndHold, end), 'platform.not_allowed')
  const both = await Promise.allSettled([the.head.send(EndHold, end), the.head.send(EndHold, end)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await stage()).toMatchObject({ stage: 'due', held: 0 })
})

test('an administrator enters a length that was checked, for a day to come, once; it has a ground and is not to be checked any more', async () => {
  const administrator = the.the.administrator
  const length = {
    rule: 'keep-compulsory',
    from: today,
    span: { count: 180, unit: 'months' },
    ground: 'Thông tư A, Điều 5',
  } as const
  await expectRefusal(the.head.send(SetLength, length), 'platform.not_allowed')
  await expectRefusal(administrator.send(SetLength, { ...length, from: '2026-11-26' }), 'cases.length_backwards')
  await expectRefusal(
    administrator.send(SetLength, { ...length, span: { count: 2, unit: 'working-days' } }),
    'cases.length_unit',
  )
  await administrator.send(SetLength, length)
  await expectRefusal(administrator.send(SetLength, length), 'cases.length_taken')
  const { rows } = await administrator.ask(ListLengths, {})
  expect(rows.find(({ rule }) => rule === 'keep-compulsory')).toMatchObject({
    now: { span: { count: 180, unit: 'months' }, source: { vi: 'Thông tư A, Điều 5' } },
    entered: [{ from: today, ground: 'Thông tư A, Điều 5' }],
  })
  expect(rows.find(({ rule }) => rule === 'keep-compulsory')?.now.toCheck).toBeUndefined()
})

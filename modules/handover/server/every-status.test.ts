// Whoever moves is followed by their file, wherever they stand: in each status sent, read, accepted or returned, with the same
// countdown and receipt whether or not a form is fixed for it.

import { v7 as uuidv7 } from 'uuid'
import { afterAll, expect, test } from 'vitest'
import { demoFiles } from '../../../programmes/kim-dong-2024/files/load.ts'
import { ago, handOverWorld, here, hour, there } from '../../../tests/support/hand-overs.ts'
import { expectRefusal } from '../../../tests/support/world.ts'
import { ReadFile } from '../../cases/contract.ts'
import { factsOf } from '../../cases/rules/person-facts.ts'
import { readLife, type StatusKind, statusNames } from '../../cases/rules.ts'
import { enterFiles, momentOf, type WholeFile } from '../../cases/server/public.ts'
import { ReturnPack, SendingsOfFile, ViewSending } from '../contract.ts'
import { passingOf } from '../rules/passing.ts'

const made = await handOverWorld()
const { the, sender, receiver } = made
afterAll(() => the.database.drop())

const now = new Date()
const standing = demoFiles(momentOf(now)).map((file) => {
  const life = readLife(factsOf(file.identity), file.events, momentOf(now))
  return {
    file,
    status: life.status?.kind,
    moving: life.clocks.some(({ deadline }) => deadline.startsWith('hand-over')),
  }
})
function somebodyWho(kind: StatusKind) {
  const found = standing.find(({ status, moving }) => status === kind && !moving)
  if (!found) throw new Error(`nobody of the demonstration is ${kind}`)
  return { ...found.file, kept: { requests: [], holds: [], proposals: [] } }
}
const enter = (file: WholeFile) =>
  the.database.db
    .transaction()
    .execute((db) => enterFiles(db, { communeId: here, by: sender.id, now, demo: true }, [file]))
async function entered(kind: StatusKind): Promise<string> {
  const file = somebodyWho(kind)
  await enter(file)
  return file.id
}
const running = (Object.keys(statusNames) as StatusKind[]).filter((kind) => kind !== 'ended')

test('what has ended stays where it is kept: that is said, and no move is written down', async () => {
  const fileId = await entered('ended')
  await expectRefusal(made.sendTo(fileId), 'handover.nothing_runs')
  const open = await made.opened(fileId)
  expect(await sender.ask(SendingsOfFile, open)).toMatchObject({ status: null, moved: null, rows: [] })
  expect((await sender.ask(ReadFile, open)).events.map(({ kind }) => kind)).not.toContain('moved')
})

test.each(running)('%s: the law wants the file sent within 24 hours, and it arrives', async (kind) => {
  const fileId = await entered(kind)
  const before = await sender.ask(ReadFile, await made.opened(fileId))
  expect(before.status).toBe(kind)

  const sent = await made.sendTo(fileId, { movedAt: ago(3), residence: 'Thôn Đồng Thanh' })
  expect(Date.parse(sent.dueAt) - Date.now()).toBeGreaterThan(23 * hour)
  const form = passingOf(kind)?.form ?? null
  const onItsWay = await receiver.ask(ViewSending, { communeId: there, id: sent.id })
  expect(onItsWay.row).toMatchObject({ state: 'sent', form })
  expect(Date.parse(onItsWay.row.lawDueAt ?? '') - Date.parse(onItsWay.row.movedAt ?? '')).toBe(24 * hour)

  const pack = await made.readIt(sent.id)
  expect(pack).toMatchObject({ form, status: kind, ends: before.life?.status?.ends ?? null })
  await made.acceptIt(sent.id)
  expect(await made.owners(fileId)).toEqual([there])
  const stub = await sender.ask(ViewSending, { communeId: here, id: sent.id })
  expect(stub).toMatchObject({ row: { state: 'accepted', form }, receipt: { holds: true } })

  const open = await made.opened(fileId, { by: receiver, communeId: there })
  const after = await receiver.ask(ReadFile, open)
  expect(after.status).toBe(kind)
  expect(after.life?.status?.ends).toBe(before.life?.status?.ends)
  expect(after.life?.clocks.find(({ deadline }) => deadline === 'hand-over-file')).toMatchObject({ state: 'done' })
  expect(after.life?.next.map(({ id }) => id)).not.toContain('hand-over')
})

test('after rehabilitation, before the decision: sent within 24 hours, one owner all the time, the duties of the new place run on', async () => {
  const now = Date.now()
  const day = (days: number) => momentOf(new Date(now - days * 24 * hour))
  const paper = (days: number, by: string) => ({ paper: { number: '5/QĐ', on: day(days).slice(0, 10), by } })
  const told = [
    ['determination-result', 60, { ...paper(60, 'health-facility'), result: 'addicted' }],
    ['registered', 59, { form: 'substitution' }],
    ['substitution-decided', 58, paper(58, 'treatment-facility')],
    ['treatment-begun', 57, {}],
    ['treatment-completed', 2, {}],
    ['release-notice', 1, {}],
  ] as const
  const events = told.map(([kind, days, details]) => ({ id: uuidv7(), kind, at: day(days), details }))
  const { id: _, personId: __, ...other } = somebodyWho('substitution')
  const file = { ...other, id: uuidv7(), personId: uuidv7(), events } as WholeFile
  await enter(file)
  const open = await made.opened(file.id)
  const before = await sender.ask(ReadFile, open)
  expect([before.status, before.life?.status, before.life?.awaits?.kind]).toEqual([null, undefined, 'after-decision'])
  expect(await sender.ask(SendingsOfFile, open)).toMatchObject({ status: 'after-decision', moved: null, rows: [] })

  const sent = await made.sendTo(file.id, { movedAt: ago(3) })
  expect(await made.owners(file.id)).toEqual([here])
  const { row } = await receiver.ask(ViewSending, { communeId: there, id: sent.id })
  expect(Date.parse(row.lawDueAt ?? '') - Date.parse(row.movedAt ?? '')).toBe(24 * hour)
  await expectRefusal(made.sendTo(file.id, { movedAt: ago(2) }), 'handover.already_on_its_way')
  expect(await made.readIt(sent.id)).toMatchObject({ form: null, status: 'after-decision', paper: null, ends: null })
  await made.acceptIt(sent.id)
  expect(await made.owners(file.id)).toEqual([there])

  const after = await receiver.ask(ReadFile, await made.opened(file.id, { by: receiver, communeId: there }))
  expect(after.life?.awaits).toMatchObject({ kind: 'after-decision', since: before.life?.awaits?.since })
  const dueOf = (life: typeof after.life) => life?.clocks.find(({ deadline }) => deadline === 'propose-after')?.due
  expect(dueOf(after.life)).toBe(dueOf(before.life))
  expect(dueOf(after.life)).toBeDefined()
  expect(after.life?.clocks.find(({ deadline }) => deadline === 'hand-over-file')).toMatchObject({ state: 'done' })
})

test('returned without a form it stays with the sender, who may send it again', async () => {
  const { events, ...file } = somebodyWho('substitution')
  const another = {
    ...file,
    id: uuidv7(),
    personId: uuidv7(),
    events: events.map((each) => ({ ...each, id: uuidv7() })),
  }
  await enter(another)
  const { id } = await made.sendTo(another.id)
  await made.readIt(id)
  await receiver.send(ReturnPack, { communeId: there, id, reason: 'not-here', note: 'Chưa về nơi mới' })
  expect(await made.owners(another.id)).toEqual([here])
  const again = await made.sendTo(another.id, { movedAt: undefined })
  await made.acceptIt(again.id)
  expect(await made.owners(another.id)).toEqual([there])
})

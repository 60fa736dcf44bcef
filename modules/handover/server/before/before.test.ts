// Files of communes that are no more: taken over by a successor on a ground, all that were chosen or none, never two owners nor none;
// what was on its way from there goes on; refused, by somebody from elsewhere, twice, out of order and at once.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, expect, test } from 'vitest'
import { areaId, personId } from '../../../../programmes/kim-dong-2024/ids.ts'
import { handOverWorld, here, nextName, there } from '../../../../tests/support/hand-overs.ts'
import { identity } from '../../../../tests/support/kept-files.ts'
import { event, positive } from '../../../../tests/support/lives.ts'
import { openFile } from '../../../../tests/support/person-files.ts'
import { expectRefusal, type Somebody } from '../../../../tests/support/world.ts'
import { FindFiles, ReadFile } from '../../../cases/contract.ts'
import { enterFiles, handOver, insideFiles } from '../../../cases/server/public.ts'
import { ListCommunesBefore, ListFilesBefore, ListSendings, TakeBack, TakeOverFiles } from '../../contract.ts'
import { send } from '../sending.ts'

// Song Mai was merged into Hiệp Cường; Ngọc Thanh was divided between Hiệp Cường and Sơn Nam.
const merged = areaId('12301')
const divided = areaId('12322')
const made = await handOverWorld()
const { the, sender } = made
const head = the.as(personId('truongcax'))
afterAll(() => the.database.drop())

async function keptBy(communeId: string, residence = ''): Promise<{ fileId: string; name: string }> {
  const [fileId, name] = [uuidv7(), nextName()]
  const events = [
    event('tested', '2026-08-03T09:00', positive, uuidv7()),
    event('notice-received', '2026-08-04T08:00', { from: 'Công an xã Đức Hợp' }, uuidv7()),
    event('managed', '2026-08-04T15:00', {}, uuidv7()),
  ]
  const whole = { id: fileId, personId: uuidv7(), identity: identity({ name, papers: [], residence }), events }
  await enterFiles(the.database.db, { communeId, by: sender.id, now: new Date(), demo: false }, [whole])
  return { fileId, name }
}
const take = (by: Somebody, fileIds: string[], part: { communeId?: string; fromId?: string; id?: string } = {}) =>
  by.send(TakeOverFiles, {
    ...{ communeId: here, fromId: merged, id: uuidv7(), fileIds, ground: 'Nghị quyết sắp xếp đơn vị hành chính' },
    ...part,
  })
const listed = async (fromId: string) => (await head.ask(ListFilesBefore, { communeId: here, fromId })).rows

test('refused: no head, from elsewhere, of a commune that lives or is nobody’s to take', async () => {
  const { fileId } = await keptBy(merged)
  await expectRefusal(take(sender, [fileId]), 'platform.not_allowed')
  await expectRefusal(sender.ask(ListFilesBefore, { communeId: here, fromId: merged }), 'platform.not_allowed')
  await expectRefusal(take(head, [fileId], { communeId: there }), 'platform.not_found')
  await expectRefusal(take(head, [fileId], { fromId: there }), 'handover.commune_lives')
  await expectRefusal(take(head, [fileId], { fromId: areaId('12289') }), 'handover.no_heir')
  await expectRefusal(head.ask(ListFilesBefore, { communeId: here, fromId: there }), 'handover.commune_lives')
  await expectRefusal(take(head, [fileId, uuidv7()]), 'handover.files_changed')
  expect(await made.owners(fileId)).toEqual([merged])
})

test('a merged commune: counted and listed by number, taken over whole, found and read as it was', async () => {
  const { fileId, name } = await keptBy(merged)
  const before = await head.ask(ListCommunesBefore, { communeId: here })
  const row = before.rows.find(({ unit }) => unit.id === merged)
  expect(row).toMatchObject({ heirs: [{ id: here }], files: (await listed(merged)).length })
  const shown = (await listed(merged)).find(({ id }) => id === fileId)
  expect(shown).toMatchObject({ residence: null, number: expect.stringMatching(/^HC-/) })
  expect(JSON.stringify(shown)).not.toContain(name)
  const { numbers } = await take(head, [fileId])
  expect(await made.owners(fileId)).toEqual([here])
  expect(numbers).toHaveLength(1)
  expect((await head.send(FindFiles, { communeId: here, text: name })).rows.map(({ id }) => id)).toEqual([fileId])
  const file = await head.ask(ReadFile, await openFile(head, { communeId: here, fileId }, 'check', 'Nhận giữ'))
  expect(file).toMatchObject({ number: numbers[0]?.now, status: 'managed', identity: { name } })
  expect(file.events.map(({ kind }) => kind)).toEqual(['tested', 'notice-received', 'managed'])
  expect((await listed(merged)).map(({ id }) => id)).not.toContain(fileId)
})

test('twice, out of order and at once: taken over once', async () => {
  const [one, two] = [(await keptBy(merged)).fileId, (await keptBy(merged)).fileId]
  const id = uuidv7()
  await take(head, [one], { id })
  await expectRefusal(take(head, [two], { id }), 'cases.already_recorded')
  await expectRefusal(take(head, [one, two]), 'handover.files_changed')
  expect([await made.owners(one), await made.owners(two)]).toEqual([[here], [merged]])
  const both = await Promise.allSettled([take(head, [two]), take(head, [two])])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await made.owners(two)).toEqual([here])
})

test('a divided commune: each file is chosen by where the person resides; the rest stays for the other one', async () => {
  const [mine, theirs] = [await keptBy(divided, 'Thôn Ngọc Đồng'), await keptBy(divided, 'Thôn Thanh Cù')]
  const { divided: isDivided } = await head.ask(ListFilesBefore, { communeId: here, fromId: divided })
  expect(isDivided).toBe(true)
  const residences = (await listed(divided)).map(({ residence }) => residence)
  expect(residences).toEqual(expect.arrayContaining(['Thôn Ngọc Đồng', 'Thôn Thanh Cù']))
  await take(head, [mine.fileId], { fromId: divided })
  expect([await made.owners(mine.fileId), await made.owners(theirs.fileId)]).toEqual([[here], [divided]])
})

test('what was on its way goes on in the name of the successor, and what was on its way to it has arrived', async () => {
  const [away, arrives] = [(await keptBy(merged)).fileId, (await keptBy(merged)).fileId]
  const today = new Date().toISOString().slice(0, 10)
  const sentFrom = (fileId: string, toId: string) =>
    the.database.db.transaction().execute((db) =>
      send(
        db,
        {
          ...{ id: uuidv7(), communeId: merged, fileId, toId, movedAt: '2026-11-20T08:00', residence: '', stay: '' },
          ...{ by: sender.id, now: new Date(), today },
        },
        (work) => insideFiles(db, { communeId: merged, readerId: sender.id, purpose: handOver }, work),
      ),
    )
  const [first, second] = [await sentFrom(away, there), await sentFrom(arrives, here)]
  await take(head, [away, arrives])
  const out = (await sender.ask(ListSendings, { communeId: here, show: 'out' })).rows
  expect(out.find(({ id }) => id === first.id)).toMatchObject({ state: 'sent', from: { id: here } })
  const done = (await sender.ask(ListSendings, { communeId: here, show: 'done' })).rows
  expect(done.find(({ id }) => id === second.id)).toMatchObject({ state: 'withdrawn' })
  expect(await made.owners(arrives)).toEqual([here])
  await made.acceptIt(first.id)
  expect(await made.owners(away)).toEqual([there])
  await expectRefusal(sender.send(TakeBack, { communeId: here, id: first.id }), 'handover.already_decided')
})

test('the record says how many, by whom and on what ground; no file has two owners, and none has none', async () => {
  await made.asKeeper(async (inside) => {
    const { rows } = await sql<{ files: number; ground: string; taken_by: string }>`
      select files, ground, taken_by from handover.succession`.execute(inside)
    expect(rows.length).toBeGreaterThan(3)
    for (const row of rows)
      expect(row).toMatchObject({ ground: expect.stringMatching(/^Nghị quyết/), taken_by: head.id })
    const counted = await sql<{ owners: number }>`
      select count(*) filter (where handed_over is null)::int as owners from cases.file group by id`.execute(inside)
    expect(counted.rows.map(({ owners }) => owners)).toEqual(counted.rows.map(() => 1))
  })
})

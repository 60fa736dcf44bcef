// A file into which another was merged goes to another commune: what points to it goes along, and of both only the number stays.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { event } from '../../../../tests/support/lives.ts'
import { communeId, nextCommune, type Office, officeWithFiles } from '../../../../tests/support/person-lists.ts'
import { MergeFiles, ReadFile } from '../../contract.ts'
import { enterFiles, handOver, insideFiles, keepingFiles, leaveStub, lockWhole, takeIn } from '../public.ts'

let office: Office
beforeAll(async () => {
  office = await officeWithFiles()
})
afterAll(() => office.the.database.drop())

test('nothing of the person is left behind in the pointer, and everything arrives', async () => {
  const { police, the, opened } = office
  const entering = { communeId, by: police.id, now: new Date(), demo: false }
  const file = (name: string, at: string) => ({
    ...{ id: uuidv7(), personId: uuidv7() },
    identity: { ...nobody, name },
    events: [event('visited', at)],
  })
  const [kept, gone] = [file('Phạm Hồng Thái', '2026-08-01T08:00'), file('Lê Hồng Sơn', '2026-08-02T08:00')]
  await enterFiles(the.database.db, entering, [kept, gone])
  const [one, other] = [await opened(kept.id), await opened(gone.id)]
  await police.send(MergeFiles, {
    ...{ communeId, id: uuidv7(), keptId: kept.id, keptOpening: one.openingId, keptVersion: 2 },
    ...{ goneId: gone.id, goneOpening: other.openingId, goneVersion: 2, take: {} },
  })
  expect((await police.ask(ReadFile, one)).events).toHaveLength(2)

  const by = { readerId: police.id, purpose: handOver }
  const whole = await insideFiles(the.database.db, { communeId, ...by }, async (files) => {
    const locked = await lockWhole(files, { communeId, fileId: kept.id })
    await leaveStub(files, { communeId, fileId: kept.id }, uuidv7())
    return locked.whole
  })
  const left = await keepingFiles(the.database.db, { work: 'other', by: 'test' }, (keep) =>
    keep(async (inside) => {
      const { rows } = await sql<{ events: number; keys: number; openings: number; here: number }>`
        select (select count(*)::int from cases.event where file_id = any(${[kept.id, gone.id]}::uuid[])) as events,
          (select count(wrapped_key)::int from cases.person where id = any(${[kept.personId, gone.personId]}::uuid[])) as keys,
          (select count(*)::int from cases.opening where file_id = any(${[kept.id, gone.id]}::uuid[])) as openings,
          (select count(*)::int from cases.file where id = any(${[kept.id, gone.id]}::uuid[]) and handed_over is null) as here`.execute(
        inside,
      )
      return rows[0]
    }),
  )
  expect(left).toEqual({ events: 0, keys: 0, openings: 0, here: 0 })
  await insideFiles(the.database.db, { communeId: nextCommune, ...by }, (files) =>
    takeIn(files, nextCommune, whole, new Date()),
  )
  const arrived = await insideFiles(the.database.db, { communeId: nextCommune, ...by }, async (files) => {
    const locked = await lockWhole(files, { communeId: nextCommune, fileId: kept.id })
    return locked.whole
  })
  expect(arrived.events.map(({ folio }) => folio)).toEqual([1, 2])
  expect(arrived.beside.opening.map(({ id }) => id).sort()).toEqual([one.openingId, other.openingId].sort())
  expect(arrived.person.identity.otherNames).toEqual(['Lê Hồng Sơn'])
})

const nobody = {
  ...{ otherNames: [], birth: '1990', sex: null, papers: [], residence: '', stay: '', phone: '', circumstances: [] },
}

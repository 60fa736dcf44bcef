// What comes of itself when time goes on: reminders, and files that are read again.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import {
  checked,
  communeId,
  communeWithWork,
  filed,
  head,
  here,
  listed,
  managed,
  noticed,
  now,
  nowIs,
  other,
  police,
  the,
} from '../../../tests/support/commune-work.ts'
import { event } from '../../../tests/support/lives.ts'
import { provideMasterKey } from '../../../tests/support/master-key.ts'
import { openFile } from '../../../tests/support/person-files.ts'
import type { Somebody } from '../../../tests/support/world.ts'
import { ListFiles, ListReminders, ReadFile, RecordEvent, SeeReminders } from '../contract.ts'
import { sendReminders } from './remind.ts'
import { rereadFiles } from './reread.ts'
import { insideFiles } from './sealing/inside.ts'

provideMasterKey()
communeWithWork()

test('a reminder comes before the time limit, after it, and then to the head; each once, and none for what is done', async () => {
  const [fileId = ''] = await filed(noticed('2026-11-25T08:00', police.id), [...managed(), checked('2026-11-24T08:00')])
  const send = () => sendReminders(the.database.db, now)
  const told = async (by: Somebody) =>
    (await by.ask(ListReminders, { communeId })).rows.map(
      ({ act, kind, fresh }) => `${act} ${kind}${fresh ? ' new' : ''}`,
    )
  await send()
  expect(await told(police)).toEqual([])
  nowIs('2026-11-25T21:00:00+07:00')
  expect(await send()).toBeGreaterThan(0)
  expect(await send()).toBe(0)
  expect(await told(police)).toContain('decide soon new')
  expect(await told(other)).toEqual([])
  expect(await told(head)).toEqual([])
  await police.send(SeeReminders, { communeId })
  expect(await told(police)).toContain('decide soon')
  nowIs('2026-11-26T09:00:00+07:00')
  await send()
  expect(await told(police)).toContain('decide late new')
  expect(await told(head)).toEqual([])
  nowIs('2026-11-27T09:00:00+07:00')
  await send()
  expect(await told(head)).toContain('decide escalation new')
  const open = await openFile(police, { communeId, fileId }, 'decide', 'Thông báo')
  const { version } = await police.ask(ReadFile, open)
  const paper = { number: '9/QĐ-CAX', on: '2026-11-27', by: 'police-head' }
  await police.send(RecordEvent, {
    ...open,
    id: uuidv7(),
    kind: 'managed',
    at: '2026-11-27T08:50',
    details: { paper },
    version,
  })
  expect((await told(head)).filter((each) => each.startsWith('decide '))).toEqual([])
})

test('what time alone changes is read again when it is due, and nothing else is', async () => {
  const [ending = ''] = await filed(
    [event('managed', '2025-12-01T15:00', {}, uuidv7()), checked('2026-11-24T08:00')],
    [...managed(), checked('2026-11-24T08:00')],
  )
  const statusOf = async () =>
    (await police.ask(ListFiles, { communeId })).rows.find(({ id }) => id === ending)?.status ?? null
  const versions = async () => {
    const { rows } = await insideFiles(the.database.db, here, (files) =>
      sql<{ version: number }>`select version from cases.file order by id`.execute(files),
    )
    return rows.map(({ version }) => version)
  }
  expect(await rereadFiles(the.database.db, now)).toBe(0)
  expect(await statusOf()).toBe('managed')
  const before = await versions()
  nowIs('2026-12-02T00:30:00+07:00')
  expect(await rereadFiles(the.database.db, now)).toBe(1)
  expect(await statusOf()).toBeNull()
  expect(await listed(police, { whose: 'all', due: 'late' })).toContain(`${ending} end`)
  expect(await rereadFiles(the.database.db, now)).toBe(0)
  // Who was typing meanwhile is not turned away by it.
  expect(await versions()).toEqual(before)
})

test('one that cannot be opened stops none of the others, is told of, and is tried again after an hour', async () => {
  const [bad = '', good = ''] = await filed(managed(), managed())
  await insideFiles(the.database.db, here, async (files) => {
    await sql`update cases.file set read_under = -1 where id = any(${[bad, good]}::uuid[])`.execute(files)
    await sql`delete from cases.work_item where file_id = any(${[bad, good]}::uuid[])`.execute(files)
    await sql`update cases.person set sealed = decode(md5('x'), 'hex') || sealed
      where id = (select person_id from cases.file where id = ${bad})`.execute(files)
  })
  await expect(rereadFiles(the.database.db, now)).rejects.toThrow(`could not be read again: ${bad}`)
  const work = await listed(police, { whose: 'all' })
  expect(work.some((each) => each.startsWith(good))).toBe(true)
  expect(work.some((each) => each.startsWith(bad))).toBe(false)
  expect(await rereadFiles(the.database.db, now)).toBe(0)
  await insideFiles(the.database.db, here, (files) =>
    sql`update cases.person set sealed = substring(sealed from 17)
      where id = (select person_id from cases.file where id = ${bad})`.execute(files),
  )
  expect(await rereadFiles(the.database.db, new Date(now.getTime() + 3_700_000))).toBe(1)
  expect((await listed(police, { whose: 'all' })).some((each) => each.startsWith(bad))).toBe(true)
})

test('a file begun before anything was kept with it is read at the next turn', async () => {
  await filed(managed())
  await insideFiles(the.database.db, here, async (files) => {
    await sql`update cases.file set read_under = -1`.execute(files)
    await sql`delete from cases.work_item`.execute(files)
  })
  expect(await listed(police, { whose: 'all' })).toEqual([])
  expect(await rereadFiles(the.database.db, now)).toBe(1)
  expect(await listed(police, { whose: 'all' })).not.toEqual([])
})

// What is kept of files, below the door: the wall that the database itself holds, asked as the product's own role, and nothing of a
// person that can be read without the master key.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InputOf } from '../../../../platform/contract/operation.ts'
import { newKey } from '../../../../platform/server/envelope.ts'
import { areaId, personId } from '../../../../programmes/kim-dong-2024/ids.ts'
import { provideMasterKey } from '../../../../tests/support/master-key.ts'
import { fileWith } from '../../../../tests/support/person-files.ts'
import { expectRefusal, type Somebody, type World, world } from '../../../../tests/support/world.ts'
import { type BeginFile, FindFiles, ReadFile } from '../../contract.ts'
import { slice } from '../slice.ts'
import { insideFiles } from './inside.ts'
import { keepingFiles } from './keeping.ts'

const communeId = areaId('12322', '2025-07-01')
const nextCommune = areaId('12286', '2025-07-01')
const masterKey = newKey()

let the: World
let police: Somebody
beforeAll(async () => {
  the = await world([slice])
  provideMasterKey(masterKey)
  police = the.as(personId('conganxa'))
})
afterAll(() => the.database.drop())

type Who = InputOf<typeof BeginFile>['identity']
const begun = (identity: Who = { name: 'Trần Đình Hòa', birth: '1990-05-02', sex: 'male' }) =>
  fileWith(police, communeId, identity, [])

test('the product’s own role sees empty tables, and from version 16 on whatever it says of itself', async () => {
  const { rows } = await sql<{ tells: boolean }>`
    select not pg_has_role(current_user, 'binhyen_files', 'usage') as tells`.execute(the.database.db)
  const says = rows[0]?.tells
    ? { commune: communeId, reader: police.id, purpose: 'check' }
    : { commune: '', reader: '', purpose: '' }
  await begun()
  const count = (table: string) =>
    the.database.db.transaction().execute(async (inside) => {
      await sql`select set_config('cases.commune', ${says.commune}, true), set_config('cases.reader', ${says.reader}, true),
        set_config('cases.purpose', ${says.purpose}, true)`.execute(inside)
      const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(
        inside,
      )
      return rows[0]?.count
    })
  for (const table of ['cases.person', 'cases.person_word', 'cases.file', 'cases.event', 'cases.opening'])
    expect(await count(table), table).toBe(0)
})

test.each([
  ['no purpose', { purpose: '' }],
  ['no reader', { readerId: '' }],
  ['no commune', { communeId: '' }],
  ['another commune', { communeId: nextCommune }],
])('the role of the files with %s sees nothing, and writes nothing', async (_, part) => {
  await begun()
  const way = { communeId, readerId: police.id, purpose: 'check', ...part }
  const found = await insideFiles(the.database.db, way, async (files) => {
    const { rows } = await sql<{
      count: number
    }>`select (select count(*) from cases.file)::int + (select count(*) from cases.person)::int as count`.execute(files)
    return rows[0]?.count
  })
  expect(found).toBe(0)
  await expect(
    insideFiles(the.database.db, way, (files) =>
      sql`insert into cases.person (commune_id, id, wrapped_key, master_key, sealed) values (${communeId}, ${uuidv7()}, '\\x00', 'x', '\\x00')`.execute(
        files,
      ),
    ),
  ).rejects.toThrow(/row-level security/)
})

test('inside the files there is no way to the rest of the database, nor to take anything away', async () => {
  const { open } = await begun()
  const inside = (statement: string) =>
    insideFiles(the.database.db, { communeId, readerId: police.id, purpose: 'check' }, (files) =>
      sql.raw(statement).execute(files),
    )
  await expect(inside('select name from person')).rejects.toThrow(/permission denied/)
  await expect(inside('select id from roster_entry')).rejects.toThrow(/permission denied/)
  // Only what a list brought in, or what stands elsewhere, can ever go (lists.test.ts, merge.test.ts).
  for (const table of ['opening', 'event', `file where id = '${open.fileId}'`, 'person'])
    expect((await inside(`delete from cases.${table}`)).numAffectedRows, table).toBe(0n)
  await expect(inside('update cases.event set kind = kind')).rejects.toThrow(/permission denied/)
})

test('neither names nor numbers stand in the database, in the audit, or among the kept answers', async () => {
  const identity: Who = {
    ...{ name: 'Khổng Mạnh Tường', birth: '1990-05-02', sex: 'male' as const, residence: 'Xóm Bãi Sậy' },
    papers: [{ kind: 'cccd', number: '033090777123' }],
  }
  const { open } = await begun(identity)
  await police.send(FindFiles, { communeId, text: 'Khổng Mạnh Tường' })
  await police.ask(ReadFile, open)
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'cases', 'auth')`.execute(
    the.database.db,
  )
  const seen = new Set<string>()
  for (const { name } of rows) {
    const { hits, any } = await keepingFiles(the.database.db, { work: 'other', by: 'test' }, async (keep) =>
      keep(async (inside) => {
        const { rows: found } = await sql<{ hits: number; any: boolean }>`
        select count(*) filter (where row::text ilike any (array['%Khổng%', '%khong manh%', '%033090777123%', '%Bãi Sậy%']))::int as hits,
          count(*) > 0 as any
        from ${sql.raw(name)} as row`.execute(inside)
        return found[0] ?? { hits: -1, any: false }
      }),
    )
    if (any) seen.add(name)
    expect(hits, name).toBe(0)
  }
  // The tables that matter were looked into, not just passed by.
  for (const name of [
    'cases.person',
    'cases.person_word',
    'cases.file',
    'cases.opening',
    'public.audit_unsealed',
    'public.command',
  ])
    expect(seen).toContain(name)
})

test('without the master key nobody reads a file, and it is said which one is missing', async () => {
  const { open } = await begun()
  provideMasterKey()
  try {
    await expectRefusal(police.ask(ReadFile, open), 'cases.key_missing')
    await expectRefusal(police.send(FindFiles, { communeId, text: 'hoa' }), 'cases.key_missing')
  } finally {
    provideMasterKey(masterKey)
  }
})

// An outsider with a back-up and no key learns nobody's name; who has the key reads every file of a restored one.

import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, expect, test } from 'vitest'
import type { InputOf } from '../../../platform/contract/operation.ts'
import { restoreBackup } from '../../../platform/database/backup/restore.ts'
import { takeBackup } from '../../../platform/database/backup/take.ts'
import { openDatabase } from '../../../platform/database/connect.ts'
import { emptyDatabase } from '../../../platform/testing/database.ts'
import { areaId, personId } from '../../../programmes/kim-dong-2024/ids.ts'
import { provideMasterKey } from '../../../tests/support/master-key.ts'
import { type Somebody, type World, world } from '../../../tests/support/world.ts'
import { BeginFile, ChangeIdentity, FindFiles, OpenFile, ReadFile, RecordEvent, TakeRequest } from '../contract.ts'
import { insideFiles } from './sealing/inside.ts'
import { identityOf, type SealedPerson } from './sealing/person.ts'
import { slice } from './slice.ts'

const folder = path.join(mkdtempSync(path.join(tmpdir(), 'binhyen-files-')), 'backup')
afterAll(() => rmSync(path.dirname(folder), { recursive: true, force: true }))

test('a back-up holds the files, and nobody’s name', async () => {
  provideMasterKey()
  const the = await world([slice])
  const communeId = areaId('12322', '2025-07-01')
  const identity = {
    ...{ name: 'Khổng Mạnh Tường', birth: '1988', sex: null, residence: 'Xóm Bãi Sậy' },
    papers: [{ kind: 'cccd' as const, number: '033088777123' }],
  }
  const file = { communeId, id: uuidv7(), personId: uuidv7(), identity }
  const police = the.as(personId('conganxa'))
  await police.send(BeginFile, file)
  await everywhereNamed(police, file)
  const manifest = await takeBackup(the.database.url, folder, 'test')
  expect(manifest.tables.find(({ name }) => name === 'cases.person')?.rows).toBe(1)
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.gz')))
    expect(gunzipSync(readFileSync(path.join(folder, name))).toString(), name).not.toMatch(
      /Khổng|khong manh|Tường|033088777123|Bãi Sậy/i,
    )
  await nothingToTryGuessesOn(the.database.db)

  const { url, drop } = await emptyDatabase()
  await restoreBackup(url, folder)
  const restored = await openDatabase(url)
  try {
    const read = () =>
      insideFiles(restored.db, { communeId, readerId: personId('conganxa'), purpose: 'test' }, async (files) => {
        const { rows } =
          await sql<SealedPerson>`select id, wrapped_key as wrapped, master_key as master, sealed from cases.person`.execute(
            files,
          )
        return rows.map(identityOf)
      })
    expect(await read()).toMatchObject([identity])
    provideMasterKey()
    await expect(read()).rejects.toThrow(/master key/)
    const forced = await sql<{ forced: boolean }>`
      select bool_and(relrowsecurity and relforcerowsecurity) as forced from pg_class
      where relnamespace = 'cases'::regnamespace and relkind = 'r'`.execute(restored.db)
    expect(forced.rows).toEqual([{ forced: true }])
  } finally {
    await restored.close()
    await drop()
  }
})

/** The name in every field that takes words about the person. */
async function everywhereNamed(
  police: Somebody,
  { communeId, id, identity }: { communeId: string; id: string; identity: InputOf<typeof BeginFile>['identity'] },
) {
  for (const text of ['Khổng Mạnh Tường', '033088777123']) await police.send(FindFiles, { communeId, text })
  const open = { communeId, fileId: id, openingId: uuidv7() }
  const opening = { communeId, fileId: id, id: open.openingId }
  await police.send(OpenFile, { ...opening, purpose: 'check', ground: 'Anh Tường ở Xóm Bãi Sậy' })
  const visit = { ...open, id: uuidv7(), kind: 'visited', at: '2026-07-02T08:00', details: { note: 'Gặp Tường' } }
  await police.send(RecordEvent, { ...visit, version: 1 })
  const { version } = await police.ask(ReadFile, open)
  await police.send(ChangeIdentity, { ...open, version, identity: { ...identity, otherNames: ['Tường Khổng'] } })
  const rights = { ...open, openingId: uuidv7() }
  await police.send(OpenFile, { ...opening, id: rights.openingId, purpose: 'rights', ground: 'Tường hỏi' })
  const asked = { kind: 'correction', way: 'desk', received: '2026-07-02T08:00', aboutId: null } as const
  await police.send(TakeRequest, { ...rights, id: uuidv7(), ...asked, words: 'Khổng Mạnh Tường xin sửa họ tên' })
}

/** What the product keeps to know a repeat: an outsider who guesses a name cannot tell by it whether somebody asked for it. */
async function nothingToTryGuessesOn(db: World['database']['db']) {
  const { rows } = await sql<{ operation: string; hash: string }>`
    select operation, encode(content_hash, 'hex') as hash from command where operation = 'cases.find'`.execute(db)
  expect(rows).toHaveLength(2)
  const guesses = ['Khổng Mạnh Tường', '033088777123'].map((text) =>
    createHash('sha256')
      .update(JSON.stringify({ communeId: areaId('12322', '2025-07-01'), text }))
      .digest('hex'),
  )
  for (const { hash } of rows) expect(guesses).not.toContain(hash)
}

// An outsider with a back-up and no key learns nobody's name; who has the key reads every file of a restored one.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, expect, test } from 'vitest'
import { restoreBackup } from '../../../platform/database/backup/restore.ts'
import { takeBackup } from '../../../platform/database/backup/take.ts'
import { openDatabase } from '../../../platform/database/connect.ts'
import { fingerprintOf } from '../../../platform/master-keys.ts'
import { newKey } from '../../../platform/server/envelope.ts'
import { emptyDatabase } from '../../../platform/testing/database.ts'
import { areaId, personId } from '../../../programmes/kim-dong-2024/ids.ts'
import { world } from '../../../tests/support/world.ts'
import { BeginFile } from '../contract.ts'
import { provideMasterKeys } from './public.ts'
import { insideFiles } from './sealing/inside.ts'
import { identityOf, type SealedPerson } from './sealing/person.ts'
import { slice } from './slice.ts'

const folder = path.join(mkdtempSync(path.join(tmpdir(), 'binhyen-files-')), 'backup')
afterAll(() => rmSync(path.dirname(folder), { recursive: true, force: true }))

test('a back-up holds the files, and nobody’s name', async () => {
  const key = newKey()
  provideMasterKeys(() => ({ keys: [{ id: fingerprintOf(key), key }], from: 'environment' }))
  const the = await world([slice])
  const communeId = areaId('12322', '2025-07-01')
  const identity = {
    ...{ name: 'Khổng Mạnh Tường', birth: '1988', sex: null, residence: 'Xóm Bãi Sậy' },
    papers: [{ kind: 'cccd' as const, number: '033088777123' }],
  }
  const file = { communeId, id: uuidv7(), personId: uuidv7(), identity }
  await the.as(personId('conganxa')).send(BeginFile, file)
  const manifest = await takeBackup(the.database.url, folder, 'test')
  expect(manifest.tables.find(({ name }) => name === 'cases.person')?.rows).toBe(1)
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.gz')))
    expect(gunzipSync(readFileSync(path.join(folder, name))).toString(), name).not.toMatch(
      /Khổng|khong manh|033088777123|Bãi Sậy/i,
    )

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
    provideMasterKeys(() => ({ keys: [{ id: fingerprintOf(newKey()), key: newKey() }], from: 'environment' }))
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

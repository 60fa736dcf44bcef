// What is restored is what was there at one moment, while others went on writing; anything else is refused by name.

import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openSigner, recordAudit } from '../../../modules/audit/server/public.ts'
import { sealAudit } from '../../../modules/audit/server/seal.ts'
import { verifyAudit } from '../../../modules/audit/server/verify.ts'
import { loadDemoFiles } from '../../../programmes/kim-dong-2024/files/load.ts'
import { personId } from '../../../programmes/kim-dong-2024/ids.ts'
import { provideMasterKey } from '../../../tests/support/master-key.ts'
import { readSettings } from '../../settings.ts'
import { StartupRefusal } from '../../startup-refusal.ts'
import { emptyDatabase, freshDatabase, type TestDatabase } from '../../testing/database.ts'
import { openDatabase } from '../connect.ts'
import { faultsOf, fileOf, readManifest } from './archive.ts'
import { restoreBackup } from './restore.ts'
import { takeBackup } from './take.ts'

const root = mkdtempSync(path.join(tmpdir(), 'binhyen-backup-'))
const at = (name: string) => path.join(root, name)
const signer = openSigner(readSettings({ BINHYEN_DATA: at('data') }))
const awkward = 'tab\t, xuống\ndòng, \\ gạch chéo, "nháy", \\N, \\., 🟢, Hóa'

let source: TestDatabase
const toDrop: (() => Promise<void>)[] = []
beforeAll(async () => {
  source = await freshDatabase(inject('kimDongTemplate'))
  await note(source, awkward)
  const content = Buffer.alloc(3_000_000, 'ảnh')
  await sql`insert into file (id, area_id, sha256, name, media_type, size, content)
    select ${uuidv7()}, id, sha256(${content}), 'ảnh.png', 'image/png', ${content.length}, ${content}
    from area_unit limit 1`.execute(source.db)
  await sealAudit(source.db, signer, new Date())
})
afterAll(async () => {
  for (const drop of toDrop) await drop()
  await source.drop()
  rmSync(root, { recursive: true, force: true })
})

const note = ({ db }: Pick<TestDatabase, 'db'>, text: string) =>
  db.transaction().execute((inside) =>
    recordAudit(inside, [
      {
        operation: 'tests.note',
        personId: personId('xa'),
        actingForId: null,
        commandId: uuidv7(),
        at: new Date(),
        subject: 'test:backup',
        after: { text },
      },
    ]),
  )

async function fresh(): Promise<string> {
  const { url, drop } = await emptyDatabase()
  toDrop.push(drop)
  return url
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  const fault = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(fault).toBeInstanceOf(StartupRefusal)
  return (fault as StartupRefusal).refusal
}

/** Every row of every table, as text; transactions have other numbers in another database. */
async function everything(url: string, names: readonly string[], columnsOf: (name: string) => string) {
  const { pool, close } = await openDatabase(url)
  try {
    const found: Record<string, string> = {}
    for (const name of names) {
      const { rows } = await pool.query(
        `select count(*)::text || ' ' || coalesce(md5(string_agg(row::text, '|' order by row::text)), '') as all
         from (select ${columnsOf(name)} from ${name}) row`,
      )
      found[name] = rows[0].all
    }
    return found
  } finally {
    await close()
  }
}

test('a back-up of nothing, into a folder in use, or from nowhere is refused', async () => {
  expect(await refusalOf(takeBackup(await fresh(), at('nothing'), '1'))).toBe('backup-of-nothing')
  expect(existsSync(at('nothing'))).toBe(false)
  writeFileSync(at('in-use'), '')
  expect(await refusalOf(takeBackup(source.url, at('in-use'), '1'))).toBe('backup-folder-closed')
  expect(await refusalOf(takeBackup(source.url, root, '1'))).toBe('backup-folder-not-empty')
  expect(await refusalOf(restoreBackup(await fresh(), at('nowhere')))).toBe('backup-not-there')
})

test('a connection that breaks leaves no half of a back-up', async () => {
  let over = false
  const taking = takeBackup(source.url, at('broken'), '1')
    .catch((fault: Error) => fault)
    .finally(() => (over = true))
  while (!over)
    await source.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where query like 'copy (%' and datname = current_database()`,
    )
  expect(await taking).toBeInstanceOf(Error)
  expect(existsSync(at('broken'))).toBe(false)
})

test('taken while others write, restored elsewhere: the same rows, and the audit verifies', async () => {
  let writing = true
  let written = 0
  const writer = (async () => {
    while (writing) {
      await note(source, `trong lúc sao lưu ${written}`)
      await sealAudit(source.db, signer, new Date())
      written += 1
    }
  })()
  const manifest = await takeBackup(source.url, at('whole'), '1').finally(() => (writing = false))
  await writer
  expect(written).toBeGreaterThan(0)
  expect(await faultsOf(at('whole'), readManifest(at('whole')))).toEqual([])
  for (const name of readdirSync(at('whole'))) expect(statSync(path.join(at('whole'), name)).mode & 0o077).toBe(0)

  const url = await fresh()
  await restoreBackup(url, at('whole'))
  const restored = await openDatabase(url)
  try {
    for (const { name, rows } of manifest.tables) {
      const { rows: counted } = await restored.pool.query(`select count(*)::int as count from ${name}`)
      // That it was restored is an entry of its own.
      expect([name, counted[0].count]).toEqual([name, rows + (name === 'cases.keeping' ? 1 : 0)])
    }
    const keeping = await restored.pool.query('select work, by from cases.keeping order by begun_at')
    expect(keeping.rows.slice(-2)).toMatchObject([{ work: 'backup' }, { work: 'restore' }])
    const outcome = await verifyAudit(restored.db, { trustedKeys: [signer.publicKey] })
    expect([outcome.findings, outcome.sealedUntil > 0]).toEqual([[], true])
    const kept = await restored.pool.query(`select after ->> 'text' as text from audit_entry order by id`)
    expect(kept.rows.map(({ text }) => text)).toContain(awkward)
    const checks = await restored.pool.query(`select count(*)::int as count from pg_constraint where contype = 'f'`)
    const before = await source.pool.query(`select count(*)::int as count from pg_constraint where contype = 'f'`)
    expect(checks.rows).toEqual(before.rows)
    const off = await restored.pool.query(`select tgname from pg_trigger where tgenabled <> 'O'`)
    expect(off.rows).toEqual([])
    await note(restored, 'việc mới sau khi khôi phục')
  } finally {
    await restored.close()
  }
})

test('with nobody writing, every value of every table comes back', async () => {
  // All that `npm run up` loads, the sealed files with what refers to them included.
  provideMasterKey()
  await source.db.transaction().execute((db) => loadDemoFiles(db, new Date()))
  const { tables } = await takeBackup(source.url, at('still'), '1')
  const url = await fresh()
  await restoreBackup(url, at('still'))
  const columnsOf = (name: string) => tables.find((table) => table.name === name)?.columns.join(', ') ?? '*'
  // The entries of the keeper tell of these two themselves.
  const names = tables.map(({ name }) => name).filter((name) => name !== 'cases.keeping')
  expect(names.length).toBeGreaterThan(50)
  expect(await everything(url, names, columnsOf)).toEqual(await everything(source.url, names, columnsOf))
})

test('a database in use is refused, and stays as it was', async () => {
  const before = await source.pool.query('select count(*) as count from person')
  expect(await refusalOf(restoreBackup(source.url, at('still')))).toBe('restore-not-empty')
  expect((await source.pool.query('select count(*) as count from person')).rows).toEqual(before.rows)
})

test('a damaged or changed back-up is refused before anything is written, and can be restored once mended', async () => {
  const folder = at('damaged')
  await takeBackup(source.url, folder, '1')
  const file = path.join(folder, fileOf('public.person'))
  const good = readFileSync(file)
  const url = await fresh()
  appendFileSync(file, 'x')
  expect(await refusalOf(restoreBackup(url, folder))).toBe('backup-damaged')
  rmSync(file)
  expect((await faultsOf(folder, readManifest(folder))).map(({ en }) => en)).toEqual([`The file ${file} is missing.`])
  writeFileSync(file, good)

  const manifest = path.join(folder, 'manifest.json')
  const told = JSON.parse(readFileSync(manifest, 'utf8'))
  const tell = (more: object) => writeFileSync(manifest, JSON.stringify({ ...told, ...more }))
  const later = [...told.migrations, { name: '9999_later.sql', sha256: '0'.repeat(64) }]
  tell({ migrations: later })
  expect(await refusalOf(restoreBackup(url, folder))).toBe('migration-missing')
  tell({ tables: told.tables.slice(1) })
  expect(await refusalOf(restoreBackup(url, folder))).toBe('backup-of-another-shape')
  tell({ tables: [{ ...told.tables[0], name: '../../etc.passwd' }] })
  expect(await refusalOf(restoreBackup(url, folder))).toBe('backup-unreadable')
  tell({})
  await restoreBackup(url, folder)
})

// Restores a back-up into an empty database, in one transaction: all of it is there afterwards, or nothing is.

import { createReadStream } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { StartupRefusal } from '../../startup-refusal.ts'
import { poolSettings } from '../connect.ts'
import { CopyIn } from '../copy-streams.ts'
import { migrate, migrationLock, migrationsFolder, pendingMigrations, readMigrations, recordTable } from '../migrate.ts'
import { faultsOf, fileOf, type Manifest, readManifest } from './archive.ts'
import { beginKeeping, endKeeping } from './keeping.ts'
import { longClient } from './long-client.ts'
import { referencesOf, type TableShape, tablesOf, whatIsThere } from './tables.ts'

/** The tables are made as they were when the back-up was taken, filled, and then brought up to this program. */
export async function restoreBackup(url: string, folder: string): Promise<Manifest> {
  const manifest = readManifest(folder)
  const [fault] = await faultsOf(folder, manifest)
  if (fault) throw new StartupRefusal('backup-damaged', fault)
  const client = longClient(poolSettings({ url, statementTimeout: 0 }))
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('begin')
    // A server that starts meanwhile waits with its migrations until this is over.
    await client.query('select pg_advisory_xact_lock($1)', [migrationLock])
    await refuseUnlessEmpty(client)
    await makeTables(client, manifest)
    await fill(client, folder, manifest)
    await client.query('commit')
    await client.query('analyze')
  } finally {
    await client.end().catch(() => undefined)
  }
  await migrate(url)
  await sayRestored(url, `${manifest.takenAt}, ${path.basename(folder)}`)
  return manifest
}

async function sayRestored(url: string, by: string): Promise<void> {
  const client = longClient(poolSettings({ url }))
  client.on('error', () => undefined)
  await client.connect()
  try {
    await endKeeping(client, await beginKeeping(client, 'restore', by))
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function refuseUnlessEmpty(client: pg.Client): Promise<void> {
  const there = await whatIsThere(client)
  if (there.length === 0) return
  throw new StartupRefusal('restore-not-empty', {
    vi: `Cơ sở dữ liệu này không trống (có ${there.join(', ')}…): chỉ khôi phục vào cơ sở dữ liệu mới, ví dụ đặt BINHYEN_DATA là thư mục mới.`,
    en: `This database is not empty (it has ${there.join(', ')}…): restore into a new one only, for example with BINHYEN_DATA set to a new folder.`,
  })
}

async function makeTables(client: pg.Client, manifest: Manifest): Promise<void> {
  const files = readMigrations(migrationsFolder)
  // Refuses a back-up of a newer program, and one whose migrations were others than ours.
  pendingMigrations(files, manifest.migrations)
  const then = new Set(manifest.migrations.map(({ name }) => name))
  await client.query(recordTable)
  for (const file of files.filter(({ name }) => then.has(name))) {
    await client.query(file.sql)
    await client.query('set constraints all immediate')
    await client.query('insert into schema_migration (name, sha256) values ($1, $2)', [file.name, file.sha256])
  }
}

async function fill(client: pg.Client, folder: string, manifest: Manifest): Promise<void> {
  const tables = await tablesOf(client)
  refuseOtherShape(tables, manifest)
  const references = await referencesOf(client)
  for (const { table, name } of references) await client.query(`alter table ${table} drop constraint ${name}`)
  for (const { quoted } of tables) await client.query(`alter table ${quoted} disable trigger user`)
  // Migrations lay first rows, which the back-up holds as they have become.
  await client.query(`truncate ${tables.map(({ quoted }) => quoted).join(', ')}`)
  const sealed = tables.filter((table) => table.sealed)
  for (const { quoted } of sealed) await client.query(`alter table ${quoted} no force row level security`)
  for (const table of tables) await fillTable(client, folder, table, manifest)
  for (const { quoted, last } of manifest.sequences)
    await client.query('select setval($1::regclass, $2::bigint)', [quoted, last])
  await client.query('set constraints all immediate')
  for (const { quoted } of tables) await client.query(`alter table ${quoted} enable trigger user`)
  for (const { table, name, definition } of references)
    await client.query(`alter table ${table} add constraint ${name} ${definition}`)
  // Only now: a reference to what is sealed is checked by whoever adds it, who would find nothing there.
  for (const { quoted } of sealed) await client.query(`alter table ${quoted} force row level security`)
}

/** Statements are built from what the database says of itself; the manifest only has to agree. */
function refuseOtherShape(tables: readonly TableShape[], manifest: Manifest): void {
  const shape = (each: readonly { name: string; columns: string[] }[]) =>
    each.map(({ name, columns }) => `${name} ${columns.join(' ')}`).sort()
  const [made, kept] = [shape(tables), shape(manifest.tables)]
  const odd = made.find((one, at) => one !== kept[at]) ?? kept[made.length]
  if (!odd) return
  const table = odd.split(' ')[0]
  throw new StartupRefusal('backup-of-another-shape', {
    vi: `Bảng ${table} trong bản sao lưu khác với bảng mà db/migrations tạo ra.`,
    en: `The table ${table} in the back-up is not the one that db/migrations makes.`,
  })
}

async function fillTable(client: pg.Client, folder: string, table: TableShape, manifest: Manifest): Promise<void> {
  const into = client.query(new CopyIn(`copy ${table.quoted} (${table.columns.join(', ')}) from stdin`))
  await pipeline(createReadStream(path.join(folder, fileOf(table.name))), createGunzip(), into)
  const expected = manifest.tables.find(({ name }) => name === table.name)?.rows
  if (into.rows !== expected) throw new Error(`${table.name}: ${into.rows} rows came, ${expected} were expected`)
}

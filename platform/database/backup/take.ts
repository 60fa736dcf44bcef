// Takes a back-up while everybody goes on working: all tables as they stood at one moment, in one read-only transaction.

import { createHash } from 'node:crypto'
import { createWriteStream, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { makeFolders, writePrivate } from '../../private-files.ts'
import { StartupRefusal } from '../../startup-refusal.ts'
import { poolSettings } from '../connect.ts'
import { CopyOut } from '../copy-streams.ts'
import { fileOf, type Manifest, manifestName } from './archive.ts'
import { beginKeeping, endKeeping } from './keeping.ts'
import { longClient } from './long-client.ts'
import { sequencesOf, type TableShape, tablesOf } from './tables.ts'

/** Writes the back-up into a folder that is new or empty; when it fails, nothing of it stays. */
export async function takeBackup(url: string, folder: string, program: string): Promise<Manifest> {
  const madeHere = openFolder(folder)
  const client = longClient(poolSettings({ url, statementTimeout: 0 }))
  // A connection that breaks is told by the statement under way.
  client.on('error', () => undefined)
  await client.connect()
  let keeping: string | undefined
  try {
    keeping = await beginKeeping(client, 'backup', `${program}, ${path.basename(folder)}`)
    await client.query('begin transaction isolation level repeatable read, read only')
    // Rather no back-up than one from which rules of rows have silently kept something.
    await client.query('set local row_security = off')
    // Only after the entry that says so, which whoever watches over the files sees.
    await client.query(`select set_config('cases.keeping', $1, true)`, [keeping ?? ''])
    const manifest = await writeTables(client, folder, program)
    await client.query('commit')
    writePrivate(path.join(folder, manifestName), `${JSON.stringify(manifest, null, 1)}\n`)
    return manifest
  } catch (fault) {
    for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { force: true })
    if (madeHere) rmSync(folder, { recursive: true, force: true })
    throw fault
  } finally {
    await endKeeping(client, keeping)
    await client.end().catch(() => undefined)
  }
}

function openFolder(folder: string): boolean {
  let made: string | undefined
  let inside: string[] = []
  try {
    made = makeFolders(folder, 0o700)
    inside = readdirSync(folder)
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException
    throw new StartupRefusal('backup-folder-closed', {
      vi: `Không ghi được vào thư mục ${folder} (${code}): hãy chọn một thư mục khác.`,
      en: `The folder ${folder} cannot be written to (${code}): choose another.`,
    })
  }
  if (inside.length > 0)
    throw new StartupRefusal('backup-folder-not-empty', {
      vi: `Thư mục ${folder} không trống: mỗi bản sao lưu cần một thư mục riêng.`,
      en: `The folder ${folder} is not empty: each back-up needs a folder of its own.`,
    })
  return made !== undefined
}

async function writeTables(client: pg.Client, folder: string, program: string): Promise<Manifest> {
  const { rows: migrations } = await client
    .query<{ name: string; sha256: string }>('select name, sha256 from schema_migration order by name')
    .catch((cause: Error & { code?: string }) => {
      if (cause.code !== '42P01') throw cause
      throw new StartupRefusal('backup-of-nothing', {
        vi: 'Cơ sở dữ liệu này còn trống: không có gì để sao lưu.',
        en: 'This database is still empty: there is nothing to back up.',
      })
    })
  const moment = await client.query<{ at: Date | string; server: string }>(
    `select now() as at, current_setting('server_version') as server`,
  )
  const tables: Manifest['tables'] = []
  for (const table of await tablesOf(client)) tables.push(await writeTable(client, folder, table))
  return {
    format: 'binh-yen-backup-1',
    takenAt: new Date(moment.rows[0]?.at ?? 0).toISOString(),
    program,
    server: moment.rows[0]?.server ?? '',
    migrations,
    tables,
    sequences: await sequencesOf(client),
  }
}

async function writeTable(client: pg.Client, folder: string, { name, quoted, columns, sealed }: TableShape) {
  // What is sealed shows itself to its keeper only; what is in it stays sealed, in the back-up too.
  await client.query(`select set_config('row_security', $1, true), set_config('cases.purpose', $2, true)`, [
    sealed ? 'on' : 'off',
    sealed ? 'keep' : '',
  ])
  const hash = createHash('sha256')
  let bytes = 0
  const counted = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  const rows = client.query(new CopyOut(`copy (select ${columns.join(', ')} from ${quoted}) to stdout`))
  const file = createWriteStream(path.join(folder, fileOf(name)), { flags: 'wx', mode: 0o600, flush: true })
  await pipeline(rows, createGzip({ level: 3 }), counted, file)
  return { name, columns, rows: rows.rows, bytes, sha256: hash.digest('hex') }
}

// Brings a database up to the files in db/migrations: plain SQL, forward only, in the order of their names, each in one
// transaction. What ran is recorded with its hash; a file that changed after it ran is refused by name.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { StartupRefusal } from '../startup-refusal.ts'
import { poolSettings } from './connect.ts'
import { requireSealedRole } from './sealed-role.ts'

export const migrationsFolder = path.resolve(import.meta.dirname, '../../db/migrations')

export interface MigrationFile {
  name: string
  sql: string
  sha256: string
}

export interface MigrationOutcome {
  applied: string[]
  /** How many had run before. */
  already: number
}

// Any fixed number will do, as long as nobody else takes this lock.
export const migrationLock = 7_306_120_241
export const recordTable = `CREATE TABLE IF NOT EXISTS schema_migration (
  name text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`

export async function migrate(url: string, folder = migrationsFolder): Promise<MigrationOutcome> {
  const files = readMigrations(folder)
  const client = new pg.Client({
    ...poolSettings({ url, statementTimeout: 0 }),
    idle_in_transaction_session_timeout: 0,
  })
  await client.connect()
  try {
    // Two that start at the same time: the second waits here, and then finds nothing left to do.
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock])
    await requireSealedRole(client)
    await client.query(recordTable)
    const { rows } = await client.query<{ name: string; sha256: string }>('SELECT name, sha256 FROM schema_migration')
    const pending = pendingMigrations(files, rows)
    for (const file of pending) await apply(client, file)
    return { applied: pending.map((file) => file.name), already: rows.length }
  } finally {
    await client.end()
  }
}

/** Pure: what has still to run, or a refusal when files and record disagree. */
export function pendingMigrations(files: MigrationFile[], recorded: { name: string; sha256: string }[]) {
  const byName = new Map(files.map((file) => [file.name, file]))
  for (const { name, sha256 } of recorded) {
    const file = byName.get(name)
    if (!file) {
      throw new StartupRefusal('migration-missing', {
        vi: `Cơ sở dữ liệu đã chạy ${name} mà chương trình này không có: hãy dùng bản chương trình mới hơn.`,
        en: `The database has run ${name}, which this program does not have: use a newer version of the program.`,
      })
    }
    if (file.sha256 !== sha256) {
      throw new StartupRefusal('migration-changed', {
        vi: `Tệp db/migrations/${name} đã bị sửa sau khi chạy: hãy trả lại nội dung cũ và viết thay đổi vào một tệp mới.`,
        en: `The file db/migrations/${name} was changed after it ran: restore it and write the change into a new file.`,
      })
    }
  }
  const done = new Set(recorded.map(({ name }) => name))
  return files.filter((file) => !done.has(file.name))
}

export function readMigrations(folder: string): MigrationFile[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  const numbers = new Map<string, string>()
  for (const name of names) {
    if (!/^[0-9]{4}_[a-z0-9_]+\.sql$/.test(name)) {
      throw new StartupRefusal('migration-misnamed', {
        vi: `Tên tệp db/migrations/${name} không đúng: cần bốn chữ số, gạch dưới, rồi chữ thường, như 0001_ten.sql.`,
        en: `The file name db/migrations/${name} is not right: four digits, an underscore, then lower case, as in 0001_name.sql.`,
      })
    }
    const other = numbers.get(name.slice(0, 4))
    if (other) {
      throw new StartupRefusal('migration-number-twice', {
        vi: `Hai tệp ${other} và ${name} trong db/migrations trùng số: hãy đổi số một tệp.`,
        en: `The two files ${other} and ${name} in db/migrations have the same number: give one of them another.`,
      })
    }
    numbers.set(name.slice(0, 4), name)
  }
  return names.map((name) => {
    const sql = readFileSync(path.join(folder, name), 'utf8')
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
}

async function apply(client: pg.Client, file: MigrationFile): Promise<void> {
  const transaction = 'SELECT pg_current_xact_id()::text AS id'
  try {
    await client.query('BEGIN')
    const before = await client.query<{ id: string }>(transaction)
    await client.query(file.sql)
    const after = await client.query<{ id: string }>(transaction)
    if (before.rows[0]?.id !== after.rows[0]?.id) throw new Error('it begins or ends a transaction of its own')
    await client.query('INSERT INTO schema_migration (name, sha256) VALUES ($1, $2)', [file.name, file.sha256])
    await client.query('COMMIT')
  } catch (fault) {
    await client.query('ROLLBACK')
    const { message, position } = fault as Error & { position?: string }
    const line = position ? file.sql.slice(0, Number(position)).split('\n').length : undefined
    const where = `db/migrations/${file.name}${line ? `:${line}` : ''}`
    throw new StartupRefusal(
      'migration-failed',
      {
        vi: `Không chạy được ${where} (${message}); tệp này không để lại thay đổi nào.`,
        en: `${where} could not run (${message}); this file has changed nothing.`,
      },
      { cause: fault },
    )
  }
}

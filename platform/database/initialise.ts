// Makes a new PostgreSQL data folder: the server's own files, the role the product connects as, and its database.
// The role is no superuser, so row-level security binds it; the superuser gets a password that nobody keeps.
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, mkdirSync, mkdtempSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Place } from './place.ts'
import { sealedRoleStatements } from './sealed-role.ts'
import { cannotRun, cleanEnvironment } from './server-files.ts'

export const roleName = 'binhyen'
export const databaseName = 'binhyen'
/** The server that comes along is 16 or newer; which one exactly makes no difference here. */
const embeddedNumber = 160_000

// Written into postgresql.conf once, where whoever runs the machine may change them.
const tuning = {
  max_connections: '60',
  shared_buffers: '128MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '512MB',
  min_wal_size: '64MB',
  jit: 'off',
  log_checkpoints: 'off',
  random_page_cost: '1.1',
  timezone: 'UTC',
  // The log says what went wrong, never with whose data: neither the statement nor the values of a row.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

export interface NewCluster {
  password: string
  /** For throw-away test databases only: quicker, and lost at a power cut. */
  volatile: boolean
}

export function initialiseCluster(place: Place, options: NewCluster): void {
  // Made beside and renamed when whole: a first start that was cut off leaves nothing that looks like data.
  const draft = `${place.cluster}.new`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  if (place.identity.uid !== undefined) chownSync(draft, place.account.uid, place.account.gid)
  runInitdb(place, draft, options.volatile)
  runSql(place, draft, [
    `CREATE ROLE ${roleName} LOGIN NOSUPERUSER NOBYPASSRLS ${options.volatile ? 'CREATEDB' : ''} PASSWORD '${options.password}'`,
    ...sealedRoleStatements(roleName, embeddedNumber),
    `CREATE DATABASE ${databaseName} OWNER ${roleName}`,
    `REVOKE ALL ON DATABASE ${databaseName} FROM PUBLIC`,
  ])
  renameSync(draft, place.cluster)
}

/** For data of a version of the product that kept no files of persons yet. */
export function addSealedRole(place: Place): void {
  runSql(place, place.cluster, sealedRoleStatements(roleName, embeddedNumber))
}

/** When the file with the password was lost but the data is there: the role gets a new one. */
export function replacePassword(place: Place, password: string): void {
  runSql(place, place.cluster, [`ALTER ROLE ${roleName} PASSWORD '${password}'`])
}

export function newPassword(): string {
  return randomBytes(24).toString('base64url')
}

function runInitdb(place: Place, folder: string, volatile: boolean): void {
  const secretFolder = mkdtempSync(path.join(tmpdir(), 'binhyen-'))
  try {
    const passwordFile = path.join(secretFolder, 'password')
    writeFileSync(passwordFile, newPassword(), { mode: 0o600 })
    if (place.identity.uid !== undefined) {
      for (const file of [secretFolder, passwordFile]) chownSync(file, place.account.uid, place.account.gid)
    }
    const settings = Object.entries({ ...tuning, dynamic_shared_memory_type: sharedMemoryType() })
    const attempt = spawnSync(
      path.join(place.server, 'bin', 'initdb'),
      [
        ...[`--pgdata=${folder}`, '--username=postgres', `--pwfile=${passwordFile}`],
        ...['--auth=scram-sha-256', '--encoding=UTF8', '--data-checksums'],
        // No locale of the machine is needed: this one is built into the server.
        ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions'],
        ...(volatile ? ['--no-sync'] : []),
        ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
      { ...place.identity, cwd: '/', env: cleanEnvironment(), encoding: 'utf8' },
    )
    if (attempt.status !== 0) throw failed(attempt.stderr, attempt.error)
  } finally {
    rmSync(secretFolder, { recursive: true, force: true })
  }
}

/** In single-user mode no port is open, and nobody needs the superuser's password; the server must not be running. */
export function runSql(place: Place, folder: string, statements: string[]): void {
  const attempt = spawnSync(
    path.join(place.server, 'bin', 'postgres'),
    ['--single', '-D', folder, '-c', 'exit_on_error=true', '-c', 'log_min_messages=error', 'postgres'],
    { ...place.identity, cwd: '/', env: cleanEnvironment(), encoding: 'utf8', input: `${statements.join(';\n')};\n` },
  )
  if (attempt.status !== 0 || /\b(ERROR|FATAL|PANIC):/.test(attempt.stderr)) throw failed(attempt.stderr, attempt.error)
}

// Containers often give /dev/shm 64 MB, too little for queries that run in parallel.
function sharedMemoryType(): string {
  try {
    const room = statfsSync('/dev/shm')
    return room.bavail * room.bsize > 256 * 2 ** 20 ? 'posix' : 'mmap'
  } catch {
    return 'mmap'
  }
}

function failed(complaint: string | null, fault: Error | undefined) {
  const reason =
    fault?.message ??
    complaint
      ?.trim()
      .split('\n')
      .filter((line) => /error|fatal/i.test(line))
      .at(-1) ??
    '?'
  return cannotRun(`không tạo được cơ sở dữ liệu (${reason})`, `the database could not be made (${reason})`)
}

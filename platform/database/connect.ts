// Opens the product's connections to PostgreSQL, the same way for the embedded server and for one behind DATABASE_URL.
// How values come back, on these connections only: date 'YYYY-MM-DD', timestamp with time zone an ISO string in UTC with
// its microseconds, bigint and numeric a JavaScript number (a bigint beyond 2^53 is an error, a numeric keeps about
// 15 digits), interval an ISO 8601 duration.
import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import pg from 'pg'
import type { DB } from '../../db/schema.generated.ts'
import { StartupRefusal } from '../startup-refusal.ts'
import { rememberPool } from './copying.ts'
import { isSocket } from './local-socket.ts'
import { SteadySocket } from './steady-socket.ts'
import { typeParsers } from './type-parsers.ts'

export interface Database {
  db: Kysely<DB>
  /**
   * Connections of their own for the few statements that run thousands of times a second: each is planned once for each
   * connection and always goes by key. A plan made while a table was empty would otherwise read the whole of it once it
   * has grown.
   */
  byKey: Kysely<DB>
  pool: pg.Pool
  close(): Promise<void>
}

export interface OpenOptions {
  url: string
  /** The most connections at a time; the embedded server gives 60 to all processes together. */
  connections?: number
  /** After so many milliseconds the server ends a statement; 0 for never. */
  statementTimeout?: number
  /** Told when a connection that nobody was using breaks. */
  onLost?: (fault: Error) => void
}

export const oldestServer = 15

export async function openDatabase(options: string | OpenOptions): Promise<Database> {
  const chosen = typeof options === 'string' ? { url: options } : options
  const pool = poolOf(chosen)
  try {
    await refuseWrongServer(pool)
  } catch (fault) {
    await pool.end()
    throw fault
  }
  const keyed = poolOf(
    { ...chosen, connections: Math.min(connectionsByKey, chosen.connections ?? connectionsByKey) },
    goingByKey,
  )
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool: planningOnce(pool, isPlannedOnce) }) })
  const byKey = new Kysely<DB>({ dialect: new PostgresDialect({ pool: planningOnce(keyed, () => true) }) })
  const close = async () => {
    await Promise.all([db.destroy(), byKey.destroy()])
    // Kysely leaves a pool alone that it has not yet used.
    await Promise.all([pool, keyed].map((each) => (each.ended ? undefined : each.end())))
  }
  rememberPool(db, pool)
  return { db, byKey, pool, close }
}

/** As many as there are lanes in which calls go together, and some to spare; opened when they are needed. */
const connectionsByKey = 8
const goingByKey = [
  ...['enable_seqscan=off', 'enable_hashjoin=off', 'enable_mergejoin=off'],
  'plan_cache_mode=force_generic_plan',
]

function poolOf(options: OpenOptions, session: readonly string[] = []): pg.Pool {
  const pool = new pg.Pool(poolSettings(options, session))
  // Without a listener, a server that stops would take the whole product with it; the pool makes a new connection.
  // Connections that are being closed may still hear the server say goodbye; that is no loss.
  pool.on('error', (fault) => pool.ending || options.onLost?.(fault))
  // The pool listens to idle connections only: one that is cut between two statements of a transaction would do the same.
  // Whoever holds it hears of it with the next statement.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/**
 * A statement that begins with this comment is planned once for each connection and then only carried out: for the few
 * that run so often that planning costs more than the work. Its text must not vary.
 */
const planOnce = '/* plan once */'
const names = new Map<string, string>()

function nameOf(text: string): string {
  const known = names.get(text)
  if (known) return known
  const name = createHash('sha256').update(text).digest('hex').slice(0, 32)
  names.set(text, name)
  return name
}

const isPlannedOnce = (text: string): boolean => text.trimStart().startsWith(planOnce)

function planningOnce(pool: pg.Pool, plannedOnce: (text: string) => boolean): PostgresPool {
  const connect = async () => {
    const client = await pool.connect()
    const query = (text: unknown, values?: unknown[]) =>
      typeof text === 'string' && plannedOnce(text)
        ? client.query({ name: nameOf(text), text, values: values ?? [] })
        : client.query(text as string, values as unknown[])
    return { query, release: () => client.release() }
  }
  return { connect, end: () => pool.end() } as unknown as PostgresPool
}

export function poolSettings(options: OpenOptions, more: readonly string[] = []): pg.PoolConfig {
  const { url, connections = 20, statementTimeout = 60_000 } = options
  const address = new URL(url)
  const session = [
    ...['TimeZone=UTC', 'DateStyle=ISO', 'IntervalStyle=iso_8601', 'client_encoding=UTF8'],
    // Many servers compile what they believe to be dear; our statements are short, and compiling costs more than they do.
    'jit=off',
    ...[`statement_timeout=${statementTimeout}`, 'idle_in_transaction_session_timeout=60000'],
    ...more,
  ]
  // Ours come last, so they hold against what the address itself may set.
  const wanted = [address.searchParams.get('options') ?? '', ...session.map((setting) => `-c ${setting}`)]
  address.searchParams.set('options', wanted.join(' ').trim())
  return {
    connectionString: address.href,
    application_name: 'binhyen',
    max: connections,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    types: { getTypeParser: typeParsers },
    ...(isSocket(address.hostname) ? { stream: () => new SteadySocket() } : {}),
  }
}

export interface ServerFacts {
  version: string
  /** As PostgreSQL counts: 180004 is 18.4. */
  number: number
  encoding: string
  /** Whether row-level security does not bind the role. */
  bypasses: boolean
  role: string
}

async function refuseWrongServer(pool: pg.Pool): Promise<void> {
  const { rows } = await pool
    .query<ServerFacts>(
      `SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number,
              current_setting('server_encoding') AS encoding, rolsuper OR rolbypassrls AS bypasses, rolname AS role
         FROM pg_roles WHERE rolname = current_user`,
    )
    .catch((fault: Error) => {
      throw unreachable(fault)
    })
  const refusal = rows[0] && refusalOfServer(rows[0])
  if (refusal) throw refusal
}

/** Pure: why a server cannot hold the product's data, or undefined when it can. */
export function refusalOfServer(server: ServerFacts): StartupRefusal | undefined {
  if (server.number < oldestServer * 10_000) {
    return new StartupRefusal('database-too-old', {
      vi: `Máy chủ dữ liệu là PostgreSQL ${server.version}, cần bản ${oldestServer} trở lên: hãy nâng cấp, hoặc bỏ DATABASE_URL để dùng bản đi kèm.`,
      en: `The database server is PostgreSQL ${server.version} and ${oldestServer} or newer is needed: upgrade it, or unset DATABASE_URL to use the one that comes along.`,
    })
  }
  if (server.encoding !== 'UTF8') {
    return new StartupRefusal('database-not-utf8', {
      vi: `Cơ sở dữ liệu dùng bảng mã ${server.encoding}, cần UTF8 để giữ đúng chữ Việt: hãy tạo cơ sở dữ liệu khác với ENCODING 'UTF8'.`,
      en: `The database is encoded in ${server.encoding} and UTF8 is needed to keep Vietnamese: create another with ENCODING 'UTF8'.`,
    })
  }
  if (server.bypasses) {
    return new StartupRefusal('database-role-too-strong', {
      vi: `Vai trò ${server.role} trong DATABASE_URL vượt qua được phân quyền theo dòng: hãy dùng một vai trò thường (NOSUPERUSER NOBYPASSRLS) làm chủ cơ sở dữ liệu.`,
      en: `The role ${server.role} in DATABASE_URL passes by row-level security: use an ordinary role (NOSUPERUSER NOBYPASSRLS) that owns the database.`,
    })
  }
  return undefined
}

// The driver's message names host, port, user or database, never the password.
function unreachable(fault: Error & { code?: string; errors?: Error[] }): StartupRefusal {
  const reason = fault.message || fault.errors?.map((error) => error.message).join('; ') || fault.code || fault.name
  return new StartupRefusal(
    'database-unreachable',
    {
      vi: `Không kết nối được tới cơ sở dữ liệu (${reason}): hãy xem lại DATABASE_URL và máy chủ đó.`,
      en: `The database cannot be reached (${reason}): check DATABASE_URL and that server.`,
    },
    { cause: fault },
  )
}

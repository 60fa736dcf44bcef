// A database in which every command is carried out to its end, looked at, and taken back: the next one finds what the first found.

import { type CompiledQuery, type Kysely, sql, type Transaction } from 'kysely'
import type { DB } from '../../../db/schema.generated.ts'
import { asKeeper, type Records, type Table } from './records.ts'

export type Change = { table: string; key: string; how: 'written' | 'removed' }

type Look = (inside: Transaction<DB>) => Promise<void>

/** Does the work, lets `look` see what it left, and takes it back. */
async function takenBack<T>(db: Kysely<DB>, work: (inside: Transaction<DB>) => Promise<T>, look: Look): Promise<T> {
  const back = Symbol('taken back')
  let answer: T | undefined
  try {
    await db.transaction().execute(async (inside) => {
      answer = await work(inside)
      await look(inside)
      throw back
    })
  } catch (fault) {
    if (fault !== back) throw fault
  }
  return answer as T
}

/** The same thing, but for some of its properties. */
const except = <T extends object>(thing: T, own: Readonly<Record<string, unknown>>): T =>
  new Proxy(thing, {
    get(target, name) {
      if (typeof name === 'string' && Object.hasOwn(own, name)) return own[name]
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })

/** The same database, except that what would be committed is shown to `look` and rolled back. */
export function rolledBack(db: Kysely<DB>, look: Look): Kysely<DB> {
  const builder = {
    setIsolationLevel: () => builder,
    setAccessMode: () => builder,
    execute: <T>(work: (inside: Transaction<DB>) => Promise<T>): Promise<T> => takenBack(db, work, look),
  }
  return except(eachRolledBack(db, look), { transaction: () => builder })
}

/** The same for statements that are a transaction each; `db` does the work. */
export function eachRolledBack(db: Kysely<DB>, look: Look): Kysely<DB> {
  const executor = db.getExecutor()
  const writes = ({ sql: text }: CompiledQuery): boolean => /\b(insert into|update|delete from)\b/.test(text)
  const executeQuery = (query: CompiledQuery) =>
    writes(query)
      ? takenBack(db, (inside) => inside.getExecutor().executeQuery(query), look)
      : executor.executeQuery(query)
  return except(db, { getExecutor: () => except(executor, { executeQuery }) })
}

const keyIn = (table: Table) => table.key.map((column) => `t.${JSON.stringify(column)}::text`).join(` || '/' || `)

/** The tables that the server counts as written in since this transaction began; some that others wrote in may be among them. */
async function touchedIn(inside: Transaction<DB>): Promise<ReadonlySet<string>> {
  // The view of the same numbers, pg_stat_xact_user_tables, also goes through every index, at ten times the price.
  const found = await sql<{ name: string; counting: string }>`
    select current_setting('track_counts') as counting,
      case when nspname = 'public' then quote_ident(relname) else quote_ident(nspname) || '.' || quote_ident(relname) end as name
    from (values (1)) one
    left join (pg_class join pg_namespace on pg_namespace.oid = relnamespace)
      on relkind in ('r', 'p') and nspname <> 'information_schema' and nspname not like 'pg\\_%'
      and pg_stat_get_xact_tuples_inserted(pg_class.oid) + pg_stat_get_xact_tuples_updated(pg_class.oid)
        + pg_stat_get_xact_tuples_deleted(pg_class.oid) > 0`.execute(inside)
  if (found.rows[0]?.counting !== 'on') throw new Error('the server counts no rows, so that no change would be seen')
  return new Set(found.rows.map(({ name }) => name))
}

/** What the transaction under way has written or removed, table by table. */
export async function changesIn(inside: Transaction<DB>, records: Records): Promise<Change[]> {
  const touched = await touchedIn(inside)
  const tables = records.tables.filter(({ name }) => touched.has(name))
  if (tables.length === 0) return []
  await asKeeper(inside, records.keeping)
  const parts = tables.map(
    (table) => `select '${table.name.replaceAll("'", "''")}' as name,
      json_agg(${keyIn(table)}) filter (where t.xmin = pg_current_xact_id()::xid) as written, count(*) as total
      from ${table.name} t`,
  )
  const found = await sql<{
    name: string
    written: string[] | null
    total: number
  }>`${sql.raw(parts.join(' union all '))}`.execute(inside)
  const changes: Change[] = []
  for (const { name, written, total } of found.rows) {
    const before = records.inTable.get(name) ?? []
    const known = new Set(before.map(({ key }) => key))
    for (const key of written ?? []) changes.push({ table: name, key, how: 'written' })
    const made = (written ?? []).filter((key) => !known.has(key)).length
    if (total < before.length + made) changes.push(...(await removedFrom(inside, name, records)))
  }
  return changes
}

async function removedFrom(inside: Transaction<DB>, name: string, records: Records): Promise<Change[]> {
  const table = records.tables.find((each) => each.name === name)
  if (!table) return []
  const found = await sql<{ key: string }>`${sql.raw(`select ${keyIn(table)} as key from ${table.name} t`)}`.execute(
    inside,
  )
  const left = new Set(found.rows.map(({ key }) => key))
  return (records.inTable.get(name) ?? [])
    .filter(({ key }) => !left.has(key))
    .map(({ key }) => ({ table: name, key, how: 'removed' as const }))
}

export type Link = { column: string; target: string; id: string }

/** What these rows point at, by their keys, read while they are still there. */
export async function linksOf(
  inside: Transaction<DB>,
  table: Table,
  rows: readonly { key: string }[],
): Promise<Map<string, Link[]>> {
  const keys = rows.map(({ key }) => key)
  const found = await sql<{ key: string; row: Record<string, unknown> }>`
    select ${sql.raw(keyIn(table))} as key, to_jsonb(t) as row
    from ${sql.raw(table.name)} t where ${sql.raw(keyIn(table))} = any(${keys})`.execute(inside)
  return new Map(
    found.rows.map(({ key, row }) => [
      key,
      table.links.flatMap(({ column, target }) => (row[column] ? [{ column, target, id: String(row[column]) }] : [])),
    ]),
  )
}

/** One number for the whole content of each table; two are equal only when nothing differs. */
export async function checksums(db: Kysely<DB>, records: Records): Promise<Map<string, string>> {
  const sums = new Map<string, string>()
  await db.transaction().execute(async (inside) => {
    await asKeeper(inside, records.keeping)
    for (const table of records.tables) {
      const found = await sql<{ sum: string }>`
        select count(*) || ':' || coalesce(md5(string_agg(t::text, E'\n' order by ${sql.raw(keyIn(table))})), '') as sum
        from ${sql.raw(table.name)} t`.execute(inside)
      sums.set(table.name, found.rows[0]?.sum ?? '')
    }
  })
  return sums
}

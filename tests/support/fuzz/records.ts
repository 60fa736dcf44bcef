// Every record of the database and the areas it belongs to, found by following the foreign keys: nothing is listed by hand,
// so a table that is added later is covered as it is.

import { type Kysely, sql } from 'kysely'
import type { DB } from '../../../db/schema.generated.ts'

export type Column = { table: string; column: string; target: string }
export type Table = {
  /** With its schema where that is not public: auth."session". */
  name: string
  key: readonly string[]
  /** Columns that point at another table's id. */
  links: readonly Column[]
  /** Whether rows can be named by an id. */
  hasId: boolean
}
export type Row = {
  table: string
  key: string
  id: string | undefined
  areas: readonly string[]
  /** The people it is about, for records that lie nowhere: sessions, saved views, lent rights. */
  owners: readonly string[]
  words: readonly string[]
}
/** Values that stand in columns of a name, wherever: what a field of that name may hold. */
export type Values = ReadonlyMap<string, readonly string[]>
export type Records = {
  values: Values
  tables: readonly Table[]
  rows: readonly Row[]
  byId: ReadonlyMap<string, Row>
  inTable: ReadonlyMap<string, readonly Row[]>
}

/** Who recorded a row, and which file hangs on it, says nothing about where it belongs. */
const saysNothing = new Set(['person', 'auth."user"', 'file', 'role', 'area_tree'])

type Link = { column: string; target: string }
/** A key that begins with the commune of record says where the row belongs, whether or not a foreign key says so too. */
function linksOf(key: readonly string[], links: readonly Link[]): Link[] {
  if (key[0] !== 'commune_id') return [...links]
  return [{ column: 'commune_id', target: 'area_unit' }, ...links.filter(({ column }) => column !== 'commune_id')]
}

export async function readTables(db: Kysely<DB>): Promise<Table[]> {
  const found = await sql<{ name: string; key: string[]; links: { column: string; target: string }[] | null }>`
    with tables as (
      select c.oid, case when n.nspname = 'public' then quote_ident(c.relname) else quote_ident(n.nspname) || '.' || quote_ident(c.relname) end as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname in ('public', 'auth') and c.relname <> 'area_coverage' and c.relname not like '%migration%'
    )
    select tables.name,
      (select array_agg(a.attname::text order by a.attnum) from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
        where i.indrelid = tables.oid and i.indisprimary) as key,
      (select json_agg(json_build_object('column', a.attname, 'target', target.name)) from pg_constraint f
        join pg_attribute a on a.attrelid = f.conrelid and a.attnum = any(f.conkey) join tables target on target.oid = f.confrelid
        where f.conrelid = tables.oid and f.contype = 'f') as links
    from tables where exists (select 1 from pg_index i where i.indrelid = tables.oid and i.indisprimary) order by 1`.execute(
    db,
  )
  return found.rows.map(({ name, key, links }) => ({
    name,
    key,
    links: linksOf(key, links ?? []).map((link) => ({ table: name, ...link })),
    hasId: key.length === 1 && key[0] === 'id',
  }))
}

type Raw = Record<string, unknown>

export async function readRecords(db: Kysely<DB>): Promise<Records> {
  const tables = await readTables(db)
  const raw = new Map<string, Raw[]>()
  for (const table of tables) {
    const found = await sql<{ row: Raw }>`select to_jsonb(t) as row from ${sql.raw(table.name)} t`.execute(db)
    raw.set(
      table.name,
      found.rows.map(({ row }) => row),
    )
  }
  const areas = areasOfAll(tables, raw)
  const rows: Row[] = []
  for (const table of tables)
    for (const row of raw.get(table.name) ?? []) {
      const key = keyOf(table, row)
      rows.push({
        table: table.name,
        key,
        id: table.hasId ? String(row.id) : undefined,
        areas: [...(areas.get(`${table.name}:${key}`) ?? [])],
        owners: ownersOf(table, row),
        words: wordsOf(row),
      })
    }
  const values = valuesOf(raw)
  const byId = new Map(rows.flatMap((row) => (row.id ? [[row.id, row] as const] : [])))
  return { values, tables, rows, byId, inTable: Map.groupBy(rows, ({ table }) => table) }
}

/** Under the name of the column, and under that of the table and the column. */
function valuesOf(raw: ReadonlyMap<string, Raw[]>): Map<string, string[]> {
  const values = new Map<string, Set<string>>()
  const keep = (name: string, value: string) => {
    const kept = values.get(name) ?? new Set()
    if (kept.size < 40) values.set(name, kept.add(value))
  }
  for (const [table, rows] of raw)
    for (const row of rows)
      for (const [column, value] of Object.entries(row))
        if (typeof value === 'string' && column !== 'id' && value.length < 60) {
          keep(column, value)
          keep(`${table}.${column}`, value)
        }
  return new Map([...values].map(([name, kept]) => [name, [...kept]]))
}

export const keyOf = (table: Table, row: Raw): string => table.key.map((column) => String(row[column])).join('/')

function ownersOf(table: Table, row: Raw): string[] {
  if (table.name === 'person') return [String(row.id)]
  const owners = table.links.filter(({ target }) => target === 'person' || target === 'auth."user"')
  return owners.flatMap(({ column }) => (row[column] ? [String(row[column])] : []))
}

/** Titles and names long enough to be told apart from ordinary words. */
const wordsOf = (row: Raw): string[] =>
  Object.entries(row).flatMap(([column, value]) =>
    /^(title|name|text|subject|summary)(_vi)?$/.test(column) && typeof value === 'string' && value.length >= 12
      ? [value]
      : [],
  )

/** Own area first; else that of the records it hangs on, as far as needed. People belong where they hold rights or posts. */
function areasOfAll(tables: readonly Table[], raw: ReadonlyMap<string, Raw[]>): Map<string, Set<string>> {
  const areas = new Map<string, Set<string>>()
  const of = (table: string, id: unknown) => areas.get(`${table}:${String(id)}`)
  for (let turn = 0; turn < 6; turn += 1)
    for (const table of tables) {
      const own = table.links.filter(({ column, target }) => target === 'area_unit' && column === 'area_id')
      const direct = own.length > 0 ? own : table.links.filter(({ target }) => target === 'area_unit')
      const onward = table.links.filter(({ target }) => target !== 'area_unit' && !saysNothing.has(target))
      for (const row of raw.get(table.name) ?? []) {
        const key = `${table.name}:${keyOf(table, row)}`
        const found = new Set(direct.flatMap(({ column }) => (row[column] ? [String(row[column])] : [])))
        if (table.name === 'area_unit') found.add(String(row.id))
        if (found.size === 0)
          for (const { column, target } of onward) for (const area of of(target, row[column]) ?? []) found.add(area)
        if (found.size > 0) areas.set(key, found)
      }
    }
  for (const table of ['access_grant', 'post_holder'])
    for (const row of raw.get(table) ?? []) {
      const post = table === 'post_holder' ? of('post', row.post_id) : row.area_id ? [String(row.area_id)] : []
      const key = `person:${String(row.person_id)}`
      areas.set(key, new Set([...(areas.get(key) ?? []), ...(post ?? [])]))
    }
  // Devices, lent rights, saved views: they lie where the people lie whose they are.
  for (const table of tables)
    for (const row of raw.get(table.name) ?? []) {
      const key = `${table.name}:${keyOf(table, row)}`
      if (areas.has(key) || table.name === 'person') continue
      const found = new Set(ownersOf(table, row).flatMap((owner) => [...(areas.get(`person:${owner}`) ?? [])]))
      if (found.size > 0) areas.set(key, found)
    }
  return areas
}

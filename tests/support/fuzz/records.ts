// Every record of the database and the areas it belongs to, found by following the foreign keys: nothing is listed by hand,
// so a table that is added later is covered as it is.

import { readFileSync } from 'node:fs'
import { type Kysely, sql } from 'kysely'
import type { DB } from '../../../db/schema.generated.ts'
import type { Db } from '../../../platform/server/slice.ts'

export type Column = { table: string; column: string; target: string }
export type Table = {
  /** With its schema where that is not public: auth."session". */
  name: string
  /** The module whose table it is. */
  module: string
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
  /** As it stands in the database. */
  columns: Raw
}
/** Values that stand in columns of a name, wherever: what a field of that name may hold. */
export type Values = ReadonlyMap<string, readonly string[]>
export type Records = {
  /** The entry under which the keeper of the machine looks into the files of persons, as long as these records are used. */
  keeping: string
  values: Values
  tables: readonly Table[]
  rows: readonly Row[]
  byId: ReadonlyMap<string, Row>
  inTable: ReadonlyMap<string, readonly Row[]>
}

/** Who recorded a row, and which file hangs on it, says nothing about where it belongs. */
const saysNothing = new Set(['person', 'auth."user"', 'file', 'role', 'area_tree'])

type Link = { column: string; target: string }
type Pair = Link & { of: string; alone: boolean }
/** A key that begins with the commune of record says where the row belongs, whether or not a foreign key says so too. */
function linksOf(key: readonly string[], links: readonly Link[]): Link[] {
  if (key[0] !== 'commune_id') return [...links]
  return [{ column: 'commune_id', target: 'area_unit' }, ...links.filter(({ column }) => column !== 'commune_id')]
}

/** The owner of each table stands under its heading. */
const owners = new Map(
  [
    ...readFileSync(`${import.meta.dirname}/../../../db/TABLES.md`, 'utf8').matchAll(/^## (\S+)\n\n\*([a-z-]+)\.\*/gm),
  ].map(([, table = '', module = '']) => [table, module]),
)

export async function readTables(db: Db): Promise<Table[]> {
  const found = await sql<{ name: string; key: string[]; links: Pair[] | null }>`
    with tables as (
      select c.oid, case when n.nspname = 'public' then quote_ident(c.relname) else quote_ident(n.nspname) || '.' || quote_ident(c.relname) end as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname in ('public', 'auth', 'cases', 'handover') and c.relname <> 'area_coverage' and c.relname not like '%migration%'
    )
    select tables.name,
      (select array_agg(a.attname::text order by a.attnum) from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
        where i.indrelid = tables.oid and i.indisprimary) as key,
      (select json_agg(json_build_object('column', a.attname, 'target', target.name, 'of', at.attname, 'alone', cardinality(f.conkey) = 1))
        from pg_constraint f cross join lateral unnest(f.conkey, f.confkey) as pair (own, other)
        join pg_attribute a on a.attrelid = f.conrelid and a.attnum = pair.own
        join pg_attribute at on at.attrelid = f.confrelid and at.attnum = pair.other join tables target on target.oid = f.confrelid
        where f.conrelid = tables.oid and f.contype = 'f') as links
    from tables where exists (select 1 from pg_index i where i.indrelid = tables.oid and i.indisprimary) order by 1`.execute(
    db,
  )
  const pairs = new Map(found.rows.map(({ name, links }) => [name, links ?? []]))
  /** Of a key of several columns each points where its other end points, unless that is an id of its own. */
  const followed = ({ column, target, of, alone }: Pair, depth = 0): Link[] => {
    if (alone || of === 'id') return [{ column, target }]
    if (depth > 4) return []
    const onward = (pairs.get(target) ?? []).filter((pair) => pair.column === of)
    return onward.flatMap((pair) => followed({ ...pair, column }, depth + 1))
  }
  return found.rows.map(({ name, key }) => {
    const links = (pairs.get(name) ?? []).flatMap((pair) => followed(pair))
    const once = new Map(links.map((link) => [`${link.column} ${link.target}`, link]))
    return {
      name,
      module: owners.get(name) ?? (name.startsWith('auth.') ? 'access' : ''),
      key,
      links: linksOf(key, [...once.values()]).map((link) => ({ table: name, ...link })),
      hasId: key.includes('id'),
    }
  })
}

export type Raw = Readonly<Record<string, unknown>>

/** What this transaction asks from now on, it asks as the keeper of the machine, who sees the files of every commune. */
export const asKeeper = (inside: Db, keeping: string) =>
  sql`select set_config('cases.purpose', 'keep', true), set_config('cases.keeping', ${keeping}, true)`.execute(inside)

export async function readRecords(db: Kysely<DB>): Promise<Records> {
  const { rows } = await sql<{ entry: string }>`select cases.begin_keeping('other', 'fuzz') as entry`.execute(db)
  const keeping = rows[0]?.entry ?? ''
  return db.transaction().execute(async (inside) => {
    await asKeeper(inside, keeping)
    return { keeping, ...(await readAll(inside)) }
  })
}

async function readAll(db: Db): Promise<Omit<Records, 'keeping'>> {
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
        columns: row,
      })
    }
  const values = valuesOf(raw)
  return { values, tables, rows, byId: rowsById(rows), inTable: Map.groupBy(rows, ({ table }) => table) }
}

/** What stands in two communes under one id, such as a file that was handed over, is known to both. */
function rowsById(rows: readonly Row[]): Map<string, Row> {
  const byId = new Map<string, Row>()
  for (const row of rows) {
    if (!row.id) continue
    const other = byId.get(row.id)
    byId.set(row.id, other?.table === row.table ? { ...row, areas: [...row.areas, ...other.areas] } : row)
  }
  return byId
}

const isUuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

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
        if (typeof value === 'string' && value.length < 60 && !(column === 'id' && isUuid.test(value))) {
          if (column !== 'id') keep(column, value)
          keep(`${table}.${column}`, value)
        }
  return new Map([...values].map(([name, kept]) => [name, [...kept]]))
}

export const keyOf = (table: Table, row: Raw): string => table.key.map((column) => String(row[column])).join('/')

function ownersOf(table: Table, row: Raw): string[] {
  if (table.name === 'person') return [String(row.id)]
  const pointing = table.links.filter(({ target }) => target === 'person' || target === 'auth."user"')
  // Behind the wall no key points at the people of the other side.
  const columns = [
    ...pointing.map(({ column }) => column),
    ...['reader_id', 'started_by'].filter((column) => column in row),
  ]
  return columns.flatMap((column) => (row[column] ? [String(row[column])] : []))
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

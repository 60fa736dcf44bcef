// Which tables hold what must be kept, read from the database itself, so that a table of tomorrow is not forgotten.

import type pg from 'pg'

export type TableShape = {
  /** `public.person`: also the name of its file. */
  name: string
  /** Quoted, ready for a statement. */
  quoted: string
  columns: string[]
  /** Row-level security binds even the owner: read for a purpose, filled with it lifted for that transaction. */
  sealed: boolean
}

// Written by the migrations, and by the server as it goes.
const ours = `space.nspname !~ '^pg_' and space.nspname <> 'information_schema'
  and not exists (select 1 from pg_depend where objid = class.oid and classid = 'pg_class'::regclass and deptype = 'e')`

/**
 * Every table with the columns that are written. Left out: what the database computes itself, and numbers of
 * transactions, which mean nothing in another database; there the row counts as changed when it was restored.
 */
export async function tablesOf(client: pg.Client): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(`
    select space.nspname || '.' || class.relname as name, format('%I.%I', space.nspname, class.relname) as quoted,
      json_agg(quote_ident(attname) order by attnum) as columns, class.relforcerowsecurity as sealed
    from pg_class class join pg_namespace space on space.oid = class.relnamespace
    join pg_attribute on attrelid = class.oid and attnum > 0 and not attisdropped
      and attgenerated = '' and atttypid <> 'xid8'::regtype
    where class.relkind in ('r', 'p') and not class.relispartition and ${ours} and class.relname <> 'schema_migration'
    group by 1, 2, class.relforcerowsecurity order by 1`)
  return rows
}

/** Names of tables, views and sequences; none means that nobody has begun to use this database. */
export async function whatIsThere(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select space.nspname || '.' || class.relname as name
    from pg_class class join pg_namespace space on space.oid = class.relnamespace
    where class.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and ${ours} order by 1 limit 3`)
  return rows.map(({ name }) => name)
}

export async function sequencesOf(client: pg.Client): Promise<{ quoted: string; last: string }[]> {
  const { rows } = await client.query<{ quoted: string; last: string }>(
    `select format('%I.%I', schemaname, sequencename) as quoted, last_value::text as last
     from pg_sequences where last_value is not null order by 1`,
  )
  return rows
}

/** References between tables; without them tables can be filled in any order. */
export async function referencesOf(client: pg.Client): Promise<{ table: string; name: string; definition: string }[]> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(`
    select format('%I.%I', space.nspname, class.relname) as "table", quote_ident(conname) as name,
      pg_get_constraintdef(pg_constraint.oid) as definition
    from pg_constraint join pg_class class on class.oid = conrelid
    join pg_namespace space on space.oid = class.relnamespace
    where contype = 'f' and conparentid = 0 and ${ours} order by 1, 2`)
  return rows
}

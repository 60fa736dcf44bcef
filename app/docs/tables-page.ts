// db/TABLES.md: every table with its owner and its columns, read from a migrated database.

import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { migrationsFolder } from '../../platform/database/migrate.ts'
import type { Db } from '../../platform/server/slice.ts'
import { code, page, table } from './markdown.ts'

type Column = {
  table: string
  about: string | null
  column: string
  type: string
  needed: boolean
  refers: string | null
  comment: string | null
}

/** The owner that the migration of each table names in its first line; one that is renamed or shown as a view is its migration's. */
export function tableOwners(): Map<string, string> {
  const found = readdirSync(migrationsFolder)
    .sort()
    .flatMap((name) => {
      const text = readFileSync(path.join(migrationsFolder, name), 'utf8')
      const owner = /^-- Owner: (\w+)/.exec(text)?.[1] ?? '?'
      const made =
        /(?:create table|create view|alter table \w+ rename to) (?:if not exists )?(?:"?auth"?\.)?((?:cases|handover)\.)?"?(\w+)/gi
      return [...text.matchAll(made)].map((match): [string, string] => [`${match[1] ?? ''}${match[2]}`, owner])
    })
  return new Map(found)
}

export async function tablesPage(db: Db): Promise<string> {
  const found = await sql<Column>`
    select case when class.relnamespace = 'public'::regnamespace then '' else class.relnamespace::regnamespace || '.' end || class.relname as table, obj_description(class.oid, 'pg_class') as about, attribute.attname as column,
      format_type(attribute.atttypid, attribute.atttypmod) as type, attribute.attnotnull or class.relkind = 'v' as needed,
      (select reference.confrelid::regclass::text from pg_constraint reference
        where reference.contype = 'f' and reference.conrelid = class.oid and reference.conkey = array[attribute.attnum]
        limit 1) as refers,
      col_description(class.oid, attribute.attnum) as comment
    from pg_class class
    join pg_attribute attribute on attribute.attrelid = class.oid and attribute.attnum > 0 and not attribute.attisdropped
    where class.relnamespace in ('public'::regnamespace, 'cases'::regnamespace, 'handover'::regnamespace) and class.relkind in ('r', 'p', 'v') and class.relname <> 'schema_migration'
    order by class.relnamespace <> 'public'::regnamespace, class.relnamespace::regnamespace::text, class.relname collate "C", attribute.attnum`.execute(
    db,
  )
  const owners = tableOwners()
  const names = [...new Set(found.rows.map((row) => row.table))]
  const sections = names.map((name) => {
    const columns = found.rows.filter((row) => row.table === name)
    const rows = columns.map((row) => [
      code(row.column),
      `${row.type}${row.needed ? '' : ', null'}${row.refers ? ` → ${row.refers}` : ''}`,
      row.comment ?? '',
    ])
    return `## ${name}\n\n*${owners.get(name) ?? '?'}.* ${columns[0]?.about ?? ''}.\n\n${table(['column', 'type', ''], rows)}`
  })
  return page({ vi: 'Các bảng dữ liệu', en: 'Tables' }, 'db/migrations', sections)
}

// Tables as they are filled fastest: without keys, indexes and references, which are made again, and checked, over all rows
// at once; held against each row as it comes they would take most of the time. Triggers sleep meanwhile: what they look for is
// not there yet, and without its index each look would read a whole table.

import { type Kysely, sql } from 'kysely'
import type { DB } from '../../db/schema.generated.ts'

type Rule = { drop: string; make: string }

export async function filledBare(db: Kysely<DB>, tables: readonly string[], fill: () => Promise<void>): Promise<void> {
  const rules = await rulesOf(db, tables)
  for (const { drop } of rules.toReversed()) await sql.raw(drop).execute(db)
  await fill()
  await db.connection().execute(async (one) => {
    await sql`set maintenance_work_mem = '512MB'`.execute(one)
    for (const { make } of rules) await sql.raw(make).execute(one)
    await sql`reset maintenance_work_mem`.execute(one)
  })
}

/** In the order in which they can be made: keys, other indexes, then what refers to a key. */
async function rulesOf(db: Kysely<DB>, tables: readonly string[]): Promise<Rule[]> {
  const ours = sql`(select unnest(${tables.map((table) => `cases.${table}`)}::text[])::regclass)`
  const { rows } = await sql<Rule>`
    select drop, make from (
      select case contype when 'f' then 3 else 1 end as place, oid,
        format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
        format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make
      from pg_constraint
      where (contype in ('p', 'u', 'x') and conrelid in ${ours})
        or (contype = 'f' and (conrelid in ${ours} or confrelid in ${ours}))
      union all
      select 2, indexrelid, format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
      from pg_index
      where indrelid in ${ours} and not exists (select 1 from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))
      union all
      select 4, oid, format('alter table %s disable trigger user', oid::regclass), format('alter table %s enable trigger user', oid::regclass)
      from pg_class where oid in ${ours}
    ) rule order by place, oid`.execute(db)
  return rows
}

// Wraps every key anew with the master key that stands first. What is sealed stays as it is: only the small keys are touched.

import { type Kysely, sql } from 'kysely'
import type { DB } from '../../../../db/schema.generated.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import { keepingFiles } from './keeping.ts'
import { ringOfMasterKeys, unwrap, type Wrapped, wrap } from './keys.ts'

const atATime = 1_000

/** Wraps what another module keeps wrapped; answers how many keys. */
export type Rewrap = (inside: Db, current: string) => Promise<number>

/**
 * Answers how many keys were wrapped anew. In pieces, each its own transaction: broken off, it goes on where it was, and
 * meanwhile every file can be read, since both master keys are there. Afterwards the old one may be taken away.
 */
export async function rekeyFiles(db: Kysely<DB>, others: readonly Rewrap[] = []): Promise<number> {
  const [{ id: current }] = ringOfMasterKeys()
  return keepingFiles(db, { work: 'rekey', by: `master key ${current}` }, async (keep) => {
    let done = await keep((inside) => rekeyIndex(inside, current))
    for (const other of others) done += await keep((inside) => other(inside, current))
    for (const table of ['person', 'import'] as const)
      for (let some = -1; some !== 0; done += some) some = await keep((inside) => rekeyRows(inside, table, current))
    return done
  })
}

async function rekeyIndex(inside: Db, current: string): Promise<number> {
  const { rows } = await sql<Wrapped>`
    select wrapped, master_key as master from cases.index_key where master_key <> ${current} for update`.execute(inside)
  const [old] = rows
  if (!old) return 0
  const { wrapped, master } = wrap(unwrap(old, 'index'), 'index')
  await sql`update cases.index_key set wrapped = ${wrapped}, master_key = ${master}`.execute(inside)
  return 1
}

/** What a key of each table is bound to (sealing/person.ts, lists/send.ts). */
const boundIn = { person: (id: string) => `person ${id}`, import: (id: string) => `list ${id}` }

async function rekeyRows(inside: Db, name: keyof typeof boundIn, current: string): Promise<number> {
  const table = sql.table(`cases.${name}`)
  const { rows } = await sql<Wrapped & { id: string; communeId: string }>`
    select commune_id as "communeId", id, wrapped_key as wrapped, master_key as master from ${table}
    where master_key <> ${current} limit ${atATime} for update`.execute(inside)
  const bound = boundIn[name]
  const anew = rows.map((row) => ({ ...row, ...wrap(unwrap(row, bound(row.id)), bound(row.id)) }))
  await sql`
    update ${table} as kept set wrapped_key = anew.wrapped, master_key = ${current}
    from unnest(${anew.map(({ communeId }) => communeId)}::uuid[], ${anew.map(({ id }) => id)}::uuid[],
      ${anew.map(({ wrapped }) => wrapped)}::bytea[]) as anew (commune_id, id, wrapped)
    where kept.commune_id = anew.commune_id and kept.id = anew.id`.execute(inside)
  return rows.length
}

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
    for (;;) {
      const some = await keep((inside) => rekeyPersons(inside, current))
      if (some === 0) return done
      done += some
    }
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

async function rekeyPersons(inside: Db, current: string): Promise<number> {
  const { rows } = await sql<Wrapped & { id: string; communeId: string }>`
    select commune_id as "communeId", id, wrapped_key as wrapped, master_key as master from cases.person
    where master_key <> ${current} limit ${atATime} for update`.execute(inside)
  const anew = rows.map((row) => ({ ...row, ...wrap(unwrap(row, `person ${row.id}`), `person ${row.id}`) }))
  await sql`
    update cases.person set wrapped_key = anew.wrapped, master_key = ${current}
    from unnest(${anew.map(({ communeId }) => communeId)}::uuid[], ${anew.map(({ id }) => id)}::uuid[],
      ${anew.map(({ wrapped }) => wrapped)}::bytea[]) as anew (commune_id, id, wrapped)
    where person.commune_id = anew.commune_id and person.id = anew.id`.execute(inside)
  return rows.length
}

// What lies here under the master key: the keys of packs on their way, the key that signs, and the
// pairs that other installations know. All are wrapped anew with the rest.

import { sql } from 'kysely'
import { type Rewrap, unwrap, type Wrapped, wrap } from '../../cases/server/public.ts'
import { keyBound } from './far/installation.ts'
import { rekeyNotices } from './notices/keeping.ts'
import { signingBound } from './receipts.ts'

export const rekeyHandOvers: Rewrap = async (inside, current) => {
  const packs = await sql<Wrapped & { id: string }>`
    select sending_id as id, wrapped_key as wrapped, master_key as master from handover.pack
    where master_key <> ${current} for update`.execute(inside)
  for (const pack of packs.rows) {
    const { wrapped, master } = wrap(unwrap(pack, `pack ${pack.id}`), `pack ${pack.id}`)
    await sql`update handover.pack set wrapped_key = ${wrapped}, master_key = ${master} where sending_id = ${pack.id}`.execute(
      inside,
    )
  }
  const signing = await sql<Wrapped>`
    select wrapped, master_key as master from handover.signing_key where master_key <> ${current} for update`.execute(
    inside,
  )
  for (const key of signing.rows) {
    const { wrapped, master } = wrap(unwrap(key, signingBound), signingBound)
    await sql`update handover.signing_key set wrapped = ${wrapped}, master_key = ${master}`.execute(inside)
  }
  const pairs = await sql<Wrapped & { id: string }>`
    select id, wrapped, master_key as master from handover.installation_key where master_key <> ${current} for update`.execute(
    inside,
  )
  for (const pair of pairs.rows) {
    const { wrapped, master } = wrap(unwrap(pair, keyBound(pair.id)), keyBound(pair.id))
    await sql`update handover.installation_key set wrapped = ${wrapped}, master_key = ${master} where id = ${pair.id}`.execute(
      inside,
    )
  }
  return packs.rows.length + signing.rows.length + pairs.rows.length + (await rekeyNotices(inside, current))
}

// Delegations as rows to show: who lends what to whom, until when.

import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod/mini'
import type { Db } from '../../../platform/server/slice.ts'
import type { DelegationRow } from '../contract/shapes.ts'
import { inForce } from './grant-rows.ts'

export type Delegation = Omit<z.output<typeof DelegationRow>, 'may'>
type Row = {
  id: string
  from_id: string
  from_name: string
  to_id: string
  to_name: string
  role_id: string | null
  role_vi: string | null
  role_en: string | null
  post_id: string | null
  title_vi: string | null
  title_en: string | null
  valid_from: string
  valid_to: string
  reason: string
  revoked_on: string | null
}

/** The delegations for which `which` holds; the table is called delegation there. */
export async function readDelegations(db: Db, which: RawBuilder<boolean>, on: string): Promise<Delegation[]> {
  const found = await sql<Row>`
    select delegation.id, giver.id as from_id, giver.name as from_name, receiver.id as to_id, receiver.name as to_name,
      role.id as role_id, role.name_vi as role_vi, role.name_en as role_en,
      post.id as post_id, post.title_vi, post.title_en,
      delegation.valid_from, delegation.valid_to, delegation.reason, delegation.revoked_on
    from delegation join person giver on giver.id = from_person_id join person receiver on receiver.id = to_person_id
    left join role on role.id = delegation.role_id left join post on post.id = delegation.post_id
    where ${which} order by delegation.valid_from desc, delegation.id`.execute(db)
  return found.rows.map((row) => ({
    id: row.id,
    from: { id: row.from_id, name: row.from_name },
    to: { id: row.to_id, name: row.to_name },
    role: row.role_id ? { id: row.role_id, nameVi: row.role_vi ?? '', nameEn: row.role_en ?? '' } : null,
    post: row.post_id ? { id: row.post_id, titleVi: row.title_vi ?? '', titleEn: row.title_en ?? '' } : null,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    reason: row.reason,
    revokedOn: row.revoked_on,
    inForce: inForce(row, on),
  }))
}

// Grants as rows to show: with role, area, giver, and whether they are in force.

import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod/mini'
import type { Db } from '../../../platform/server/slice.ts'
import type { GrantRow } from '../contract/shapes.ts'

export type Grant = Omit<z.output<typeof GrantRow>, 'may'>
type Row = {
  id: string
  role_id: string
  role_vi: string
  role_en: string
  area_id: string | null
  code: string | null
  area_name: string | null
  area_type: string | null
  valid_from: string
  valid_to: string | null
  reason: string
  giver_id: string | null
  giver: string | null
  revoked_on: string | null
}

/** The grants for which `which` holds; the table is called access_grant there. */
export async function readGrants(db: Db, which: RawBuilder<boolean>, on: string): Promise<Grant[]> {
  const found = await sql<Row>`
    select access_grant.id, role.id as role_id, role.name_vi as role_vi, role.name_en as role_en,
      area_unit.id as area_id, area_unit.code, area_unit.name as area_name, area_unit.type as area_type,
      access_grant.valid_from, access_grant.valid_to, access_grant.reason, giver.id as giver_id, giver.name as giver,
      access_grant.revoked_on
    from access_grant join role on role.id = access_grant.role_id
    left join area_unit on area_unit.id = access_grant.area_id left join person giver on giver.id = access_grant.granted_by
    where ${which} order by access_grant.valid_from desc, access_grant.id`.execute(db)
  return found.rows.map((row) => ({
    id: row.id,
    role: { id: row.role_id, nameVi: row.role_vi, nameEn: row.role_en },
    area: row.area_id
      ? { id: row.area_id, code: row.code ?? '', name: row.area_name ?? '', type: row.area_type ?? '' }
      : null,
    from: row.valid_from,
    to: row.valid_to,
    reason: row.reason,
    givenBy: row.giver_id ? { id: row.giver_id, name: row.giver ?? '' } : null,
    revokedOn: row.revoked_on,
    inForce: inForce(row, on),
  }))
}

/** In force on a day: begun, not over, not taken back. */
export const inForce = (
  { valid_from, valid_to, revoked_on }: { valid_from: string; valid_to: string | null; revoked_on: string | null },
  on: string,
): boolean => valid_from <= on && (valid_to === null || valid_to > on) && (revoked_on === null || revoked_on > on)

// The invented people of a demonstration who hold a role: the only ones whose addresses anybody may see before signing in.

import { type Kysely, sql } from 'kysely'
import type { DB } from '../../../db/schema.generated.ts'

export type DemoPerson = {
  id: string
  name: string
  email: string
  roleVi: string
  roleEn: string
  areaName: string | null
  /** A password is set: they can sign in. */
  known: boolean
}
type Row = {
  id: string
  name: string
  email: string
  role_vi: string
  role_en: string
  area_name: string | null
  level: string | null
  known: boolean
}

/** From the province down, then those who look on and look after everywhere. */
const levels = ['province', 'district', 'commune', 'village']
const rank = ({ level }: Row): number => (level ? levels.indexOf(level) : levels.length)

export async function demoPeopleWithRole(db: Kysely<DB>, today: string): Promise<DemoPerson[]> {
  const found = await sql<Row>`
    select distinct on (person.id) person.id, person.name, person.email, role.name_vi as role_vi, role.name_en as role_en,
      area_unit.name as area_name, area_unit.level,
      exists (select 1 from auth.account where user_id = person.id and provider_id = 'credential') as known
    from person join access_grant on access_grant.person_id = person.id
    join role on role.id = access_grant.role_id left join area_unit on area_unit.id = access_grant.area_id
    where person.demo and (disabled_on is null or disabled_on > ${today}::date)
      and access_grant.valid_from <= ${today}::date and (access_grant.valid_to is null or access_grant.valid_to > ${today}::date)
      and (revoked_on is null or revoked_on > ${today}::date)
    order by person.id, access_grant.valid_from`.execute(db)
  return found.rows
    .sort((a, b) => rank(a) - rank(b) || a.role_vi.localeCompare(b.role_vi, 'vi') || a.email.localeCompare(b.email))
    .map((row) => ({
      id: row.id,
      name: row.name,
      email: row.email,
      roleVi: row.role_vi,
      roleEn: row.role_en,
      areaName: row.area_name,
      known: row.known,
    }))
}

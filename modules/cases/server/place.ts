// What a commune and its province are called on paper; asked outside the files.

import { sql } from 'kysely'
import { unitName } from '../../../platform/contract/unit-name.ts'
import type { Db } from '../../../platform/server/slice.ts'

export type PlaceOnPaper = {
  /** "xã Hiệp Cường" */
  commune: string
  /** "Hiệp Cường" */
  name: string
  /** "tỉnh Hưng Yên" */
  province: string
}
type Unit = { name: string; type: string }

export async function placeOnPaper(db: Db, communeId: string, today: string): Promise<PlaceOnPaper> {
  const { rows } = await sql<Unit & { province: Unit | null }>`
    select commune.name, commune.type, (
      select json_build_object('name', above.name, 'type', above.type)
      from area_coverage cover join area_unit above on above.id = cover.ancestor_id and above.level = 'province'
      where cover.unit_id = commune.id and above.valid_from <= ${today} and (above.valid_to is null or above.valid_to > ${today})
      limit 1) as province
    from area_unit commune where commune.id = ${communeId}`.execute(db)
  const [unit] = rows
  if (!unit) return { commune: '', name: '', province: '' }
  return {
    commune: unitName(unit, 'vi'),
    name: unit.name,
    province: unit.province ? unitName(unit.province, 'vi') : '',
  }
}

/** The two lines above a paper of the commune police, and where it was made. */
export const issuerOf = ({ commune, name, province }: PlaceOnPaper) => ({
  above: `CÔNG AN ${province.toLocaleUpperCase('vi')}`.trim(),
  issuer: `CÔNG AN ${commune.toLocaleUpperCase('vi')}`,
  place: name,
})

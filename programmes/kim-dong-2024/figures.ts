// Denominators of the demonstration: the lists closed on 01/03/2024, invented, that sum to what its screens show.

import { sql } from 'kysely'
import type { Db } from '../../platform/server/slice.ts'
import { areaId, demoId } from './ids.ts'

const closedOn = '2024-03-01'
const source = 'Danh sách chốt ngày 01/3/2024'
/** Residents to a household in the invented lists. */
const perHousehold = 3.52

type Lists = [
  code: string,
  householdHeads: number,
  partyMembers: number,
  officials: number,
  conditionalBusinesses: number,
  firms: number,
  /** One of the 11 whose leaders signed with the district. */
  signs: boolean,
]
const lists: Lists[] = [
  ['12280', 2540, 446, 352, 38, 74, true],
  ['12283', 2340, 303, 117, 8, 11, false],
  ['12286', 2610, 319, 121, 11, 18, false],
  ['12289', 2180, 287, 112, 7, 9, false],
  ['12292', 1620, 262, 108, 7, 15, false],
  ['12295', 1890, 251, 104, 5, 8, true],
  ['12298', 2630, 319, 124, 8, 12, false],
  ['12301', 2420, 294, 116, 9, 16, true],
  ['12304', 1570, 258, 106, 6, 12, true],
  ['12307', 1052, 214, 96, 0, 4, true],
  ['12310', 1760, 239, 101, 4, 6, true],
  ['12313', 2470, 301, 118, 7, 10, true],
  ['12316', 2170, 281, 111, 6, 9, false],
  ['12319', 2310, 298, 112, 8, 14, true],
  ['12322', 2460, 305, 120, 8, 18, true],
  ['12325', 1168, 226, 99, 3, 6, true],
  ['12328', 2680, 323, 126, 12, 26, true],
]

type Figure = { id: string; area_id: string; measure: string; as_of: string; value: number; source: string }

/** Owners of industrial clusters have no closed list, so they have no figure: no data, which is not 0. */
export const demoFigures: readonly Figure[] = lists.flatMap(
  ([code, householdHeads, partyMembers, officials, conditionalBusinesses, firms, signs]) => {
    const values: [measure: string, value: number][] = [
      ['residents', Math.round(householdHeads * perHousehold)],
      ['households', householdHeads],
      ['household-heads', householdHeads],
      ['party-members', partyMembers],
      ['officials', officials],
      ['conditional-businesses', conditionalBusinesses],
      ['firms', firms],
      ...(signs ? ([['leaders', 1]] as [string, number][]) : []),
    ]
    return values.map(([measure, value]) => ({
      id: demoId(`denominator:${areaId(code)}:${measure}:${closedOn}`),
      area_id: areaId(code),
      measure,
      as_of: closedOn,
      value,
      source,
    }))
  },
)

export async function loadFigures(db: Db): Promise<void> {
  await sql`
    insert into area_denominator (id, area_id, measure, as_of, value, source, demo)
    select id, area_id, measure, as_of, value, source, true
    from jsonb_to_recordset(${JSON.stringify(demoFigures)}::jsonb)
      as figure (id uuid, area_id uuid, measure text, as_of date, value numeric, source text)
    on conflict (id) do nothing`.execute(db)
}

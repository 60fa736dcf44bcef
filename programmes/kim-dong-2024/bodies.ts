// Bodies of the demonstration: 84 agencies, units and schools over the 17 communes, a firm and a business beside them, and the Party, police
// and Front trees.
// Kinds of bodies are those that such a district has; their list, names of units and head counts are invented.

import { sql } from 'kysely'
import type { Db } from '../../platform/server/slice.ts'
import { areaId, demoId, districtsEndedOn, onRecordFrom } from './ids.ts'
import { communeCodes, units } from './territory.ts'

type Body = {
  id: string
  area_id: string
  tree: 'government' | 'party' | 'police' | 'front'
  superior_id: string | null
  kind: 'agency' | 'unit' | 'school' | 'firm' | 'conditional-business' | 'organisation'
  name: string
  members: number
  valid_from: string
  valid_to: string | null
}
type Counted = [kind: Body['kind'], name: string, members: number]

/** The id of a body, by its unit's code and its name. */
export const bodyId = (code: string, name: string, validFrom: string = onRecordFrom): string =>
  demoId(`body:${code}:${validFrom}:${name}`)

/** Communes whose primary and lower secondary school are one. */
const joinedSchools = new Set(['12289', '12310', '12295', '12325', '12319', '12316'])
/** The six of Nhân La, with the head counts that its page shows. */
const nhanLa: Counted[] = [
  ['agency', 'UBND xã Nhân La', 21],
  ['unit', 'Trạm Y tế xã', 6],
  ['school', 'Trường Mầm non Nhân La', 24],
  ['school', 'Trường Tiểu học Nhân La', 19],
  ['school', 'Trường THCS Nhân La', 17],
  ['unit', 'HTX dịch vụ nông nghiệp', 9],
]

function countedOf(code: string, name: string, type: string, order: number): Counted[] {
  if (code === '12307') return nhanLa
  const more = (base: number, step: number) => base + ((order * step) % 7)
  const schools: Counted[] = joinedSchools.has(code)
    ? [
        ['school', `Trường Mầm non ${name}`, more(25, 3)],
        ['school', `Trường Tiểu học và THCS ${name}`, more(38, 5)],
      ]
    : [
        ['school', `Trường Mầm non ${name}`, more(26, 3)],
        ['school', `Trường Tiểu học ${name}`, more(21, 5)],
        ['school', `Trường THCS ${name}`, more(19, 2)],
      ]
  const town: Counted[] =
    type === 'thị trấn'
      ? [
          ['school', 'Trường THPT Kim Động', 78],
          ['school', 'Trung tâm GDNN-GDTX Kim Động', 27],
          ['unit', 'Trung tâm Y tế huyện', 96],
          ['unit', 'Ban Quản lý chợ thị trấn', 7],
        ]
      : []
  return [
    ['agency', `UBND ${type} ${name}`, more(20, 4)],
    ['unit', `Trạm Y tế ${type} ${name}`, more(5, 2)],
    ...schools,
    ...town,
  ]
}

const unitOf = (code: string, validFrom: string = onRecordFrom) =>
  units.find((unit) => unit.id === areaId(code, validFrom))!

const counted: Body[] = communeCodes.flatMap((code, order) => {
  const unit = unitOf(code)
  return countedOf(code, unit.name, unit.type, order).map(([kind, name, members]) => ({
    id: bodyId(code, name),
    area_id: unit.id,
    tree: 'government' as const,
    superior_id: null,
    kind,
    name,
    members,
    valid_from: onRecordFrom,
    // A committee ends with its commune; schools and stations go on, and are found under the unit that took it over.
    valid_to: kind === 'agency' ? (unit.validTo ?? null) : null,
  }))
})

/** A body of a parallel tree in one unit, under the one of the unit above. */
function organisation(
  tree: 'party' | 'police' | 'front',
  code: string,
  name: string,
  members: number,
  validFrom = onRecordFrom,
  superiorId: string | null = null,
  validTo: string | null = unitOf(code, validFrom).validTo ?? null,
): Body {
  const id = demoId(`body:${tree}:${code}:${validFrom}`)
  const area_id = areaId(code, validFrom)
  return {
    id,
    area_id,
    tree,
    superior_id: superiorId,
    kind: 'organisation',
    name,
    members,
    valid_from: validFrom,
    valid_to: validTo,
  }
}
const inTree = (tree: string, code: string, validFrom = onRecordFrom) => demoId(`body:${tree}:${code}:${validFrom}`)
const heldBy = { party: 'Đảng ủy', police: 'Công an', front: 'Ủy ban MTTQ Việt Nam' } as const
const parallel = ['party', 'police', 'front'] as const

/** District police ended some months before districts did. */
const districtPoliceEndedOn = '2025-03-01'

const organisations: Body[] = [
  organisation('party', '33', 'Tỉnh ủy Hưng Yên', 320),
  organisation('police', '33', 'Công an tỉnh Hưng Yên', 900),
  organisation('front', '33', 'Ủy ban MTTQ Việt Nam tỉnh Hưng Yên', 60),
  organisation('party', '331', 'Huyện ủy Kim Động', 62, onRecordFrom, inTree('party', '33')),
  organisation(
    'police',
    '331',
    'Công an huyện Kim Động',
    140,
    onRecordFrom,
    inTree('police', '33'),
    districtPoliceEndedOn,
  ),
  organisation('front', '331', 'Ủy ban MTTQ Việt Nam huyện Kim Động', 12, onRecordFrom, inTree('front', '33')),
  ...units
    .filter((unit) => unit.level === 'commune' && unit.validFrom < districtsEndedOn)
    .flatMap((unit) =>
      parallel.map((tree) =>
        organisation(
          tree,
          unit.code,
          `${heldBy[tree]} ${unit.type} ${unit.name}`,
          9,
          unit.validFrom,
          inTree(tree, '331'),
        ),
      ),
    ),
  organisation('party', '33', 'Tỉnh ủy Hưng Yên', 520, districtsEndedOn),
  organisation('police', '33', 'Công an tỉnh Hưng Yên', 1500, districtsEndedOn),
  organisation('front', '33', 'Ủy ban MTTQ Việt Nam tỉnh Hưng Yên', 95, districtsEndedOn),
  ...units
    .filter((unit) => unit.level === 'commune' && unit.validFrom >= districtsEndedOn)
    .flatMap((unit) =>
      parallel.map((tree) =>
        organisation(
          tree,
          unit.code,
          `${heldBy[tree]} ${unit.type} ${unit.name}`,
          24,
          unit.validFrom,
          inTree(tree, '33', districtsEndedOn),
        ),
      ),
    ),
]
/** The committees of the units that began later. */
const laterCommittees: Body[] = units
  .filter((unit) => unit.level === 'commune' && unit.validFrom > onRecordFrom)
  .map((unit) => ({
    id: bodyId(unit.code, `UBND ${unit.type} ${unit.name}`, unit.validFrom),
    area_id: unit.id,
    tree: 'government',
    superior_id: null,
    kind: 'agency',
    name: `UBND ${unit.type} ${unit.name}`,
    members: unit.validFrom < districtsEndedOn ? 34 : 58,
    valid_from: unit.validFrom,
    valid_to: unit.validTo ?? null,
  }))

/** Of those that sign, though the plan asks no standard of them. */
const businesses: Body[] = (
  [
    ['12328', 'firm', 'Công ty TNHH May Hiệp Cường', 46],
    ['12286', 'conditional-business', 'Nhà nghỉ Toàn Thắng', 4],
  ] as const
).map(([code, kind, name, members]) => ({
  id: bodyId(code, name),
  area_id: areaId(code),
  tree: 'government',
  superior_id: null,
  kind,
  name,
  members,
  valid_from: onRecordFrom,
  valid_to: null,
}))

/** The 84 that the plan of 2024 counts. */
export const countedBodies: readonly Body[] = counted

export async function loadBodies(db: Db): Promise<void> {
  // A superior comes before those below it.
  const all = [...organisations, ...counted, ...businesses, ...laterCommittees]
  await sql`
    insert into area_body (id, area_id, tree, superior_id, kind, name, members, valid_from, valid_to, demo)
    select id, area_id, tree, superior_id, kind, name, members, valid_from, valid_to, true
    from jsonb_to_recordset(${JSON.stringify(all)}::jsonb) as body (id uuid, area_id uuid, tree text, superior_id uuid,
      kind text, name text, members integer, valid_from date, valid_to date)
    on conflict (id) do nothing`.execute(db)
}

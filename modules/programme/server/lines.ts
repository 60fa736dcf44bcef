// Reads plans with their versions and their lines.

import { sql } from 'kysely'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { type PlanLine, versionInForce } from '../rules.ts'

export type AreaName = {
  id: string
  code: string
  name: string
  type: string
  level: 'province' | 'district' | 'commune' | 'village'
}
export type StoredLine = PlanLine & {
  area: AreaName
  group: { id: string; name: { vi: string; en: string } } | null
  from: number
  to: number | null
}
export type DocumentName = { id: string; kind: string; number: string; issuedOn: PlainDate | null; title: string }
export type StoredVersion = {
  number: number
  decidedOn: PlainDate
  effectiveOn: PlainDate
  document: DocumentName | null
  reason: string
  demo: boolean
  recordedAt: string
}
export type StoredPlan = {
  id: string
  programmeId: string
  areaId: string
  year: number
  title: string
  closedOn: PlainDate | null
  version: number
  versions: StoredVersion[]
  lines: StoredLine[]
}

type PlanRow = {
  id: string
  programme_id: string
  area_id: string
  year: number
  title: string
  closed_on: PlainDate | null
  version: number
}

/** The plans of a programme, the newest first; only versions decided by `knownOn`. `publicOnly` leaves demonstration amendments out. */
export async function plansOf(
  db: Db,
  programmeId: string,
  options: { knownOn?: PlainDate; publicOnly?: boolean } = {},
): Promise<StoredPlan[]> {
  const found = await sql<PlanRow>`
    select plan.id, programme_id, programme.area_id, year, title, closed_on, plan.version
    from plan join programme on programme.id = programme_id where programme_id = ${programmeId} order by year desc`.execute(
    db,
  )
  return Promise.all(found.rows.map((row) => whole(db, row, options)))
}

/** One plan with all its versions and lines; undefined when there is none. `lock` holds it until the transaction ends. */
export async function planById(db: Db, planId: string, lock = false): Promise<StoredPlan | undefined> {
  const found = await sql<PlanRow>`
    select plan.id, programme_id, programme.area_id, year, title, closed_on, plan.version
    from plan join programme on programme.id = programme_id where plan.id = ${planId} ${lock ? sql`for update of plan` : sql``}`.execute(
    db,
  )
  return found.rows[0] && whole(db, found.rows[0], {})
}

async function whole(
  db: Db,
  row: PlanRow,
  { knownOn, publicOnly }: { knownOn?: PlainDate; publicOnly?: boolean },
): Promise<StoredPlan> {
  const versions = (await versionsOf(db, row.id)).filter(
    (version) => (!knownOn || version.decidedOn <= knownOn) && !(publicOnly && version.demo),
  )
  return {
    id: row.id,
    programmeId: row.programme_id,
    areaId: row.area_id,
    year: row.year,
    title: row.title,
    closedOn: knownOn && row.closed_on && row.closed_on > knownOn ? null : row.closed_on,
    version: row.version,
    versions,
    lines: await allLines(db, row.id),
  }
}

async function versionsOf(db: Db, planId: string): Promise<StoredVersion[]> {
  const found = await sql<{
    number: number
    decided_on: PlainDate
    effective_on: PlainDate
    reason: string
    demo: boolean
    recorded_at: string
    document_id: string | null
    document_kind: string
    document_number: string
    issued_on: PlainDate | null
    title: string
  }>`
    select plan_version.number, decided_on, effective_on, plan_version.reason, plan_version.demo, plan_version.recorded_at,
      document_id, document.kind as document_kind, document.number as document_number, document.issued_on, document.title
    from plan_version left join document on document.id = document_id where plan_id = ${planId} order by plan_version.number`.execute(
    db,
  )
  return found.rows.map((row) => ({
    number: row.number,
    decidedOn: row.decided_on,
    effectiveOn: row.effective_on,
    document: row.document_id
      ? {
          id: row.document_id,
          kind: row.document_kind,
          number: row.document_number,
          issuedOn: row.issued_on,
          title: row.title,
        }
      : null,
    reason: row.reason,
    demo: row.demo,
    recordedAt: row.recorded_at,
  }))
}

async function allLines(db: Db, planId: string): Promise<StoredLine[]> {
  const found = await sql<{
    line_id: string
    kind: PlanLine['kind']
    area_id: string
    group_id: string | null
    title_vi: string
    title_en: string
    baseline: number | null
    value: number
    unit: 'count' | 'share'
    due_on: PlainDate
    from_version: number
    to_version: number | null
    code: string
    area_name: string
    type: string
    level: AreaName['level']
    group_vi: string
    group_en: string
  }>`
    select line_id, kind, target.area_id, group_id, title_vi, title_en, baseline, value, unit, due_on, from_version, to_version,
      area_unit.code, area_unit.name as area_name, area_unit.type, area_unit.level,
      commitment_group.name_vi as group_vi, commitment_group.name_en as group_en
    from target join area_unit on area_unit.id = target.area_id left join commitment_group on commitment_group.id = group_id
    where plan_id = ${planId}
    order by array_position(array['areas-drug-free','area-keep','area-convert','bodies-standard','commitments'], target.kind),
      commitment_group.position nulls first, area_unit.code, line_id`.execute(db)
  return found.rows.map((row) => ({
    lineId: row.line_id,
    kind: row.kind,
    areaId: row.area_id,
    groupId: row.group_id,
    titleVi: row.title_vi,
    titleEn: row.title_en,
    baseline: row.baseline,
    value: row.value,
    unit: row.unit,
    dueOn: row.due_on,
    area: { id: row.area_id, code: row.code, name: row.area_name, type: row.type, level: row.level },
    group: row.group_id ? { id: row.group_id, name: { vi: row.group_vi, en: row.group_en } } : null,
    from: row.from_version,
    to: row.to_version,
  }))
}

/** The lines of one version; none for a version that does not exist. */
export const linesOfVersion = (plan: Pick<StoredPlan, 'lines'>, number: number): StoredLine[] =>
  plan.lines.filter((line) => line.from <= number && (line.to === null || line.to >= number))

/** The lines in force on a day. */
export function linesInForce(plan: StoredPlan, on: PlainDate): StoredLine[] {
  const number = versionInForce(plan.versions, on)
  return number === undefined ? [] : linesOfVersion(plan, number)
}

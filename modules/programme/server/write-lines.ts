// Puts typed lines into a plan: checks them against the programme, then writes them.

import { sql } from 'kysely'
import type * as z from 'zod/mini'
import { refuse } from '../../../platform/contract/refusal.ts'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Scope } from '../../../platform/server/rights.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { noteGoverned, readable } from '../../documents/server/public.ts'
import { type LineInput, planRefusals } from '../contract/plans.ts'
import type { PlanLine } from '../rules.ts'

export const lineOf = (lineId: string, typed: z.output<typeof LineInput>): PlanLine => ({
  lineId,
  kind: typed.kind,
  areaId: typed.areaId,
  groupId: typed.groupId ?? null,
  titleVi: typed.titleVi,
  titleEn: typed.titleEn,
  baseline: typed.baseline ?? null,
  value: typed.value,
  unit: typed.unit,
  dueOn: typed.dueOn,
})

/** The units that a plan may speak of from a day on: those of the programme's area that exist on that day. */
export async function unitsOn(db: Db, areaId: string, on: PlainDate): Promise<ReadonlySet<string>> {
  const found = await sql<{ id: string }>`
    select area_unit.id from area_coverage join area_unit on area_unit.id = unit_id
    where ancestor_id = ${areaId} and valid_from <= ${on}::date and (valid_to is null or valid_to > ${on}::date)`.execute(
    db,
  )
  return new Set(found.rows.map((row) => row.id))
}

export async function writeLine(
  db: Db,
  id: string,
  planId: string,
  line: PlanLine,
  fromVersion: number,
): Promise<void> {
  await sql`
    insert into target (id, line_id, plan_id, from_version, kind, area_id, group_id, title_vi, title_en, baseline, value, unit, due_on)
    values (${id}, ${line.lineId}, ${planId}, ${fromVersion}, ${line.kind}, ${line.areaId}, ${line.groupId}, ${line.titleVi},
      ${line.titleEn}, ${line.baseline}, ${line.value}, ${line.unit}, ${line.dueOn})`.execute(db)
}

/** Refuses a document that the person may not read. */
export async function needDocument(db: Db, documentId: string | undefined, scope: Scope): Promise<void> {
  if (!documentId) return
  const found = await sql`
    select 1 from document where id = ${documentId} and ${readable(scope)}`.execute(db)
  if (found.rows.length === 0) throw refuse(planRefusals.document_unknown, {}, 'documentId')
}

/** Remembers in the register what a document decided. */
export async function linkDocument(db: Db, documentId: string | undefined, subject: string): Promise<void> {
  if (documentId) await noteGoverned(db, documentId, subject)
}

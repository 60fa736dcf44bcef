// A plan ready to be made or amended: its last lines, and what can be chosen.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import { answers } from '../../../../platform/server/slice.ts'
import { readable } from '../../../documents/server/public.ts'
import { PlanDraft } from '../../contract.ts'
import { areaOfPlan } from '../commands/amend.ts'
import { type AreaName, type DocumentName, linesOfVersion, planById } from '../lines.ts'
import { programmeById, programmeBySlug, programmeToday } from '../programme.ts'
import { areaNamed } from './overview.ts'

export const planDraft = answers(
  PlanDraft,
  async (context, input) => {
    const { db } = context
    const plan = input.planId ? await planById(db, input.planId) : undefined
    const programme = plan
      ? await programmeById(db, plan.programmeId)
      : await programmeBySlug(db, input.programme ?? '')
    if (!programme) throw refuse(platformRefusals.not_found)
    const last = plan?.versions.at(-1)
    const areas = await sql<AreaName & { validFrom: PlainDate; validTo: PlainDate | null }>`
      select area_unit.id, code, name, type, level, valid_from as "validFrom", valid_to as "validTo"
      from area_coverage join area_unit on area_unit.id = unit_id
      where ancestor_id = ${programme.areaId} and valid_from <= ${programme.endsOn}::date
        and (valid_to is null or valid_to > ${programme.startsOn}::date) and level <> 'village'
      order by array_position(array['province', 'district', 'commune'], level), code, valid_from`.execute(db)
    const groups = await sql<{ id: string; vi: string; en: string }>`
      select id, name_vi as vi, name_en as en from commitment_group order by position`.execute(db)
    const documents = await sql<DocumentName>`
      select id, kind, number, issued_on as "issuedOn", title from document
      where programme_id = ${programme.id} and ${readable(context.scopeFor('documents.read'))}
      order by issued_on desc nulls last, number limit 500`.execute(db)
    return {
      programme: {
        id: programme.id,
        slug: programme.slug,
        name: programme.name,
        area: await areaNamed(db, programme.areaId),
        startsOn: programme.startsOn,
        endsOn: programme.endsOn,
      },
      plan: plan
        ? { id: plan.id, year: plan.year, title: plan.title, closedOn: plan.closedOn, version: plan.version }
        : null,
      last: last ? { number: last.number, effectiveOn: last.effectiveOn } : null,
      today: programmeToday(programme, context.today),
      lines: (plan && last ? linesOfVersion(plan, last.number) : []).map((line) => ({
        lineId: line.lineId,
        kind: line.kind,
        areaId: line.areaId,
        ...(line.groupId ? { groupId: line.groupId } : {}),
        titleVi: line.titleVi,
        titleEn: line.titleEn,
        baseline: line.baseline,
        value: line.value,
        unit: line.unit,
        dueOn: line.dueOn,
        area: line.area,
      })),
      areas: areas.rows,
      groups: groups.rows.map(({ id, vi, en }) => ({ id, name: { vi, en } })),
      documents: documents.rows,
    }
  },
  async ({ db }, input) =>
    input.planId ? areaOfPlan(db, input.planId) : (await programmeBySlug(db, input.programme ?? ''))?.areaId,
)

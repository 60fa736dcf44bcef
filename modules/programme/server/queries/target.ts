// One target with the records behind its result, and how it came to be what it is.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import type { Language } from '../../../../platform/contract/words.ts'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import { within } from '../../../../platform/server/rights.ts'
import { answers, type Context, type Db } from '../../../../platform/server/slice.ts'
import { readable } from '../../../documents/server/public.ts'
import { TargetDetail } from '../../contract.ts'
import { standingOf, versionInForce } from '../../rules.ts'
import { bodiesUnder } from '../bodies.ts'
import { becameOf } from '../lineage.ts'
import {
  type AreaName,
  type DocumentName,
  linesInForce,
  linesOfVersion,
  planById,
  type StoredLine,
  type StoredPlan,
} from '../lines.ts'
import { bodyCounts, type Measured, measureLines } from '../measure.ts'
import { standingsOf } from '../measures.ts'
import { programmeById, programmeToday } from '../programme.ts'
import { concerned, inside } from '../reach.ts'
import { shownChanges } from '../versions.ts'

export const targetDetail = answers(TargetDetail, async (context, input) => {
  const { db } = context
  const owner = await sql<{
    plan_id: string
  }>`select plan_id from target where line_id = ${input.lineId} limit 1`.execute(db)
  const plan = owner.rows[0] && (await planById(db, owner.rows[0].plan_id))
  const programme = plan && (await programmeById(db, plan.programmeId))
  if (!plan || !programme) throw refuse(platformRefusals.not_found)
  const on = input.on ?? programmeToday(programme, context.today)
  const line = lineOn(plan, input.lineId, on)
  if (!line) throw refuse(platformRefusals.not_found)
  const seen = await concerned(db, context.scope, [programme.areaId, line.area.id])
  if (!seen.has(programme.areaId) || !seen.has(line.area.id)) throw refuse(platformRefusals.not_found)

  const inForce = linesInForce(plan, on)
  const lines = inForce.includes(line) ? inForce : [...inForce, line]
  const measured = await measureLines(db, { programme, year: plan.year, lines, on })
  const units = line.kind === 'areas-drug-free' || isUnit(line) ? await unitsBehind(context, line, measured, on) : []
  const reachable = await inside(
    db,
    context.scope,
    units.map((unit) => unit.area.id),
  )
  const shownUnits = isUnit(line) ? units : units.filter((unit) => reachable.has(unit.area.id))
  const bodies = line.kind === 'bodies-standard' ? await bodiesBehind(context, line, plan, measured.measuredOn) : []
  const counted =
    line.kind === 'bodies-standard'
      ? ((await bodyCounts(db, [line.area.id], plan.year, measured.measuredOn)).get(line.area.id)?.of ?? 0)
      : 0
  return {
    programme: { id: programme.id, slug: programme.slug, name: programme.name, demo: programme.demo },
    plan: {
      id: plan.id,
      year: plan.year,
      title: plan.title,
      closedOn: plan.closedOn && plan.closedOn <= on ? plan.closedOn : null,
    },
    on,
    measuredOn: measured.measuredOn,
    line: measured.lines.find((each) => each.lineId === line.lineId) as Measured['lines'][number],
    units: shownUnits,
    bodies,
    hidden: units.length - shownUnits.length + counted - bodies.length,
    history: historyOf(plan, line.lineId, on, context.language),
    documents: await documentsOf(context, line.lineId, plan.id, on),
  }
})

const isUnit = (line: StoredLine): boolean => line.kind === 'area-keep' || line.kind === 'area-convert'

/** The line as of the day: of the version in force, else of the version known that came nearest. */
function lineOn(plan: StoredPlan, lineId: string, on: PlainDate): StoredLine | undefined {
  const known = plan.versions.filter((version) => version.decidedOn <= on)
  const inForce = versionInForce(known, on)
  const numbers = [inForce, ...known.map((version) => version.number).reverse()]
  for (const number of numbers) {
    const found = number && linesOfVersion(plan, number).find((line) => line.lineId === lineId)
    if (found) return found
  }
  return undefined
}

async function unitsBehind(context: Context, line: StoredLine, measured: Measured, on: PlainDate) {
  const { db } = context
  const parts = new Map<string, 'keep' | 'convert'>()
  for (const each of measured.lines)
    if (each.kind === 'area-keep' || each.kind === 'area-convert')
      parts.set(each.area.id, each.kind === 'area-keep' ? 'keep' : 'convert')
  const ended = await becameOf(db, [...parts.keys()], measured.measuredOn)
  for (const [areaId, became] of ended)
    for (const unit of became) {
      const part = parts.get(areaId)
      // Of a merger of unequal units the harder part goes on: what had to be converted still has to be.
      if (part && parts.get(unit.id) !== 'convert') parts.set(unit.id, part)
    }
  const ids = isUnit(line)
    ? (ended.get(line.area.id)?.map((unit) => unit.id) ?? [line.area.id])
    : measured.communes.map((commune) => commune.id)
  const [names, became, standings] = await Promise.all([
    areasNamed(db, ids),
    becameOf(db, ids, on),
    standingsOf(db, { areaIds: ids, on: measured.measuredOn }),
  ])
  return names.map((area) => {
    const found = standings?.get(area.id)
    const part = parts.get(area.id) ?? null
    return {
      area,
      standing: standingOf(part === 'convert' ? 'area-convert' : 'area-keep', found ? [found.state] : []),
      since: found?.since ?? null,
      decisionId: found?.decisionId ?? null,
      reason: found?.reason ?? null,
      part,
      became: [...(became.get(area.id) ?? [])],
    }
  })
}

async function areasNamed(db: Db, ids: readonly string[]): Promise<AreaName[]> {
  const found = await sql<AreaName>`
    select id, code, name, type, level from area_unit where id = any(${ids as string[]}::uuid[]) order by code`.execute(
    db,
  )
  return found.rows
}

const bodiesBehind = (context: Context, line: StoredLine, plan: StoredPlan, on: PlainDate) =>
  bodiesUnder(context.db, {
    areaId: line.area.id,
    year: plan.year,
    on,
    filter: within(context.scope, sql.ref('area_body.area_id')),
    managing: plan.closedOn ? { everywhere: false, roots: [] } : context.scopeFor('programme.manage'),
  })

function historyOf(plan: StoredPlan, lineId: string, on: PlainDate, language: Language) {
  return plan.versions
    .filter((version) => version.decidedOn <= on)
    .flatMap((version) => {
      const change = shownChanges(plan, version.number, language).find((each) => each.lineId === lineId)
      const first = version.number === 1 && linesOfVersion(plan, 1).some((line) => line.lineId === lineId)
      if (!change && !first) return []
      const { number, effectiveOn, reason, document } = version
      return [{ number, effectiveOn, reason, document, change: change ?? null }]
    })
}

async function documentsOf(context: Context, lineId: string, planId: string, on: PlainDate): Promise<DocumentName[]> {
  const subjects = [`target:${lineId}`, `plan:${planId}`]
  const found = await sql<DocumentName>`
    select distinct document.id, kind, number, issued_on as "issuedOn", title
    from document_link join document on document.id = document_id
    where subject = any(${subjects}::text[]) and (issued_on is null or issued_on <= ${on}::date)
      and ${readable(context.scopeFor('documents.read'))}
    order by issued_on nulls first, number`.execute(context.db)
  return found.rows
}

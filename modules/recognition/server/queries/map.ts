// The map of a programme as of a day: every unit with its status and the reason, and the days on which it changes.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { within } from '../../../../platform/server/rights.ts'
import { answers } from '../../../../platform/server/slice.ts'
import { boundariesOf, mostWithBoundaries } from '../../../areas/server/public.ts'
import { programmeBySlug, programmeToday } from '../../../programme/server/public.ts'
import { ShowMap } from '../../contract.ts'
import { recognitionRefusals as refusals } from '../../refusals.ts'
import { daysOfChange, mergersAfter, progress } from '../status.ts'

export const showMap = answers(ShowMap, async ({ db, scope, scopeFor, today, now }, input) => {
  const programme = await programmeBySlug(db, input.programme)
  if (!programme) throw refuse(refusals.no_programme, { slug: input.programme })
  const on = input.on ?? programmeToday(programme, today)
  const stands = await progress(db, programme, on)
  const ids = [...stands.units, ...stands.partial].map((unit) => unit.id)
  const reached = await sql<{ id: string }>`
    select unit.id from unnest(${ids}::uuid[]) as unit(id) where ${within(scope, sql.ref('unit.id'))}`.execute(db)
  const inReach = new Set(reached.rows.map((row) => row.id))
  const units = stands.units.filter((unit) => inReach.has(unit.id))
  const shown = units.map((unit) => unit.id)
  const boundaries = shown.length <= mostWithBoundaries ? await boundariesOf(db, shown) : undefined
  const range = { from: programme.startsOn, to: programme.endsOn < today ? later(today, on) : programme.endsOn }
  const mergers = await mergersAfter(db, programme.areaId, on)
  const decide = scopeFor('recognition.decide')
  return {
    on,
    asOf: now.toISOString(),
    areas: {
      total: stands.total,
      drugFree: stands.drugFree,
      target: stands.target,
      kept: stands.kept,
      converted: stands.converted,
      keepAim: stands.keepAim,
      convertAim: stands.convertAim,
    },
    units: units.map(({ id, code, name, type, lat, lon, status, standing, since, reason, decisionId }) => ({
      id,
      code,
      name,
      type,
      lat,
      lon,
      status,
      standing,
      since,
      reason,
      decisionId,
      boundary: boundaries?.shapes.get(id) ?? null,
    })),
    boundarySource: boundaries?.source ?? null,
    partial: stands.partial.filter((unit) => inReach.has(unit.id)),
    merges: mergers.filter((merge) => merge.unitIds.some((id) => inReach.has(id))),
    days: await daysOfChange(db, programme.areaId, range),
    range,
    may: { register: decide.everywhere || decide.roots.length > 0 },
  }
})

const later = (one: string, other: string): string => (one > other ? one : other)

// The steps of one unit in words: decisions, mergers, what the plan asked, and on through the units that took it over.

import { sql } from 'kysely'
import type { Bilingual } from '../../../platform/contract/words.ts'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'
import type { Outcome, Standing, Step } from '../standing.ts'
import { historiesOn } from './histories.ts'
import { type Known, known } from './known.ts'

export type HistoryStep = {
  unit: { id: string; code: string; name: string; type: string }
  on: PlainDate
  standing: Standing
  cause: Step['cause'] | 'plan'
  outcome: Outcome | null
  reason: Bilingual
  decision: { id: string; number: string; issuer: string; demo: boolean } | null
}

/** The steps up to a day, the oldest first; `factsOnly` leaves out what is not published as fact. */
export async function historyOf(db: Db, areaId: string, on: PlainDate, factsOnly = false): Promise<HistoryStep[]> {
  const all = await known(db)
  const histories = historiesOn(all, on, factsOnly)
  const line = [...lineFrom(all, areaId, on)]
  const steps = line.flatMap((id) => [...(histories.get(id) ?? []), ...planSteps(all, id, on)])
  const ids = steps.flatMap((step) => ('decisionId' in step && step.decisionId ? [step.decisionId] : []))
  const decisions = await readDecisions(db, ids)
  return steps
    .sort((one, other) => one.on.localeCompare(other.on))
    .flatMap((step, index): HistoryStep[] => {
      const unit = all.units.get(step.areaId)
      if (!unit) return []
      const { id, code, name, type } = unit
      const standing = step.cause === 'plan' ? (standingBefore(steps, step.areaId, index) ?? 'none') : step.standing
      const decision = step.cause === 'decision' && step.decisionId ? decisions.get(step.decisionId) : undefined
      return [
        {
          unit: { id, code, name, type },
          on: step.on,
          standing,
          cause: step.cause,
          outcome: step.cause === 'decision' ? (step.outcome ?? null) : null,
          reason: step.reason,
          decision: decision ?? null,
        },
      ]
    })
}

type PlanStep = { areaId: string; on: PlainDate; cause: 'plan'; reason: Bilingual }
type AnyStep = Step | PlanStep

function standingBefore(steps: readonly AnyStep[], areaId: string, index: number): Standing | undefined {
  const earlier = steps.slice(0, index).findLast((step) => step.areaId === areaId && step.cause !== 'plan')
  return earlier && earlier.cause !== 'plan' ? earlier.standing : undefined
}

/** The unit and, once it has ended, those that hold its territory since. */
function* lineFrom(all: Known, areaId: string, on: PlainDate, seen = new Set<string>()): Generator<string> {
  if (seen.has(areaId)) return
  seen.add(areaId)
  yield areaId
  for (const each of all.successions)
    if (each.fromId === areaId && each.on <= on) yield* lineFrom(all, each.toId, on, seen)
}

function planSteps(all: Known, areaId: string, on: PlainDate): PlanStep[] {
  return all.targets.flatMap((target): PlanStep[] => {
    if (target.areaId !== areaId || target.kind === 'areas-drug-free') return []
    const version = all.versions.find((each) => each.planId === target.planId && each.number === target.fromVersion)
    if (!version || version.from > on) return []
    const keep = target.kind === 'area-keep'
    return [
      {
        areaId,
        on: version.from,
        cause: 'plan',
        reason: keep
          ? { vi: `Kế hoạch ${target.year}: phải giữ vững`, en: `Plan of ${target.year}: to be kept` }
          : { vi: `Kế hoạch ${target.year}: phấn đấu chuyển hóa`, en: `Plan of ${target.year}: to be converted` },
      },
    ]
  })
}

async function readDecisions(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { id: string; number: string; issuer: string; demo: boolean }>()
  const found = await sql<{ id: string; number: string; issuer: string; demo: boolean }>`
    select id, number, issuer, demo from recognition_decision where id = any(${ids as string[]}::uuid[])`.execute(db)
  return new Map(found.rows.map((row) => [row.id, row]))
}

// What the plan asks of one area, and how its bodies stand: for the page of a unit.

import { sql } from 'kysely'
import { answers, type Db } from '../../../../platform/server/slice.ts'
import { StandardOfArea, TargetsOfArea } from '../../contract.ts'
import { stateOf } from '../../rules.ts'
import { bodiesUnder } from '../bodies.ts'
import { linesInForce, plansOf, type StoredLine } from '../lines.ts'
import { bodyCounts, type MeasuredLine, measureLines } from '../measure.ts'
import { programmeById, programmeToday } from '../programme.ts'
import { shareOf, signersOf } from '../signed-share.ts'

export const targetsOfArea = answers(TargetsOfArea, async ({ db, today }, input) => {
  const over = await sql<{ id: string }>`
    select programme.id from programme join area_coverage on ancestor_id = programme.area_id
    where unit_id = ${input.areaId} order by starts_on desc`.execute(db)
  const plans = []
  let shownOn = input.on ?? today
  for (const { id } of over.rows) {
    const programme = await programmeById(db, id)
    if (!programme) continue
    const on = input.on ?? programmeToday(programme, today)
    shownOn = on
    for (const plan of await plansOf(db, id, { knownOn: on })) {
      const lines = linesInForce(plan, on).filter(
        (line) => (!input.kind || line.kind === input.kind) && (line.area.id === input.areaId || isForEach(line)),
      )
      if (lines.length === 0) continue
      const measured = await measureLines(db, { programme, year: plan.year, lines, on })
      const here = await forThisArea(db, measured.lines, input.areaId, plan.year, measured.measuredOn)
      plans.push({
        programme: { slug: programme.slug, name: programme.name, demo: programme.demo },
        year: plan.year,
        measuredOn: measured.measuredOn,
        lines: here,
      })
    }
  }
  return { on: shownOn, plans }
})

/** What is asked of the whole as a share is asked of each unit in it too. */
const isForEach = (line: StoredLine): boolean => line.unit === 'share'

async function forThisArea(
  db: Db,
  lines: readonly MeasuredLine[],
  areaId: string,
  year: number,
  on: string,
): Promise<MeasuredLine[]> {
  const [counts, signers] = await Promise.all([
    bodyCounts(db, [areaId], year, on),
    signersOf(
      db,
      [areaId],
      lines.flatMap((line) => line.group?.id ?? []),
      on,
    ),
  ])
  return lines.map((line) => {
    if (line.area.id === areaId) return line
    const found = counts.get(areaId)
    const measure =
      line.kind === 'commitments'
        ? shareOf(undefined, signers.get(`${areaId} ${line.group?.id}`))
        : { count: found?.met ?? null, of: found?.of ?? null, basis: null }
    return { ...line, baseline: null, result: { ...line.result, ...measure, state: stateOf(line, measure, on) } }
  })
}

export const standardOfArea = answers(StandardOfArea, async (context, input) => {
  const on = input.on ?? context.today
  const bodies = await bodiesUnder(context.db, {
    areaId: input.areaId,
    year: input.year,
    on,
    filter: sql<boolean>`true`,
    managing: context.scopeFor('programme.manage'),
  })
  return { on, met: bodies.filter((body) => body.met).length, of: bodies.length, bodies }
})

// The lineage of a territory as columns: the units before the first change, then those after each, and what led to what.

import { bySource, type Day, isValidOn, type Life, type Link, remainder } from './links.ts'

export type FlowLife = Life & { lat: number | null; code: string }
export type FlowColumn = { date: Day | null; unitIds: string[] }
export type FlowStep = { column: number; from: string; to: string; share: number | null; kind: string }
export type FlowPicture = { columns: FlowColumn[]; steps: FlowStep[]; inPart: Set<string> }

/** `seeds` are the units that the picture is about (the communes of a district, ever); successors join by themselves. */
export function flowOf(
  seeds: readonly string[],
  lives: ReadonlyMap<string, FlowLife>,
  links: readonly Link[],
  until: Day,
): FlowPicture {
  const known = links.filter((link) => link.on <= until && link.to !== null && lives.has(link.from))
  const members = closureOf(seeds, known)
  const inside = known.filter((link) => members.has(link.from) && members.has(link.to as string))
  const days = [...new Set(inside.map((link) => link.on))].sort()
  const all = [...members].map((id) => lives.get(id)).filter((life): life is FlowLife => life !== undefined)
  const firstDay = days[0]
  const columns: FlowColumn[] = [
    { date: null, unitIds: all.filter((life) => wasThereBefore(life, firstDay, until)).map((life) => life.id) },
    ...days.map((day) => ({ date: day, unitIds: all.filter((life) => isValidOn(life, day)).map((life) => life.id) })),
  ]
  const steps = days.flatMap((day, column) => stepsOn(day, column, columns, lives, inside))
  const seeded = new Set(seeds)
  const inPart = new Set(
    [...members].filter((id) => !seeded.has(id) && !inside.some((link) => link.to === id && link.share === 1)),
  )
  arrange(columns, steps, lives)
  return { columns, steps, inPart }
}

function closureOf(seeds: readonly string[], links: readonly Link[]): Set<string> {
  const leaving = bySource(links)
  const members = new Set(seeds)
  const waiting = [...seeds]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop())
    for (const link of leaving.get(id) ?? [])
      if (!members.has(link.to as string)) {
        members.add(link.to as string)
        waiting.push(link.to as string)
      }
  return members
}

const wasThereBefore = (life: FlowLife, firstDay: Day | undefined, until: Day): boolean =>
  firstDay === undefined ? isValidOn(life, until) : life.validFrom < firstDay && (life.validTo ?? '9999') >= firstDay

function stepsOn(
  day: Day,
  column: number,
  columns: readonly FlowColumn[],
  lives: ReadonlyMap<string, FlowLife>,
  links: readonly Link[],
): FlowStep[] {
  const leaving = bySource(links.filter((link) => link.on === day))
  const after = new Set(columns[column + 1]?.unitIds)
  const steps: FlowStep[] = []
  for (const id of columns[column]?.unitIds ?? []) {
    const away = leaving.get(id) ?? []
    const life = lives.get(id)
    if (life && after.has(id)) {
      const share = away.length === 0 ? 1 : remainder(life, away, day)
      if (share !== 0) steps.push({ column, from: id, to: id, share, kind: 'unchanged' })
    }
    for (const link of away)
      if (link.to !== id && after.has(link.to as string))
        steps.push({ column, from: id, to: link.to as string, share: link.share, kind: link.kind })
  }
  return steps
}

/** From north to south in the last column; before it, each unit beside what it became, so that ribbons seldom cross. */
function arrange(columns: FlowColumn[], steps: readonly FlowStep[], lives: ReadonlyMap<string, FlowLife>): void {
  const north = (id: string) => -(lives.get(id)?.lat ?? -90)
  const byPlace = (a: string, b: string) =>
    north(a) - north(b) || (lives.get(a)?.code ?? '').localeCompare(lives.get(b)?.code ?? '')
  for (let at = columns.length - 1; at >= 0; at -= 1) {
    const column = columns[at]!
    const next = columns[at + 1]
    if (!next) {
      column.unitIds.sort(byPlace)
      continue
    }
    const place = new Map(next.unitIds.map((id, index) => [id, index]))
    const centre = new Map(
      column.unitIds.map((id) => {
        const targets = steps
          .filter((step) => step.column === at && step.from === id)
          .map((step) => place.get(step.to)!)
        return [id, targets.length ? targets.reduce((sum, index) => sum + index, 0) / targets.length : 1e6]
      }),
    )
    column.unitIds.sort((a, b) => centre.get(a)! - centre.get(b)! || byPlace(a, b))
  }
}

/** Every unit on the way to and from one unit. */
export function pathOf(id: string, steps: readonly FlowStep[]): string[] {
  const found = new Set([id])
  const walk = (next: (id: string) => string[]) => {
    const waiting = [id]
    const seen = new Set(waiting)
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop())
      for (const other of next(at))
        if (!seen.has(other)) {
          seen.add(other)
          found.add(other)
          waiting.push(other)
        }
  }
  walk((at) => steps.filter((step) => step.from === at).map((step) => step.to))
  walk((at) => steps.filter((step) => step.to === at).map((step) => step.from))
  return [...found]
}

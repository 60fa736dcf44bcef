// Who holds a unit's territory on a later day: the share is the product along the path, null as soon as one is unknown.

import { bySource, type Day, isValidOn, type Life, type Link, linksByDay, remainder } from './links.ts'

export type Held = { id: string; share: number | null; date: Day; kind: string }
type Part = { share: number | null; date: Day; kind: string }

const times = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a * b)
const plus = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b)

/** Two ways into one unit: shares add up, the later change is named, unlike kinds are a merger with a split. */
function join(before: Part | undefined, part: Part): Part {
  if (!before) return part
  const later = before.date > part.date ? before : part
  const kind = before.kind === part.kind ? part.kind : before.date === part.date ? 'merge-split' : later.kind
  return { share: plus(before.share, part.share), date: later.date, kind }
}

/** The units that hold the territory of `start` on `until`; a unit that nothing happened to holds itself. */
export function holdersOf(
  start: string,
  since: Day,
  until: Day,
  lives: ReadonlyMap<string, Life>,
  links: readonly Link[],
): Held[] {
  const own = lives.get(start)
  let parts = new Map<string, Part>([
    [
      start,
      { share: 1, date: own && own.validFrom > since ? own.validFrom : (own?.validFrom ?? since), kind: 'unchanged' },
    ],
  ])
  for (const [day, sameDay] of linksByDay(links, since, until)) {
    const leaving = bySource(sameDay)
    const next = new Map<string, Part>()
    const arrive = (id: string, part: Part) => next.set(id, join(next.get(id), part))
    for (const [id, part] of parts) {
      const away = leaving.get(id)
      if (!away) {
        arrive(id, part)
        continue
      }
      const life = lives.get(id)
      const left = life ? remainder(life, away, day) : 0
      if (left !== 0) arrive(id, { ...part, share: times(part.share, left) })
      for (const link of away)
        if (link.to !== null && link.to !== id)
          arrive(link.to, { share: times(part.share, link.share), date: day, kind: link.kind })
    }
    parts = next
  }
  return [...parts]
    .filter(([id]) => {
      const life = lives.get(id)
      return life !== undefined && isValidOn(life, until)
    })
    .map(([id, part]) => ({ id, ...part }))
}

/**
 * The same for several units at once, such as the communes of a district. Their sizes are not known, so shares are not
 * added: the share is said only where it is the same for each of them that arrived there.
 */
export function holdersOfAll(
  starts: readonly string[],
  since: Day,
  until: Day,
  lives: ReadonlyMap<string, Life>,
  links: readonly Link[],
): Held[] {
  const found = new Map<string, Held>()
  for (const start of starts)
    for (const held of holdersOf(start, since, until, lives, links)) {
      const before = found.get(held.id)
      if (!before) {
        found.set(held.id, held)
        continue
      }
      const share = before.share === held.share ? held.share : null
      found.set(held.id, { ...join(before, held), id: held.id, share })
    }
  return [...found.values()]
}

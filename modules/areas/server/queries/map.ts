// The map of a territory on a day: its units with positions and boundaries, and the days on which something changes.

import { refuse } from '../../../../platform/contract/refusal.ts'
import { answers, type Db } from '../../../../platform/server/slice.ts'
import { AreaMap } from '../../contract/pictures.ts'
import { areaRefusals } from '../../contract/refusals.ts'
import { holdersOf } from '../../rules/holders.ts'
import { knownFrom } from '../../rules/known.ts'
import { isValidOn, laterOf } from '../../rules/links.ts'
import { boundariesOf } from '../boundaries/boundaries-of.ts'
import { type Succession, successionsFrom, successionsInto } from '../lineage.ts'
import { everBelow, type Unit, unitById, unitsById, unitsOn } from '../units-on.ts'
import { rowsKnownOn } from './tree.ts'

type Placed = { unit: Unit; inPart: boolean }

export const areaMap = answers(AreaMap, async ({ db, today }, { within, on = today, level }) => {
  const about = await unitById(db, within)
  if (!about) throw refuse(areaRefusals.no_such_unit)
  const ended = !isValidOn(about, on)
  // The territory before the unit began is that of the units it was made of.
  const made = (await successionsInto(db, [within])).map((link) => link.from)
  const seeds = (await Promise.all([within, ...new Set(made)].map((id) => everBelow(db, id, level)))).flat()
  const links = await successionsFrom(
    db,
    seeds.map((unit) => unit.id),
  )
  const placed = ended ? await heirsOn(db, seeds, links, on) : (await unitsOn(db, { within, level, on })).map(whole)
  const boundaries = await boundariesOf(
    db,
    placed.map(({ unit }) => unit.id),
  )
  const rows = await rowsKnownOn(
    db,
    placed.map(({ unit }) => unit),
    on,
  )
  const [aboutRow] = await rowsKnownOn(db, [about], on)
  return {
    on,
    within: aboutRow!,
    within_ended: ended,
    units: rows.map((row, index) => {
      const { unit, inPart } = placed[index]!
      const { lat, lon, positionApproximate } = unit
      return {
        ...row,
        lat,
        lon,
        positionApproximate,
        inPart,
        boundary: boundaries?.shapes.get(unit.id) ?? null,
      }
    }),
    boundarySource: boundaries?.source ?? null,
    merges: mergesAhead(links, placed, on),
    events: await eventsOf(db, seeds, links, laterOf(today, on)),
  }
})

const whole = (unit: Unit): Placed => ({ unit, inPart: false })

/** After a district has ended, its map shows the units that hold the communes it had last. */
async function heirsOn(db: Db, seeds: readonly Unit[], links: readonly Succession[], on: string): Promise<Placed[]> {
  const units = new Map(
    (
      await unitsById(db, [...new Set([...seeds.map((unit) => unit.id), ...links.map((link) => link.to ?? link.from)])])
    ).map((unit) => [unit.id, unit]),
  )
  const starts = seeds.filter((unit) => unit.validFrom <= on)
  const held = starts.flatMap((start) => holdersOf(start.id, start.validFrom, on, units, links))
  const wholly = new Set(held.filter((each) => each.share === 1).map((each) => each.id))
  return [...new Set(held.map((each) => each.id))]
    .map((id) => ({ unit: units.get(id)!, inPart: !wholly.has(id) }))
    .sort((a, b) => (a.unit.code < b.unit.code ? -1 : 1))
}

/** The next known change after the day, where it joins several of the units shown into one. */
function mergesAhead(links: readonly Succession[], placed: readonly Placed[], on: string) {
  const shown = new Set(placed.map(({ unit }) => unit.id))
  const ahead = links.filter((link) => link.on > on && knownFrom(link.document, link.on) <= on && shown.has(link.from))
  const next = ahead.map((link) => link.on).sort()[0]
  const into = new Map<string, string[]>()
  for (const link of ahead)
    if (link.on === next && link.to !== null) into.set(link.to, [...(into.get(link.to) ?? []), link.from])
  return [...into]
    .filter(([, unitIds]) => unitIds.length > 1)
    .map(([to, unitIds]) => ({ date: next as string, into: to, unitIds }))
}

/** Each day on which the units of the territory changed, with how many there were before and after. */
async function eventsOf(db: Db, seeds: readonly Unit[], links: readonly Succession[], until: string) {
  const known = links.filter((link) => link.to !== null && knownFrom(link.document, link.on) <= until)
  const days = [...new Set(known.map((link) => link.on))].sort()
  const all = await unitsById(db, [
    ...new Set([...seeds.map((unit) => unit.id), ...links.flatMap((link) => (link.to ? [link.to] : []))]),
  ])
  const whollyInside = new Set([
    ...seeds.map((unit) => unit.id),
    ...links.filter((link) => link.share === 1 && link.to).map((link) => link.to as string),
  ])
  const counted = all.filter((unit) => whollyInside.has(unit.id))
  return days.map((date) => {
    const sameDay = known.filter((link) => link.on === date)
    const kinds = [...new Set(sameDay.map((link) => link.kind))]
    return {
      date,
      document: sameDay[0]?.document ?? '',
      kind: kinds.length === 1 ? kinds[0]! : 'merge-split',
      before: counted.filter((unit) => unit.validFrom < date && (unit.validTo ?? '9999') >= date).length,
      after: counted.filter((unit) => isValidOn(unit, date)).length,
    }
  })
}

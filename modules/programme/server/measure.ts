// Computes where each line of a plan stands on a day, from records alone.

import { sql } from 'kysely'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { unitsOn } from '../../areas/server/public.ts'
import type { Basis } from '../contract/shapes.ts'
import { measuredDay, standingOf, stateOf, type UnitStanding } from '../rules.ts'
import { type Became, becameOf } from './lineage.ts'
import type { StoredLine } from './lines.ts'
import { type AreaStanding, signedOf, standingsOf } from './measures.ts'
import { shareOf, signersOf } from './signed-share.ts'

export type Result = {
  state: 'no-data' | 'open' | 'met' | 'missed'
  count: number | null
  of: number | null
  standing: UnitStanding | null
  since: PlainDate | null
  /** What `of` rests on, for shares of people who sign. */
  basis: Basis | null
}
export type MeasuredLine = {
  lineId: string
  kind: StoredLine['kind']
  area: StoredLine['area']
  group: StoredLine['group']
  title: { vi: string; en: string }
  baseline: number | null
  value: number
  unit: 'count' | 'share'
  dueOn: PlainDate
  result: Result
  became: Became[]
}
export type Measured = {
  measuredOn: PlainDate
  lines: MeasuredLine[]
  /** The communes of the programme on the day measured, each with its standing; undefined standing: nobody can tell. */
  communes: { id: string; standing: AreaStanding | undefined }[]
  stands: {
    total: number
    /** null: nobody can tell. */
    drugFree: number | null
    target: number | null
    dueOn: PlainDate | null
    keep: { met: number; of: number }
    convert: { met: number; of: number }
  }
}

export async function measureLines(
  db: Db,
  question: {
    programme: { id: string; areaId: string; endsOn: PlainDate }
    year: number
    lines: readonly StoredLine[]
    on: PlainDate
    publicOnly?: boolean
  },
): Promise<Measured> {
  const { programme, lines, on, publicOnly } = question
  const measuredOn = measuredDay(programme.endsOn, on)
  const units = [...new Set(lines.map((line) => line.area.id))]
  // Shares of bodies and of groups need no walk through the units of a whole country.
  const aboutUnits = lines.length === 0 || lines.some((line) => line.unit === 'count')
  const [then, now, communes, bodies, signers, signed] = await Promise.all([
    becameOf(db, units, measuredOn),
    becameOf(db, units, on),
    aboutUnits ? communesOf(db, programme.areaId, measuredOn) : [],
    bodyCounts(db, units, question.year, measuredOn, publicOnly),
    signersOf(
      db,
      units,
      lines.flatMap((line) => line.group?.id ?? []),
      measuredOn,
      publicOnly,
    ),
    signedOf(db, {
      programmeId: programme.id,
      year: question.year,
      asked: lines.flatMap(({ area, group }) => (group ? { areaId: area.id, groupId: group.id } : [])),
      on: measuredOn,
      publicOnly,
    }),
  ])
  const holders = (areaId: string): string[] => then.get(areaId)?.map((unit) => unit.id) ?? [areaId]
  const asked = [...new Set([...communes, ...units.flatMap(holders)])]
  const standings = aboutUnits ? await standingsOf(db, { areaIds: asked, on: measuredOn, publicOnly }) : undefined
  const drugFree = communes.filter((id) => standings?.get(id)?.state === 'drug-free').length

  const resultOf = (line: StoredLine): Result => {
    const none = { standing: null, since: null, basis: null }
    if (line.kind === 'area-keep' || line.kind === 'area-convert') {
      if (!standings) return { state: 'no-data', count: null, of: null, ...none }
      const decided = holders(line.area.id).map((id) => standings.get(id))
      const standing = standingOf(
        line.kind,
        decided.map((each) => each?.state ?? 'none'),
      )
      const count = standing === 'kept' || standing === 'converted' ? 1 : 0
      const since = decided.length === 1 ? (decided[0]?.since ?? null) : null
      return { state: stateOf(line, { count, of: 1 }, on), count, of: 1, standing, since, basis: null }
    }
    if (line.kind === 'areas-drug-free') {
      const measure = { count: standings ? drugFree : null, of: communes.length }
      return { state: stateOf(line, measure, on), ...measure, ...none }
    }
    if (line.kind === 'bodies-standard') {
      const found = bodies.get(line.area.id)
      const measure = { count: found ? found.met : null, of: found ? found.of : null }
      return { state: stateOf(line, measure, on), ...measure, ...none }
    }
    const key = `${line.area.id} ${line.group?.id}`
    const measure = shareOf(signed.get(key), signers.get(key))
    if (measure.count === null) return { state: 'no-data', ...none, ...measure }
    return { state: stateOf(line, measure, on), ...none, ...measure }
  }

  const measured = lines.map((line) => ({
    lineId: line.lineId,
    kind: line.kind,
    area: line.area,
    group: line.group,
    title: { vi: line.titleVi, en: line.titleEn },
    baseline: line.baseline,
    value: line.value,
    unit: line.unit,
    dueOn: line.dueOn,
    result: resultOf(line),
    became: [...(now.get(line.area.id) ?? [])],
  }))
  const part = (kind: StoredLine['kind']) => {
    const of = measured.filter((line) => line.kind === kind)
    return { met: of.filter((line) => line.result.count === 1).length, of: of.length }
  }
  const whole = lines.find((line) => line.kind === 'areas-drug-free' && line.area.id === programme.areaId)
  return {
    measuredOn,
    lines: measured,
    communes: communes.map((id) => ({ id, standing: standings?.get(id) })),
    stands: {
      total: communes.length,
      drugFree: standings ? drugFree : null,
      target: whole?.value ?? null,
      dueOn: whole?.dueOn ?? null,
      keep: part('area-keep'),
      convert: part('area-convert'),
    },
  }
}

/** The communes under an area on a day, by code; a commune is its own. */
async function communesOf(db: Db, areaId: string, on: PlainDate): Promise<string[]> {
  return (await unitsOn(db, { within: areaId, level: 'commune', on })).map((unit) => unit.id)
}

/** The kinds of body that are held to the standard. */
export const judgedKinds = ['agency', 'unit', 'school'] as const

/** Per area: how many bodies there are, and how many met the standard of the year, as decided by the day. */
export async function bodyCounts(
  db: Db,
  areaIds: readonly string[],
  year: number,
  on: PlainDate,
  publicOnly = false,
): Promise<ReadonlyMap<string, { met: number; of: number }>> {
  if (areaIds.length === 0) return new Map()
  const found = await sql<{ ancestor_id: string; met: number; of: number }>`
    select ancestor_id, count(*)::int as of, count(*) filter (where result.met)::int as met
    from area_coverage
    join area_body on area_body.area_id = unit_id and area_body.kind = any(${[...judgedKinds]}::text[])
      and area_body.valid_from <= ${on}::date and (area_body.valid_to is null or area_body.valid_to > ${on}::date)
      and not (${publicOnly} and area_body.demo)
    left join lateral (
      select met from body_standard
      where body_id = area_body.id and year = ${year} and decided_on <= ${on}::date and not (${publicOnly} and body_standard.demo)
      order by decided_on desc limit 1
    ) result on true
    where ancestor_id = any(${areaIds as string[]}::uuid[])
    group by ancestor_id`.execute(db)
  return new Map(found.rows.map((row) => [row.ancestor_id, { met: row.met, of: row.of }]))
}

// The tree and the list of units on a day, for the staff screens.

import { sql } from 'kysely'
import { nameKey } from '../../../../platform/contract/name-key.ts'
import { answers, type Db } from '../../../../platform/server/slice.ts'
import { AreaTree, ListAreas } from '../../contract/units.ts'
import { endsKnown } from '../known-ends.ts'
import { whereToStart } from '../start.ts'
import { type Unit, unitColumns, validOn } from '../units-on.ts'

type Brief = { id: string; code: string; name: string; type: string }

export const areaTree = answers(AreaTree, async ({ db, today, scopeFor }, { on = today, under }) => {
  const children = sql<number>`(select count(*)::int from area_parent link
    where link.parent_id = area_unit.id and ${validOn('link', on)}) as children`
  const found = under
    ? await sql<Unit & { children: number }>`
        select ${unitColumns}, ${children} from area_parent join area_unit on area_unit.id = area_parent.unit_id
        where area_parent.parent_id = ${under} and ${validOn('area_parent', on)} and ${validOn('area_unit', on)}
        order by area_unit.code`.execute(db)
    : await sql<Unit & { children: number }>`
        select ${unitColumns}, ${children} from area_unit
        where ${validOn('area_unit', on)} and not exists (
          select 1 from area_parent where area_parent.unit_id = area_unit.id and ${validOn('area_parent', on)})
        order by array_position(array['province', 'district', 'commune', 'village'], area_unit.level), area_unit.code`.execute(
        db,
      )
  const ends = await endsKnown(db, found.rows, on)
  return {
    on,
    units: found.rows.map((unit) => ({ ...row(unit, ends), children: unit.children })),
    may: { import: scopeFor('areas.manage').everywhere },
    start: under ? [] : await whereToStart(db, scopeFor('areas.read'), found.rows, on),
  }
})

const row = ({ id, code, name, type, level, validFrom }: Unit, ends: ReadonlyMap<string, string | null>) => ({
  id,
  code,
  name,
  type,
  level,
  validFrom,
  validTo: ends.get(id) ?? null,
})

export const listAreas = answers(
  ListAreas,
  async ({ db, today }, { on = today, within, level, text, cursor, limit }) => {
    const words = nameKey(text).split(' ').filter(Boolean)
    const matches = words.map(
      (word) =>
        sql<boolean>`(area_unit.name_key like ${`%${escapeLike(word)}%`} or area_unit.code like ${`${escapeLike(word)}%`})`,
    )
    const scope = within
      ? sql`with recursive below as (
        select ${within}::uuid as id
        union
        select area_parent.unit_id from area_parent join below on area_parent.parent_id = below.id
        where ${validOn('area_parent', on)}
      )`
      : sql``
    const wanted = sql.join(
      [
        validOn('area_unit', on),
        ...(level ? [sql<boolean>`area_unit.level = ${level}`] : []),
        ...(within ? [sql<boolean>`area_unit.id in (select id from below where id <> ${within}::uuid)`] : []),
        ...matches,
      ],
      sql` and `,
    )
    const counted = await sql<{
      total: number
    }>`${scope} select count(*)::int as total from area_unit where ${wanted}`.execute(db)
    const found = await sql<Unit & { parent: Brief | null }>`
    ${scope} select ${unitColumns},
      (select jsonb_build_object('id', upper_.id, 'code', upper_.code, 'name', upper_.name, 'type', upper_.type)
       from area_parent join area_unit upper_ on upper_.id = area_parent.parent_id
       where area_parent.unit_id = area_unit.id and ${validOn('area_parent', on)}) as parent
    from area_unit where ${wanted} ${cursor ? sql`and area_unit.code > ${cursor}` : sql``}
    order by area_unit.code limit ${limit + 1}`.execute(db)
    const page = found.rows.slice(0, limit)
    const ends = await endsKnown(db, page, on)
    return {
      on,
      rows: page.map((unit) => {
        const end = ends.get(unit.id) ?? null
        return { ...row(unit, ends), parent: unit.parent, changesOn: end }
      }),
      total: counted.rows[0]?.total ?? 0,
      next: found.rows.length > limit ? (page.at(-1)?.code ?? null) : null,
    }
  },
)

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (character) => `\\${character}`)

/** For a unit that some other query has read: how a row of a list reads on a day. */
export async function rowsKnownOn(db: Db, units: readonly Unit[], on: string) {
  const ends = await endsKnown(db, units, on)
  return units.map((unit) => row(unit, ends))
}

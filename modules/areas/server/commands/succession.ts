// Records one merger, split or renaming: the older units end, the newer begin, and every part that moved is on record.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { unitNames } from '../../../../platform/contract/unit-name.ts'
import { carriesOut, type Db } from '../../../../platform/server/slice.ts'
import { areaRefusals } from '../../contract/refusals.ts'
import { RecordSuccession } from '../../contract/succession.ts'
import { dayBefore, isValidOn } from '../../rules/links.ts'
import { rebuildCoverage } from '../coverage.ts'
import { ancestors, type Unit, unitsById, validOn } from '../units-on.ts'

export const recordSuccession = carriesOut(RecordSuccession, async ({ db }, input) => {
  // One after the other: two who end the same unit at once must not both succeed.
  await sql`select pg_advisory_xact_lock(hashtext('area_unit'))`.execute(db)
  const older = await unitsById(
    db,
    input.from.map((part) => part.id),
  )
  await checkOlder(db, older, input)
  const parentId = input.parentId ?? (await ancestors(db, older[0]!.id, dayBefore(input.date))).at(-1)?.id
  if (input.parentId && !(await isThere(db, input.parentId, input.date)))
    throw refuse(areaRefusals.not_valid_then, { name: '', on: input.date }, 'parentId')
  const ids = older.map((unit) => unit.id)
  await sql`update area_unit set valid_to = ${input.date} where id = any(${ids}::uuid[])`.execute(db)
  await sql`update area_parent set valid_to = ${input.date}
    where unit_id = any(${ids}::uuid[]) and valid_from < ${input.date}::date and (valid_to is null or valid_to > ${input.date}::date)`.execute(
    db,
  )
  for (const unit of input.to) await begin(db, unit, older, input.date, parentId)
  await link(db, input)
  await rebuildCoverage(db)
  return {
    answer: { unitIds: input.to.map((unit) => unit.id) },
    audit: older.map((unit) => ({
      subject: `area:${unit.id}`,
      areaId: unit.id,
      before: { code: unit.code, name: unit.name, validTo: unit.validTo },
      after: {
        kind: input.kind,
        date: input.date,
        document: input.document,
        became: input.to.map(({ code, name, type }) => ({ code, name, type })),
      },
    })),
  }
})

type Input = {
  date: string
  kind: string
  document: string
  note: string
  from: { id: string; shares: (number | null)[] }[]
  to: { id: string; code: string; name: string; type: string }[]
}

async function checkOlder(db: Db, older: readonly Unit[], input: Input): Promise<void> {
  if (older.length !== input.from.length) throw refuse(platformRefusals.not_found)
  for (const unit of older) {
    const name = unitNames(unit)
    if (unit.validTo !== null) throw refuse(areaRefusals.already_ended, { name, on: unit.validTo })
    if (!isValidOn(unit, dayBefore(input.date)))
      throw refuse(areaRefusals.not_valid_then, { name, on: input.date }, 'date')
    const shares = input.from.find((part) => part.id === unit.id)?.shares ?? []
    if (shares.reduce<number>((sum, share) => sum + (share ?? 0), 0) > 1 + 1e-9)
      throw refuse(areaRefusals.shares_over_one, { name })
    const children = await sql<{ count: number }>`
      select count(*)::int as count from area_parent
      where parent_id = ${unit.id} and (valid_to is null or valid_to > ${input.date}::date)`.execute(db)
    const count = children.rows[0]?.count ?? 0
    if (count > 0) throw refuse(areaRefusals.has_children, { name, count })
  }
}

const isThere = async (db: Db, id: string, on: string): Promise<boolean> =>
  (await sql`select 1 from area_unit where id = ${id} and ${validOn('area_unit', on)}`.execute(db)).rows.length > 0

async function begin(
  db: Db,
  unit: Input['to'][number],
  older: readonly Unit[],
  date: string,
  parentId: string | undefined,
): Promise<void> {
  const taken = await sql<{ name: string; type: string }>`
    select name, type from area_unit where code = ${unit.code} and (valid_to is null or valid_to > ${date}::date)`.execute(
    db,
  )
  if (taken.rows[0]) throw refuse(areaRefusals.overlap, { code: unit.code, name: unitNames(taken.rows[0]) }, 'to')
  // The middle of the older ones serves the schematic map until somebody knows better.
  const placed = older.filter((each) => each.lat !== null && each.lon !== null)
  const middle = (read: (each: Unit) => number | null) =>
    placed.length === 0 ? null : placed.reduce((sum, each) => sum + (read(each) ?? 0), 0) / placed.length
  await sql`
    insert into area_unit (id, code, name, type, level, valid_from, lat, lon, position_approximate)
    values (${unit.id}, ${unit.code}, ${unit.name}, ${unit.type}, ${older[0]!.level}, ${date},
      ${middle((each) => each.lat)}, ${middle((each) => each.lon)}, true)`.execute(db)
  if (parentId)
    await sql`insert into area_parent (unit_id, parent_id, valid_from) values (${unit.id}, ${parentId}, ${date})`.execute(
      db,
    )
}

async function link(db: Db, input: Input): Promise<void> {
  for (const part of input.from)
    for (const [index, unit] of input.to.entries()) {
      // A renaming moves nothing, so its share needs no source; a part left out of the list did not go there.
      const share = input.kind === 'rename' ? 1 : part.shares[index]
      if (share === undefined) continue
      await sql`
        insert into area_succession (id, on_date, document, kind, from_id, to_id, share, note)
        values (${uuidv7()}, ${input.date}, ${input.document}, ${input.kind}, ${part.id}, ${unit.id}, ${share}, ${input.note})`.execute(
        db,
      )
    }
}

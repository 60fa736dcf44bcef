// Records one merger, split or renaming: the older units end, the newer begin, and every part that moved is on record.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { InputOf } from '../../../../platform/contract/operation.ts'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { unitNames } from '../../../../platform/contract/unit-name.ts'
import { carriesOut, type Db } from '../../../../platform/server/slice.ts'
import { areaRefusals } from '../../contract/refusals.ts'
import { RecordSuccession } from '../../contract/succession.ts'
import { dayBefore, isValidOn } from '../../rules/links.ts'
import { type Flaw, flawOf, standsAbove } from '../../rules/succession.ts'
import { rebuildCoverage } from '../coverage.ts'
import { ancestors, type Unit, unitById, unitsById } from '../units-on.ts'
import { childrenAfter, moveChildren } from './succession-children.ts'

type Input = Pick<InputOf<typeof RecordSuccession>, 'kind' | 'date' | 'document' | 'from' | 'to' | 'parentId'> & {
  note: string
}

export const recordSuccession = carriesOut(RecordSuccession, async ({ db }, input) => {
  // One after the other: two who end the same unit at once must not both succeed.
  await sql`select pg_advisory_xact_lock(hashtext('area_unit'))`.execute(db)
  const older = await olderOf(db, input)
  const parentId = await parentOf(db, older[0]!, input)
  const homes = await childrenAfter(db, older, input)
  const ids = older.map((unit) => unit.id)
  await sql`update area_unit set valid_to = ${input.date} where id = any(${ids}::uuid[])`.execute(db)
  await sql`update area_parent set valid_to = ${input.date}
    where unit_id = any(${ids}::uuid[]) and valid_from < ${input.date}::date and (valid_to is null or valid_to > ${input.date}::date)`.execute(
    db,
  )
  await sql`delete from area_parent where unit_id = any(${ids}::uuid[]) and valid_from >= ${input.date}::date`.execute(
    db,
  )
  for (const unit of input.to) await begin(db, unit, older, input.date, parentId)
  await moveChildren(db, homes, ids, input.date)
  await link(db, input)
  await rebuildCoverage(db)
  const newer = new Map(input.to.map((unit) => [unit.id, unit.code]))
  const moved = homes.map(({ child, to }) => ({ code: child.code, name: child.name, to: newer.get(to) }))
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
        ...(moved.length > 0 ? { moved } : {}),
      },
    })),
  }
})

/** The units that end, in the order in which they were named: the first decides level and parent. */
async function olderOf(db: Db, input: Input): Promise<Unit[]> {
  const ids = input.from.map((part) => part.id)
  const found = new Map((await unitsById(db, ids)).map((unit) => [unit.id, unit]))
  const older = [...new Set(ids)].flatMap((id) => found.get(id) ?? [])
  if (older.length !== ids.length) throw refuse(platformRefusals.not_found)
  for (const unit of older) {
    const name = unitNames(unit)
    if (unit.validTo !== null) throw refuse(areaRefusals.already_ended, { name, on: unit.validTo })
    if (!isValidOn(unit, dayBefore(input.date)))
      throw refuse(areaRefusals.not_valid_then, { name, on: input.date }, 'date')
  }
  const flaw = flawOf(input, older)
  if (flaw) throw refusalOf(flaw)
  return older
}

function refusalOf(flaw: Flaw) {
  if (flaw.why === 'wrong_count') return refuse(areaRefusals.wrong_count)
  const values = {
    name: unitNames(flaw.unit),
    ...(flaw.why === 'mixed_levels' ? { other: unitNames(flaw.other) } : {}),
  }
  return refuse(areaRefusals[flaw.why], values)
}

/** Where the new units belong: as it was said, or where the first older one belonged; it must be there from that day on. */
async function parentOf(db: Db, first: Unit, { parentId, date }: Input): Promise<string | undefined> {
  const above = await ancestors(db, first.id, date)
  const parent = parentId
    ? await unitById(db, parentId)
    : (above.length > 0 ? above : await ancestors(db, first.id, dayBefore(date))).at(-1)
  if (!parent) {
    if (parentId) throw refuse(platformRefusals.not_found)
    return undefined
  }
  const name = unitNames(parent)
  if (!standsAbove(parent, first)) throw refuse(areaRefusals.parent_not_above, { name }, 'parentId')
  if (parent.validFrom > date) throw refuse(areaRefusals.not_valid_then, { name, on: date }, 'parentId')
  if (!isValidOn(parent, date)) throw refuse(areaRefusals.parent_ends, { name, on: parent.validTo ?? date }, 'parentId')
  return parent.id
}

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

// Writes the changes of an import in batches, inside one transaction that the caller holds.

import { sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'
import { rebuildCoverage } from '../coverage.ts'
import type { DraftSuccession } from './check-successions.ts'
import type { Changes } from './compare.ts'
import type { DraftUnit } from './join-units.ts'

const batchSize = 2_000

/** `onRows` is told after each batch how many rows it wrote; it may throw to stop, and the transaction undoes everything. */
export async function load(db: Db, changes: Changes, onRows: (count: number) => Promise<void>): Promise<void> {
  const inBatches = async <Row>(rows: readonly Row[], write: (batch: readonly Row[]) => Promise<void>) => {
    for (let at = 0; at < rows.length; at += batchSize) {
      const batch = rows.slice(at, at + batchSize)
      await write(batch)
      await onRows(batch.length)
    }
  }
  const { units, successions } = changes
  const touched = units.added.length + units.changed.length + successions.added.length + successions.changed.length
  if (touched === 0) return
  // An end that makes room for a successor with the same code, and that successor, are checked together.
  await sql`set constraints area_unit_overlap deferred`.execute(db)
  await inBatches(units.changed, (batch) => changeUnits(db, batch))
  await inBatches(units.added, (batch) => addUnits(db, batch))
  const all = [...units.changed, ...units.added]
  for (let at = 0; at < all.length; at += batchSize) await addParents(db, all.slice(at, at + batchSize))
  await inBatches(successions.changed, (batch) => changeSuccessions(db, batch))
  await inBatches(successions.added, (batch) => addSuccessions(db, batch))
  await rebuildCoverage(db)
  await sql`set constraints area_unit_overlap immediate`.execute(db)
}

const list = <Row, Cell>(rows: readonly Row[], cell: (row: Row) => Cell): Cell[] => rows.map(cell)

async function addUnits(db: Db, units: readonly DraftUnit[]): Promise<void> {
  await sql`
    insert into area_unit (id, code, name, type, level, valid_from, valid_to)
    select * from unnest(${list(units, (unit) => unit.id)}::uuid[], ${list(units, (unit) => unit.code)}::text[],
      ${list(units, (unit) => unit.name)}::text[], ${list(units, (unit) => unit.type)}::text[],
      ${list(units, (unit) => unit.level)}::text[], ${list(units, (unit) => unit.validFrom)}::date[],
      ${list(units, (unit) => unit.validTo)}::date[])`.execute(db)
}

async function changeUnits(db: Db, units: readonly DraftUnit[]): Promise<void> {
  await sql`
    update area_unit set name = new.name, type = new.type, valid_to = new.valid_to
    from unnest(${list(units, (unit) => unit.id)}::uuid[], ${list(units, (unit) => unit.name)}::text[],
      ${list(units, (unit) => unit.type)}::text[], ${list(units, (unit) => unit.validTo)}::date[])
      as new (id, name, type, valid_to)
    where area_unit.id = new.id`.execute(db)
  await sql`delete from area_parent where unit_id = any(${list(units, (unit) => unit.id)}::uuid[])`.execute(db)
}

async function addParents(db: Db, units: readonly DraftUnit[]): Promise<void> {
  const links = units.flatMap((unit) => unit.parents.map((parent) => ({ unitId: unit.id, ...parent })))
  await sql`
    insert into area_parent (unit_id, parent_id, valid_from, valid_to)
    select * from unnest(${list(links, (link) => link.unitId)}::uuid[], ${list(links, (link) => link.parentId)}::uuid[],
      ${list(links, (link) => link.validFrom)}::date[], ${list(links, (link) => link.validTo)}::date[])`.execute(db)
}

async function addSuccessions(db: Db, all: readonly DraftSuccession[]): Promise<void> {
  await sql`
    insert into area_succession (id, on_date, document, kind, from_id, to_id, share)
    select * from unnest(${list(all, (each) => each.id)}::uuid[], ${list(all, (each) => each.date)}::date[],
      ${list(all, (each) => each.document)}::text[], ${list(all, (each) => each.kind)}::text[],
      ${list(all, (each) => each.fromId)}::uuid[], ${list(all, (each) => each.toId)}::uuid[],
      ${list(all, (each) => each.share)}::numeric[])`.execute(db)
}

async function changeSuccessions(db: Db, all: readonly DraftSuccession[]): Promise<void> {
  await sql`
    update area_succession set document = new.document, kind = new.kind, share = new.share
    from unnest(${list(all, (each) => each.id)}::uuid[], ${list(all, (each) => each.document)}::text[],
      ${list(all, (each) => each.kind)}::text[], ${list(all, (each) => each.share)}::numeric[])
      as new (id, document, kind, share)
    where area_succession.id = new.id`.execute(db)
}

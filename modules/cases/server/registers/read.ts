// What stands in the rows of a register that was made, batch by batch: names are unsealed for what is handed out, and for nothing more.

import { sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'
import { eventKinds } from '../../events.ts'
import type { PartOf } from '../../forms/fields.ts'
import type { Register } from '../../registers/register.ts'
import { addTo, type Days, noTotals, type RegisterRow, rowOf, type Totals } from '../../registers/rows.ts'
import { effectiveEvents } from '../../rules/effective.ts'
import type { View } from '../../views.ts'
import { eventsOf, type KeptEvent } from '../events.ts'
import { sees } from '../forms/gather.ts'
import { insideFiles, type Way } from '../sealing/inside.ts'
import { identityOf, keyOf } from '../sealing/person.ts'

type Kept = {
  row: number
  file_id: string
  event_id: string
  number: string
  person_id: string
  wrapped_key: Buffer
  master_key: string
  sealed: Buffer
}
export type Made = { way: Way; code: string; register: Register; days: Days; view: View; now: string }
type Batch = { rows: RegisterRow[]; totals: Totals }

const atOnce = 200

/** Each batch is a piece of work of its own: a slow reader holds no transaction. */
export async function* batchesOf(db: Db, made: Made): AsyncGenerator<Batch> {
  const totals = noTotals()
  for (let after = 0; ; ) {
    const batch = await insideFiles(db, made.way, async (files) => {
      const kept = await keptRows(files, made, after)
      const rows: RegisterRow[] = []
      for (const each of kept) {
        const shown = await shownRow(files, made, each, totals)
        rows.push({ ...shown, order: String(each.row) })
      }
      return { rows, last: kept.at(-1)?.row }
    })
    if (batch.last === undefined) return
    after = batch.last
    yield { rows: batch.rows, totals }
  }
}

/** A person who was erased since then is in it no more. */
async function keptRows(files: Db, { way, code }: Made, after: number): Promise<Kept[]> {
  const { rows } = await sql<Kept>`
    select stands.row, stands.file_id, stands.event_id, file.number, person.id as person_id, person.wrapped_key,
      person.master_key, person.sealed
    from cases.register_row stands
    join cases.file on file.commune_id = stands.commune_id and file.id = stands.file_id
    join cases.person on person.commune_id = stands.commune_id and person.id = file.person_id
    where stands.commune_id = ${way.communeId} and stands.code = ${code} and stands.row > ${after}
      and stands.event_id is not null and person.sealed is not null
    order by stands.row limit ${atOnce}`.execute(files)
  return rows
}

async function shownRow(files: Db, made: Made, kept: Kept, totals: Totals): Promise<RegisterRow> {
  const { way, register, days, view, now } = made
  const person = { id: kept.person_id, wrapped: kept.wrapped_key, master: kept.master_key, sealed: kept.sealed }
  const seesPart = (part: PartOf): boolean => sees(view, part)
  const all = effectiveEvents(await eventsOf(files, way.communeId, kept.file_id, keyOf(person)), now) as KeptEvent[]
  const events = all.filter(({ kind }) => seesPart(eventKinds[kind].group))
  const event = events.find(({ id }) => id === kept.event_id)
  if (!event) return {}
  addTo(totals, { events, event, days })
  const identity = identityOf(person)
  return rowOf({
    register,
    identity: Object.fromEntries(view.identity.map((part) => [part, identity[part]])),
    sees: seesPart,
    events,
    event,
    fileNumber: kept.number,
    days,
  })
}

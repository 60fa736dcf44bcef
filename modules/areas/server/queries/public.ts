// What anyone may ask: the units on a day, and where a unit came from and what became of it.

import { sql } from 'kysely'
import { Refusal } from '../../../../platform/contract/refusal.ts'
import { answers, type Db } from '../../../../platform/server/slice.ts'
import { areaRefusals } from '../../contract/refusals.ts'
import { PublicAreas, PublicLineage } from '../../contract/units.ts'
import { dayBefore, laterOf } from '../../rules/links.ts'
import { holdersOn, successionsOf } from '../lineage.ts'
import { type Unit, unitByCode, unitColumns, unitsById, unitsOn } from '../units-on.ts'

const brief = ({ id, code, name, type }: Unit) => ({ id, code, name, type })

export const publicAreas = answers(PublicAreas, async ({ db, today }, { on = today, within, level }) => {
  const above = within === undefined ? undefined : await unitByCode(db, within, on)
  // The empty list stands in the problem too, so that a program that only reads `areas` sees that there are none.
  if (within !== undefined && !above) throw await noSuchCode(db, within, on, { areas: [] })
  const areas = await unitsOn(db, { ...(above ? { within: above.id } : {}), level, on })
  return { on, areas: areas.map(brief) }
})

export const publicLineage = answers(PublicLineage, async ({ db, today }, { code, on }) => {
  const unit = await unitByCode(db, code, on ?? today)
  // Without a day the question is about the code's last bearer, which may be gone.
  const asked = unit ?? (on === undefined ? await lastBearer(db, code) : undefined)
  if (!asked) throw await noSuchCode(db, code, on ?? today, {})
  const day = on ?? (asked.validTo !== null && asked.validTo <= today ? dayBefore(asked.validTo) : today)
  const { from } = await successionsOf(db, asked.id)
  const older = new Map(
    (
      await unitsById(
        db,
        from.map((link) => link.from),
      )
    ).map((each) => [each.id, each]),
  )
  const holders = await holdersOn(db, asked, day, laterOf(day, today))
  return {
    unit: brief(asked),
    from: from.map((link) => ({
      ...brief(older.get(link.from)!),
      date: link.on,
      kind: link.kind,
      share: link.share,
    })),
    became: holders.map(({ unit: { code, name }, date, kind, share }) => ({ code, name, date, kind, share })),
  }
})

async function lastBearer(db: Db, code: string): Promise<Unit | undefined> {
  const found = await sql<Unit>`
    select ${unitColumns} from area_unit where code = ${code} order by valid_from desc limit 1`.execute(db)
  return found.rows[0]
}

/** The refusal, with those that bore the code at other times, for whoever mistook the day. */
async function noSuchCode(db: Db, code: string, on: string, extra: Record<string, unknown>): Promise<Refusal> {
  const found = await sql<{ id: string; name: string; type: string; validFrom: string; validTo: string | null }>`
    select id, name, type, valid_from as "validFrom", valid_to as "validTo" from area_unit
    where code = ${code} order by valid_from`.execute(db)
  return new Refusal(areaRefusals.no_such_code, {
    values: { code, on },
    extra: { on, ...extra, bearers: found.rows },
  })
}

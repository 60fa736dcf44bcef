// One entry with its file, who entered it, and the entries that it corrects or was corrected by.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import { within } from '../../../../platform/server/rights.ts'
import { answers, type Db } from '../../../../platform/server/slice.ts'
import { FindDecision } from '../../contract.ts'
import { areaOfDecision, type EntryRow, entryColumns } from '../entries.ts'
import { statusOn } from '../status.ts'
import { dayOfWork } from '../work-day.ts'

type Whole = EntryRow & {
  reason: string
  source: string
  cancelledReason: string
  cancelledBy: string | null
  recordedAt: string
  recordedBy: string | null
  file: { id: string; name: string; mediaType: string; size: number } | null
}

export const findDecision = answers(
  FindDecision,
  async ({ db, scopeFor, today }, { id }) => {
    const decision = await readWhole(db, id)
    if (!decision) throw refuse(platformRefusals.not_found)
    const reach = await sql<{ yes: boolean }>`
      select ${within(scopeFor('recognition.decide'), sql`${decision.unit.id}::uuid`)} as yes`.execute(db)
    const may = (reach.rows[0]?.yes ?? false) && decision.cancelledOn === null
    const [unit] = await statusOn(db, { areaIds: [decision.unit.id], on: await dayOfWork(db, decision.unit.id, today) })
    return {
      decision,
      entries: await readEntries(db, id),
      inForce: unit?.decisionId === id,
      may: { correct: may, cancel: may },
    }
  },
  ({ db }, { id }) => areaOfDecision(db, id),
)

async function readWhole(db: Db, id: string): Promise<Whole | undefined> {
  const found = await sql<Omit<Whole, 'recordedAt'> & { recordedAt: Date }>`
    select ${entryColumns}, entry.reason, entry.source, entry.cancelled_reason as "cancelledReason",
      canceller.name as "cancelledBy", entry.recorded_at as "recordedAt", recorder.name as "recordedBy",
      case when file.id is null then null
        else json_build_object('id', file.id, 'name', file.name, 'mediaType', file.media_type, 'size', file.size) end as file
    from recognition_decision entry join area_unit unit on unit.id = entry.area_id
    left join person canceller on canceller.id = entry.cancelled_by
    left join person recorder on recorder.id = entry.recorded_by
    left join file on file.id = entry.file_id
    where entry.id = ${id}`.execute(db)
  const row = found.rows[0]
  return row && { ...row, recordedAt: new Date(row.recordedAt).toISOString() }
}

async function readEntries(db: Db, id: string) {
  const found = await sql<{
    id: string
    number: string
    decidedOn: PlainDate
    recordedAt: Date
    cancelledOn: PlainDate | null
    cancelledReason: string
  }>`
    with recursive older as (
      select id, replaces_id from recognition_decision where id = ${id}
      union select earlier.id, earlier.replaces_id from recognition_decision earlier join older on older.replaces_id = earlier.id
    ), chain as (
      select id from older
      union select newer.id from recognition_decision newer join chain on newer.replaces_id = chain.id
    )
    select entry.id, number, decided_on as "decidedOn", recorded_at as "recordedAt", cancelled_on as "cancelledOn",
      cancelled_reason as "cancelledReason"
    from recognition_decision entry join chain on chain.id = entry.id order by recorded_at, entry.id`.execute(db)
  return found.rows.map((row) => ({ ...row, recordedAt: new Date(row.recordedAt).toISOString() }))
}

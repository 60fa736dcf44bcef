// The entry that is corrected, held until the transaction ends, and writing one of its facts.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import { changeEntry, type EntryChange } from '../../../rosters/server/public.ts'
import { type CorrectedField, type Ending, endings, type Fact } from '../../contract/correct.ts'
import { fieldRefusals } from '../../contract/refusals.ts'

export type Entry = {
  communeId: string
  id: string
  hamletId: string | null
  placeId: string
  since: string
  facts: Record<CorrectedField, Fact>
}

export async function entryForChange(db: Db, communeId: string, id: string): Promise<Entry | undefined> {
  const { rows } = await sql<
    Omit<Entry, 'communeId' | 'id' | 'facts'> & {
      name: string
      address: string
      headcount: number | null
      number: number | null
      ended: string | null
    }
  >`
    select hamlet_id as "hamletId", coalesce(hamlet_id, commune_id) as "placeId", since, name, address, headcount, number,
      ended_reason as ended
    from roster_entry where commune_id = ${communeId} and id = ${id} for update`.execute(db)
  if (!rows[0]) return undefined
  const { hamletId, placeId, since, ...facts } = rows[0]
  return { communeId, id, hamletId, placeId, since, facts }
}

/** One that was merged into another, or taken over by a newer list, is no longer the one to correct. */
export function refuseReplaced({ facts }: Entry): void {
  if (facts.ended !== null && !endings.includes(facts.ended as Ending)) throw refuse(fieldRefusals.entry_replaced)
}

type Deed = { personId: string; now: Date; today: PlainDate; at: string }

export async function writeFact(db: Db, entry: Entry, field: CorrectedField, value: Fact, deed: Deed): Promise<void> {
  await changeEntry(db, entry, changeOf(entry, field, value, deed), deed)
  entry.facts[field] = value
}

function changeOf(entry: Entry, field: CorrectedField, value: Fact, { at, today }: Deed): EntryChange {
  if (field !== 'ended') return { [field]: value }
  if (value === null) return { ended: null }
  // Never before they were listed, never after today, whatever a phone's clock says.
  const day = new Date(at).toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })
  const on = [entry.since, day < today ? day : today].sort().at(-1) as string
  return { ended: { on, reason: value as Ending } }
}

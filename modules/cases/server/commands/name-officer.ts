// Gives the open files of an officer, or those without one, to somebody of the commune police: an event in each file says so.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Db } from '../../../../platform/server/slice.ts'
import { holdersOf } from '../../../access/server/public.ts'
import { caseRefusals, NameOfficer } from '../../contract.ts'
import type { FileEvent } from '../../events.ts'
import { eventsOf, storeEvent } from '../events.ts'
import { type LawInForce, lawOn } from '../law.ts'
import { momentOf } from '../moment.ts'
import { sayingWhatKeyIsMissing } from '../opened.ts'
import { keepReading } from '../reading.ts'
import { insideFiles } from '../sealing/inside.ts'
import { identityOf, keyOf, type SealedPerson } from '../sealing/person.ts'

type Row = SealedPerson & { file_id: string; number: string }

export const nameOfficer = carriesOut(NameOfficer, async (context, { communeId, from, to, ground }) => {
  const { db, person, now, today } = context
  if (from === to) throw refuse(caseRefusals.officer_same)
  const police = await holdersOf(db, { areaId: communeId, permissions: ['cases.police'], today })
  if (!police.some(({ id }) => id === to)) throw refuse(caseRefusals.officer_elsewhere, {}, 'to')
  const law = await lawOn(db, momentOf(now).slice(0, 10))
  const given = await sayingWhatKeyIsMissing(() =>
    insideFiles(db, { communeId, readerId: person.id, purpose: 'assign' }, async (files) => {
      const rows = await filesOf(files, communeId, from)
      for (const row of rows) await hand(files, row, { communeId, to, ground, by: person.id, now, law })
      return rows
    }),
  )
  if (given.length === 0) throw refuse(caseRefusals.nothing_to_hand_over)
  return {
    answer: { files: given.length, numbers: given.map(({ number }) => number) },
    audit: given.map(({ file_id }) => ({
      subject: `case-file:${file_id}`,
      areaId: communeId,
      before: { officerId: from },
      after: { officerId: to },
    })),
  }
})

/** Locked in one order, so that two hand-overs at once wait for one another instead of both failing. */
async function filesOf(files: Db, communeId: string, officer: string | null): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select file.id as file_id, file.number, person.id, person.wrapped_key as wrapped, person.master_key as master, person.sealed
    from cases.file join cases.person on person.commune_id = file.commune_id and person.id = file.person_id and person.sealed is not null
    where file.commune_id = ${communeId} and file.closed_on is null and file.officer_id is not distinct from ${officer}::uuid
    order by file.number for update of file`.execute(files)
  return rows
}

type Handing = { communeId: string; to: string; ground: string; by: string; now: Date; law: LawInForce }

async function hand(files: Db, row: Row, { communeId, to, ground, by, now, law }: Handing): Promise<void> {
  const at = { communeId, fileId: row.file_id }
  const key = keyOf(row)
  const event: FileEvent = {
    ...{ id: uuidv7(), kind: 'officer-named', at: momentOf(now) },
    details: { person: to, note: ground },
  }
  await storeEvent(files, { ...at, key, event, by, at: now })
  const events = await eventsOf(files, communeId, row.file_id, key)
  await keepReading(files, at, { identity: identityOf(row), events, now: momentOf(now), law })
}

// Gives the open files of an officer, or those without one, all or some, to somebody of the commune police: an event in each says so.

import { type RawBuilder, sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Db, type SignedInContext } from '../../../../platform/server/slice.ts'
import { holdersOf } from '../../../access/server/public.ts'
import { caseRefusals, GiveFiles, NameOfficer } from '../../contract.ts'
import type { FileEvent } from '../../events.ts'
import { eventsOf, storeEvent } from '../events.ts'
import { type LawInForce, lawOn } from '../law.ts'
import { momentOf } from '../moment.ts'
import { sayingWhatKeyIsMissing } from '../opened.ts'
import { keepReading } from '../reading.ts'
import { insideFiles } from '../sealing/inside.ts'
import { identityOf, keyOf, type SealedPerson } from '../sealing/person.ts'

type Row = SealedPerson & { file_id: string; number: string; officer_id: string | null }
type Signed = SignedInContext

export const nameOfficer = carriesOut(NameOfficer, async (context, { communeId, from, to, ground }) => {
  const done = await handOver(context, { communeId, from, to, ground }, (files) =>
    filesOf(files, communeId, sql`file.officer_id is not distinct from ${from}::uuid`),
  )
  if (done.answer.files === 0) throw refuse(caseRefusals.nothing_to_hand_over)
  return done
})

/** Of those that were chosen all go over, or none: what was chosen by a list of a while ago is looked at again. */
export const giveFiles = carriesOut(GiveFiles, async (context, { communeId, fileIds, from, to, ground }) => {
  const chosen = [...new Set(fileIds)]
  return handOver(context, { communeId, from, to, ground }, async (files) => {
    const rows = await filesOf(files, communeId, sql`file.id = any(${chosen}::uuid[])`)
    if (rows.length < chosen.length || rows.some(({ officer_id }) => officer_id !== from))
      throw refuse(caseRefusals.officer_changed)
    return rows
  })
})

type Over = { communeId: string; from: string | null; to: string; ground: string }

async function handOver(
  { db, person, now, today }: Signed,
  { communeId, from, to, ground }: Over,
  which: (files: Db) => Promise<Row[]>,
) {
  if (from === to) throw refuse(caseRefusals.officer_same)
  const police = await holdersOf(db, { areaId: communeId, permissions: ['cases.police'], today })
  if (!police.some(({ id }) => id === to)) throw refuse(caseRefusals.officer_elsewhere, {}, 'to')
  const law = await lawOn(db, momentOf(now).slice(0, 10))
  const given = await sayingWhatKeyIsMissing(() =>
    insideFiles(db, { communeId, readerId: person.id, purpose: 'assign' }, async (files) => {
      const rows = await which(files)
      for (const row of rows) await hand(files, row, { communeId, to, ground, by: person.id, now, law })
      return rows
    }),
  )
  return {
    answer: { files: given.length, numbers: given.map(({ number }) => number) },
    audit: given.map(({ file_id }) => ({
      subject: `case-file:${file_id}`,
      areaId: communeId,
      before: { officerId: from },
      after: { officerId: to },
    })),
  }
}

/**
 * Nothing is written to those on their way to another installation. Locked in one order, so that two hand-overs at once wait
 * for one another instead of both failing.
 */
async function filesOf(files: Db, communeId: string, which: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select file.id as file_id, file.number, file.officer_id, person.id, person.wrapped_key as wrapped, person.master_key as master, person.sealed
    from cases.file join cases.person on person.commune_id = file.commune_id and person.id = file.person_id and person.sealed is not null
    where file.commune_id = ${communeId} and file.closed_on is null and file.sent_away is null and ${which}
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

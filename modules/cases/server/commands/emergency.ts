// Breaking the glass: somebody whose role does not open this file finds one person and opens the whole file for three hours.
// What was at stake is kept sealed for the review; that it happened is told at once.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Db, type SignedInContext } from '../../../../platform/server/slice.ts'
import { CloseEmergency, caseRefusals, FindInEmergency, OpenInEmergency, type StakeId, stakes } from '../../contract.ts'
import { hoursOpen, hoursToReview, mayOpenInEmergency } from '../../rules/emergency.ts'
import { sayingWhatKeyIsMissing } from '../opened.ts'
import { viewIn } from '../reach.ts'
import { insideFiles } from '../sealing/inside.ts'
import { nameWords } from '../sealing/person.ts'
import { sealWords, wordsKey } from '../sealing/statement.ts'
import { type ReaderNow, readerNow } from '../watch/opening-facts.ts'
import { fileNumberIn, filesFound } from './find.ts'
import { closing, storeOpening } from './open.ts'

const most = 5

function refuseUnlessTheirs({ rights }: SignedInContext): void {
  if (!mayOpenInEmergency(rights).ok) throw refuse(caseRefusals.emergency_not_yours)
}

export const findInEmergency = carriesOut(FindInEmergency, async (context, { communeId, text }) => {
  refuseUnlessTheirs(context)
  const words = nameWords(text)
  if (!fileNumberIn(text) && words.length < 2 && !words.some((word) => /^\d{6,}$/.test(word)))
    throw refuse(caseRefusals.emergency_too_wide)
  const way = { communeId, readerId: context.person.id, purpose: 'find' }
  const rows = await filesFound(context.db, way, { text, law: false, most })
  return {
    answer: { rows },
    audit: { subject: `case-search:${communeId}`, areaId: communeId, after: { found: rows.length, emergency: true } },
  }
})

export const openInEmergency = carriesOut(OpenInEmergency, async (context, input) => {
  refuseUnlessTheirs(context)
  const { communeId, fileId, id, stake, ground, statement } = input
  const { db, person, now } = context
  if ((await viewIn(context, communeId))?.id === 'police') throw refuse(caseRefusals.emergency_not_needed)
  const reader = await readerNow(context)
  const until = await sayingWhatKeyIsMissing(() =>
    insideFiles(db, { communeId, readerId: person.id, purpose: 'emergency' }, (files) =>
      storeEmergency(files, { communeId, fileId, id, stake, ground, statement }, reader, now),
    ),
  )
  return {
    answer: { id, until },
    audit: { subject: `case-file:${fileId}`, areaId: communeId, after: { opening: id, emergency: stake, until } },
  }
})

type Emergency = { communeId: string; fileId: string; id: string; stake: StakeId; ground: string; statement: string }

/** Answers until when it is open. */
export async function storeEmergency(files: Db, emergency: Emergency, reader: ReaderNow, now: Date): Promise<string> {
  const { communeId, fileId, id, stake, ground, statement } = emergency
  const [at, until, reviewDue] = [0, hoursOpen, hoursToReview].map((hours) => hoursAfter(now, hours)) as [
    string,
    string,
    string,
  ]
  // The words of the emergency are for those who review it: whoever opens the file later reads what was at stake.
  const opening = { communeId, fileId, id, purpose: 'emergency', ground: stakes[stake].vi, at, until }
  const number = await storeOpening(files, opening, reader)
  const sealed = sealWords(await wordsKey(files), `emergency ${id}`, { ground, statement })
  await sql`
    insert into cases.emergency (commune_id, opening_id, file_number, reader_id, stake, sealed, opened_at, until, review_due_at)
    values (${communeId}, ${id}, ${number}, ${reader.id}, ${stake}, ${sealed}, ${at}, ${until}, ${reviewDue})`.execute(
    files,
  )
  return until
}

export const closeEmergency = carriesOut(CloseEmergency, closing)

const hoursAfter = (now: Date, hours: number): string => new Date(now.getTime() + hours * 3_600_000).toISOString()

// Emergencies for those who review them: who opened which file, what was at stake, and what somebody else found afterwards.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { answers, type Context, carriesOut, type Db } from '../../../../platform/server/slice.ts'
import {
  caseRefusals,
  type EmergencyRow,
  ListEmergencies,
  ReviewEmergency,
  type StakeId,
  WatchWaiting,
} from '../../contract.ts'
import { sayingWhatKeyIsMissing } from '../opened.ts'
import { readersNames } from '../readers.ts'
import { MasterKeyMissing } from '../sealing/keys.ts'
import { openWords, type Statement, sealWords, type WordsKey, wordsKey } from '../sealing/statement.ts'
import { communesWithFiles, insideWatch } from '../sealing/watching.ts'
import { type Place, placesWithin } from './places.ts'

type Row = {
  commune_id: string
  opening_id: string
  file_number: string
  reader_id: string
  stake: StakeId
  sealed: Buffer
  opened_at: string
  until: string
  review_due_at: string
  outcome: 'justified' | 'unjustified' | null
  reason: Buffer | null
  reviewed_by: string | null
  reviewed_at: string | null
}
type Read = Row & { said: Statement | undefined; found: string | undefined }

const watching = (context: Context) => ({ readerId: context.person?.id ?? '', purpose: 'watch' }) as const

/** The communes with files that the reader reviews. */
async function reviewed(context: Context): Promise<Map<string, Place>> {
  const communes = await insideWatch(context.db, watching(context), communesWithFiles)
  return placesWithin(context.db, context.scope, communes)
}

async function rowsOf(inside: Db, communes: readonly string[], show: 'open' | 'all', limit: number): Promise<Read[]> {
  const { rows } = await sql<Row>`
    select commune_id, opening_id, file_number, reader_id, stake, sealed, opened_at, until, review_due_at, outcome, reason,
      reviewed_by, reviewed_at
    from cases.emergency where commune_id = any(${communes}::uuid[]) and ${show === 'all' ? sql`true` : sql`outcome is null`}
    order by opened_at desc, opening_id limit ${limit}`.execute(inside)
  const key = rows.length > 0 ? await keyIfThere(inside) : undefined
  return rows.map((row) => ({
    ...row,
    said: key && openWords<Statement>(key, `emergency ${row.opening_id}`, row.sealed),
    found: key && openWords<string>(key, `review ${row.opening_id}`, row.reason),
  }))
}

/** Without the master key the rest is shown all the same: a review that is due stays due. */
async function keyIfThere(inside: Db): Promise<WordsKey | undefined> {
  try {
    return await wordsKey(inside)
  } catch (fault) {
    if (fault instanceof MasterKeyMissing) return undefined
    throw fault
  }
}

async function countsOf(inside: Db, communes: readonly string[], at: string) {
  const { rows } = await sql<{ waiting: number; overdue: number }>`
    select count(*)::int as waiting, count(*) filter (where review_due_at < ${at})::int as overdue
    from cases.emergency where commune_id = any(${communes}::uuid[]) and outcome is null`.execute(inside)
  return rows[0] ?? { waiting: 0, overdue: 0 }
}

export const listEmergencies = answers(ListEmergencies, async (context, { show, limit }) => {
  const places = await reviewed(context)
  const communes = [...places.keys()]
  const at = context.now.toISOString()
  const { rows, counts } = await insideWatch(context.db, watching(context), async (inside) => ({
    rows: await rowsOf(inside, communes, show, limit),
    counts: await countsOf(inside, communes, at),
  }))
  const names = await readersNames(
    context.db,
    rows.flatMap(({ reader_id, reviewed_by }) => [reader_id, ...(reviewed_by ? [reviewed_by] : [])]),
  )
  const shown = rows.map(
    (row): EmergencyRow => ({
      id: row.opening_id,
      commune: places.get(row.commune_id) ?? { id: row.commune_id, name: '', type: '' },
      fileNumber: row.file_number,
      reader: { id: row.reader_id, name: names.get(row.reader_id) ?? null },
      stake: row.stake,
      ground: row.said?.ground ?? null,
      statement: row.said?.statement ?? null,
      openedAt: row.opened_at,
      until: row.until,
      reviewDue: row.review_due_at,
      overdue: row.outcome === null && Date.parse(row.review_due_at) < context.now.getTime(),
      review:
        row.outcome && row.reviewed_by && row.reviewed_at
          ? {
              outcome: row.outcome,
              reason: row.found ?? '—',
              by: names.get(row.reviewed_by) ?? null,
              at: row.reviewed_at,
            }
          : null,
      mayReview: row.outcome === null && row.reader_id !== context.person?.id,
    }),
  )
  return { rows: shown, ...counts }
})

export const reviewEmergency = carriesOut(ReviewEmergency, async (context, { communeId, id, outcome, reason }) => {
  const at = context.now.toISOString()
  await sayingWhatKeyIsMissing(() =>
    insideWatch(context.db, watching(context), async (inside) => {
      const { rows } = await sql<{ reader_id: string; outcome: string | null }>`
      select reader_id, outcome from cases.emergency where commune_id = ${communeId} and opening_id = ${id} for update`.execute(
        inside,
      )
      const [found] = rows
      if (!found) throw refuse(platformRefusals.not_found)
      if (found.reader_id === context.person.id) throw refuse(caseRefusals.review_own)
      if (found.outcome !== null) throw refuse(caseRefusals.reviewed_already)
      const sealed = sealWords(await wordsKey(inside), `review ${id}`, reason)
      await sql`update cases.emergency set outcome = ${outcome}, reason = ${sealed}, reviewed_by = ${context.person.id}, reviewed_at = ${at}
      where commune_id = ${communeId} and opening_id = ${id}`.execute(inside)
    }),
  )
  return {
    answer: { reviewedAt: at },
    // The reason may name somebody: it stays behind the wall.
    audit: { subject: `case-emergency:${id}`, areaId: communeId, after: { outcome } },
  }
})

export const watchWaiting = answers(WatchWaiting, async (context) => {
  const places = await reviewed(context)
  const communes = [...places.keys()]
  const watched = [...(await placesWithin(context.db, context.scopeFor('cases.watch'), communes)).keys()]
  return insideWatch(context.db, watching(context), async (inside) => {
    const newest = await sql<Pick<Row, 'commune_id' | 'opening_id' | 'file_number' | 'opened_at'>>`
      select commune_id, opening_id, file_number, opened_at from cases.emergency
      where commune_id = any(${communes}::uuid[]) and outcome is null order by opened_at desc limit 12`.execute(inside)
    const questions = await sql<{ count: number }>`
      select count(*)::int as count from cases.reading_question
      where commune_id = any(${watched}::uuid[]) and outcome is null`.execute(inside)
    return {
      emergencies: newest.rows.map((row) => ({
        id: row.opening_id,
        fileNumber: row.file_number,
        openedAt: row.opened_at,
        commune: places.get(row.commune_id)?.name ?? '',
      })),
      ...(await countsOf(inside, communes, context.now.toISOString())),
      questions: questions.rows[0]?.count ?? 0,
    }
  })
})

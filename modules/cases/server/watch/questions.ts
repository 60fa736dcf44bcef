// Questions about odd readings: listed for whoever watches, answered with a reason, never by the one whom they are about.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { answers, carriesOut, type Db } from '../../../../platform/server/slice.ts'
import {
  AnswerReadingQuestion,
  caseRefusals,
  ListReadingQuestions,
  type QuestionRow,
  SetReaderHome,
} from '../../contract.ts'
import { sayingWhatKeyIsMissing } from '../opened.ts'
import { readersNames } from '../readers.ts'
import { openWords, sealWords, wordsKey } from '../sealing/statement.ts'
import { communesWithFiles, insideWatch } from '../sealing/watching.ts'
import { ruleAsked } from './asking.ts'
import { placesWithin } from './places.ts'

type Row = {
  commune_id: string
  id: string
  sealed: Buffer
  reader_id: string
  file_number: string | null
  openings: number
  since: string
  until: string
  found_at: string
  outcome: 'explained' | 'passed-on' | null
  reason: Buffer | null
  looked_by: string | null
  looked_at: string | null
}

export const listReadingQuestions = answers(ListReadingQuestions, async (context, { show, limit }) => {
  const way = { readerId: context.person?.id ?? '', purpose: 'watch' } as const
  const places = await placesWithin(context.db, context.scope, await insideWatch(context.db, way, communesWithFiles))
  const communes = [...places.keys()]
  const { rows, open } = await sayingWhatKeyIsMissing(() =>
    insideWatch(context.db, way, async (inside) => {
      const listed = await sql<Row>`
      select commune_id, id, sealed, reader_id, file_number, openings, since, until, found_at, outcome, reason, looked_by, looked_at
      from cases.reading_question where commune_id = any(${communes}::uuid[]) and ${show === 'all' ? sql`true` : sql`outcome is null`}
      order by found_at desc, id limit ${limit}`.execute(inside)
      const counted = await sql<{ count: number }>`
      select count(*)::int as count from cases.reading_question
      where commune_id = any(${communes}::uuid[]) and outcome is null`.execute(inside)
      const key = listed.rows.length > 0 ? await wordsKey(inside) : undefined
      const read = listed.rows.flatMap((row) => {
        const rule = key && ruleAsked(key, row.id, row.sealed)
        const found = key && openWords<string>(key, `answer ${row.id}`, row.reason)
        return rule ? [{ ...row, rule, found }] : []
      })
      return { rows: read, open: counted.rows[0]?.count ?? 0 }
    }),
  )
  const names = await readersNames(
    context.db,
    rows.flatMap(({ reader_id, looked_by }) => [reader_id, ...(looked_by ? [looked_by] : [])]),
  )
  const shown = rows.map(
    (row): QuestionRow => ({
      id: row.id,
      commune: places.get(row.commune_id) ?? { id: row.commune_id, name: '', type: '' },
      rule: row.rule,
      reader: { id: row.reader_id, name: names.get(row.reader_id) ?? null },
      fileNumber: row.file_number,
      openings: row.openings,
      ...{ since: row.since, until: row.until, foundAt: row.found_at },
      looked:
        row.outcome && row.looked_by && row.looked_at
          ? { outcome: row.outcome, reason: row.found ?? '—', by: names.get(row.looked_by) ?? null, at: row.looked_at }
          : null,
      mayAnswer: row.outcome === null && row.reader_id !== context.person?.id,
    }),
  )
  return { rows: shown, open }
})

export const answerReadingQuestion = carriesOut(AnswerReadingQuestion, async (context, input) => {
  const { communeId, id, outcome, reason } = input
  const at = context.now.toISOString()
  await sayingWhatKeyIsMissing(() =>
    insideWatch(context.db, { readerId: context.person.id, purpose: 'watch' }, async (inside) => {
      const { rows } = await sql<{ reader_id: string; outcome: string | null }>`
      select reader_id, outcome from cases.reading_question where commune_id = ${communeId} and id = ${id} for update`.execute(
        inside,
      )
      const [found] = rows
      if (!found) throw refuse(platformRefusals.not_found)
      if (found.reader_id === context.person.id) throw refuse(caseRefusals.review_own)
      if (found.outcome !== null) throw refuse(caseRefusals.reviewed_already)
      const sealed = sealWords(await wordsKey(inside), `answer ${id}`, reason)
      await sql`update cases.reading_question set outcome = ${outcome}, reason = ${sealed}, looked_by = ${context.person.id}, looked_at = ${at}
      where commune_id = ${communeId} and id = ${id}`.execute(inside)
    }),
  )
  return {
    answer: { lookedAt: at },
    audit: { subject: `case-question:${id}`, areaId: communeId, after: { outcome } },
  }
})

/** Whoever watches everywhere reaches even a commune that there is not. */
async function isCommune(db: Db, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from area_unit where id = ${id} and level = 'commune'`.execute(db)
  return rows.length > 0
}

export const setReaderHome = carriesOut(SetReaderHome, async (context, { communeId, readerId, hamlet }) => {
  const known = await readersNames(context.db, [readerId])
  if (!known.has(readerId) || !(await isCommune(context.db, communeId))) throw refuse(platformRefusals.not_found)
  await insideWatch(context.db, { readerId: context.person.id, purpose: 'watch' }, (inside) =>
    sql`insert into cases.reader_home (reader_id, commune_id, hamlet, said_by, said_at)
      values (${readerId}, ${communeId}, ${hamlet}, ${context.person.id}, ${context.now.toISOString()})
      on conflict (reader_id) do update set commune_id = excluded.commune_id, hamlet = excluded.hamlet,
        said_by = excluded.said_by, said_at = excluded.said_at`.execute(inside),
  )
  return { answer: { readerId }, audit: { subject: `person:${readerId}`, areaId: communeId, after: { home: 'said' } } }
})

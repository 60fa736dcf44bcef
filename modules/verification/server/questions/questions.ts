// Questions how a lot came to be signed: listed, shown, answered by the head, closed by the level above.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { type Scope, within } from '../../../../platform/server/rights.ts'
import { answers, type Context, carriesOut, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { AnswerQuestion, CloseQuestion, ListQuestions, ShowQuestion } from '../../contract/questions.ts'
import { verificationRefusals } from '../../contract/refusals.ts'
import type { Found } from '../../rules/patterns.ts'
import { workdayOf } from '../lots/find.ts'
import { groupOf, type Place, placeOf } from '../lots/place.ts'

type Names = { vi: string; en: string }
type Told = { text: string; on: string; by: string | null } | null
type Row = {
  id: string
  place: Place
  group: { id: string; name: Names }
  found: Found[]
  askedOn: string
  state: 'asked' | 'answered' | 'closed'
  demo: boolean
}

const area = sql`coalesce(question.hamlet_id, question.commune_id)`
const columns = sql`question.id, ${placeOf('question')} as place, ${groupOf('question')} as group, question.found,
  question.asked_on as "askedOn", question.demo,
  case when question.closed_on is not null then 'closed' when question.answered_on is not null then 'answered' else 'asked' end as state`

const shown = ({ place, group, ...row }: Row) => ({
  ...row,
  commune: place.commune,
  place: place.name,
  placeType: place.type,
  group: group.name,
})

export const listQuestions: Handler = answers(ListQuestions, async ({ db, scope }, { driveId }) => {
  const { rows } = await sql<Row>`
    select ${columns} from verification_question question where question.drive_id = ${driveId} and ${within(scope, area)}
    order by question.closed_on nulls first, question.asked_at desc, question.id limit 200`.execute(db)
  return { rows: rows.map(shown) }
})

export async function areaOfQuestion({ db }: Pick<Context, 'db'>, { id }: { id: string }): Promise<string | undefined> {
  const { rows } = await sql<{ area: string }>`
    select ${area} as area from verification_question question where question.id = ${id}`.execute(db)
  return rows[0]?.area
}

type Stored = {
  communeId: string
  driveId: string
  areaId: string
  answeredBy: string | null
  answeredOn: string | null
  closedOn: string | null
  version: number
}

async function questionById(db: Db, id: string): Promise<Stored> {
  const { rows } = await sql<Stored>`
    select question.commune_id as "communeId", question.drive_id as "driveId", ${area} as "areaId",
      question.answered_by as "answeredBy", question.answered_on as "answeredOn", question.closed_on as "closedOn", question.version
    from verification_question question where question.id = ${id} for update`.execute(db)
  if (!rows[0]) throw refuse(platformRefusals.not_found)
  return rows[0]
}

/** Rights held above the commune; one's own answer is for somebody else to close. */
async function isAbove(db: Db, scope: Scope, communeId: string): Promise<boolean> {
  if (scope.everywhere) return true
  const { rows } = await sql<{ above: boolean }>`
    select exists (select 1 from area_coverage over join area_unit unit on unit.id = over.ancestor_id
      where over.unit_id = ${communeId} and over.ancestor_id = any(${scope.roots as string[]}::uuid[])
        and unit.level in ('district', 'province')) as above`.execute(db)
  return rows[0]?.above ?? false
}

export const showQuestion: Handler = answers(
  ShowQuestion,
  async ({ db, person, scopeFor }, { id }) => {
    const { rows } = await sql<
      Row & {
        drive: { id: string; name: Names }
        answer: Told
        closing: Told
        version: number
        communeId: string
        answeredBy: string | null
      }
    >`
      select ${columns}, json_build_object('id', drive.id, 'name', json_build_object('vi', drive.name_vi, 'en', drive.name_en)) as drive,
        case when question.answer is not null
          then json_build_object('text', question.answer, 'on', question.answered_on, 'by', answerer.name) end as answer,
        case when question.closing is not null
          then json_build_object('text', question.closing, 'on', question.closed_on, 'by', closer.name) end as closing,
        question.version, question.commune_id as "communeId", question.answered_by as "answeredBy"
      from verification_question question join commitment_drive drive on drive.id = question.drive_id
      left join person answerer on answerer.id = question.answered_by left join person closer on closer.id = question.closed_by
      where question.id = ${id}`.execute(db)
    const [row] = rows
    if (!row) throw refuse(platformRefusals.not_found)
    const { communeId, answeredBy, ...question } = row
    const above = await isAbove(db, scopeFor('verification.manage'), communeId)
    return {
      ...shown(question),
      drive: row.drive,
      answer: row.answer,
      closing: row.closing,
      version: row.version,
      may: { answer: row.state === 'asked', close: row.state === 'answered' && above && answeredBy !== person?.id },
    }
  },
  areaOfQuestion,
)

export const answerQuestion: Handler = carriesOut(
  AnswerQuestion,
  async ({ db, person, today }, { id, version, answer }) => {
    const question = await questionById(db, id)
    if (question.answeredOn) throw refuse(verificationRefusals.question_answered)
    if (question.version !== version) throw refuse(platformRefusals.changed_meanwhile)
    await sql`
      update verification_question set answer = ${answer}, answered_on = ${await workdayOf(db, question, today)}::date,
        answered_by = ${person.id}, version = version + 1 where id = ${id}`.execute(db)
    return {
      answer: { id, version: version + 1 },
      audit: { subject: `verification-question:${id}`, areaId: question.areaId, after: { answer } },
    }
  },
  areaOfQuestion,
)

export const closeQuestion: Handler = carriesOut(
  CloseQuestion,
  async ({ db, person, today, scope }, { id, version, closing }) => {
    const question = await questionById(db, id)
    if (!question.answeredOn) throw refuse(verificationRefusals.not_answered)
    if (question.closedOn) throw refuse(verificationRefusals.question_closed)
    if (question.answeredBy === person.id || !(await isAbove(db, scope, question.communeId)))
      throw refuse(verificationRefusals.own_level)
    if (question.version !== version) throw refuse(platformRefusals.changed_meanwhile)
    await sql`
      update verification_question set closing = ${closing}, closed_on = ${await workdayOf(db, question, today)}::date,
        closed_by = ${person.id}, version = version + 1 where id = ${id}`.execute(db)
    return {
      answer: { id, version: version + 1 },
      audit: { subject: `verification-question:${id}`, areaId: question.areaId, after: { closing } },
    }
  },
  areaOfQuestion,
)

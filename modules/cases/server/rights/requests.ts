// Requests of the person whose file it is: taken in with their deadline, answered once, by whoever may.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { answers, type Context, carriesOut, type Db } from '../../../../platform/server/slice.ts'
import { isMoment } from '../../../../rules/law/moment.ts'
import { acknowledgeDue, answerDue, type RequestKind, type RequestWay } from '../../../../rules/retention/requests.ts'
import {
  AnswerRequest,
  caseRefusals,
  ListRequests,
  type PurposeId,
  retentionRefusals,
  TakeRequest,
} from '../../contract.ts'
import { instantOf, momentOf } from '../moment.ts'
import { inOpenedFile } from '../opened.ts'
import { readersNames } from '../readers.ts'
import { holdsIn } from '../retention/read.ts'
import { keyOf, openJson, sealJson } from '../sealing/person.ts'
import {
  asInstant,
  clocksShown,
  countingAt,
  countingKnown,
  extendedShown,
  longerUntil,
  waitsToBeTold,
} from './clocks.ts'
import { refuseUnlessDone } from './done.ts'

export type RequestRow = {
  id: string
  kind: RequestKind
  way: RequestWay
  received_at: string
  due_at: string
  about_id: string | null
  sealed: Buffer
  person_version: number
  taken_at: string
  taken_by: string
  outcome: 'done' | 'refused' | 'passed-on' | null
  answered_at: string | null
  answered_by: string | null
  answer: Buffer | null
  acknowledge_due_at: string | null
  acknowledged_at: string | null
  acknowledged_way: RequestWay | null
  acknowledged_by: string | null
  first_due_at: string | null
  extended_at: string | null
  extended_by: string | null
  extended_told_at: string | null
  extended_way: RequestWay | null
  extension: Buffer | null
}

export const listRequests = answers(ListRequests, async (context, input) => {
  const { communeId } = input
  const keeps = await holdsIn(context, 'cases.keep', communeId)
  const reader = context.person?.id ?? ''
  const { rows, known, key, purpose } = await inOpenedFile(context, input, async (files, file) => ({
    rows: (await requestsOf(files, communeId, file.id)).filter((row) => maySee(row, reader, keeps)),
    known: await whoKnowsTheFile(files, communeId, file.id),
    key: keyOf(file.person),
    purpose: file.opening.purpose,
  }))
  const people = rows.flatMap(({ taken_by, answered_by, about_id, acknowledged_by, extended_by }) =>
    [taken_by, answered_by, about_id, acknowledged_by, extended_by].filter((id) => id !== null),
  )
  const names = await readersNames(context.db, [...people, ...known])
  const named = (id: string | null) => (id && names.get(id)) || null
  const clocks = await countingKnown(context.db)
  return {
    rows: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      way: row.way,
      words: openJson(key, row.sealed, `request ${row.id}`) as string,
      about: named(row.about_id),
      receivedAt: row.received_at,
      dueAt: row.due_at,
      takenBy: named(row.taken_by),
      outcome: row.outcome,
      answeredAt: row.answered_at,
      answeredBy: named(row.answered_by),
      answer: row.answer && (openJson(key, row.answer, `answer ${row.id}`) as string),
      may: purpose === 'rights' && row.outcome === null ? mayDo(row, keeps) : null,
      ...clocksShown(row, clocks, named),
      extended: extendedShown(row, { known: clocks, named, key }),
      mayAcknowledge: purpose === 'rights' && waitsToBeTold(row),
      mayExtendTo:
        purpose === 'rights' && mayDo(row, keeps) === 'answer' ? longerUntil(row, clocks, context.now) : null,
    })),
    colleagues: known.flatMap((id) => {
      const name = names.get(id)
      return name ? [{ id, name }] : []
    }),
    forRights: purpose === 'rights',
  }
})

const mayDo = ({ kind }: RequestRow, keeps: boolean): 'answer' | 'pass-on' =>
  kind !== 'complaint' || keeps ? 'answer' : 'pass-on'

/** A complaint is read by whoever took it in and by those who decide on it, never by whom it is about. */
export const maySee = (
  { kind, about_id, taken_by }: Pick<RequestRow, 'kind' | 'about_id' | 'taken_by'>,
  reader: string,
  keeps: boolean,
): boolean => kind !== 'complaint' || (about_id !== reader && (keeps || taken_by === reader))

export async function requestsOf(files: Db, communeId: string, fileId: string, id?: string): Promise<RequestRow[]> {
  const { rows } = await sql<RequestRow>`
    select id, kind, way, received_at, due_at, about_id, sealed, person_version, taken_at, taken_by, outcome, answered_at,
      answered_by, answer, acknowledge_due_at, acknowledged_at, acknowledged_way, acknowledged_by, first_due_at, extended_at,
      extended_by, extended_told_at, extended_way, extension
    from cases.request where commune_id = ${communeId} and file_id = ${fileId} ${id ? sql`and id = ${id}` : sql``}
    order by received_at desc ${id ? sql`for update` : sql``}`.execute(files)
  return rows
}

async function whoKnowsTheFile(files: Db, communeId: string, fileId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct id from (
      select reader_id as id from cases.opening where commune_id = ${communeId} and file_id = ${fileId}
      union select recorded_by from cases.event where commune_id = ${communeId} and file_id = ${fileId}) as known`.execute(
    files,
  )
  return rows.map(({ id }) => id)
}

export function refuseOtherPurpose({ opening }: { opening: { purpose: PurposeId } }): void {
  if (opening.purpose !== 'rights') throw refuse(retentionRefusals.for_rights_only)
}

export const takeRequest = carriesOut(TakeRequest, async (context, input) => {
  const { communeId, fileId, id, kind, way, received, words } = input
  // A day or a time that no calendar has.
  if (!isMoment(received)) throw refuse(caseRefusals.details_wrong, { fields: 'received' })
  if (received > momentOf(context.now)) throw refuse(retentionRefusals.in_the_future)
  const counting = countingAt(await countingKnown(context.db), context.now.toISOString())
  const dueAt = asInstant(answerDue(kind, received, counting).at)
  const acknowledgeDueAt = asInstant(acknowledgeDue(kind, received, counting).at)
  await inOpenedFile(context, input, async (files, file) => {
    refuseOtherPurpose(file)
    const sealed = sealJson(keyOf(file.person), words, `request ${id}`)
    const { rows } = await sql`
      insert into cases.request (commune_id, id, file_id, kind, way, received_at, due_at, acknowledge_due_at, about_id, sealed, person_version, taken_at, taken_by)
      values (${communeId}, ${id}, ${fileId}, ${kind}, ${way}, ${instantOf(received)}, ${dueAt}, ${acknowledgeDueAt},
        ${kind === 'complaint' ? input.aboutId : null}, ${sealed}, ${file.person.version}, ${context.now.toISOString()}, ${context.person.id})
      on conflict do nothing returning id`.execute(files)
    if (rows.length === 0) throw refuse(caseRefusals.already_recorded)
  })
  return {
    answer: { id, dueAt, acknowledgeDueAt },
    audit: { subject: `case-file:${fileId}`, areaId: communeId, after: { request: id, kind, dueAt, acknowledgeDueAt } },
  }
})

export const answerRequest = carriesOut(AnswerRequest, async (context, input) => {
  const { communeId, fileId, requestId, outcome, words } = input
  const keeps = await holdsIn(context, 'cases.keep', communeId)
  const answeredAt = context.now.toISOString()
  const request = await inOpenedFile(context, input, async (files, file) => {
    refuseOtherPurpose(file)
    const [found] = await requestsOf(files, communeId, fileId, requestId)
    refuseWhoMayNot(found, context, keeps || outcome === 'passed-on')
    if (outcome === 'passed-on' && found.kind !== 'complaint') throw refuse(retentionRefusals.only_complaints_pass)
    if (outcome === 'done') await refuseUnlessDone(files, { communeId, today: context.today }, file, found)
    const sealed = sealJson(keyOf(file.person), words, `answer ${requestId}`)
    await sql`update cases.request set outcome = ${outcome}, answered_at = ${answeredAt}, answered_by = ${context.person.id}, answer = ${sealed}
      where commune_id = ${communeId} and id = ${requestId}`.execute(files)
    return found
  })
  const late = Date.parse(request.due_at) < context.now.getTime()
  return {
    answer: { answeredAt, late },
    audit: { subject: `case-file:${fileId}`, areaId: communeId, after: { request: requestId, outcome, late } },
  }
})

export function refuseWhoMayNot(
  found: RequestRow | undefined,
  { person }: Context,
  decides: boolean,
): asserts found is RequestRow {
  if (!found) throw refuse(platformRefusals.not_found)
  if (found.about_id === person?.id) throw refuse(retentionRefusals.about_oneself)
  if (found.kind === 'complaint' && !decides) throw refuse(retentionRefusals.head_answers)
  if (found.outcome !== null) throw refuse(retentionRefusals.answered_already)
}

// What comes with a whole file that is entered: requests of the person, holds, a proposal to erase.

import { sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'
import { calendarOf } from '../../../../rules/calendar/working-days.ts'
import type { Moment } from '../../../../rules/law/moment.ts'
import { answerDue, type RequestKind } from '../../../../rules/retention/requests.ts'
import { yearsEntered } from '../law.ts'
import { instantOf } from '../moment.ts'
import { sealJson } from '../sealing/person.ts'

export type KeptWith = {
  requests?: readonly { id: string; kind: RequestKind; received: Moment; words: string }[]
  holds?: readonly { id: string; from: string; ground: string; paper: string }[]
  proposals?: readonly { id: string; at: Moment; reason: string }[]
}
type Of = { communeId: string; fileId: string; personId: string; key: Buffer; by: string }

export async function enterKept(
  files: Db,
  { communeId, fileId, personId, key, by }: Of,
  { requests = [], holds = [], proposals = [] }: KeptWith,
): Promise<void> {
  const calendar = calendarOf(requests.length > 0 ? await yearsEntered(files) : [])
  for (const { id, kind, received, words } of requests) {
    const [at, due] = [instantOf(received), instantOf(answerDue(kind, received, { set: [], calendar }).at)]
    await sql`
      insert into cases.request (commune_id, id, file_id, kind, way, received_at, due_at, sealed, person_version, taken_at, taken_by)
      values (${communeId}, ${id}, ${fileId}, ${kind}, 'desk', ${at}, ${due}, ${sealJson(key, words, `request ${id}`)}, 1, ${at}, ${by})`.execute(
      files,
    )
  }
  for (const { id, from, ground, paper } of holds)
    await sql`
      insert into cases.hold (commune_id, id, file_id, from_on, sealed, placed_at, placed_by)
      values (${communeId}, ${id}, ${fileId}, ${from}, ${sealJson(key, { ground, paper }, `hold ${id}`)}, ${instantOf(`${from}T08:00`)}, ${by})`.execute(
      files,
    )
  for (const { id, at, reason } of proposals)
    await sql`
      insert into cases.erasure (commune_id, id, person_id, ground, reason, proposed_at, proposed_by)
      values (${communeId}, ${id}, ${personId}, 'rule', ${sealJson(key, { proposed: reason }, `erasure ${id}`)}, ${instantOf(at)}, ${by})`.execute(
      files,
    )
}

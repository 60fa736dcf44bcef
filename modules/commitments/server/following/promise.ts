// One signed promise with its words, its ink and what became of it: what the office shows, and prints as a form.

import { sql } from 'kysely'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { within } from '../../../../platform/server/rights.ts'
import { answers, type Handler } from '../../../../platform/server/slice.ts'
import { ShowPromise } from '../../contract/following.ts'
import type { HeldOver } from '../../rules/countersigning.ts'
import { isOfBody } from './breaches.ts'
import { heldOver, waitsFor } from './held-over.ts'
import { workdayOf } from './workday.ts'

type Answer = OutputOf<typeof ShowPromise>
type Row = Omit<Answer, 'ink' | 'may' | 'waits'> & { ink: Buffer | null; decide: boolean; held: HeldOver }

export const showPromise: Handler = answers(ShowPromise, async ({ db, scopeFor, person, today }, { communeId, id }) => {
  const place = {
    communeId: sql.ref('promise.commune_id'),
    hamletId: sql.ref('entry.hamlet_id'),
    bodyId: sql.ref('entry.body_id'),
  }
  const { rows } = await sql<Row>`
    select promise.id, json_build_object('id', drive.id, 'name', json_build_object('vi', drive.name_vi, 'en', drive.name_en),
        'demo', drive.demo) as drive,
      commune.name as commune, hamlet.name as hamlet, body.name as body,
      json_build_object('name', entry.name, 'address', entry.address, 'groupId', kind.id,
        'group', json_build_object('vi', kind.name_vi, 'en', kind.name_en)) as signer,
      asked.counterpart, asked.countersign,
      json_build_object('number', wording.number, 'title', wording.title, 'opening', wording.opening,
        'promises', wording.promises, 'closing', wording.closing) as text,
      promise.way, promise.signed_on as "signedOn", promise.recorded_at as "recordedAt", recorder.name as "recordedBy",
      promise.witness, promise.typed_name as "typedName", promise.code, ink.ink,
      case when meeting.id is not null then json_build_object('title', meeting.title, 'heldOn', meeting.held_on) end as meeting,
      case when promise.countersigned_on is not null
        then json_build_object('on', promise.countersigned_on, 'by', countersigner.name) end as countersigned,
      case when promise.voided_on is not null
        then json_build_object('on', promise.voided_on, 'reason', coalesce(promise.voided_reason, '')) end as voided,
      ${within(scopeFor('commitments.decide'), sql.ref('promise.commune_id'))} as decide,
      ${heldOver({ personId: person?.id ?? null, scopeFor, workday: workdayOf(sql.ref('drive.id'), today) }, place)} as held
    from commitment_promise promise
    join commitment_drive drive on drive.id = promise.drive_id
    join roster_entry entry on entry.commune_id = promise.commune_id and entry.id = promise.entry_id
    join commitment_group kind on kind.id = promise.group_id
    join commitment_drive_group asked on asked.drive_id = promise.drive_id and asked.group_id = promise.group_id
    join commitment_text wording on wording.drive_id = promise.drive_id and wording.group_id = promise.group_id
      and wording.number = promise.text_number
    join area_unit commune on commune.id = promise.commune_id
    left join area_unit hamlet on hamlet.id = entry.hamlet_id
    left join area_body body on body.id = entry.body_id
    left join commitment_ink ink on ink.commune_id = promise.commune_id and ink.promise_id = promise.id
    left join meeting on meeting.id = promise.meeting_id
    left join person recorder on recorder.id = promise.recorded_by
    left join person countersigner on countersigner.id = promise.countersigned_by
    where promise.commune_id = ${communeId} and promise.id = ${id}`.execute(db)
  const [row] = rows
  if (!row) throw refuse(platformRefusals.not_found)
  const { ink, decide, held, ...promise } = row
  return {
    ...promise,
    ink: ink?.toString('base64') ?? null,
    waits: row.countersign && !row.countersigned && !row.voided ? waitsFor(row.counterpart, held) : null,
    may: { decide: decide && !row.voided, breach: decide && !row.voided && isOfBody(row.signer.groupId) },
  }
})

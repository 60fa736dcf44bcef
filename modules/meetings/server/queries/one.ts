// One meeting with all that was planned and said, and what its conclusions have become.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import { within } from '../../../../platform/server/rights.ts'
import { answers, type Context } from '../../../../platform/server/slice.ts'
import { readable } from '../../../documents/server/public.ts'
import { type Programme, plansOf, programmeById, programmeToday } from '../../../programme/server/public.ts'
import { OneMeeting } from '../../contract.ts'
import { conclusionsOf } from '../conclusions.ts'
import { visible } from '../reach.ts'
import { hasWaiting, meetingRows, type PostName, postNamed } from '../rows.ts'

type More = {
  called_on: PlainDate
  closed_on: PlainDate | null
  programme_id: string
  area_id: string
  version: number
  edits: boolean
  minutes_number: string
  issuer: string
  secretary: PostName | null
  ends_at: string | null
  recipients: string[]
}

export const oneMeeting = answers(OneMeeting, async (context, input) => {
  const { db } = context
  const found = await sql<More>`
    select called_on, closed_on, programme_id, meeting.area_id, meeting.version, minutes_number, issuer, recipients,
      to_char(ends_at, 'HH24:MI') as ends_at, ${postNamed('secretary')} as secretary,
      ${within(context.scopeFor('meetings.manage'), sql.ref('meeting.area_id'))} as edits
    from meeting left join post secretary on secretary.id = secretary_post_id
    where meeting.id = ${input.id} and ${visible(context.scope)}`.execute(db)
  const more = found.rows[0]
  const programme = more && (await programmeById(db, more.programme_id))
  if (!more || !programme) throw refuse(platformRefusals.not_found)
  const on = input.on ?? programmeToday(programme, context.today)
  const [row] = await meetingRows(db, sql<boolean>`meeting.id = ${input.id}`, on, 1)
  if (!row) throw refuse(platformRefusals.not_found)
  const held = row.heldOn <= on
  const open = more.closed_on === null
  const plan = (await plansOf(db, programme.id, { knownOn: on })).find((each) => each.closedOn === null)
  return {
    ...row,
    on,
    calledOn: more.called_on,
    closedOn: more.closed_on && more.closed_on <= on ? more.closed_on : null,
    programme: { id: programme.id, slug: programme.slug, name: programme.name, endsOn: programme.endsOn },
    agenda: await agendaOf(context, input.id),
    attendance: (await attendanceOf(context, input.id)).map((each) => (held ? each : { ...each, present: null })),
    contributions: held ? await contributionsOf(context, input.id) : [],
    conclusionList: held ? await conclusionsOf(context, input.id, on) : [],
    paper: held ? paperOf(more) : noPaper,
    documents: await documentsOf(context, input.id, on),
    earlier: await earlierOf(context, programme, row.heldOn, on),
    planId: plan?.id ?? null,
    version: more.version,
    may: {
      edit: more.edits && open,
      assign: await over(context, 'tasks.assign', more.area_id),
      amend: plan !== undefined && (await over(context, 'programme.manage', programme.areaId)),
    },
  }
})

const noPaper = { number: '', issuer: '', secretary: null, endsAt: null, recipients: [] }
const paperOf = ({ minutes_number, issuer, secretary, ends_at, recipients }: More) => ({
  number: minutes_number,
  issuer,
  secretary,
  endsAt: ends_at,
  recipients,
})

async function over(context: Context, permission: string, areaId: string): Promise<boolean> {
  const found = await sql<{ yes: boolean }>`
    select ${within(context.scopeFor(permission), sql`${areaId}::uuid`)} as yes`.execute(context.db)
  return found.rows[0]?.yes ?? false
}

async function agendaOf({ db }: Context, meetingId: string) {
  const found = await sql<{ id: string; title: string; post: PostName | null }>`
    select meeting_agenda.id, title, ${postNamed('post')} as post
    from meeting_agenda left join post on post.id = post_id where meeting_id = ${meetingId} order by position`.execute(
    db,
  )
  return found.rows
}

type Attended = {
  id: string
  post: PostName | null
  guest: string | null
  invited: boolean
  present: boolean | null
  note: string
}
async function attendanceOf({ db }: Context, meetingId: string): Promise<Attended[]> {
  const found = await sql<Attended>`
    select meeting_attendance.id, ${postNamed('post')} as post, guest, invited, present, note
    from meeting_attendance left join post on post.id = post_id left join area_unit on area_unit.id = post.area_id
    where meeting_id = ${meetingId}
    order by guest is not null, array_position(array['province', 'district', 'commune', 'village'], area_unit.level), area_unit.code,
      post.title_vi, guest`.execute(db)
  return found.rows
}

async function contributionsOf({ db }: Context, meetingId: string) {
  const found = await sql<{ id: string; post: PostName | null; speaker: string; text: string }>`
    select meeting_contribution.id, ${postNamed('post')} as post, speaker, text
    from meeting_contribution left join post on post.id = post_id where meeting_id = ${meetingId} order by position`.execute(
    db,
  )
  return found.rows
}

type DocumentName = { id: string; kind: string; number: string; issuedOn: PlainDate | null; title: string }
async function documentsOf(context: Context, meetingId: string, on: PlainDate): Promise<DocumentName[]> {
  const found = await sql<DocumentName>`
    select document.id, kind, number, issued_on as "issuedOn", document.title
    from document_link join document on document.id = document_id
    where subject = ${`meeting:${meetingId}`} and (issued_on is null or issued_on <= ${on}::date)
      and ${readable(context.scopeFor('documents.read'))}
    order by issued_on nulls first, number`.execute(context.db)
  return found.rows
}

/** Earlier meetings of the programme whose conclusions still wait: the first thing to look at in the next. */
async function earlierOf(context: Context, programme: Programme, heldOn: PlainDate, on: PlainDate) {
  const condition = sql<boolean>`meeting.programme_id = ${programme.id} and held_on < ${heldOn}::date
    and ${visible(context.scope)} and ${hasWaiting(on)}`
  const rows = await meetingRows(context.db, condition, on, 20)
  return rows.map((row) => ({ meetingId: row.id, title: row.title, heldOn: row.heldOn, waiting: row.waiting }))
}

// Records what came of a meeting, and closes its minutes.

import { sql } from 'kysely'
import { platformRefusals, Refusal, refuse } from '../../../../platform/contract/refusal.ts'
import { differing } from '../../../../platform/server/differing.ts'
import { carriesOut, type Db, type SignedInContext } from '../../../../platform/server/slice.ts'
import { type Programme, programmeById, programmeToday } from '../../../programme/server/public.ts'
import { CloseMinutes, meetingRefusals, RecordMeeting } from '../../contract.ts'
import { type ConclusionText, whyNotConclude, whyNotEnd, whyNotRecord } from '../../rules.ts'
import { meetingAsKept } from '../as-kept.ts'
import { meetingById, needPosts, type StoredMeeting } from '../meeting.ts'

/** The meeting, locked, when minutes may be written and nobody saved meanwhile. */
async function openMeeting(
  { db, today: realToday }: SignedInContext,
  id: string,
  version: number,
): Promise<{ meeting: StoredMeeting; programme: Programme; today: string }> {
  const meeting = await meetingById(db, id, true)
  const programme = meeting && (await programmeById(db, meeting.programmeId))
  if (!meeting || !programme) throw refuse(platformRefusals.not_found)
  const today = programmeToday(programme, realToday)
  const wrong = whyNotRecord(meeting, today)
  if (wrong) throw wrong
  if (meeting.version !== version)
    throw new Refusal(platformRefusals.changed_meanwhile, { extra: { current: meeting.version } })
  return { meeting, programme, today }
}

export const recordMeeting = carriesOut(
  RecordMeeting,
  async (context, input) => {
    const { db } = context
    const { meeting, programme } = await openMeeting(context, input.id, input.version)
    const { paper } = input
    const wrong =
      whyNotConclude(input.conclusions, await keptConclusions(db, meeting.id), meeting.heldOn) ??
      (paper && whyNotEnd(meeting.startsAt, paper.endsAt))
    if (wrong) throw wrong
    await needPosts(db, programme.areaId, [
      ...input.contributions.map((each, place) => ({ postId: each.postId, field: `contributions.${place}.postId` })),
      ...input.conclusions.map((each, place) => ({ postId: each.postId, field: `conclusions.${place}.postId` })),
      { postId: paper?.secretaryPostId ?? null, field: 'paper.secretaryPostId' },
    ])
    const before = await meetingAsKept(db, meeting.id)
    await noteAttendance(db, meeting.id, input.attendance)
    await writeContributions(db, meeting.id, input.contributions)
    await writeConclusions(db, meeting.id, input.conclusions)
    if (paper) await writePaper(db, meeting.id, paper)
    const version = meeting.version + 1
    await sql`update meeting set version = ${version} where id = ${meeting.id}`.execute(db)
    const changes = differing(before, await meetingAsKept(db, meeting.id))
    return {
      answer: { id: meeting.id, version },
      audit: { subject: `meeting:${meeting.id}`, areaId: meeting.areaId, ...changes },
    }
  },
  async ({ db }, input) => (await meetingById(db, input.id))?.areaId,
)

/** Only of those on the list of the meeting: a line of another one is refused, never passed over. */
async function noteAttendance(
  db: Db,
  meetingId: string,
  attendance: readonly { id: string; present: boolean | null; note: string }[],
): Promise<void> {
  for (const [place, each] of attendance.entries()) {
    const noted = await sql`
      update meeting_attendance set present = ${each.present}, note = ${each.note}
      where id = ${each.id} and meeting_id = ${meetingId}`.execute(db)
    if (noted.numAffectedRows === 0n) throw refuse(meetingRefusals.attendance_unknown, {}, `attendance.${place}.id`)
  }
}

async function keptConclusions(db: Db, meetingId: string): Promise<(ConclusionText & { settled: boolean })[]> {
  const found = await sql<ConclusionText & { settled: boolean }>`
    select id, kind, text, post_id as "postId", due_on as "dueOn", became is not null as settled
    from meeting_conclusion where meeting_id = ${meetingId}`.execute(db)
  return found.rows
}

async function writeContributions(
  db: Db,
  meetingId: string,
  contributions: readonly { id: string; postId: string | null; speaker: string; text: string }[],
): Promise<void> {
  await sql`delete from meeting_contribution where meeting_id = ${meetingId}`.execute(db)
  for (const [position, each] of contributions.entries())
    await sql`
      insert into meeting_contribution (id, meeting_id, position, post_id, speaker, text)
      values (${each.id}, ${meetingId}, ${position}, ${each.postId}, ${each.speaker}, ${each.text})`.execute(db)
}

async function writeConclusions(db: Db, meetingId: string, conclusions: readonly ConclusionText[]): Promise<void> {
  const ids = conclusions.map((each) => each.id)
  await sql`delete from meeting_conclusion where meeting_id = ${meetingId} and not id = any(${ids}::uuid[])`.execute(db)
  for (const [position, each] of conclusions.entries())
    await sql`
      insert into meeting_conclusion (id, meeting_id, position, kind, text, post_id, due_on)
      values (${each.id}, ${meetingId}, ${position}, ${each.kind}, ${each.text}, ${each.postId}, ${each.dueOn})
      on conflict (id) do update set position = excluded.position, kind = excluded.kind, text = excluded.text,
        post_id = excluded.post_id, due_on = excluded.due_on
      where meeting_conclusion.meeting_id = excluded.meeting_id`.execute(db)
}

async function writePaper(
  db: Db,
  meetingId: string,
  paper: {
    number: string
    issuer: string
    secretaryPostId: string | null
    endsAt: string | null
    recipients: readonly string[]
  },
): Promise<void> {
  await sql`
    update meeting set minutes_number = ${paper.number}, issuer = ${paper.issuer}, secretary_post_id = ${paper.secretaryPostId},
      ends_at = ${paper.endsAt}::time, recipients = ${paper.recipients}::text[]
    where id = ${meetingId}`.execute(db)
}

export const closeMinutes = carriesOut(
  CloseMinutes,
  async (context, input) => {
    const { meeting, today } = await openMeeting(context, input.id, input.version)
    const version = meeting.version + 1
    await sql`update meeting set closed_on = ${today}, version = ${version} where id = ${meeting.id}`.execute(
      context.db,
    )
    return {
      answer: { id: meeting.id, version },
      audit: {
        subject: `meeting:${meeting.id}`,
        areaId: meeting.areaId,
        before: { closedOn: null },
        after: { closedOn: today },
      },
    }
  },
  async ({ db }, input) => (await meetingById(db, input.id))?.areaId,
)

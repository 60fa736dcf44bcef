// Calls a meeting, and changes one that was called.

import { sql } from 'kysely'
import { platformRefusals, Refusal, refuse } from '../../../../platform/contract/refusal.ts'
import { differing } from '../../../../platform/server/differing.ts'
import { carriesOut, type SignedInContext } from '../../../../platform/server/slice.ts'
import { type Programme, programmeById, programmeBySlug, programmeToday } from '../../../programme/server/public.ts'
import { CallMeeting, ChangeMeeting, meetingRefusals } from '../../contract.ts'
import { whyNotCall, whyNotInvite } from '../../rules.ts'
import { meetingAsKept } from '../as-kept.ts'
import { meetingById, needPosts, writeLists } from '../meeting.ts'

type Content = {
  calledOn: string
  heldOn: string
  chairPostId: string | null
  agenda: readonly { postId: string | null }[]
  invited: readonly { postId: string | null; guest: string | null }[]
}

async function check(context: SignedInContext, programme: Programme, content: Content): Promise<void> {
  const wrong = whyNotCall(content, programmeToday(programme, context.today)) ?? whyNotInvite(content.invited)
  if (wrong) throw wrong
  await needPosts(context.db, programme.areaId, [
    { postId: content.chairPostId, field: 'chairPostId' },
    ...content.agenda.map((point, place) => ({ postId: point.postId, field: `agenda.${place}.postId` })),
    ...content.invited.map((each, place) => ({ postId: each.postId, field: `invited.${place}.postId` })),
  ])
}

export const callMeeting = carriesOut(CallMeeting, async (context, input) => {
  const { db } = context
  const programme = await programmeBySlug(db, input.programme)
  if (!programme) throw refuse(platformRefusals.not_found)
  const belongs = await sql`
    select 1 from area_coverage where ancestor_id = ${programme.areaId} and unit_id = ${input.areaId}`.execute(db)
  if (belongs.rows.length === 0) throw refuse(meetingRefusals.area_elsewhere, {}, 'areaId')
  await check(context, programme, input)
  const { id, areaId, title, calledOn, heldOn, startsAt, place, chairPostId } = input
  await sql`
    insert into meeting (id, programme_id, area_id, title, called_on, held_on, starts_at, place, chair_post_id)
    values (${id}, ${programme.id}, ${areaId}, ${title}, ${calledOn}, ${heldOn}, ${startsAt}, ${place}, ${chairPostId})`.execute(
    db,
  )
  await writeLists(db, id, input.agenda, input.invited)
  const after = { title, calledOn, heldOn, startsAt, place, agenda: input.agenda.length, invited: input.invited.length }
  return { answer: { id, version: 1 }, audit: { subject: `meeting:${id}`, areaId, after } }
})

export const changeMeeting = carriesOut(
  ChangeMeeting,
  async (context, input) => {
    const { db } = context
    const meeting = await meetingById(db, input.id, true)
    const programme = meeting && (await programmeById(db, meeting.programmeId))
    if (!meeting || !programme) throw refuse(platformRefusals.not_found)
    if (meeting.closedOn) throw refuse(meetingRefusals.closed, { closedOn: meeting.closedOn })
    if (meeting.version !== input.version)
      throw new Refusal(platformRefusals.changed_meanwhile, { extra: { current: meeting.version } })
    await check(context, programme, input)
    const { id, title, calledOn, heldOn, startsAt, place, chairPostId } = input
    const version = meeting.version + 1
    const before = await meetingAsKept(db, id)
    await sql`
      update meeting set title = ${title}, called_on = ${calledOn}, held_on = ${heldOn}, starts_at = ${startsAt}, place = ${place},
        chair_post_id = ${chairPostId}, version = ${version} where id = ${id}`.execute(db)
    await writeLists(db, id, input.agenda, input.invited)
    const changes = differing(before, await meetingAsKept(db, id))
    return { answer: { id, version }, audit: { subject: `meeting:${id}`, areaId: meeting.areaId, ...changes } }
  },
  async ({ db }, input) => (await meetingById(db, input.id))?.areaId,
)

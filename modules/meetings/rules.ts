// Decisions about meetings: in which state one is, and why it cannot be called, changed, recorded or closed so.

import { type Refusal, refuse } from '../../platform/contract/refusal.ts'
import { meetingRefusals, type meetingStates } from './contract/meetings.ts'

type Day = string
export type MeetingState = (typeof meetingStates)[number]

/** `held` stays until the minutes are closed. */
export function stateOf(meeting: { heldOn: Day; closedOn: Day | null }, on: Day): MeetingState {
  if (meeting.closedOn && meeting.closedOn <= on) return 'closed'
  if (meeting.heldOn > on) return 'coming'
  return meeting.heldOn === on ? 'today' : 'held'
}

export function whyNotCall(meeting: { calledOn: Day; heldOn: Day }, today: Day): Refusal | undefined {
  const { calledOn, heldOn } = meeting
  if (calledOn > heldOn) return refuse(meetingRefusals.called_after_held, {}, 'heldOn')
  if (calledOn > today) return refuse(meetingRefusals.called_in_future, { calledOn, today }, 'calledOn')
  return undefined
}

type Invited = { postId: string | null; guest: string | null }
/** Every line names a post or a guest; a post is invited once. */
export function whyNotInvite(invited: readonly Invited[]): Refusal | undefined {
  const seen = new Set<string>()
  for (const [place, each] of invited.entries()) {
    if ((each.postId === null) === (each.guest === null))
      return refuse(meetingRefusals.post_unknown, {}, `invited.${place}.postId`)
    if (each.postId && seen.has(each.postId))
      return refuse(meetingRefusals.invited_twice, {}, `invited.${place}.postId`)
    if (each.postId) seen.add(each.postId)
  }
  return undefined
}

export function whyNotRecord(meeting: { heldOn: Day; closedOn: Day | null }, today: Day): Refusal | undefined {
  if (meeting.closedOn) return refuse(meetingRefusals.closed, { closedOn: meeting.closedOn })
  if (meeting.heldOn > today) return refuse(meetingRefusals.not_held_yet, { heldOn: meeting.heldOn })
  return undefined
}

/** A meeting ends after it began, where both are known. */
export function whyNotEnd(startsAt: string | null, endsAt: string | null): Refusal | undefined {
  if (startsAt === null || endsAt === null || endsAt > startsAt) return undefined
  return refuse(meetingRefusals.ends_before_start, { startsAt }, 'paper.endsAt')
}

export type ConclusionText = { id: string; kind: string; text: string; postId: string | null; dueOn: Day | null }
/** What has become work stays as it was said; nothing is due before the meeting. */
export function whyNotConclude(
  wanted: readonly ConclusionText[],
  kept: readonly (ConclusionText & { settled: boolean })[],
  heldOn: Day,
): Refusal | undefined {
  const asked = new Map(wanted.map((each) => [each.id, each]))
  for (const old of kept) {
    const now = asked.get(old.id)
    if (old.settled && (!now || now.text !== old.text || now.kind !== old.kind))
      return refuse(meetingRefusals.conclusion_settled, {}, 'conclusions')
  }
  for (const [place, each] of wanted.entries())
    if (each.dueOn && each.dueOn < heldOn)
      return refuse(meetingRefusals.due_before_held, {}, `conclusions.${place}.dueOn`)
  return undefined
}

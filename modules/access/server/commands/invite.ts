// One-time links that an administrator hands to a person: to come in the first time, or after losing the way in.

import { refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type SignedInContext } from '../../../../platform/server/slice.ts'
import { InvitePerson, ResetSignIn } from '../../contract/people.ts'
import { refusals } from '../../contract/refusals.ts'
import { endAllSessions, removeFactors } from '../sign-in/accounts.ts'
import { makeInvitation, type Purpose } from '../sign-in/invitations.ts'
import { personToManage } from '../standing.ts'

/** A new link; the ones made before no longer work. */
async function linkFor(context: SignedInContext, id: string, purpose: Purpose) {
  const invited = await personToManage(context, id)
  if (id === context.person.id) throw refuse(refusals.not_yourself)
  if (invited.disabled_on !== null && invited.disabled_on <= context.today) throw refuse(refusals.person_disabled)
  return makeInvitation(context.db, { personId: id, purpose, madeBy: context.person.id, now: context.now })
}

export const invitePerson = carriesOut(InvitePerson, async (context, { id }) => {
  const link = await linkFor(context, id, 'invite')
  return { answer: link, audit: { subject: `person:${id}`, after: { expiresAt: link.expiresAt } } }
})

export const resetSignIn = carriesOut(ResetSignIn, async (context, { id, factors, reason }) => {
  const link = await linkFor(context, id, 'reset')
  const sessionsEnded = await endAllSessions(context.db, id)
  if (factors) await removeFactors(context.db, id)
  return {
    answer: link,
    audit: { subject: `person:${id}`, after: { expiresAt: link.expiresAt, sessionsEnded, factors, reason } },
  }
})

// A one-time link, from its holder's side: what it is for, and the password that makes it true.

import type { Kysely } from 'kysely'
import * as z from 'zod/mini'
import type { DB } from '../../../../db/schema.generated.ts'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { Text } from '../../../../platform/contract/schemas.ts'
import type { Clock } from '../../../../platform/server/clock.ts'
import { scopeOf } from '../../../../platform/server/rights.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import { recordAudit } from '../../../audit/server/public.ts'
import { Email } from '../../contract/email.ts'
import { refusals } from '../../contract/refusals.ts'
import { manage } from '../../rules.ts'
import { rightsOf } from '../rights.ts'
import { standsOver } from '../standing.ts'
import { endAllSessions, setPassword } from './accounts.ts'
import { makeFirstAdministrator } from './first-administrator.ts'
import { findInvitation, type Invitation, useInvitation } from './invitations.ts'
import { passwordRefusal } from './strength.ts'

// A piece of an address that was cut off or mistyped is a link that does not work, and is answered as one.
const Token = z.string().check(z.maxLength(1000))
export const Look = z.object({ token: Token })
export const Accept = z.object({
  token: Token,
  password: z.string().check(z.maxLength(600)),
  /** Only the first administrator tells who they are; everybody else is known already. */
  name: z.optional(Text(120)),
  email: z.optional(Email),
})

export async function lookAtInvitation(db: Kysely<DB>, clock: Clock, token: string) {
  const found = await findInvitation(db, token, { now: clock.now(), today: clock.today() })
  if (!found || !(await makerStillMay(db, found, clock.today()))) throw refuse(refusals.link_over)
  const { purpose, name, email, expiresAt } = found
  return { purpose, name, email, expiresAt }
}

/** Sets the password and answers whose it is; the link is used up with it. */
export async function acceptInvitation(
  db: Kysely<DB>,
  clock: Clock,
  given: z.output<typeof Accept>,
): Promise<{ personId: string; email: string }> {
  const when = { now: clock.now(), today: clock.today() }
  return db.transaction().execute(async (inside) => {
    const invitation = await findInvitation(inside, given.token, when, true)
    if (!invitation || !(await makerStillMay(inside, invitation, when.today))) throw refuse(refusals.link_over)
    const who = whoAccepts(invitation, given)
    const weak = passwordRefusal(given.password, [who.name, who.email])
    if (weak) throw weak
    const personId = invitation.personId ?? (await makeFirstAdministrator(inside, who, when.today))
    await setPassword(inside, personId, given.password)
    await useInvitation(inside, invitation.id, when.now)
    const ended = await endAllSessions(inside, personId)
    await recordAudit(inside, [
      {
        operation: 'access.acceptInvitation',
        personId,
        actingForId: null,
        commandId: null,
        at: when.now,
        subject: `person:${personId}`,
        after: { purpose: invitation.purpose, sessionsEnded: ended },
      },
    ])
    return { personId, email: who.email }
  })
}

/** A link is worth what its maker may do on the day it is used: the person may have got more rights since, the maker fewer. */
async function makerStillMay(db: Db, { madeBy, personId }: Invitation, today: string): Promise<boolean> {
  if (madeBy === null || personId === null) return true
  const rights = await rightsOf(db, madeBy, today)
  const scope = scopeOf(rights, manage)
  if (!scope.everywhere && scope.roots.length === 0) return false
  return standsOver({ db, rights, scope, today }, personId)
}

function whoAccepts(invitation: Invitation, given: z.output<typeof Accept>): { name: string; email: string } {
  if (invitation.purpose !== 'first') return invitation
  if (!given.name) throw refuse(refusals.name_missing, {}, 'name')
  if (!given.email) throw refuse(refusals.email_missing, {}, 'email')
  return { name: given.name, email: given.email }
}

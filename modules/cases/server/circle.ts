// The roles around a person, as data, and the people who may be named to them with an account of theirs.

import { sql } from 'kysely'
import { refuse } from '../../../platform/contract/refusal.ts'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { holdersOf } from '../../access/server/public.ts'
import { type CircleRole, caseRefusals } from '../contract.ts'
import type { FileEvent } from '../events.ts'
import { type ViewId, views } from '../views.ts'

export async function circleRoles(db: Db, today: PlainDate): Promise<CircleRole[]> {
  const { rows } = await sql<CircleRole>`
    select id, name_vi as vi, name_en as en, version, (retired_on is not null and retired_on <= ${today}::date) as retired
    from circle_role order by place, id`.execute(db)
  return rows
}

const inOrder = Object.entries(views) as [ViewId, (typeof views)[ViewId]][]

/** Whoever has a right of their own to files here, and as what they would see them. */
export async function circlePeople(db: Db, communeId: string, today: PlainDate) {
  const permissions = inOrder.map(([, { permission }]) => permission)
  const holders = await holdersOf(db, { areaId: communeId, permissions, today })
  return holders.flatMap(({ id, name, permissions: held }) => {
    const view = inOrder.find(([, { permission }]) => held.includes(permission))?.[0]
    return view ? [{ id, name, view }] : []
  })
}

/** Who is named with an account could open the file: so they must have a right here; and a role must be one of those in use. */
export async function checkCircle(db: Db, communeId: string, today: PlainDate, event: FileEvent): Promise<void> {
  const named = namedIn(event)
  if (named.length === 0) return
  const people = await circlePeople(db, communeId, today)
  const roles = (await circleRoles(db, today)).filter(({ retired }) => !retired)
  for (const { person, role } of named) {
    const account = people.find(({ id }) => id === person)
    if (person && !account) throw refuse(caseRefusals.not_on_team)
    if (role !== undefined && !roles.some(({ id }) => id === role)) throw refuse(caseRefusals.role_unknown)
    if (event.kind === 'officer-named' && account?.view !== 'police') throw refuse(caseRefusals.officer_elsewhere)
    if (role === 'police' && account && account.view !== 'police') throw refuse(caseRefusals.officer_elsewhere)
  }
}

function namedIn(event: FileEvent): readonly { person?: string | undefined; role?: string }[] {
  if (event.kind === 'team-named') return event.details.members
  if (event.kind === 'helper-named' || event.kind === 'officer-named') return [event.details]
  // What was entered wrong is put right by the same rules.
  if (event.kind === 'corrected') return namedInDetails(event.details.details)
  return []
}

function namedInDetails(details: Record<string, unknown> | undefined): { person?: string; role?: string }[] {
  const each = [details, ...(Array.isArray(details?.members) ? (details.members as unknown[]) : [])]
  return each.flatMap((one) => {
    const { person, role } = (one ?? {}) as { person?: unknown; role?: unknown }
    return typeof person === 'string' ? [{ person, ...(typeof role === 'string' && { role }) }] : []
  })
}

// The first administrator of an empty installation: made by whoever holds the link that the first start prints.

import { type Kysely, sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { DB } from '../../../../db/schema.generated.ts'
import { refuse } from '../../../../platform/contract/refusal.ts'
import type { Clock } from '../../../../platform/server/clock.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import type { Settings } from '../../../../platform/settings.ts'
import { refusals } from '../../contract/refusals.ts'
import { loadRoles } from '../starting-roles.ts'
import { makeInvitation } from './invitations.ts'

const administrator = 'administrator'

/** Somebody enabled holds the management of rights everywhere, by a grant of their own. */
export async function hasAdministrator(db: Db, today: string): Promise<boolean> {
  const found = await sql`
    select 1 from access_grant
    join role_permission on role_permission.role_id = access_grant.role_id and permission = 'access.manage'
    join person on person.id = access_grant.person_id and (disabled_on is null or disabled_on > ${today}::date)
    where area_id is null and valid_from <= ${today}::date and (valid_to is null or valid_to > ${today}::date)
      and (revoked_on is null or revoked_on > ${today}::date) limit 1`.execute(db)
  return found.rows.length > 0
}

/** The whole address of a fresh link, or nothing when there is an administrator already. */
export async function firstAdministratorLink(
  db: Kysely<DB>,
  settings: Pick<Settings, 'publicUrl'>,
  clock: Clock,
): Promise<string | undefined> {
  return db.transaction().execute(async (inside) => {
    await loadRoles(inside)
    if (await hasAdministrator(inside, clock.today())) return undefined
    const { path } = await makeInvitation(inside, { personId: null, purpose: 'first', madeBy: null, now: clock.now() })
    return settings.publicUrl + path
  })
}

/** Makes the person and their grant; refused when somebody else was faster. */
export async function makeFirstAdministrator(
  db: Db,
  person: { name: string; email: string },
  today: string,
): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtext('binhyen: first administrator'))`.execute(db)
  if (await hasAdministrator(db, today)) throw refuse(refusals.link_over)
  const id = uuidv7()
  await sql`insert into person (id, name, email) values (${id}, ${person.name}, ${person.email})`.execute(db)
  await sql`
    insert into access_grant (id, person_id, role_id, area_id, valid_from, reason)
    values (${uuidv7()}, ${id}, ${administrator}, null, ${today}, 'Người quản trị đầu tiên')`.execute(db)
  return id
}

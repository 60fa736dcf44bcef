// People as rows: with the posts and roles that lie within the reader's reach.

import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../../platform/server/rights.ts'
import { within } from '../../../platform/server/rights.ts'
import type { Db } from '../../../platform/server/slice.ts'

type Area = { id: string; code: string; name: string; type: string }
type PersonRow = {
  id: string
  key: string
  name: string
  email: string
  language: 'vi' | 'en'
  demo: boolean
  disabled_on: string | null
  version: number
  ready: boolean
  invited: boolean
  last_seen_at: string | null
  authenticator: boolean
  passkeys: number
  posts: { titleVi: string; titleEn: string; area: Area }[] | null
  roles: { role: { id: string; nameVi: string; nameEn: string }; area: Area | null }[] | null
}

/** A right everywhere is shown to those alone who may look everywhere. */
export const grantWithin = (scope: Scope): RawBuilder<boolean> =>
  scope.everywhere ? sql<boolean>`true` : within(scope, sql.ref('access_grant.area_id'))

/** Names in the order of a dictionary that knows no marks, so that Đ stands beside D. */
export const peopleOrder = sql`area_name_key(person.name)`

/** People for whom `which` holds, with their posts on `on` and their roles of today within the scope; the table is called person there. */
export async function readPeople(
  db: Db,
  { which, scope, on, today, now }: { which: RawBuilder<boolean>; scope: Scope; on: string; today: string; now: Date },
  tail: RawBuilder<unknown> = sql`order by ${peopleOrder}, person.id`,
) {
  const area = sql`jsonb_build_object('id', area_unit.id, 'code', area_unit.code, 'name', area_unit.name, 'type', area_unit.type)`
  const found = await sql<PersonRow>`
    select person.id, person.name, ${peopleOrder} as key, person.email, person.language, person.demo, person.disabled_on, person.version,
      coalesce("user".two_factor_enabled, false) as authenticator,
      exists (select 1 from auth.account where user_id = person.id) as ready,
      exists (select 1 from auth.invitation where person_id = person.id and used_at is null and withdrawn_at is null
        and expires_at > ${now}) as invited,
      (select max(last_seen_at) from auth.session where user_id = person.id) as last_seen_at,
      (select count(*) from auth.passkey where user_id = person.id) as passkeys,
      (select jsonb_agg(jsonb_build_object('titleVi', post.title_vi, 'titleEn', post.title_en, 'area', ${area})
          order by post_holder.valid_from desc)
        from post_holder join post on post.id = post_id join area_unit on area_unit.id = post.area_id
        where post_holder.person_id = person.id and post_holder.valid_from <= ${on}::date
          and (post_holder.valid_to is null or post_holder.valid_to > ${on}::date)
          and ${within(scope, sql.ref('post.area_id'))}) as posts,
      (select jsonb_agg(jsonb_build_object('role', jsonb_build_object('id', role.id, 'nameVi', role.name_vi, 'nameEn', role.name_en),
          'area', case when area_unit.id is null then null else ${area} end) order by access_grant.valid_from)
        from access_grant join role on role.id = role_id left join area_unit on area_unit.id = access_grant.area_id
        where access_grant.person_id = person.id and access_grant.valid_from <= ${today}::date
          and (access_grant.valid_to is null or access_grant.valid_to > ${today}::date)
          and (revoked_on is null or revoked_on > ${today}::date) and ${grantWithin(scope)}) as roles
    from person left join auth."user" "user" on "user".id = person.id
    where ${which} ${tail}`.execute(db)
  return found.rows.map((row) => ({
    id: row.id,
    key: row.key,
    name: row.name,
    email: row.email,
    language: row.language,
    demo: row.demo,
    disabledOn: row.disabled_on,
    version: row.version,
    posts: row.posts ?? [],
    roles: row.roles ?? [],
    signIn: row.ready ? ('ready' as const) : row.invited ? ('invited' as const) : ('none' as const),
    lastSeenAt: row.last_seen_at,
    authenticator: row.authenticator,
    passkeys: row.passkeys,
  }))
}

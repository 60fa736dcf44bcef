// What I lend and what was lent to me; colleagues to lend to.

import { sql } from 'kysely'
import { nameKey } from '../../../../platform/contract/name-key.ts'
import { answers } from '../../../../platform/server/slice.ts'
import { MyDelegations } from '../../contract/delegations.ts'
import { ListColleagues } from '../../contract/people.ts'
import { colleague } from '../colleagues.ts'
import { type Delegation, readDelegations } from '../delegation-rows.ts'
import { readGrants } from '../grant-rows.ts'
import { heldOn, readHeldPosts } from '../held-posts.ts'

export const myDelegations = answers(MyDelegations, async ({ db, person, today }) => {
  const id = person?.id ?? ''
  const grants = await readGrants(db, sql<boolean>`access_grant.person_id = ${id}`, today)
  const roles = new Map(grants.filter((grant) => grant.inForce).map(({ role }) => [role.id, role]))
  const open = (each: Delegation) => ({ ...each, may: { end: each.revokedOn === null && each.validTo > today } })
  return {
    today,
    given: (await readDelegations(db, sql<boolean>`from_person_id = ${id}`, today)).map(open),
    received: (await readDelegations(db, sql<boolean>`to_person_id = ${id}`, today)).map(open),
    roles: [...roles.values()],
    posts: await readHeldPosts(db, id, heldOn(today)),
  }
})

type Row = { id: string; name: string; title_vi: string | null; title_en: string | null }

export const colleagues = answers(ListColleagues, async (context, { text, limit }) => {
  const words = nameKey(text).split(' ').filter(Boolean)
  const found = await sql<Row>`
    select person.id, person.name, title.title_vi, title.title_en from person
    left join lateral (
      select post.title_vi, post.title_en from post_holder join post on post.id = post_id
      where person_id = person.id and ${heldOn(context.today)} order by valid_from desc limit 1) title on true
    where ${colleague(context)}
      and ${sql.join([sql`true`, ...words.map((word) => sql`strpos(area_name_key(person.name), ${word}) > 0`)], sql` and `)}
    order by person.name, person.id limit ${limit}`.execute(context.db)
  return {
    rows: found.rows.map((row) => ({ id: row.id, name: row.name, titleVi: row.title_vi, titleEn: row.title_en })),
  }
})

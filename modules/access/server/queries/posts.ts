// Posts of the reader's areas with their holders, and one post with its history.

import { sql } from 'kysely'
import { nameKey } from '../../../../platform/contract/name-key.ts'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { type Scope, within } from '../../../../platform/server/rights.ts'
import { answers, type Db } from '../../../../platform/server/slice.ts'
import { ListPosts, ViewPost } from '../../contract/posts.ts'
import { inheritedWork } from '../inheritance.ts'
import { pageOf, placeOf } from '../paging.ts'
import { areaOfPost, readPosts } from '../post-rows.ts'
import { areasAbove } from '../standing.ts'

const someReach = (scope: Scope): boolean => scope.everywhere || scope.roots.length > 0

export const posts = answers(ListPosts, async ({ db, scope, scopeFor, today }, input) => {
  const on = input.on ?? today
  const words = nameKey(input.text).split(' ').filter(Boolean)
  const holderKnown = sql`select 1 from post_holder join person on person.id = person_id where post_id = post.id
    and post_holder.valid_from <= ${on}::date and (post_holder.valid_to is null or post_holder.valid_to > ${on}::date)`
  const conditions = [
    within(scope, sql.ref('post.area_id')),
    ...words.map(
      (
        word,
      ) => sql<boolean>`(strpos(area_name_key(post.title_vi || ' ' || post.title_en || ' ' || area_unit.name), ${word}) > 0
        or exists (${holderKnown} and strpos(area_name_key(person.name), ${word}) > 0))`,
    ),
    input.area
      ? sql<boolean>`exists (select 1 from area_coverage below where below.unit_id = post.area_id and below.ancestor_id = ${input.area})`
      : sql<boolean>`true`,
    input.held === 'all'
      ? sql<boolean>`true`
      : input.held === 'held'
        ? sql<boolean>`exists (${holderKnown})`
        : sql<boolean>`not exists (${holderKnown})`,
  ]
  const which = sql<boolean>`${sql.join(conditions, sql` and `)}`
  const after = placeOf(input.cursor)
  const order = sql`(area_unit.code || ' ' || post.title_vi)`
  const fromHere = after ? sql<boolean>`${which} and (${order}, post.id) > (${after[0]}, ${after[1]}::uuid)` : which
  const [rows, counted] = await Promise.all([
    readPosts(db, fromHere, on, sql`order by ${order}, post.id limit ${input.limit + 1}`),
    sql<{ total: number }>`
      select count(*) as total from post join area_unit on area_unit.id = post.area_id where ${which}`.execute(db),
  ])
  return {
    on,
    ...pageOf(rows, input.limit, (row) => [`${row.area.code} ${row.titleVi}`, row.id]),
    total: counted.rows[0]?.total ?? 0,
    may: { add: someReach(scopeFor('access.manage')) },
  }
})

export const post = answers(
  ViewPost,
  async ({ db, scopeFor, today }, input) => {
    const on = input.on ?? today
    const [found] = await readPosts(db, sql<boolean>`post.id = ${input.id}`, on)
    if (!found) throw refuse(platformRefusals.not_found)
    const [above, holders, inherited, reach] = await Promise.all([
      found.reportsToId ? readPosts(db, sql<boolean>`post.id = ${found.reportsToId}`, on) : [],
      holdersOf(db, input.id),
      inheritedWork(db, { postId: input.id, on }),
      areasAbove(db, found.area.id),
    ])
    const manages = scopeFor('access.manage')
    const may = manages.everywhere || manages.roots.some((root) => reach.has(root))
    return {
      on,
      post: found,
      reportsTo: above[0] ?? null,
      holders,
      inherited,
      may: { change: may, handOver: may },
    }
  },
  ({ db }, { id }) => areaOfPost(db, id),
)

async function holdersOf(db: Db, postId: string) {
  const found = await sql<{ id: string; name: string; valid_from: string; valid_to: string | null; document: string }>`
    select person.id, person.name, valid_from, valid_to, document from post_holder join person on person.id = person_id
    where post_id = ${postId} order by valid_from desc`.execute(db)
  return found.rows.map((row) => ({
    person: { id: row.id, name: row.name },
    from: row.valid_from,
    to: row.valid_to,
    document: row.document,
  }))
}

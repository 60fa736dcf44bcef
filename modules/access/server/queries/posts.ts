// Posts of the reader's areas with their holders, and one post with its history.

import { type RawBuilder, sql } from 'kysely'
import { nameKey } from '../../../../platform/contract/name-key.ts'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { type Scope, within } from '../../../../platform/server/rights.ts'
import { answers, type Db } from '../../../../platform/server/slice.ts'
import { ListPosts, PostTree, ViewPost } from '../../contract/posts.ts'
import { inheritedWork } from '../inheritance.ts'
import { pageOf, placeOf } from '../paging.ts'
import { areaOfPost, postOrder, readPosts } from '../post-rows.ts'
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
  ]
  const held = sql<boolean>`exists (${holderKnown})`
  const whatever = sql<boolean>`${sql.join(conditions, sql` and `)}`
  const which =
    input.held === 'all' ? whatever : sql<boolean>`${whatever} and ${held} = ${input.held === 'held'}::boolean`
  const after = placeOf(input.cursor)
  const fromHere = after ? sql<boolean>`${which} and (${postOrder}, post.id) > (${after[0]}, ${after[1]}::uuid)` : which
  const [rows, counted] = await Promise.all([
    readPosts(db, fromHere, on, sql`order by place, post.id limit ${input.limit + 1}`),
    sql<{ held: number; vacant: number }>`
      select count(*) filter (where ${held}) as held, count(*) filter (where not ${held}) as vacant
      from post join area_unit on area_unit.id = post.area_id where ${whatever}`.execute(db),
  ])
  const counts = counted.rows[0] ?? { held: 0, vacant: 0 }
  return {
    on,
    ...pageOf(rows, input.limit, (row) => [row.place, row.id]),
    total: input.held === 'all' ? counts.held + counts.vacant : counts[input.held],
    counts,
    may: { add: someReach(scopeFor('access.manage')) },
  }
})

type Branch = { id: string; code: string; name: string; type: string; posts: number; vacant: number; below: number }

/** Posts by the tree of the day, branch by branch; a unit without a post below it is left out. */
export const postTree = answers(PostTree, async ({ db, scope, today }, { on = today, under }) => {
  const day = sql`${on}::date`
  const inForce = (table: string) =>
    sql<boolean>`${sql.ref(`${table}.valid_from`)} <= ${day} and (${sql.ref(`${table}.valid_to`)} is null or ${sql.ref(`${table}.valid_to`)} > ${day})`
  const right = (parent: RawBuilder<unknown>) =>
    sql`select child.id from area_parent link join area_unit child on child.id = link.unit_id
      where link.parent_id = ${parent} and ${inForce('link')} and ${inForce('child')}`
  const units = under
    ? right(sql`${under}::uuid`)
    : scope.everywhere
      ? sql`select top.id from area_unit top where ${inForce('top')}
          and not exists (select 1 from area_parent link where link.unit_id = top.id and ${inForce('link')})`
      : sql`select mine.id from unnest(${scope.roots as string[]}::uuid[]) mine(id) where not exists (
          select 1 from area_coverage wider where wider.unit_id = mine.id and wider.ancestor_id <> mine.id
            and wider.ancestor_id = any(${scope.roots as string[]}::uuid[]))`
  const postsBelow = (unit: RawBuilder<unknown>) =>
    sql`post join area_coverage reach on reach.unit_id = post.area_id and reach.ancestor_id = ${unit}
      where ${within(scope, sql.ref('post.area_id'))}`
  const found = await sql<Branch>`
    select unit.id, unit.code, unit.name, unit.type, counted.posts, counted.vacant, (
      select count(*) from (${right(sql.ref('unit.id'))}) child
      where exists (select 1 from ${postsBelow(sql.ref('child.id'))})) as below
    from area_unit unit cross join lateral (
      select count(*) as posts, count(*) filter (where not exists (
        select 1 from post_holder where post_holder.post_id = post.id and ${inForce('post_holder')})) as vacant
      from ${postsBelow(sql.ref('unit.id'))}) counted
    where unit.id in (${units}) and counted.posts > 0
    order by array_position(array['province', 'district', 'commune', 'village'], unit.level), unit.code`.execute(db)
  return { on, units: found.rows }
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

// Whose work lies where, and the first of it: read in the order of a table (work_item, work_of_member), never gathered and sorted.

import { type RawBuilder, sql } from 'kysely'
import type { whoseWork } from '../../contract.ts'

/** Of all, or of those people; null: of nobody, files that nobody is in charge of. */
export type Work = { of: 'commune' } | { of: 'officer' | 'member'; people: readonly string[] | null }

export const worksOf = (mine: readonly string[]): Record<(typeof whoseWork)[number], Work> => ({
  mine: { of: 'officer', people: mine },
  team: { of: 'member', people: mine },
  all: { of: 'commune' },
})
export const workOfOfficer = (officer: string): Work => ({
  of: 'officer',
  people: officer === 'none' ? null : [officer],
})

const order = sql`order by by_at, file_id, because, act`

/**
 * The keys of the first steps, at most `limit`, of those that `which` lets through; it calls a step `item`. Of several people (who stands
 * in for others) the first of each are put together, and what is of two of them is one.
 */
export function firstOf(
  communeId: string,
  work: Work,
  which: RawBuilder<unknown>,
  limit: RawBuilder<number>,
): RawBuilder<unknown> {
  const from = (whose: RawBuilder<unknown>) => sql`(
    select item.commune_id, item.file_id, item.because, item.act, item.by_at
    from ${work.of === 'member' ? sql`cases.work_of_member` : sql`cases.work_item`} item
    where item.commune_id = ${communeId} and ${whose} and ${which} ${order} limit ${limit})`
  if (work.of === 'commune') return from(sql`true`)
  const column = work.of === 'member' ? sql`item.member_id` : sql`item.officer_id`
  if (work.people === null) return from(sql`${column} is null`)
  if (work.people.length === 1) return from(sql`${column} = ${work.people[0]}::uuid`)
  return sql`(
    select distinct first.* from unnest(${work.people as string[]}::uuid[]) as one (id), lateral ${from(sql`${column} = one.id`)} as first
    ${order} limit ${limit})`
}

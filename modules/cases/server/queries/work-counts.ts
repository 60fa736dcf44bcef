// How much work there is, by when it is due and whose: each is looked at so far and no further, and what follows from another count is
// not counted again. In a place with much work nearly all of it follows from what is late.

import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'
import { mostCounted, type whenDue, type whoseWork } from '../../contract.ts'
import { firstOf, type Work } from './work-in-order.ts'

type When = (typeof whenDue)[number]
type Whose = (typeof whoseWork)[number]

/** What is late is due today too, that this week, and all of it is work: once one goes as far as is counted, the wider ones do. */
const narrowToWide = ['late', 'today', 'week', 'all'] as const satisfies readonly When[]
const most = sql.lit(mostCounted)

export async function countWork(
  files: Db,
  asked: { communeId: string; work: Work; works: Record<Whose, Work>; when: Record<When, RawBuilder<boolean>> },
): Promise<{ due: Record<When, number>; whose: Record<Whose, number> }> {
  const { communeId, work, works, when } = asked
  const counted = (of: Work, which: RawBuilder<unknown>) =>
    sql<number>`(select count(*)::int from ${firstOf(communeId, of, which, most)} as seen)`
  /** Each count is a part of the statement by its own name, asked once, and known to those after it. */
  const part = (name: string, n: RawBuilder<number>) => sql`${sql.ref(name)} as materialized (select ${n} as n)`
  const n = (name: string) => sql<number>`(select n from ${sql.ref(name)})`
  const due = narrowToWide.map((each, at) => {
    const narrower = narrowToWide[at - 1]
    const count = counted(work, when[each])
    return part(
      `due_${each}`,
      narrower ? sql`case when ${n(`due_${narrower}`)} = ${most} then ${most} else ${count} end` : count,
    )
  })
  const own = (['mine', 'team'] as const).map((each) =>
    part(`of_${each}`, works[each] === work ? n('due_all') : counted(works[each], sql`true`)),
  )
  const everybodys = part(
    'of_all',
    works.all === work
      ? n('due_all')
      : sql`case when ${most} in (${n('of_mine')}, ${n('of_team')}) then ${most} else ${counted(works.all, sql`true`)} end`,
  )
  const { rows } = await sql<Record<`due_${When}` | `of_${Whose}`, number>>`/* plan once */
    with ${sql.join([...due, ...own, everybodys])}
    select due_late.n as due_late, due_today.n as due_today, due_week.n as due_week, due_all.n as due_all,
      of_mine.n as of_mine, of_team.n as of_team, of_all.n as of_all
    from due_late, due_today, due_week, due_all, of_mine, of_team, of_all`.execute(files)
  const found = rows[0]
  if (!found) throw new Error('counts are one row')
  return {
    due: { late: found.due_late, today: found.due_today, week: found.due_week, all: found.due_all },
    whose: { mine: found.of_mine, team: found.of_team, all: found.of_all },
  }
}

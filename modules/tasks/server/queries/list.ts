// The list of tasks: filtered, sorted, paged by cursor, with the counts of its chips and lanes.

import { type RawBuilder, sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import type { Scope } from '../../../../platform/server/rights.ts'
import { answers, type Context, type Db } from '../../../../platform/server/slice.ts'
import { ListTasks, taskRefusals } from '../../contract.ts'
import { knownTasks } from '../facts.ts'
import { type Asker, convertingAreas, type Filters, inReach, matching, ofPosts, waitsFor } from '../filter.ts'
import { postsHeldBy } from '../posts.ts'
import { viewOf } from '../programme-in-view.ts'
import { taskRows } from '../rows.ts'

type Sort = 'due' | 'number' | 'title' | 'area' | 'head'
export type Order = { sort: Sort; dir: 'asc' | 'desc' }

/** Finished work stands below open work when sorted by time. */
const closed = sql`case when known.lane in ('done', 'cancelled') then 1 else 0 end`
const sortColumns: Record<Sort, RawBuilder<unknown>[]> = {
  due: [closed, sql`known.due`],
  number: [sql`known.number`],
  title: [sql`known.title`],
  area: [sql`(select name from area_unit where area_unit.id = known.area_id)`],
  head: [sql`(select title_vi from post where post.id = known.head_post_id)`],
}
/** How the values of a cursor are read back: texts as they came, others by their type. */
const sortTypes: Record<Sort, RawBuilder<unknown>[]> = {
  due: [sql`int`, sql`date`],
  number: [sql`int`],
  title: [sql`text`],
  area: [sql`text`],
  head: [sql`text`],
}

export async function askerOf(context: Context, on: PlainDate): Promise<Asker> {
  const personId = context.person?.id ?? ''
  const posts = personId ? await postsHeldBy(context.db, personId, on, context.today) : []
  return { posts, personId, decides: context.scopeFor('tasks.extend') }
}

const encode = (values: unknown[]): string => Buffer.from(JSON.stringify(values)).toString('base64url')
function decode(cursor: string, length: number): string[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    const readable = Array.isArray(values) && values.length === length
    if (readable && values.every((value) => typeof value === 'string')) return values
  } catch {
    // Said by name below.
  }
  throw refuse(taskRefusals.cursor_unreadable)
}

type Asked = { programmeId: string; scope: Scope; on: PlainDate; filters: Filters; asker: Asker }

/** The ids of the matching tasks in order, from a cursor on; one more than `limit` is looked up to know whether there is a next page. */
export async function taskIds(
  db: Db,
  asked: Asked,
  order: Order,
  page: { cursor?: string; limit?: number },
): Promise<{ ids: string[]; next: string | null }> {
  const columns = [...sortColumns[order.sort], sql`known.id`]
  const types = [...sortTypes[order.sort], sql`uuid`]
  const direction = order.dir === 'asc' ? sql`asc` : sql`desc`
  const after = page.cursor ? decode(page.cursor, columns.length) : undefined
  const from = after
    ? sql<boolean>`(${sql.join(columns)}) ${order.dir === 'asc' ? sql`>` : sql`<`} (${sql.join(after.map((value, at) => sql`${value}::${types[at]}`))})`
    : sql<boolean>`true`
  const found = await sql<{ id: string; key: string[] }>`
    select known.id, array[${sql.join(columns.map((column) => sql`(${column})::text`))}] as key
    from ${knownTasks(asked.on, inReach(asked.programmeId, asked.scope))}
    where ${matching(asked.filters, asked.asker, asked.programmeId, asked.on)} and ${from}
    order by ${sql.join(columns.map((column) => sql`${column} ${direction}`))}
    ${page.limit === undefined ? sql`` : sql`limit ${page.limit + 1}`}`.execute(db)
  const more = page.limit !== undefined && found.rows.length > page.limit
  const rows = more ? found.rows.slice(0, page.limit) : found.rows
  return { ids: rows.map((row) => row.id), next: more ? encode(rows.at(-1)?.key ?? []) : null }
}

type LaneCounts = { new: number; doing: number; waiting: number; done: number; cancelled: number }

async function laneCounts(db: Db, asked: Asked): Promise<LaneCounts> {
  const found = await sql<{ lane: keyof LaneCounts; tasks: number }>`
    select known.lane, count(*) as tasks from ${knownTasks(asked.on, inReach(asked.programmeId, asked.scope))}
    where ${matching(asked.filters, asked.asker, asked.programmeId, asked.on)} group by known.lane`.execute(db)
  const lanes: LaneCounts = { new: 0, doing: 0, waiting: 0, done: 0, cancelled: 0 }
  for (const row of found.rows) lanes[row.lane] = row.tasks
  return lanes
}

type Counted = { all: number; late: number; soon: number; waiting: number; mine: number; converting: number }
type Chips = Omit<Counted, 'converting'> & { converting: number | null; convertingUnits: number }

async function chipCounts(db: Db, { programmeId, scope, on, asker }: Asked): Promise<Chips> {
  const units = await sql<{ area_id: string }>`${convertingAreas(programmeId, on)}`.execute(db)
  const converting = units.rows.map((row) => row.area_id)
  const found = await sql<Counted>`
    select count(*) as all, count(*) filter (where known.status = 'late') as late,
      count(*) filter (where known.status = 'soon') as soon,
      count(*) filter (where known.area_id = any(${converting}::uuid[])) as converting,
      count(*) filter (where ${waitsFor(asker, on)}) as waiting,
      count(*) filter (where ${ofPosts(asker.posts)}) as mine
    from ${knownTasks(on, inReach(programmeId, scope))}`.execute(db)
  const row = found.rows[0]!
  return {
    ...row,
    converting: converting.length > 0 ? row.converting : null,
    convertingUnits: converting.length,
  }
}

const someReach = (scope: Scope): boolean => scope.everywhere || scope.roots.length > 0

export const listTasks = answers(ListTasks, async (context, input) => {
  const { db, scope, language } = context
  const { programme, on } = await viewOf(context, input)
  const asked: Asked = { programmeId: programme.id, scope, on, filters: input, asker: await askerOf(context, on) }
  const { ids, next } = await taskIds(db, asked, input, input)
  const lanes = await laneCounts(db, asked)
  return {
    on,
    rows: await taskRows(db, ids, on, language),
    total: Object.values(lanes).reduce((sum, count) => sum + count, 0),
    lanes,
    next,
    counts: await chipCounts(db, asked),
    may: {
      assign: someReach(context.scopeFor('tasks.assign')),
      extend: someReach(context.scopeFor('tasks.extend')),
    },
  }
})

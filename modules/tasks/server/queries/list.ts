// The list of tasks: filtered, sorted, paged by cursor, with the counts of its chips and lanes.

import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import type { Scope } from '../../../../platform/server/rights.ts'
import { answers, type Context, type Db } from '../../../../platform/server/slice.ts'
import { ListTasks } from '../../contract.ts'
import { type Counts, countTasks, type LaneCounts } from '../counts.ts'
import { knownTasks, stillOpen } from '../facts.ts'
import { type Asker, convertingAreas, isFiltered, matching, ofPosts, waitsFor } from '../filter.ts'
import { concerning } from '../my-work.ts'
import { taskIds } from '../pages.ts'
import { postsHeldBy } from '../posts.ts'
import { viewOf } from '../programme-in-view.ts'
import { inReach } from '../reach.ts'
import { taskRows } from '../rows.ts'

export async function askerOf(context: Context, on: PlainDate): Promise<Asker> {
  const personId = context.person?.id ?? ''
  const posts = personId ? await postsHeldBy(context.db, personId, on, context.today) : []
  return { posts, personId, decides: context.scopeFor('tasks.extend') }
}

type Looked = {
  programmeId: string
  on: PlainDate
  reach: RawBuilder<boolean>
  asker: Asker
  scope: Scope
}

/** The lanes of what matches; without filters these are the counts of the whole. */
async function laneCounts(
  db: Db,
  looked: Looked,
  { match, open, holders }: { match: RawBuilder<boolean>; open: boolean; holders: boolean },
): Promise<LaneCounts> {
  const { on, reach } = looked
  const only = open ? sql<boolean>`${reach} and ${stillOpen(on)}` : reach
  const found = await sql<{ lane: keyof LaneCounts; tasks: number }>`
    select known.lane, count(*) as tasks from ${knownTasks(on, only, { holders })} where ${match} group by known.lane`.execute(
    db,
  )
  const lanes: LaneCounts = { new: 0, doing: 0, waiting: 0, done: 0, cancelled: 0 }
  for (const row of found.rows) lanes[row.lane] = row.tasks
  return lanes
}

/** The chips of the reader: what waits for them and what is theirs, among the tasks that name one of their posts. */
async function ownCounts(
  db: Db,
  { on, asker, programmeId, scope }: Looked,
): Promise<{ waiting: number; mine: number }> {
  if (asker.posts.length === 0) return { waiting: 0, mine: 0 }
  const found = await sql<{ waiting: number; mine: number }>`
    select count(*) filter (where ${waitsFor(asker, on)}) as waiting, count(*) filter (where ${ofPosts(asker.posts)}) as mine
    from ${knownTasks(on, concerning(programmeId, asker.posts, scope), { holders: false })}`.execute(db)
  return found.rows[0] ?? { waiting: 0, mine: 0 }
}

async function convertingCount(db: Db, { on, programmeId, reach }: Looked) {
  const units = await sql<{ area_id: string }>`${convertingAreas(programmeId, on)}`.execute(db)
  const areas = units.rows.map((row) => row.area_id)
  if (areas.length === 0) return { converting: null, convertingUnits: 0 }
  const found = await sql<{ tasks: number }>`
    select count(*) as tasks from task
    where ${reach} and task.area_id = any(${areas}::uuid[]) and task.assigned_on <= ${on}::date`.execute(db)
  return { converting: found.rows[0]?.tasks ?? 0, convertingUnits: areas.length }
}

const total = (lanes: LaneCounts): number => Object.values(lanes).reduce((sum, count) => sum + count, 0)
const someReach = (scope: Scope): boolean => scope.everywhere || scope.roots.length > 0

export const listTasks = answers(ListTasks, async (context, input) => {
  const { db, scope, language } = context
  const { programme, on } = await viewOf(context, input)
  const asker = await askerOf(context, on)
  const reach = await inReach(db, programme.id, scope)
  const looked: Looked = { programmeId: programme.id, on, reach, asker, scope }
  const match = matching(input, asker, programme.id, on)
  const sought = { match, open: input.waiting === true || asksForOpen(input), holders: input.inherited === true }
  const [page, whole, own, converting] = await Promise.all([
    taskIds(db, { on, reach, ...sought }, input, input),
    countTasks(db, on, reach),
    ownCounts(db, looked),
    convertingCount(db, looked),
  ])
  const lanes = isFiltered(input) ? await laneCounts(db, looked, sought) : whole.lanes
  return {
    on,
    rows: await taskRows(db, page.ids, on, language),
    total: total(lanes),
    lanes,
    next: page.next,
    counts: { ...chips(whole), ...own, ...converting },
    may: {
      assign: someReach(context.scopeFor('tasks.assign')),
      extend: someReach(context.scopeFor('tasks.extend')),
    },
  }
})

const chips = ({ lanes, late, soon }: Counts) => ({ all: total(lanes), late, soon })

const openKinds = new Set<string>(['late', 'soon', 'ontime'])
const openLanes = new Set<string>(['new', 'doing', 'waiting'])
/** True when nothing finished or cancelled can match. */
export const asksForOpen = (input: { status: readonly string[]; lane: readonly string[] }): boolean =>
  (input.status.length > 0 && input.status.every((kind) => openKinds.has(kind))) ||
  (input.lane.length > 0 && input.lane.every((lane) => openLanes.has(lane)))

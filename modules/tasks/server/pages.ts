// One page of ids in order, from a cursor on. By time, open work comes first and what is finished or cancelled after it.

import { type RawBuilder, sql } from 'kysely'
import { refuse } from '../../../platform/contract/refusal.ts'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { taskRefusals } from '../contract.ts'
import { knownTasks, stillOpen } from './facts.ts'

type Sort = 'due' | 'number' | 'title' | 'area' | 'head'
export type Order = { sort: Sort; dir: 'asc' | 'desc' }
export type Sought = {
  on: PlainDate
  /** A condition on `task`. */
  reach: RawBuilder<boolean>
  /** A condition on `known`. */
  match: RawBuilder<boolean>
  /** Nothing finished or cancelled can match. */
  open: boolean
  /** The condition asks since when the head answers. */
  holders: boolean
}
export type Ids = { ids: string[]; next: string | null }
/** The part of the list, the value sorted by, and the id of the last row shown. */
type Cursor = { part: 0 | 1; value: string; id: string }

const columns: Record<Sort, RawBuilder<unknown>> = {
  due: sql`known.due`,
  number: sql`known.number`,
  title: sql`known.title`,
  area: sql`(select name from area_unit where area_unit.id = known.area_id)`,
  head: sql`(select title_vi from post where post.id = known.head_post_id)`,
}
const types: Record<Sort, RawBuilder<unknown>> = {
  due: sql`date`,
  number: sql`int`,
  title: sql`text`,
  area: sql`text`,
  head: sql`text`,
}

const encode = ({ part, value, id }: Cursor): string =>
  Buffer.from(JSON.stringify([part, value, id])).toString('base64url')

const shapes: Record<Sort, RegExp> = {
  due: /^\d{4}-\d{2}-\d{2}$/,
  number: /^\d{1,9}$/,
  title: /^/,
  area: /^/,
  head: /^/,
}
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function decode(text: string, sort: Sort): Cursor {
  try {
    const [part, value, id, ...more]: unknown[] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    const fits = typeof value === 'string' && typeof id === 'string' && uuid.test(id) && shapes[sort].test(value)
    if (fits && more.length === 0 && (part === 0 || part === 1)) return { part, value, id }
  } catch {
    // Said by name below.
  }
  throw refuse(taskRefusals.cursor_unreadable)
}

/** Every id that is sought, in the order of the list: a statement for a cursor of the database. */
export function everyId({ on, reach, match, open, holders }: Sought, { sort, dir }: Order): RawBuilder<{ id: string }> {
  const direction = dir === 'asc' ? sql`asc` : sql`desc`
  const finished = sort === 'due' ? sql`known.done is not null or known.cancelled is not null, ` : sql``
  return sql<{ id: string }>`
    select known.id from ${knownTasks(on, open ? sql<boolean>`${reach} and ${stillOpen(on)}` : reach, { holders })}
    where ${match} order by ${finished}${columns[sort]} ${direction}, known.id ${direction}`
}

export async function taskIds(
  db: Db,
  sought: Sought,
  order: Order,
  page: { cursor?: string; limit: number },
): Promise<Ids> {
  const cursor = page.cursor ? decode(page.cursor, order.sort) : undefined
  const parts = order.sort !== 'due' ? [0 as const] : sought.open ? [0 as const] : [0 as const, 1 as const]
  const found: { id: string; value: string; part: 0 | 1 }[] = []
  for (const part of parts) {
    if (cursor && part < cursor.part) continue
    const left = page.limit + 1 - found.length
    if (left === 0) break
    const after = cursor?.part === part ? cursor : undefined
    const rows = await partOf(db, sought, order, part, after, left)
    found.push(...rows.map((row) => ({ ...row, part })))
  }
  const more = found.length > page.limit
  const rows = more ? found.slice(0, page.limit) : found
  const last = rows.at(-1)
  return { ids: rows.map((row) => row.id), next: more && last ? encode(last) : null }
}

async function partOf(
  db: Db,
  sought: Sought,
  { sort, dir }: Order,
  part: 0 | 1,
  after: Cursor | undefined,
  limit: number,
): Promise<{ id: string; value: string }[]> {
  const column = columns[sort]
  const open = stillOpen(sought.on)
  const inPart =
    sort !== 'due' ? (sought.open ? open : sql<boolean>`true`) : part === 0 ? open : sql<boolean>`not (${open})`
  const direction = dir === 'asc' ? sql`asc` : sql`desc`
  const from = after
    ? sql<boolean>`(${column}, known.id) ${dir === 'asc' ? sql`>` : sql`<`} (${after.value}::${types[sort]}, ${after.id}::uuid)`
    : sql<boolean>`true`
  const found = await sql<{ id: string; value: string | number }>`
    select known.id, ${column} as value
    from ${knownTasks(sought.on, sql<boolean>`${sought.reach} and ${inPart}`, { holders: sought.holders })}
    where ${sought.match} and ${from}
    order by ${column} ${direction}, known.id ${direction}
    limit ${limit}`.execute(db)
  return found.rows.map((row) => ({ id: row.id, value: String(row.value) }))
}

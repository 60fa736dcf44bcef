// One page of the audit, newest first, by the way in that reads least. The way is chosen here and not by the planner:
// each compares the whole key of one index, so that no other index can give the order, however many entries there are.
// Those that wait for their seal are few and have no such indexes: they are sifted once, beside the way and not along it.

import { type RawBuilder, sql } from 'kysely'
import type { ParsedInputOf } from '../../../../platform/contract/operation.ts'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { zone } from '../../../../platform/server/clock.ts'
import { type Scope, within } from '../../../../platform/server/rights.ts'
import { type ListAudit, refusals } from '../../contract.ts'
import { isoInstant } from '../sealed-rows.ts'

export type Filters = Partial<Omit<ParsedInputOf<typeof ListAudit>, 'limit' | 'cursor'>>
type Bounds = { below: { at: string; id: string }; from: string }
/** The first column of the index, and what it must be. */
type Way = {
  column: 'person_id' | 'subject' | 'operation' | 'area_id'
  type: 'uuid' | 'text'
  value: RawBuilder<unknown>
}

const noId = '00000000-0000-0000-0000-000000000000'
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
const cursorShape = /^(\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)_([0-9a-f-]{36})$/

export const cursorOf = (row: { at: string; id: string }): string => `${row.at}_${row.id}`

/** `limit` entries and one more when there are more; columns `id` and `at`. */
export function pageOfEntries(
  scope: Scope,
  filters: Filters,
  page: { cursor?: string; limit: number },
): RawBuilder<{ id: string; at: string }> {
  const bounds = boundsOf(filters, page.cursor)
  const most = Math.max(1, page.limit) + 1
  return sql`
    select page.id, ${isoInstant('page.at')} as at from (
      (${sealedPage(scope, filters, bounds, most)}) union all (${unsealedPage(scope, filters, bounds, most)})) as page
    order by page.at desc, page.id desc limit ${most}`
}

function sealedPage(scope: Scope, filters: Filters, bounds: Bounds, most: number): RawBuilder<unknown> {
  const inReach = placeIn(scope, filters.area)
  if (filters.subject) {
    const way: Way = { column: 'subject', type: 'text', value: sql`${filters.subject}` }
    return byWay(way, bounds, sql`${siftedBy(filters)} and ${inReach}`, most)
  }
  if (filters.person) {
    const way: Way = { column: 'person_id', type: 'uuid', value: sql`${filters.person}` }
    return byWay(way, bounds, sql`${siftedBy(filters, 'person_id')} and ${inReach}`, most)
  }
  if (filters.area || !scope.everywhere) {
    const way: Way = { column: 'area_id', type: 'uuid', value: sql.ref('reach.unit_id') }
    return sql`
      select page.id, page.at from (${unitsIn(scope, filters.area)}) as reach
      cross join lateral (${byWay(way, bounds, siftedBy(filters), most)}) as page
      order by page.at desc, page.id desc limit ${most}`
  }
  if (filters.operation) {
    const way: Way = { column: 'operation', type: 'text', value: sql`${filters.operation}` }
    return byWay(way, bounds, siftedBy(filters, 'operation'), most)
  }
  return sql`
    select entry.id, entry.at from audit_sealed entry where ${between(bounds)} and ${siftedBy(filters)}
    order by entry.at desc, entry.id desc limit ${most}`
}

function unsealedPage(scope: Scope, filters: Filters, bounds: Bounds, most: number): RawBuilder<unknown> {
  const subject = filters.subject ? sql`entry.subject = ${filters.subject}` : sql`true`
  return sql`
    select entry.id, entry.at from audit_unsealed entry
    where ${between(bounds)} and ${siftedBy(filters)} and ${subject} and ${placeIn(scope, filters.area)}
    order by entry.at desc, entry.id desc limit ${most}`
}

/** Written so that no index fits them: they only sift what the chosen way brings. */
function siftedBy(filters: Filters, except?: Way['column']): RawBuilder<unknown> {
  return sql.join(
    [
      filters.person && except !== 'person_id' ? sql`entry.person_id::text = ${filters.person}::uuid::text` : sql`true`,
      filters.changesOnly ? sql`not starts_with(entry.subject, 'read:')` : sql`true`,
      filters.operation && except !== 'operation' ? sql`entry.operation || '' = ${filters.operation}` : sql`true`,
    ],
    sql` and `,
  )
}

function byWay(way: Way, { below, from }: Bounds, condition: RawBuilder<unknown>, most: number): RawBuilder<unknown> {
  const column = sql.ref(`entry.${way.column}`)
  const value = sql`${way.value}::${sql.raw(way.type)}`
  return sql`
    select entry.id, entry.at from audit_sealed entry
    where (${column}, entry.at, entry.id) < (${value}, ${below.at}::timestamptz, ${below.id}::uuid)
      and (${column}, entry.at, entry.id) >= (${value}, ${from}::timestamptz, ${noId}::uuid)
      and ${condition}
    order by ${column} desc, entry.at desc, entry.id desc limit ${most}`
}

const between = ({ below, from }: Bounds): RawBuilder<unknown> => sql`
  (entry.at, entry.id) < (${below.at}::timestamptz, ${below.id}::uuid)
    and (entry.at, entry.id) >= (${from}::timestamptz, ${noId}::uuid)`

/** True for entries in reach; those without a place are for people who see everything. */
function placeIn(scope: Scope, area: string | undefined): RawBuilder<unknown> {
  const place = sql`nullif(entry.area_id, ${noId}::uuid)`
  const wanted = area
    ? sql`exists (select 1 from area_coverage wanted where wanted.ancestor_id = ${area} and wanted.unit_id = ${place})`
    : sql`true`
  return sql`${within(scope, place)} and ${wanted}`
}

function unitsIn(scope: Scope, area: string | undefined): RawBuilder<unknown> {
  if (!area)
    return sql`select distinct unit_id from area_coverage where ancestor_id = any(${scope.roots as string[]}::uuid[])`
  return sql`
    select wanted.unit_id from area_coverage wanted
    where wanted.ancestor_id = ${area} and ${within(scope, sql.ref('wanted.unit_id'))}`
}

function boundsOf({ from, to }: Filters, cursor: string | undefined): Bounds {
  if (from && to && to < from) throw refuse(refusals.days_reversed, { from, to }, 'to')
  const below = cursor ? positionOf(cursor) : { at: to ? startOf(dayAfter(to)) : 'infinity', id: to ? noId : lastId }
  return { below, from: from ? startOf(from) : '-infinity' }
}

function positionOf(cursor: string): { at: string; id: string } {
  const parts = cursorShape.exec(cursor)
  if (!parts) throw refuse(refusals.cursor_unknown)
  return { at: parts[1]!, id: parts[2]! }
}

const startOf = (day: string): string => `${day} 00:00:00 ${zone}`

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}

// The work list of a commune: what is due first, of the reader's own files, of their teams, or of all. Costs grow with the rows shown.

import { type RawBuilder, sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { Id } from '../../../../platform/contract/schemas.ts'
import { within } from '../../../../platform/server/rights.ts'
import { answers, type Context, type Db } from '../../../../platform/server/slice.ts'
import { addDays } from '../../../../rules/calendar/working-days.ts'
import { caseRefusals, ListWork, type WorkRow, type whenDue } from '../../contract.ts'
import { instantOf, momentOf } from '../moment.ts'
import { sayingWhatKeyIsMissing } from '../opened.ts'
import { viewIn, wayOf } from '../reach.ts'
import { readersNames } from '../readers.ts'
import { type KeptRow, maskedNameOf } from '../rows.ts'
import { insideFiles } from '../sealing/inside.ts'
import { rowsFor } from './page.ts'
import { countWork } from './work-counts.ts'
import { firstOf, type Work, workOfOfficer, worksOf } from './work-in-order.ts'

type When = (typeof whenDue)[number]
type Found = KeptRow & {
  act: string
  because: string
  begins_at: string
  opens_at: string | null
  due_at: string | null
  by_at: string
  waits: boolean
  officer_id: string | null
  officer_since: string | null
  inherited_from: string | null
}

export const listWork = answers(ListWork, async (context, { communeId, whose, due, officer, cursor, limit }) => {
  const reach = await viewIn(context, communeId)
  const me = context.person?.id ?? ''
  const absent = reach?.standsInFor ?? []
  const mine = [me, ...absent]
  const when = whensAt(context.now)
  const after = placeIn(cursor)
  const way = { ...wayOf(context, communeId, reach, 'work'), plannedOnce: true }
  const { rows, counts } = await sayingWhatKeyIsMissing(() =>
    insideFiles(context.db, way, async (files) => {
      const works = worksOf(mine)
      const work = officer ? workOfOfficer(officer) : works[whose]
      const rows = await rowsOf(files, { communeId, work, which: sql`${when[due]} ${after}`, limit })
      return { rows, counts: await countWork(files, { communeId, work, works, when }) }
    }),
  )
  const names = await readersNames(context.db, [
    ...absent,
    ...rows.flatMap(({ officer_id, inherited_from }) => [officer_id, inherited_from].filter((id) => id !== null)),
  ])
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return {
    rows: page.map((row) => shown(row, { me, absent, names })),
    next: last ? `${last.by_at} ${last.id} ${last.because} ${last.act}` : null,
    counts: counts.due,
    whose: counts.whose,
    standsInFor: absent.map((id) => ({ id, name: names.get(id) ?? '' })),
    mayAssign: await mayAssign(context, communeId),
  }
})

/**
 * By days of the clock on the wall in Viet Nam; what is to be done at once is of today. What begins is past, so each is due
 * no later than it stands in the list (`by_at`), by which it is found.
 */
function whensAt(now: Date): Record<When, RawBuilder<boolean>> {
  const today = momentOf(now).slice(0, 10)
  const at = now.toISOString()
  const before = (day: string) => {
    const end = sql`${instantOf(`${day}T00:00`)}::timestamptz`
    return sql<boolean>`item.by_at < ${end} and not item.waits and coalesce(item.due_at, ${at}) < ${end}`
  }
  return {
    late: sql`item.by_at < ${at} and not item.waits and item.due_at < ${at}`,
    today: before(addDays(today, 1)),
    week: before(addDays(today, 7)),
    all: sql`true`,
  }
}

/** A file that is closed has no step left, so the steps alone tell. */
async function rowsOf(
  files: Db,
  asked: { communeId: string; work: Work; which: RawBuilder<unknown>; limit: number },
): Promise<Found[]> {
  const { rows } = await sql<Found>`/* plan once */
    select file.id, file.number, file.status, file.status_since, file.next_due_at, file.closed_on, file.demo, file.person_id,
      file.officer_id, file.officer_since, file.inherited_from, person.wrapped_key, person.master_key, person.sealed,
      work.act, work.because, work.begins_at, work.opens_at, work.due_at, work.by_at, work.waits
    from ${firstOf(asked.communeId, asked.work, asked.which, rowsFor(asked.limit))} as first
    join cases.work_item work using (commune_id, file_id, because, act)
    join cases.file on file.commune_id = ${asked.communeId} and file.id = work.file_id
    join cases.person on person.commune_id = ${asked.communeId} and person.id = file.person_id
    order by first.by_at, first.file_id, first.because, first.act`.execute(files)
  return rows
}

const shown = (
  row: Found,
  { me, absent, names }: { me: string; absent: readonly string[]; names: ReadonlyMap<string, string> },
): WorkRow => ({
  fileId: row.id,
  number: row.number,
  name: maskedNameOf(row),
  demo: row.demo,
  status: row.status,
  act: row.act,
  because: row.because,
  begins: row.begins_at,
  opens: row.opens_at,
  due: row.due_at,
  waits: row.waits,
  officer: row.officer_id ? { id: row.officer_id, name: names.get(row.officer_id) ?? '' } : null,
  standsIn: row.officer_id !== null && row.officer_id !== me && absent.includes(row.officer_id),
  inherited:
    row.inherited_from && row.officer_since
      ? {
          from: names.get(row.inherited_from) ?? null,
          at: row.officer_since,
          wasLate: row.due_at !== null && Date.parse(row.due_at) < Date.parse(row.officer_since),
        }
      : null,
})

const mayAssign = async ({ db, scopeFor }: Context, communeId: string): Promise<boolean> => {
  const { rows } = await sql<{ may: boolean }>`
    select ${within(scopeFor('cases.assign'), sql`${communeId}::uuid`)} as may`.execute(db)
  return rows[0]?.may ?? false
}

/** The last row that was shown. */
function placeIn(cursor: string | undefined): RawBuilder<unknown> {
  if (!cursor) return sql``
  const [at = '', file, because, act] = cursor.split(' ')
  const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z$/.test(at) && !Number.isNaN(Date.parse(at))
  if (!isTime || !Id.safeParse(file).success || !Id.safeParse(because).success || !act)
    throw refuse(caseRefusals.cursor_unreadable)
  return sql`and (item.by_at, item.file_id, item.because, item.act)
    > (${at}::timestamptz, ${file}::uuid, ${because}::uuid, ${act})`
}

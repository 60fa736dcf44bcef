// Pairs of files that may be of one person, for those who look; and what they say of a pair.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { answers, carriesOut } from '../../../../platform/server/slice.ts'
import { DecidePair, ListPairs } from '../../contract.ts'
import { sayingWhatKeyIsMissing } from '../opened.ts'
import { viewIn, wayOf } from '../reach.ts'
import { type KeptRow, rowShown } from '../rows.ts'
import { insideFiles } from '../sealing/inside.ts'

const page = 50
type Row = { one_id: string; other_id: string; reasons: string[]; apart: boolean }

export const listPairs = answers(ListPairs, async (context, { communeId, show, cursor }) => {
  const seen = await viewIn(context, communeId)
  const law = seen?.view.law ?? false
  const way = wayOf(context, communeId, seen, 'list')
  return sayingWhatKeyIsMissing(() =>
    insideFiles(context.db, way, async (files) => {
      const alive = sql`from cases.pair
        join cases.file one on one.commune_id = pair.commune_id and one.id = pair.one_id and one.merged_into is null
        join cases.file other on other.commune_id = pair.commune_id and other.id = pair.other_id and other.merged_into is null
        where pair.commune_id = ${communeId}`
      const { rows } = await sql<Row>`
        select pair.one_id, pair.other_id, pair.reasons, pair.apart_at is not null as apart ${alive}
          and ${show === 'apart' ? sql`pair.apart_at is not null` : sql`pair.apart_at is null`}
        order by 'same_paper' = any(pair.reasons) desc, pair.found_at desc, pair.one_id, pair.other_id
        offset ${cursor} limit ${page + 1}`.execute(files)
      const counts = await sql<{ open: number; apart: number }>`
        select count(*) filter (where pair.apart_at is null)::int as open,
          count(*) filter (where pair.apart_at is not null)::int as apart ${alive}`.execute(files)
      const shown = rows.slice(0, page)
      const ids = shown.flatMap(({ one_id, other_id }) => [one_id, other_id])
      const found = await sql<KeptRow>`
        select file.id, file.number, file.status, file.status_since, file.next_due_at, file.closed_on, file.demo,
          person.id as person_id, person.wrapped_key, person.master_key, person.sealed
        from cases.file join cases.person on person.commune_id = file.commune_id and person.id = file.person_id
        where file.commune_id = ${communeId} and file.id = any(${ids}::uuid[])`.execute(files)
      const known = new Map(found.rows.map((row) => [row.id, rowShown(row, law)]))
      return {
        rows: shown.flatMap(({ one_id, other_id, reasons, apart }) => {
          const [one, other] = [known.get(one_id), known.get(other_id)]
          return one && other ? [{ one, other, reasons, apart }] : []
        }),
        next: rows.length > page ? String(cursor + page) : null,
        counts: counts.rows[0] ?? { open: 0, apart: 0 },
      }
    }),
  )
})

/** That two are two is remembered; looking again opens the question anew. */
export const decidePair = carriesOut(DecidePair, async ({ db, person, now }, { communeId, oneId, otherId, apart }) => {
  const [one, other] = oneId < otherId ? [oneId, otherId] : [otherId, oneId]
  await insideFiles(db, { communeId, readerId: person.id, purpose: 'list' }, async (files) => {
    const { rows } = await sql`
      update cases.pair set apart_at = ${apart ? now.toISOString() : null}::timestamptz, apart_by = ${apart ? person.id : null}::uuid
      where commune_id = ${communeId} and one_id = ${one} and other_id = ${other} returning one_id`.execute(files)
    if (rows.length === 0) throw refuse(platformRefusals.not_found)
  })
  return {
    answer: { apart },
    audit: { subject: `case-file:${one}`, areaId: communeId, after: { pair: other, apart } },
  }
})

// Counts for those who lead: made safe over the whole province, whoever asks, so that two who see different parts of it know
// no more together; then each is given the part within their reach.

import { sql } from 'kysely'
import { blind } from '../../../../platform/server/envelope.ts'
import { answers, type Context, type Db } from '../../../../platform/server/slice.ts'
import { settingsOf } from '../../../settings/server/public.ts'
import { CountFiles } from '../../contract.ts'
import { countColumns, type MeasureId } from '../../rules/count-columns.ts'
import { type CountedRow, safeTable } from '../../rules/small-counts.ts'
import { sayingWhatKeyIsMissing } from '../opened.ts'
import { indexKey } from '../sealing/keys.ts'
import { communesWithFiles, insideWatch } from '../sealing/watching.ts'
import { countCommune } from './count.ts'
import { provincesOf } from './territory.ts'

export const countFiles = answers(CountFiles, async (context, { month = null }) => {
  const way = { readerId: context.person?.id ?? '', purpose: 'count' } as const
  const { known, months, secret } = await sayingWhatKeyIsMissing(() =>
    insideWatch(context.db, way, async (inside) => ({
      known: await communesWithFiles(inside),
      months: await closedMonths(inside),
      secret: await indexKey(inside),
    })),
  )
  const { communes, provinces } = await provincesOf(context, known)
  const counted = month
    ? await insideWatch(context.db, way, (inside) => countedIn(inside, month))
    : await countedNow(context, communes)
  const { fileCounts } = await settingsOf(context.db)
  const rules = {
    least: fileCounts.least,
    // Known to nobody who looks at tables, and the same in every month.
    order: (row: string, column: string) => blind(secret, 'order of hiding', `${row} ${column}`).toString('hex'),
  }
  return {
    month,
    months,
    least: fileCounts.least,
    provinces: provinces.map(({ mine, ...province }) => {
      const inIt = communes.filter((commune) => commune.province === province.id)
      const table = safeTable(
        inIt.map(({ id }): CountedRow => ({ id, counts: counted.get(id) ?? {} })),
        countColumns,
        rules,
      )
      const countsOf = new Map(table.rows.map(({ id, counts }) => [id, counts]))
      return {
        ...province,
        total: mine ? table.total : null,
        communes: inIt
          .filter((commune) => commune.mine)
          .map(({ id, name, type }) => ({ id, name, type, counts: countsOf.get(id) ?? {} })),
      }
    }),
  }
})

async function closedMonths(inside: Db): Promise<string[]> {
  const { rows } = await sql<{ month: string }>`
    select distinct month from cases.month_count order by month desc limit 36`.execute(inside)
  return rows.map(({ month }) => month)
}

async function countedIn(inside: Db, month: string): Promise<Map<string, Partial<Record<MeasureId, number>>>> {
  const { rows } = await sql<{ commune_id: string; counts: Partial<Record<MeasureId, number>> }>`
    select commune_id, json_object_agg(measure, count) as counts from cases.month_count
    where month = ${month}::date group by commune_id`.execute(inside)
  return new Map(rows.map(({ commune_id, counts }) => [commune_id, counts]))
}

async function countedNow({ db, person, now }: Context, communes: readonly { id: string }[]) {
  const counted = new Map<string, Partial<Record<MeasureId, number>>>()
  for (const { id } of communes)
    counted.set(id, await countCommune(db, { communeId: id, readerId: person?.id ?? '', now }))
  return counted
}

// Counts for those who lead: made safe over the whole province, whoever asks, so that two who see different parts of it know
// no more together; then each is given the part within their reach.

import { sql } from 'kysely'
import { blind } from '../../../../platform/server/envelope.ts'
import { within } from '../../../../platform/server/rights.ts'
import { answers, type Context, type Db } from '../../../../platform/server/slice.ts'
import { settingsOf } from '../../../settings/server/public.ts'
import { CountFiles } from '../../contract.ts'
import { countColumns, type MeasureId } from '../../rules/count-columns.ts'
import { type CountedRow, safeTable } from '../../rules/small-counts.ts'
import { sayingWhatKeyIsMissing } from '../opened.ts'
import { indexKey } from '../sealing/keys.ts'
import { communesWithFiles, insideWatch } from '../sealing/watching.ts'
import { countCommune } from './count.ts'

type Unit = { id: string; name: string; type: string }
type Commune = Unit & { province: string; mine: boolean }
type Province = Unit & { mine: boolean }

export const countFiles = answers(CountFiles, async (context, { month = null }) => {
  const way = { readerId: context.person?.id ?? '', purpose: 'count' } as const
  const { known, months, secret } = await sayingWhatKeyIsMissing(() =>
    insideWatch(context.db, way, async (inside) => ({
      known: await communesWithFiles(inside),
      months: await closedMonths(inside),
      secret: await indexKey(inside),
    })),
  )
  const { communes, provinces } = await territoryOf(context, known)
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

async function countedNow({ db, person, now }: Context, communes: readonly Commune[]) {
  const counted = new Map<string, Partial<Record<MeasureId, number>>>()
  for (const { id } of communes)
    counted.set(id, await countCommune(db, { communeId: id, readerId: person?.id ?? '', now }))
  return counted
}

/** The provinces of communes with files of which something is within reach, and all such communes of theirs. */
async function territoryOf({ db, scope, today }: Context, known: readonly string[]) {
  const { rows } = await sql<Commune & { province_name: string; province_type: string; all_mine: boolean }>`
    with recursive up (commune, unit, on_day) as (
      select id, id, greatest(${today}::date, valid_from) from area_unit where id = any(${known}::uuid[])
      union all
      select up.commune, parent.parent_id, up.on_day from up
      join area_parent parent on parent.unit_id = up.unit and parent.valid_from <= up.on_day
        and (parent.valid_to is null or parent.valid_to > up.on_day)
    )
    select commune.id, commune.name, commune.type, province.id as province, ${within(scope, sql.ref('commune.id'))} as mine,
      province.name as province_name, province.type as province_type, ${within(scope, sql.ref('province.id'))} as all_mine
    from up join area_unit province on province.id = up.unit and province.level = 'province'
    join area_unit commune on commune.id = up.commune
    order by province.name, commune.name, commune.id`.execute(db)
  const reached = new Set(rows.filter(({ mine }) => mine).map(({ province }) => province))
  const communes = rows.filter(({ province }) => reached.has(province))
  const provinces = new Map(
    communes.map(({ province, province_name, province_type, all_mine }): [string, Province] => [
      province,
      { id: province, name: province_name, type: province_type, mine: all_mine },
    ]),
  )
  return { communes, provinces: [...provinces.values()] }
}

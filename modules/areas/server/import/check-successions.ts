// Did both ends of every change exist? `from_code` is the unit of the day before, `to_code` the one of the day itself.

import { v7 as uuidv7 } from 'uuid'
import { dayBefore } from '../../rules/links.ts'
import type { Doubt } from './doubt.ts'
import { bearerOn, type DraftUnit } from './join-units.ts'
import type { SuccessionRow } from './parse-rows.ts'
import type { Recorded, RecordedSuccession } from './recorded.ts'
import { type RowError, rowError } from './row-errors.ts'

export type DraftSuccession = RecordedSuccession & { row: number }

export function checkSuccessions(
  rows: readonly SuccessionRow[],
  byCode: ReadonlyMap<string, DraftUnit[]>,
  recorded: Recorded,
  doubt: Doubt,
): { successions: DraftSuccession[]; errors: RowError[] } {
  const errors: RowError[] = []
  const successions: DraftSuccession[] = []
  const key = (date: string, fromId: string, toId: string | null) => `${date} ${fromId} ${toId ?? ''}`
  const ids = new Map(recorded.successions.map((each) => [key(each.date, each.fromId, each.toId), each.id]))
  const seen = new Map<string, number>()
  const dayBeforeOf = new Map<string, string>()
  for (const row of rows) {
    const before = dayBeforeOf.get(row.date) ?? dayBefore(row.date)
    dayBeforeOf.set(row.date, before)
    const from = bearerOn(byCode, row.fromCode, before)
    if (!from && !doubt.mayBe(row.fromCode, before))
      errors.push(notThere(row, 'from_code', row.fromCode, before, byCode, doubt))
    const to = row.toCode === '' ? undefined : bearerOn(byCode, row.toCode, row.date)
    if (row.toCode !== '' && !to && !doubt.mayBe(row.toCode, row.date))
      errors.push(notThere(row, 'to_code', row.toCode, row.date, byCode, doubt))
    if (!from || (row.toCode !== '' && !to)) continue
    const own = key(row.date, from.id, to?.id ?? null)
    const earlier = seen.get(own)
    if (earlier !== undefined) {
      errors.push(rowError('successions', row.row, 'from_code', 'succession_twice', { row: earlier }))
      continue
    }
    seen.set(own, row.row)
    const { date, document, kind, share } = row
    successions.push({
      id: ids.get(own) ?? uuidv7(),
      row: row.row,
      date,
      document,
      kind,
      fromId: from.id,
      toId: to?.id ?? null,
      share,
    })
  }
  errors.push(...checkSums(successions, rows, recorded, doubt))
  return { successions, errors }
}

function notThere(
  row: SuccessionRow,
  column: 'from_code' | 'to_code',
  code: string,
  on: string,
  byCode: ReadonlyMap<string, DraftUnit[]>,
  doubt: Doubt,
): RowError {
  if (!byCode.has(code) && !doubt.speaksOf(code))
    return rowError('successions', row.row, column, 'code_unknown', { code })
  return rowError('successions', row.row, column, column === 'from_code' ? 'from_not_valid' : 'to_not_valid', {
    code,
    on,
  })
}

/** The known shares of one unit on one day, those on record included, may not exceed the whole. */
function checkSums(
  successions: readonly DraftSuccession[],
  rows: readonly SuccessionRow[],
  recorded: Recorded,
  doubt: Doubt,
): RowError[] {
  const inFile = new Set(successions.map((each) => each.id))
  const sums = new Map<string, { sum: number; row: number }>()
  const add = (each: RecordedSuccession, row: number) => {
    const key = `${each.date} ${each.fromId}`
    const before = sums.get(key)
    sums.set(key, { sum: (before?.sum ?? 0) + (each.share ?? 0), row: row || (before?.row ?? 0) })
  }
  const codes = new Map(recorded.units.map((unit) => [unit.id, unit.code]))
  const stays = ({ id, fromId }: RecordedSuccession) => !inFile.has(id) && !doubt.unsure(codes.get(fromId) ?? '')
  for (const each of recorded.successions) if (stays(each)) add(each, 0)
  for (const each of successions) add(each, each.row)
  const byRow = new Map(rows.map((row) => [row.row, row]))
  return [...sums.values()].flatMap(({ sum, row }) => {
    const at = byRow.get(row)
    if (!at || sum <= 1 + 1e-9) return []
    const values = { code: at.fromCode, on: at.date, sum: Math.round(sum * 10_000) / 10_000 }
    return [rowError('successions', row, 'share', 'shares_over_one', values)]
  })
}

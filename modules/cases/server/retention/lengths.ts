// The lengths that hold: what was entered on a ground, and the rules where nothing was. No person of a file is in them.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { answers, carriesOut, type Db } from '../../../../platform/server/slice.ts'
import {
  keepingRules,
  type LengthRuleId,
  lengthOn,
  lengthRuleIds,
  type SetLength,
} from '../../../../rules/retention/lengths.ts'
import { SetLength as EnterLength, ListLengths, retentionRefusals } from '../../contract.ts'
import { readersNames } from '../readers.ts'

type Row = { rule: LengthRuleId; from_on: string; count: number; unit: SetLength['span']['unit']; ground: string }

export async function setLengths(db: Db): Promise<(SetLength & { setAt: string })[]> {
  const { rows } = await sql<Row & { set_at: string }>`
    select rule, from_on, count, unit, ground, set_at from case_length`.execute(db)
  return rows.map(({ rule, from_on, count, unit, ground, set_at }) => ({
    ...{ rule, from: from_on, span: { count, unit }, ground },
    setAt: set_at,
  }))
}

export const listLengths = answers(ListLengths, async ({ db, today }) => {
  const { rows } = await sql<Row & { set_by: string; set_at: string }>`
    select rule, from_on, count, unit, ground, set_by, set_at from case_length order by from_on desc`.execute(db)
  const names = await readersNames(
    db,
    rows.map(({ set_by }) => set_by),
  )
  const set = await setLengths(db)
  return {
    today,
    rows: lengthRuleIds.map((rule) => ({
      rule,
      now: lengthOn(rule, today, set),
      entered: rows
        .filter((row) => row.rule === rule)
        .map(({ from_on, count, unit, ground, set_by, set_at }) => ({
          from: from_on,
          span: { count, unit },
          ground,
          by: names.get(set_by) ?? null,
          at: set_at,
        })),
    })),
  }
})

/** Never changed: what held on a day that is past stays what held; a later one goes before. */
export const enterLength = carriesOut(EnterLength, async ({ db, person, now, today }, { rule, from, span, ground }) => {
  if (from < today) throw refuse(retentionRefusals.length_backwards)
  const keeping = Object.hasOwn(keepingRules, rule)
  if (keeping && span.unit !== 'days' && span.unit !== 'months') throw refuse(retentionRefusals.length_unit)
  const { rows } = await sql`
    insert into case_length (rule, from_on, count, unit, ground, set_by, set_at)
    values (${rule}, ${from}, ${span.count}, ${span.unit}, ${ground}, ${person.id}, ${now.toISOString()})
    on conflict do nothing returning rule`.execute(db)
  if (rows.length === 0) throw refuse(retentionRefusals.length_taken)
  return { answer: { rule, from }, audit: { subject: `case-length:${rule}`, after: { from, span, ground } } }
})

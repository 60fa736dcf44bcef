// What the law wants by when on a day: the same for everybody, and no person is in it.

import { refuse } from '../../../../platform/contract/refusal.ts'
import { answers } from '../../../../platform/server/slice.ts'
import { deadlinesOn } from '../../../../rules/law/deadlines.ts'
import { periodOn } from '../../../../rules/law/periods.ts'
import { caseRefusals, ListDeadlines } from '../../contract.ts'
import { yearsEntered } from '../law.ts'

export const listDeadlines = answers(ListDeadlines, async ({ db }, { on }) => {
  const period = periodOn(on)
  if (!period) throw refuse(caseRefusals.no_rules, { day: on })
  const holidays = await yearsEntered(db)
  return {
    holidays: holidays.map(({ off, worked, ...year }) => ({ ...year, off: [...off], worked: [...worked] })),
    period: { ...period, sources: [...period.sources] },
    rows: deadlinesOn(on).map(({ clock, back, forms, toCheck, periods: _periods, ...rest }) => ({
      ...rest,
      kind: clock.kind,
      span: clock.span,
      endsWhenOutlasted: clock.endsWhenOutlasted ?? false,
      back: back ?? null,
      forms: forms ?? null,
      toCheck: toCheck ?? null,
    })),
  }
})

// Enters the holidays and moved working days of a year as they were announced. Nothing is overwritten; readings follow by themselves.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut } from '../../../../platform/server/slice.ts'
import { judgeHolidayYear } from '../../../../rules/calendar/holiday-year.ts'
import { caseRefusals, EnterHolidays, holidayFaults } from '../../contract.ts'
import { holidaysEntered } from '../law.ts'

export const enterHolidays = carriesOut(EnterHolidays, async ({ db, person, now }, input) => {
  const { id, year, announced, source, after } = input
  const off = [...input.off].sort()
  const worked = [...input.worked].sort()
  const wrong = judgeHolidayYear({ year, off, worked })
  if (wrong) throw refuse(caseRefusals.holidays_wrong_day, { why: holidayFaults[wrong.fault], day: wrong.day })
  // One after the other: two who enter at once see what the first has entered.
  await sql`select pg_advisory_xact_lock(hashtext('holidays'))`.execute(db)
  const { years } = await holidaysEntered(db)
  const before = years.find((each) => each.year === year)
  if (before?.id === id) throw refuse(caseRefusals.already_recorded)
  if ((before?.id ?? null) !== after) throw refuse(platformRefusals.changed_meanwhile)
  const made = await sql`
    insert into holiday_year (id, year, off, worked, announced, source, entered_by, entered_at)
    values (${id}, ${year}, ${off}::date[], ${worked}::date[], ${announced}, ${source}, ${person.id}, ${now.toISOString()})
    on conflict do nothing`.execute(db)
  if (made.numAffectedRows === 0n) throw refuse(caseRefusals.already_recorded)
  return {
    answer: { id },
    audit: {
      subject: `holidays:${year}`,
      before: before ? { off: before.off, worked: before.worked, source: before.source } : null,
      after: { off, worked, announced, source },
    },
  }
})

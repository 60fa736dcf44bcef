// The public holidays and moved working days by which working days are counted: those of the product and those entered since.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { Id, Instant, PlainDate, Text } from '../../../platform/contract/schemas.ts'
import { type Bilingual, defineNames } from '../../../platform/contract/words.ts'
import type { HolidayFault } from '../../../rules/calendar/holiday-year.ts'
import { caseRefusals as no } from './refusals.ts'

/** Why what was entered cannot be the holidays of that year. */
export const holidayFaults = defineNames({
  'no-day': { vi: 'chưa có ngày nghỉ nào', en: 'no day off is given' },
  'of-another-year': { vi: 'ngày của năm khác', en: 'a day of another year' },
  'off-at-weekend': {
    vi: 'ngày nghỉ rơi vào thứ Bảy, Chủ nhật (chỉ ghi ngày thường được nghỉ)',
    en: 'a day off at a weekend (only weekdays that nobody works are written here)',
  },
  'worked-on-weekday': {
    vi: 'ngày làm bù không phải thứ Bảy, Chủ nhật',
    en: 'a day worked in exchange that is no weekend day',
  },
  twice: { vi: 'ngày được ghi hai lần', en: 'a day written twice' },
}) satisfies Record<HolidayFault, Bilingual>

const days = z.array(PlainDate).check(z.maxLength(60))
const year = z.int().check(z.minimum(2022), z.maximum(2100))

/** A year as the engine of the law takes it. */
export const HolidaysShown = z.object({
  year: z.int(),
  off: z.array(PlainDate),
  worked: z.array(PlainDate),
  announced: z.boolean(),
  source: z.string(),
})

export const ListHolidays = defineQuery({
  name: 'cases.holidays',
  title: { vi: 'Ngày nghỉ lễ, ngày làm bù', en: 'Holidays and moved working days' },
  permission: 'settings.manage',
  place: 'nowhere',
  input: z.object({}),
  output: z.object({
    today: PlainDate,
    /** The newest first. */
    years: z.array(
      z.object({
        ...{ year: z.int(), off: z.array(PlainDate), worked: z.array(PlainDate) },
        announced: z.boolean(),
        source: z.string(),
        /** Days that are written down from memory. */
        recalled: z.array(PlainDate),
        /** What was entered here, who by and when; null for what comes with the product. */
        entered: z.nullable(z.object({ id: Id, by: z.nullable(z.string()), at: Instant })),
      }),
    ),
    /** Some files are still read by the holidays of before; how many is nobody's here. */
    rereading: z.boolean(),
  }),
})

export const EnterHolidays = defineCommand({
  name: 'cases.enter-holidays',
  sealsInput: true,
  title: { vi: 'Nhập ngày nghỉ lễ của một năm', en: 'Enter the holidays of a year' },
  permission: 'settings.manage',
  place: 'nowhere',
  input: z.object({
    ...{ id: Id, year, off: days, worked: days, announced: z.boolean(), source: Text(300) },
    /** What had been entered of that year when it was shown; null: nothing. */
    after: z.nullable(Id),
  }),
  output: z.object({ id: Id }),
  refusals: [no.holidays_wrong_day, no.already_recorded],
})

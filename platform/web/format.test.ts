// Days, shares and deadlines as people read them; what cannot be is refused with its reason.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTypedDay } from './day.ts'
import { finds, fold } from './fold.ts'
import {
  addDays,
  daysBetween,
  shareOf,
  showDay,
  showDaysLeft,
  showDone,
  showInstant,
  showNumber,
  showPercent,
  showPeriod,
  showShortDay,
  showSize,
  showSpan,
  showWeekday,
  standingOf,
} from './format.ts'

describe('readTypedDay', () => {
  it('refuses a day that does not exist, and says which days there are', () => {
    expect(readTypedDay('31/02/2024', 'vi').reason).toBe('Tháng 02/2024 có 29 ngày. Nhập lại, ví dụ 29/02/2024.')
    expect(readTypedDay('31/02/2023', 'en').reason).toContain('28 days')
    expect(readTypedDay('0/5/2024', 'vi').reason).toContain('31 ngày')
    expect(readTypedDay('1/13/2024', 'vi').reason).toBe('Tháng chỉ từ 01 đến 12.')
    for (const typed of ['', 'mai', '2024', '1/2', '1/2/20245'])
      expect(readTypedDay(typed, 'vi').reason).toContain('ngày/tháng/năm')
  })

  it('reads the day before the month, whatever stands between them', () => {
    for (const typed of ['5/11/2024', '05-11-2024', '05.11.24', '05112024', ' 2024-11-5 '])
      expect(readTypedDay(typed, 'vi').day).toBe('2024-11-05')
  })

  it('reads back every day it shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (offset) => {
        const day = addDays('1990-01-01', offset)
        expect(readTypedDay(showDay(day), 'vi').day).toBe(day)
        expect(daysBetween('1990-01-01', day)).toBe(offset)
      }),
    )
  })
})

describe('figures', () => {
  it('writes them as each language does', () => {
    expect(showNumber(31264, 'vi')).toBe('31.264')
    expect(showNumber(31264, 'en')).toBe('31,264')
    expect(showPercent(4812, 4926, 'vi')).toBe('97,7%')
    expect(showPercent(4812, 4926, 'en')).toBe('97.7%')
  })

  it('never rounds up to all or down to none, and has no figure without a whole', () => {
    expect(showPercent(99_999, 100_000, 'vi')).toBe('99,9%')
    expect(showPercent(1, 100_000, 'vi')).toBe('0,1%')
    expect(showPercent(11, 11, 'vi')).toBe('100%')
    expect(showPercent(0, 11, 'vi')).toBe('0%')
    expect(showPercent(0, 0, 'vi')).toBeUndefined()
    expect(shareOf(0, null)).toBeUndefined()
  })
})

describe('days and deadlines', () => {
  it('shows them short where the year is plain', () => {
    expect(showShortDay('2024-10-30', '2024-11-15')).toBe('30/10')
    expect(showShortDay('2025-01-02', '2024-11-15')).toBe('02/01/2025')
    expect(showWeekday('2024-11-15', 'vi')).toBe('Thứ Sáu, 15/11')
    expect(showWeekday('2024-11-17', 'vi')).toBe('Chủ Nhật, 17/11')
  })

  it('shows an instant on the clock of Vietnam wherever the reader is', () => {
    expect(showInstant('2024-11-15T02:42:00Z')).toBe('09:42, 15/11/2024')
    expect(showInstant('2024-11-15T17:30:00Z')).toBe('00:30, 16/11/2024')
  })

  it('is late the day after, soon within the week, and a late finish is no alarm', () => {
    expect(standingOf('2024-11-15', '2024-11-14')).toBe('late')
    expect(standingOf('2024-11-15', '2024-11-15')).toBe('soon')
    expect(standingOf('2024-11-15', '2024-11-22')).toBe('soon')
    expect(standingOf('2024-11-15', '2024-11-23')).toBe('ontime')
    expect(standingOf('2024-11-15', '2024-11-01', '2024-11-03')).toBe('ontime')
    expect(showDone('2024-10-16', '2024-10-18', 'vi')).toBe('Xong, trễ 2 ngày')
    expect(showDaysLeft('2024-11-15', '2024-10-31', 'vi')).toBe('Trễ 15 ngày')
    expect(showDaysLeft('2024-11-15', '2024-11-15', 'en')).toBe('Due today')
    expect(showDaysLeft('2024-11-15', '2024-11-16', 'en')).toBe('1 day left')
  })
})

describe('finding', () => {
  it('finds with or without marks, by any words in any order', () => {
    expect(fold('Đường Ngọc Thanh')).toBe('duong ngoc thanh')
    expect(finds('thanh ngoc', 'Xã Ngọc Thanh')).toBe(true)
    expect(finds('NGỌC', 'Xã Ngọc Thanh')).toBe(true)
    expect(finds('lương', 'Xã Ngọc Thanh')).toBe(false)
  })
})

describe('showSpan', () => {
  it('names the last day that belongs to it, and no end where there is none', () => {
    expect(showSpan('2023-01-01', '2025-07-01', 'vi')).toBe('từ 01/01/2023 đến hết 30/06/2025')
    expect(showSpan('2023-01-01', '2025-07-01', 'en')).toBe('from 01/01/2023 through 30/06/2025')
    expect(showSpan('2023-01-01', null, 'vi')).toBe(showPeriod('2023-01-01', null, 'vi'))
  })
})

it('says how large a file is, and never that it is nothing', () => {
  expect([40, 830_000, 1_500_000].map((bytes) => showSize(bytes, 'vi'))).toEqual(['1 kB', '811 kB', '1,4 MB'])
  expect(showSize(26_214_400, 'en')).toBe('25 MB')
})

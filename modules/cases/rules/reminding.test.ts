// Reminders by the clock, as a table.

import { expect, test } from 'vitest'
import { remindersBy } from './reminding.ts'

const long = { begins: '2026-11-01T08:00', due: '2026-11-30T23:59', hasOfficer: true }
const short = { begins: '2026-11-10T08:00', due: '2026-11-11T08:00', hasOfficer: true }

test.each([
  ['a month: not four days before', long, '2026-11-26T08:00', []],
  ['a month: three days before', long, '2026-11-28T00:00', ['soon']],
  ['in its last minute', long, '2026-11-30T23:59', ['soon']],
  ['a minute after', long, '2026-12-01T00:00', ['late']],
  ['a day after, to the head too', long, '2026-12-02T00:00', ['late', 'escalation']],
  ['24 hours: not in the first half', short, '2026-11-10T19:59', []],
  ['24 hours: from the half on', short, '2026-11-10T20:00', ['soon']],
  [
    'without an officer: to the head at once',
    { ...short, hasOfficer: false },
    '2026-11-11T08:01',
    ['late', 'escalation'],
  ],
])('%s', (_, item, now, kinds) => expect(remindersBy(item, now)).toEqual(kinds))

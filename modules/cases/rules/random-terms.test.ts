// Random interruptions of a term: none shortens it, and custody that outlasts it stops management.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMinutes, type Moment } from '../../../rules/law/moment.ts'
import { adult, event, life } from '../../../tests/support/lives.ts'
import { end, runs } from '../../../tests/support/random-lives.ts'
import type { FileEvent } from '../events.ts'
import { type Life, readLife } from '../rules.ts'

describe('terms', () => {
  const pieces = fc.array(
    fc.record({
      kind: fc.constantFrom('detained', 'absent', 'fled', 'force-majeure', 'imprisoned'),
      wait: fc.integer({ min: 1, max: 200_000 }),
      lasts: fc.integer({ min: 0, max: 200_000 }),
    }),
    { maxLength: 6 },
  )
  const begun = fc.constantFrom(
    life(['managed', '2026-07-07T16:30']),
    life(['managed', '2025-11-07T16:30']),
    life(
      ['determination-result', '2026-10-01T08:00', { result: 'addicted' }],
      ['home-decided', '2026-10-02T09:00'],
      ['treatment-begun', '2026-10-02T10:00'],
    ),
    life(['after-decided', '2026-10-02T09:00']),
  )
  const endOf = ({ status, history }: Life, kind: string | undefined): Moment =>
    (status?.kind === kind ? status?.ends : history.findLast((each) => each.kind === kind)?.ends) ?? '9999'

  test('no interruption ever shortens one', () => {
    fc.assert(
      fc.property(begun, pieces, (events, given) => {
        const first = events.at(-1) as FileEvent
        const kind = readLife(adult, events, first.at).status?.kind
        let at = addMinutes(first.at, 60)
        let known = events
        let last = endOf(readLife(adult, known, end), kind)
        for (const { kind: why, wait, lasts } of given) {
          const from = addMinutes(at, wait)
          at = addMinutes(from, lasts)
          known = [...known, event(why, from, { until: at } as never)]
          const now = endOf(readLife(adult, known, end), kind)
          expect(now >= last).toBe(true)
          last = now
        }
      }),
      runs,
    )
  })

  test('custody that lasts longer than what was left stops management', () => {
    const length = fc.record({ day: fc.integer({ min: 1, max: 363 }), more: fc.integer({ min: 1, max: 2_000 }) })
    fc.assert(
      fc.property(length, ({ day, more }) => {
        const from = addMinutes('2026-07-07T16:30', day * 1440)
        const until = addMinutes(from, (366 - day + more) * 1440)
        const held = [...life(['managed', '2026-07-07T16:30']), event('detained', from, { until })]
        const { status, next } = readLife(adult, held, until)
        expect(status).toBeUndefined()
        expect(next.map(({ id }) => id)).toContain('stop')
      }),
      runs,
    )
  })
})

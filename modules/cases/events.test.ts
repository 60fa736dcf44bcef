// The vocabulary: every kind is titled in both languages and takes what it says, nothing else.

import { describe, expect, test } from 'vitest'
import { event, positive } from '../../tests/support/lives.ts'
import { eventGroups, eventKindIds, eventKinds } from './events.ts'

const parses = (kind: keyof typeof eventKinds, details: unknown): boolean =>
  eventKinds[kind].details.safeParse(details).success

describe('refused', () => {
  test.each([
    ['a ground that the law does not list', 'tested', { ...positive, ground: 'looks-suspicious' }],
    ['a result that is none', 'tested', { ...positive, result: 'perhaps' }],
    ['where a monitored person is', 'monitoring-decided', { location: '20.65, 106.05' }],
    ['a folio below one', 'paper-filed', { paper: 'III-01', folio: 0 }],
    ['an end that is no moment', 'detained', { until: '2026-02-30T10:00' }],
    ['a reason that the law does not list', 'management-stopped', { reason: 'tired-of-it' }],
    ['a score', 'visited', { score: 7 }],
  ] as const)('%s', (_, kind, details) => expect(parses(kind, details)).toBe(false))
})

test('every kind has a title in both languages and a group that is named', () => {
  for (const kind of eventKindIds) {
    const { title, group } = eventKinds[kind]
    expect(title.vi.length * title.en.length, kind).toBeGreaterThan(0)
    expect(eventGroups[group], kind).toBeDefined()
  }
})

test('a status is only ever on a paper: whatever decides takes number, day and who decided', () => {
  const deciding = eventKindIds.filter((kind) => eventKinds[kind].paper?.decides)
  expect(deciding.length).toBeGreaterThan(20)
  for (const kind of deciding) {
    const { details } = event(kind, '2026-10-01T08:00')
    const filled = {
      outcome: 'applied',
      reason: 'died',
      change: 'exempted',
      path: 'adult',
      ground: 'quit',
      result: 'addicted',
    }
    const wanted = Object.keys(
      (eventKinds[kind].details as unknown as { _zod: { def: { shape: object } } })._zod.def.shape,
    )
    const given = Object.fromEntries(Object.entries(filled).filter(([key]) => wanted.includes(key)))
    const reason = kind === 'execution-changed' ? { reason: 'pregnant' } : {}
    const ground = kind === 'determination-result' ? { ground: 'managed' } : {}
    expect(parses(kind, { ...given, ...reason, ...ground, ...details }), kind).toBe(true)
  }
})

// The lives of the demonstration are lives that the law allows: each event is one that the product itself would have taken.

import { expect, test } from 'vitest'
import { factsOf } from '../../../modules/cases/rules/person-facts.ts'
import { judgeEvent, readLife, statusNames } from '../../../modules/cases/rules.ts'
import { lives } from './lives.ts'
import { demoFiles } from './load.ts'

const now = '2026-11-27T15:20'
const files = demoFiles(now)

test.each(lives.map(({ path }, at) => [path, at] as const))('%s', (_, at) => {
  const { identity, events } = files[at]!
  const sorted = [...events].sort((one, other) => (one.at < other.at ? -1 : 1))
  for (const [place, event] of sorted.entries()) {
    const verdict = judgeEvent(factsOf(identity), sorted.slice(0, place), event, now)
    expect(verdict, `${event.kind} ${event.at}`).toMatchObject({ ok: true })
  }
})

test('forty and more, they stand in every status of the law, and some have work that waits or is late', () => {
  expect(files.length).toBeGreaterThanOrEqual(40)
  const read = files.map(({ identity, events }) => readLife(factsOf(identity), events, now))
  const seen = new Set(read.flatMap(({ status }) => status?.kind ?? []))
  expect(Object.keys(statusNames).filter((kind) => !seen.has(kind as never))).toEqual([])
  expect(read.some(({ next }) => next.some(({ state }) => state === 'late'))).toBe(true)
  expect(read.some(({ protections }) => protections.length > 0)).toBe(true)
})

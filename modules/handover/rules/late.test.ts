// What leads are told of late hand-overs, as a table; and that no count they are told is that of a single person.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { communesLate, lateReasons, lateShown, type Waiting } from './late.ts'

const of = (communeId: string, count: number, late: boolean, why: Waiting['why'] = 'answer'): Waiting[] =>
  Array.from({ length: count }, () => ({ communeId, why, late }))
const least = 5

test.each<[string, Waiting[], number | null, number | null, string[]]>([
  ['nothing waits', [], 0, 0, []],
  ['one waits', of('a', 1, false), null, 0, []],
  ['one is late', of('a', 1, true), null, null, ['a']],
  ['many wait, none is late', of('a', 9, false), 9, 0, []],
  ['many wait, one is late', [...of('a', 9, false), ...of('b', 1, true)], 10, null, ['b']],
  ['all but one are late', [...of('a', 1, false), ...of('b', 8, true)], 9, null, ['b']],
  ['five of one commune are late', [...of('a', 9, false), ...of('b', 5, true)], 14, 5, ['b']],
  ['five communes with one each', ['a', 'b', 'c', 'd', 'e'].flatMap((id) => of(id, 1, true)), null, null, [...'abcde']],
  ['many in two communes', [...of('a', 4, true), ...of('b', 8, true)], 12, 12, ['a', 'b']],
])('%s', (_, waiting, onTheirWay, late, communes) => {
  const shown = lateShown(waiting, least)
  expect([shown.onTheirWay, shown.late, shown.communes.map(({ id }) => id)]).toEqual([onTheirWay, late, communes])
})

test('a commune is named with why, once, whatever it owes', () => {
  const owes = [...of('a', 1, true, 'notice'), ...of('a', 2, true), ...of('b', 1, false, 'notice')]
  expect(communesLate(owes)).toEqual([{ id: 'a', why: ['answer', 'notice'] }])

  const waiting = [...of('a', 2, true), ...of('a', 1, true, 'elsewhere'), ...of('a', 1, false)]
  expect(lateShown(waiting, least).communes).toEqual([{ id: 'a', why: ['answer', 'elsewhere'] }])
})

test('whatever waits: of no commune that is named does it follow how many it has, and no small count is said', () => {
  const one = fc.record({
    communeId: fc.constantFrom('a', 'b', 'c', 'd'),
    why: fc.constantFrom(...lateReasons),
    late: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 30 }), fc.integer({ min: 2, max: 10 }), (waiting, atLeast) => {
      const { onTheirWay, late, communes } = lateShown(waiting, atLeast)
      const named = communes.flatMap(({ why }) => why).length
      for (const count of [onTheirWay, late]) if (count) expect(count).toBeGreaterThanOrEqual(atLeast)
      if (late && named > 1) expect(late - named + 1).toBeGreaterThanOrEqual(atLeast)
      if (onTheirWay && named > 1) expect(onTheirWay - named + 1).toBeGreaterThanOrEqual(atLeast)
      if (onTheirWay !== null && late) expect(onTheirWay - late === 0 || onTheirWay - late >= atLeast).toBe(true)
      // That nothing is late is said of nobody.
      expect(late === 0).toBe(communes.length === 0)
    }),
  )
})

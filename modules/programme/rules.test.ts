import { expect, test } from 'vitest'
import {
  measuredDay,
  type PlanLine,
  standingOf,
  stateOf,
  versionInForce,
  whatChanged,
  whyNotAmend,
  whyNotLines,
} from './rules.ts'

const line = (lineId: string, more: Partial<PlanLine> = {}): PlanLine => ({
  lineId,
  kind: 'area-keep',
  areaId: `area-${lineId}`,
  groupId: null,
  titleVi: 'Giữ vững',
  titleEn: 'Keep',
  baseline: 1,
  value: 1,
  unit: 'count',
  dueOn: '2024-12-31',
  ...more,
})
const programme = { startsOn: '2024-02-27', endsOn: '2024-12-31' }
const versions = [
  { number: 1, decidedOn: '2024-03-07', effectiveOn: '2024-03-07' },
  { number: 2, decidedOn: '2024-11-12', effectiveOn: '2024-12-01' },
]

test('what changed is told line by line', () => {
  const before = [line('a'), line('b'), line('c')]
  const after = [line('a'), line('b', { areaId: 'merged', dueOn: '2024-12-20' }), line('d')]
  expect(whatChanged(before, after).map(({ lineId, what, fields }) => ({ lineId, what, fields }))).toEqual([
    { lineId: 'b', what: 'changed', fields: ['area', 'dueOn'] },
    { lineId: 'd', what: 'added', fields: [] },
    { lineId: 'c', what: 'removed', fields: [] },
  ])
  expect(whatChanged(before, [...before].reverse())).toEqual([])
})

test('a version counts from its day of effect', () => {
  expect(versionInForce(versions, '2024-03-06')).toBeUndefined()
  expect(versionInForce(versions, '2024-11-30')).toBe(1)
  expect(versionInForce(versions, '2024-12-01')).toBe(2)
})

test('a closed plan, a decision of tomorrow and an effect before the last version are refused', () => {
  const plan = { year: 2024, closedOn: null, last: versions[0]! }
  const dates = { decidedOn: '2024-11-12', effectiveOn: '2024-12-01' }
  expect(whyNotAmend(plan, dates, '2024-11-15')).toBeUndefined()
  expect(whyNotAmend({ ...plan, closedOn: '2025-01-10' }, dates, '2025-02-01')?.kind.code).toBe('programme.plan_closed')
  expect(whyNotAmend(plan, dates, '2024-11-11')?.kind.code).toBe('programme.decided_in_future')
  expect(whyNotAmend(plan, { ...dates, effectiveOn: '2024-11-01' }, '2024-11-15')?.kind.code).toBe(
    'programme.effective_before_decided',
  )
  const early = { decidedOn: '2024-03-01', effectiveOn: '2024-03-07' }
  expect(whyNotAmend(plan, early, '2024-11-15')?.kind.code).toBe('programme.before_last_version')
})

test('impossible lines are refused and pointed at', () => {
  const units = new Set(['area-a', 'area-b'])
  const why = (...lines: PlanLine[]) => whyNotLines(lines, programme, units, (_, place) => `lines.${place}`)
  expect(why(line('a'), line('b'))).toBeUndefined()
  expect(why(line('a', { value: 0.5 }))?.kind.code).toBe('programme.value_impossible')
  expect(why(line('a', { unit: 'share', value: 1.2 }))?.kind.code).toBe('programme.value_impossible')
  expect(why(line('a', { dueOn: '2025-01-01' }))?.kind.code).toBe('programme.due_outside')
  expect(why(line('z'))?.kind.code).toBe('programme.unit_outside')
  expect(why(line('a', { kind: 'commitments', unit: 'share' }))?.kind.code).toBe('programme.group_needed')
  const twice = why(line('a'), line('b', { areaId: 'area-a', kind: 'area-convert' }))
  expect(twice?.kind.code).toBe('programme.line_twice')
  expect(twice?.field).toBe('lines.1.areaId')
})

test('no data is never zero, and nothing is missed before it is due', () => {
  const share = line('a', { unit: 'share', value: 1 })
  expect(stateOf(share, { count: null, of: null }, '2024-11-15')).toBe('no-data')
  expect(stateOf(share, { count: 0, of: 0 }, '2024-11-15')).toBe('no-data')
  expect(stateOf(share, { count: 71, of: 84 }, '2024-11-15')).toBe('open')
  expect(stateOf(share, { count: 71, of: 84 }, '2025-01-01')).toBe('missed')
  expect(stateOf(share, { count: 84, of: 84 }, '2024-11-15')).toBe('met')
  expect(stateOf(line('a', { value: 11 }), { count: 6, of: 17 }, '2024-12-31')).toBe('open')
})

test('a unit that was divided is kept only when every part is', () => {
  expect(standingOf('area-keep', ['drug-free'])).toBe('kept')
  expect(standingOf('area-convert', ['drug-free', 'drug-free'])).toBe('converted')
  expect(standingOf('area-keep', ['drug-free', 'reappraise'])).toBe('reappraise')
  expect(standingOf('area-keep', ['lost', 'reappraise'])).toBe('lost')
  expect(standingOf('area-convert', ['none'])).toBe('not-yet')
  expect(standingOf('area-keep', [])).toBe('no-decision')
})

test('results stop with the programme', () => {
  expect(measuredDay('2024-12-31', '2024-11-15')).toBe('2024-11-15')
  expect(measuredDay('2024-12-31', '2026-11-22')).toBe('2024-12-31')
})

import { expect, test } from 'vitest'
import { criteriaOn, criteriaVersions } from './criteria.ts'

test('the labels of the 2024 plan belong to the older criteria, and the change is on 24/08/2025', () => {
  expect(criteriaOn('2024-03-15')?.id).toBe('3122/2010')
  expect(criteriaOn('2025-08-23')?.id).toBe('3122/2010')
  expect(criteriaOn('2025-08-24')?.id).toBe('28/2025')
  expect(criteriaOn('2009-12-31')).toBeUndefined()
})

test('versions follow one another without a gap or an overlap, newest first', () => {
  for (const [index, version] of criteriaVersions.entries())
    if (index > 0) expect(version.to).toBe(criteriaVersions[index - 1]!.from)
})

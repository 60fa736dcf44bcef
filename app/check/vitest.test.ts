import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { checkout, sum } from './step.ts'
import { afterSecond, countOf, databaseTests, failedFiles, slowestOf } from './vitest.ts'

const file = (status: string, ...tests: string[]) => named('some.test.ts', status, ...tests)
const named = (name: string, status: string, ...tests: string[]) => ({
  name,
  status,
  startTime: 0,
  endTime: 0,
  assertionResults: tests.map((each, at) => ({ status: each, fullName: `test ${at}` })),
})

test('every test counts, passed or failed', () => {
  const report = { success: false, testResults: [file('failed', 'passed', 'failed'), file('passed', 'passed')] }
  expect(countOf(report, 1)).toEqual({ passed: 2, failed: 1 })
})

test('a file that does not load counts as one that failed', () => {
  expect(countOf({ success: false, testResults: [file('failed'), file('passed', 'passed')] }, 1)).toEqual({
    passed: 1,
    failed: 1,
  })
})

test('a run that ends badly without a failed test, or without a report, still fails', () => {
  expect(countOf({ success: false, testResults: [file('passed', 'passed')] }, 1)).toEqual({ passed: 1, failed: 1 })
  expect(countOf(undefined, 1)).toEqual({ passed: 0, failed: 1 })
})

test('a file that failed counts as it went when it was run once more, the others as they went', () => {
  const first = {
    success: false,
    testResults: [named('a', 'failed', 'passed', 'failed'), named('b', 'passed', 'passed'), named('c', 'failed')],
  }
  expect(failedFiles(first)).toEqual(['a', 'c'])
  const better = {
    success: true,
    testResults: [named('c', 'passed', 'passed'), named('a', 'passed', 'passed', 'passed')],
  }
  expect(countOf(afterSecond(first, better), 0)).toEqual({ passed: 4, failed: 0 })
  const partly = { success: false, testResults: [named('a', 'failed', 'failed', 'failed')] }
  expect(countOf(afterSecond(first, partly), 1)).toEqual({ passed: 1, failed: 3 })
  expect(countOf(afterSecond(first, undefined), 1)).toEqual({ passed: 2, failed: 2 })
})

test('the ten files that took longest are named, longest first', () => {
  const lasting = (seconds: number) => ({
    ...named(path.join(checkout, `a/${seconds}.test.ts`), 'passed', 'passed'),
    startTime: 5_000,
    endTime: 5_000 + seconds * 1000,
  })
  const files = [3, 12, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11].map(lasting)
  expect(slowestOf({ success: true, testResults: files })).toEqual([
    `longest: ${[12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((each) => `a/${each}.test.ts ${each} s`).join(', ')}`,
  ])
  expect(slowestOf({ success: true, testResults: [lasting(3)] })).toEqual([])
  expect(slowestOf(undefined)).toEqual([])
})

test('counts of several steps add up', () => {
  expect(
    sum([
      { passed: 1, failed: 0 },
      { passed: 20, failed: 3 },
    ]),
  ).toEqual({ passed: 21, failed: 3 })
})

test('the tests for a second server are those that use a database, journeys apart', () => {
  const files = databaseTests()
  expect(files).toContain('modules/audit/server/chain.test.ts')
  expect(files).not.toContain('app/check/vitest.test.ts')
  expect(files.filter((name) => name.startsWith('tests/journeys/') || !existsSync(path.join(checkout, name)))).toEqual(
    [],
  )
})

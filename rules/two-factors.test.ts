// Every permission about files of persons, decided one by one: a new one fails here until somebody has thought of it.

import { expect, test } from 'vitest'
import { permissions } from './roles.ts'
import { needsTwoFactors } from './two-factors.ts'

const decided: Record<string, boolean> = {
  'cases.read': true,
  'cases.police': true,
  'cases.health': true,
  'cases.help': true,
  'cases.assign': true,
  'cases.record': true,
  'cases.keep': true,
  'cases.emergency': true,
  // What was at stake, in whose life: statements about a person.
  'cases.review': true,
  // Numbers of files, with who read them.
  'cases.watch': true,
  // One line for each hand-over, with its number and both communes.
  'handover.oversee': true,
  // Hidden where it is small.
  'cases.count': false,
}

test.each(Object.entries(decided))('%s needs two factors: %s', (permission, needs) => {
  expect(needsTwoFactors(permission)).toBe(needs)
})

test('no permission about files is left undecided, and no other work waits for a second factor', () => {
  const names = Object.keys(permissions)
  expect(names.filter((name) => /^(cases|handover)\./.test(name)).sort()).toEqual(Object.keys(decided).sort())
  expect(names.filter((name) => needsTwoFactors(name) && !(name in decided))).toEqual([])
})

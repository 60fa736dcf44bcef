// Who sees what of a file, as the table that people agreed on: a change of it is a change of this table.

import { expect, test } from 'vitest'
import { startingRoles } from '../../rules/roles.ts'
import { eventGroups } from './events.ts'
import { views } from './views.ts'

const shown = (parts: readonly string[], one: string): string => (parts.includes(one) ? '✓' : '–')
const table = (all: readonly string[], of: (view: (typeof views)[keyof typeof views]) => readonly string[]) =>
  all.map(
    (one) =>
      `${Object.values(views)
        .map((view) => shown(of(view), one))
        .join(' ')} ${one}`,
  )

test('of who the person is (police, health, helper)', () =>
  expect(table(views.police.identity, ({ identity }) => identity)).toEqual([
    '✓ ✓ ✓ name',
    '✓ – – otherNames',
    '✓ ✓ – birth',
    '✓ ✓ – sex',
    '✓ ✓ – papers',
    '✓ – – residence',
    '✓ – ✓ stay',
    '✓ ✓ ✓ phone',
    '✓ ✓ – circumstances',
  ]))

test('of what happened (police, health, helper)', () =>
  expect(table(Object.keys(eventGroups), ({ groups }) => groups)).toEqual([
    '✓ – – finding',
    '✓ – – decision',
    '✓ ✓ – determination',
    '✓ – – dossier',
    '✓ ✓ – treatment',
    '✓ – – residence',
    '✓ – – interruption',
    '✓ ✓ ✓ support',
    '✓ – – move',
    '✓ – – end',
    '✓ – – correction',
  ]))

test('no lead, auditor or administrator begins with a right to open files; leads count, the auditor watches', () => {
  const rolesWith = (...names: string[]) =>
    startingRoles.filter(({ permissions }) => permissions.some((each) => names.includes(each))).map(({ id }) => id)
  expect(rolesWith('cases.read', 'cases.police', 'cases.health', 'cases.help', 'cases.record')).toEqual([
    ...['commune-police', 'commune-police-head', 'case-helper', 'health-station'],
  ])
  expect(rolesWith('cases.emergency')).toEqual(['health-station', 'emergency-duty'])
  expect(rolesWith('cases.count')).toEqual(['province-lead', 'district-lead'])
  expect(rolesWith('cases.review')).toEqual(['commune-police-head', 'auditor'])
  expect(rolesWith('cases.watch')).toEqual(['auditor'])
})

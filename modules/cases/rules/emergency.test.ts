// Who may break the glass, as a table.

import { expect, test } from 'vitest'
import { startingRoles } from '../../../rules/roles.ts'
import { mayOpenInEmergency } from './emergency.ts'

const rightsOf = (...roles: string[]) =>
  roles.flatMap((id) => {
    const found = startingRoles.find((role) => role.id === id)
    if (!found) throw new Error(`no role ${id}`)
    return found.permissions.map((permission) => ({ permission }))
  })

test.each([
  [['health-station'], true],
  [['commune-police', 'emergency-duty'], true],
  [['health-station', 'emergency-duty'], true],
  [['commune-police'], 'lent'],
  [['emergency-duty'], 'profession'],
  [['emergency-duty', 'commune-officer'], 'profession'],
  [['emergency-duty', 'province-lead'], 'watcher'],
  [['emergency-duty', 'district-lead', 'commune-police'], 'watcher'],
  [['emergency-duty', 'administrator', 'commune-police'], 'watcher'],
  [['emergency-duty', 'auditor', 'health-station'], 'watcher'],
] as const)('%s: %s', (roles, expected) => {
  const verdict = mayOpenInEmergency(rightsOf(...roles))
  expect(verdict.ok ? true : verdict.because).toBe(expected)
})

test('a lent right opens nothing in an emergency', () => {
  const lent = rightsOf('emergency-duty').map((right) => ({ ...right, actingFor: { id: 'x', name: 'x' } }))
  expect(mayOpenInEmergency([...rightsOf('commune-police'), ...lent])).toEqual({ ok: false, because: 'lent' })
})

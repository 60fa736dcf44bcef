// Rights are parted by the session that asks, also where what a person holds is remembered.

import { expect, test } from 'vitest'
import { rememberedAuthority } from './remembered-authority.ts'
import type { Right } from './rights.ts'
import type { Db } from './slice.ts'
import { partedRights, refusalOfMissing, withholding } from './withheld.ts'

const right = (permission: string): Right => ({ permission, areaId: null, role: '', via: 'grant', sourceId: '' })
const all = ['areas.read', 'cases.read', 'cases.count'].map(right)
const needsTwo = (permission: string) => permission === 'cases.read'
const names = (rights: readonly Right[]) => rights.map(({ permission }) => permission)

test.each([
  [true, ['areas.read', 'cases.read', 'cases.count'], []],
  [false, ['areas.read', 'cases.count'], ['cases.read']],
  // What does not know sessions, as a bundle that was carried, has one factor.
  [undefined, ['areas.read', 'cases.count'], ['cases.read']],
])('with two factors: %s', (twoFactors, held, withheld) => {
  const parted = partedRights(all, { twoFactors }, needsTwo)
  expect([names(parted.held), names(parted.withheld)]).toEqual([held, withheld])
})

test('two sessions of one person differ, whichever asks first', async () => {
  let asked = 0
  const authority = withholding(
    rememberedAuthority({
      personOf: async () => undefined,
      rightsOf: async () => {
        asked += 1
        return all
      },
    }),
    needsTwo,
  )
  const db = undefined as unknown as Db
  const [weak, strong] = [false, true].map((twoFactors) => ({ id: 'a', name: '', language: 'vi', twoFactors }) as const)
  const held = async (person: typeof weak) => names(await authority.rightsOf(db, person!, '2024-11-15'))
  const withheld = async (person: typeof weak) => names((await authority.withheldOf?.(db, person!, '2024-11-15')) ?? [])
  expect(await held(weak)).not.toContain('cases.read')
  expect(await held(strong)).toContain('cases.read')
  expect(await held(weak)).not.toContain('cases.read')
  expect([await withheld(weak), await withheld(strong)]).toEqual([['cases.read'], []])
  expect(asked).toBe(1)
})

test.each([
  ['cases.read', 'platform.two_factors_needed'],
  ['areas.manage', 'platform.not_allowed'],
])('a missing %s is refused as %s', (permission, code) => {
  expect(refusalOfMissing(permission, [right('cases.read')]).kind.code).toBe(code)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainCheckCode } from '../../commitments/contract.ts'
import { maskedName, stateOfLink } from './link.ts'

const now = new Date('2024-11-15T00:00:00Z')
const open = { expiresAt: new Date('2024-11-16'), usedAt: null, outcome: null, withdrawnAt: null, wrongCodes: 0 }

test('a link is locked after five wrong codes, ends on its day, and what was used stays used', () => {
  expect(stateOfLink({ ...open, wrongCodes: 5 }, now)).toBe('locked')
  expect(stateOfLink({ ...open, expiresAt: now }, now)).toBe('expired')
  expect(stateOfLink({ ...open, withdrawnAt: now }, now)).toBe('withdrawn')
  expect(stateOfLink({ ...open, usedAt: now, outcome: 'held' }, now)).toBe('held')
  expect(stateOfLink({ ...open, usedAt: now, outcome: 'accepted', withdrawnAt: now, wrongCodes: 5 }, now)).toBe('used')
  expect(stateOfLink({ ...open, wrongCodes: 4 }, now)).toBe('open')
})

test('a name is told by its family name and first letters only', () => {
  expect(maskedName('Nguyễn Thị Hòa')).toBe('Nguyễn T. H.')
  expect(maskedName('  Y  Ngông ')).toBe('Y N.')
  fc.assert(
    fc.property(
      fc.array(
        fc.string({ minLength: 2 }).filter((word) => /^\S+$/.test(word)),
        { minLength: 2 },
      ),
      (words) => {
        const shown = maskedName(words.join(' ')).split(' ').slice(1)
        for (const word of shown) expect(Array.from(word).length).toBeLessThanOrEqual(2)
      },
    ),
  )
})

test('a check code is read however it was typed, and nothing else is', () => {
  expect(plainCheckCode('wty9-kqn5-fxk3-b15r')).toBe('WTY9KQN5FXK3B15R')
  expect(plainCheckCode('WTY9 KQN5 FXK3 BI5R')).toBe('WTY9KQN5FXK3B15R')
  for (const wrong of ['', 'abc', 'WTY9-KQN5-FXK3-B15', 'WTY9-KQN5-FXK3-B15U', "' or 1=1 --"])
    expect(plainCheckCode(wrong)).toBeUndefined()
})

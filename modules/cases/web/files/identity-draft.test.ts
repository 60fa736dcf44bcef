// Who a person is as it is typed: what is no day, what is missing, and what is sent of the rest.

import { expect, test } from 'vitest'
import { birthOf, identityOf, nobody, typedOf } from './identity-draft.ts'

test.each([
  ['', null],
  [' 1998 ', '1998'],
  ['05/09/1998', '1998-09-05'],
  ['5/9/1998', '1998-09-05'],
  ['31/02/1998', undefined],
  ['1898', undefined],
  ['năm ngoái', undefined],
])('a birth typed as %j is %j', (typed, birth) => expect(birthOf(typed)).toBe(birth))

test('without a name, with a birth that is none, or without the day of a circumstance nothing is sent', () => {
  const circumstances = [{ key: 4, what: 'pregnant', from: '', until: '' }] as const
  expect(identityOf({ ...nobody(), birth: '31/02/1998', circumstances }).faults).toEqual([
    'name',
    'birth',
    'circumstance:4',
  ])
})

test('rows left empty are left out, digits typed in groups are one number', () => {
  const papers = [
    { key: 1, kind: 'cccd', number: '033 098 001234' },
    { key: 2, kind: 'cmnd', number: ' ' },
  ] as const
  const { identity, faults } = identityOf({ ...nobody(), name: ' Lý An ', otherNames: 'Tý\n\n Sửu', papers })
  expect(faults).toEqual([])
  expect(identity).toMatchObject({
    name: 'Lý An',
    otherNames: ['Tý', 'Sửu'],
    birth: null,
    sex: null,
    papers: [{ kind: 'cccd', number: '033098001234' }],
  })
})

test('what is corrected begins as what is known', () => {
  const { identity } = identityOf({
    ...nobody(),
    name: 'Lý An',
    birth: '05/09/1998',
    sex: 'female',
    papers: [{ key: 1, kind: 'passport', number: 'C1234567' }],
    circumstances: [{ key: 1, what: 'no-papers', from: '2026-07-01', until: '' }],
  })
  expect(identityOf(typedOf(identity)).identity).toEqual(identity)
})

import { expect, test } from 'vitest'
import { doubtsOf, Identity, maskedName } from './identity.ts'

const cccd = (number: string) => [{ kind: 'cccd' as const, number }]

test.each([
  ['too short', { papers: cccd('03309000123'), birth: null, sex: null }, ['digits']],
  ['letters', { papers: cccd('0330900012ab'), birth: null, sex: null }, ['digits']],
  [
    'a woman with the digit of a man',
    { papers: cccd('033090001234'), birth: '1990', sex: 'female' },
    ['century-or-sex'],
  ],
  ['born in another year', { papers: cccd('033090001234'), birth: '1991-02-03', sex: 'male' }, ['birth-year']],
  ['of this century', { papers: cccd('033305001234'), birth: '2005', sex: 'female' }, []],
  ['right', { papers: cccd('033090001234'), birth: '1990-05-02', sex: 'male' }, []],
  ['old, of 9 digits', { papers: [{ kind: 'cmnd', number: '145200300' }], birth: '1980', sex: null }, []],
  ['old, of 8 digits', { papers: [{ kind: 'cmnd', number: '14520030' }], birth: '1980', sex: null }, ['digits']],
  ['no papers at all', { papers: [], birth: null, sex: null }, []],
] as const)('%s', (_, identity, doubts) =>
  expect(doubtsOf({ ...identity, papers: [...identity.papers] })).toEqual(doubts),
)

test.each([
  ['Nguyễn Văn An', 'N. V. A***'],
  ['  Đặng   Thúy Ờ ', 'Đ. T. Ờ***'],
  ['Y', 'Y***'],
  ['Trần Thị Ví (minh họa)', 'T. T. V***'],
])('%s is shown in lists as %s', (name, masked) => expect(maskedName(name)).toBe(masked))

test.each([{ name: '' }, { name: 'A', birth: '2026-13-01' }, { name: 'A', birth: '12' }, { name: 'x'.repeat(201) }])(
  'not who somebody can be: %o',
  (part) => expect(Identity.safeParse({ birth: null, sex: null, ...part }).success).toBe(false),
)

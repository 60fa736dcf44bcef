// The signature by authority as a table: who signs, whose paper it is, what stands above the name and why; or why it may not.

import { expect, test } from 'vitest'
import { type Authority, proposedSigner, type SigningWay, signatureOf, signingWayIds } from './signing.ts'

const police = { post: 'TRƯỞNG CÔNG AN' }
const committee = { post: 'CHỦ TỊCH', collective: 'ỦY BAN NHÂN DÂN' }

test.each([
  ['head', 'personal', police, undefined, 'TRƯỞNG CÔNG AN', 'cấp trưởng ký'],
  ['deputy', 'personal', police, undefined, 'KT. TRƯỞNG CÔNG AN\nPHÓ TRƯỞNG CÔNG AN', 'ghi KT.'],
  ['in-charge', 'personal', police, undefined, 'KT. TRƯỞNG CÔNG AN\nPHÓ TRƯỞNG CÔNG AN', 'được giao phụ trách'],
  ['acting', 'personal', police, undefined, 'Q. TRƯỞNG CÔNG AN', 'ghi Q.'],
  ['by-order', 'head', police, 'Đội trưởng', 'TL. TRƯỞNG CÔNG AN\nĐỘI TRƯỞNG', 'ghi TL.'],
  ['by-order', 'head', police, undefined, 'TL. TRƯỞNG CÔNG AN\n……………………', 'ghi TL.'],
  ['authorised', 'head', police, 'Đội trưởng', 'TUQ. TRƯỞNG CÔNG AN\nĐỘI TRƯỞNG', 'ghi TUQ.'],
  ['head', 'personal', committee, undefined, 'CHỦ TỊCH', 'cấp trưởng ký'],
  ['head', 'collective', committee, undefined, 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH', 'ghi TM.'],
  ['deputy', 'collective', committee, undefined, 'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH', 'ghi TM.'],
  ['in-charge', 'collective', committee, undefined, 'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH', 'ghi TM.'],
  ['acting', 'collective', committee, undefined, 'TM. ỦY BAN NHÂN DÂN\nQ. CHỦ TỊCH', 'ghi TM.'],
  ['by-order', 'collective', committee, 'Chánh Văn phòng', 'TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG', 'ghi TL.'],
  // An office that one person leads has no body to sign for.
  ['head', 'collective', police, undefined, 'TRƯỞNG CÔNG AN', 'cấp trưởng ký'],
] as const)('%s on a paper that is %s', (way, authority, post, own, lines, why) => {
  const signature = signatureOf(way, authority, post, own)
  expect(signature).toMatchObject({ may: true, lines })
  expect(signature.because.vi).toContain(why)
  expect(signature.because.en).toContain('Decree 30/2020')
})

test('what the law gives to a post itself is signed neither by order nor by authority', () => {
  const allowed = (authority: Authority): SigningWay[] =>
    signingWayIds.filter((way) => signatureOf(way, authority, committee).may)
  expect(allowed('personal')).toEqual(['head', 'deputy', 'in-charge', 'acting'])
  expect([allowed('head'), allowed('collective')]).toEqual([signingWayIds, signingWayIds])
  expect(signatureOf('authorised', 'personal', police, 'Đội trưởng').because.vi).toContain('luật giao việc này')
})

test.each([
  ['the holder', { holder: 'A', standIn: null }, 'head', 'A', 'A đang giữ'],
  ['a deputy who acts', { holder: 'A', standIn: { name: 'B', deputy: true } }, 'in-charge', 'B', 'B là cấp phó'],
  ['somebody else who stands in', { holder: 'A', standIn: { name: 'B', deputy: false } }, 'head', 'A', 'không ký thay'],
  ['nobody known', { holder: null, standIn: null }, 'head', null, 'chưa ghi ai'],
] as const)('proposed is %s', (_, now, way, name, why) => {
  expect(proposedSigner(now, true)).toMatchObject({ way: 'deputy', name: null })
  const proposed = proposedSigner(now)
  expect(proposed).toMatchObject({ way, name })
  expect(proposed.because.vi).toContain(why)
})

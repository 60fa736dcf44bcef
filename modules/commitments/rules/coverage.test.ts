// Which row a place of signing counts in, by the level that is asked about.

import { expect, test } from 'vitest'
import { type Cell, rowOf, type Unit, type Where } from './coverage.ts'

const unit = (level: string): Unit => ({ id: `id-${level}`, code: level, name: `Tên ${level}`, type: level, level })
const cell: Cell = {
  communeId: 'id-commune',
  hamletId: 'id-village',
  bodyId: null,
  groupId: 'household-heads',
  signed: 1,
  of: 2,
  countedOn: null,
  paper: null,
}
const whereOf = (...levels: string[]): Where => ({ chain: levels.map(unit), restated: 'as-it-was', hamlet: 'restated' })
const withDistrict = whereOf('village', 'commune', 'district', 'province')
const ofTwoLevels = whereOf('village', 'commune', 'province')

test.each<[string, Where, string | undefined, string]>([
  ['a province with districts is told by district', withDistrict, 'id-province', 'id-district'],
  ['a province of two levels is told by commune', ofTwoLevels, 'id-province', 'id-commune'],
  ['a district is told by commune', withDistrict, 'id-district', 'id-commune'],
  ['a commune is told by hamlet', withDistrict, 'id-commune', 'id-village'],
  ['without a place all is told by commune', withDistrict, undefined, 'id-commune'],
  ['a district that is no more on that day leaves the commune', ofTwoLevels, 'id-district', 'id-commune'],
])('%s', (_, where, within, row) => {
  expect(rowOf(cell, where, within)).toMatchObject({ kind: 'unit', unit: { id: row } })
})

test('in a commune a body stands under its own name, and what was listed for all of it as a whole', () => {
  expect(rowOf({ ...cell, bodyId: 'b' }, withDistrict, 'id-commune')).toMatchObject({ kind: 'body', bodyId: 'b' })
  const whole = rowOf({ ...cell, hamletId: null }, whereOf('commune', 'district', 'province'), 'id-commune')
  expect(whole).toMatchObject({ kind: 'whole', unit: { id: 'id-commune' } })
  expect(rowOf(cell, whereOf('province'), 'id-province')).toBeUndefined()
})

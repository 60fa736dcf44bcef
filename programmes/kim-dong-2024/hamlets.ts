// Hamlets of the demonstration: two of one commune, so that work at the door can be shown. They are invented; what becomes
// of them when their commune is divided on 01/07/2025 is not known, and is not said.

import { areaId, demoId, onRecordFrom } from './ids.ts'
import type { Unit } from './territory.ts'

/** The id of a hamlet, by the code of its commune and its name. */
export const hamletId = (commune: string, name: string): string => demoId(`hamlet:${commune}:${name}`)

export const hamlets: Unit[] = ['Đông', 'Đoài'].map((name, at) => ({
  id: hamletId('12322', name),
  code: `12322-${at + 1}`,
  name,
  type: 'thôn',
  level: 'village',
  parentId: areaId('12322'),
  validFrom: onRecordFrom,
}))

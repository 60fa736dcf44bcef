// How units are called on the screens of this module.

import type { Language } from '../../../platform/contract/words.ts'

const types: Record<string, string> = {
  xã: 'commune',
  phường: 'ward',
  'thị trấn': 'town',
  huyện: 'district',
  'thị xã': 'town district',
  'thành phố': 'city',
  tỉnh: 'province',
}

/** "Xã Nhân La", or "Nhân La commune". */
export function unitName(unit: { type: string; name: string }, language: Language): string {
  if (language === 'en') return `${unit.name} ${types[unit.type] ?? unit.type}`
  return `${unit.type.charAt(0).toUpperCase()}${unit.type.slice(1)} ${unit.name}`
}

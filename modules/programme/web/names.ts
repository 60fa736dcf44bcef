// How units, documents and groups are called on the screens of this module.

import type { Bilingual, Language } from '../../../platform/contract/words.ts'

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

export const documentKindWords: Record<string, Bilingual> = {
  'chỉ thị': { vi: 'Chỉ thị', en: 'Directive' },
  'nghị quyết': { vi: 'Nghị quyết', en: 'Resolution' },
  'quyết định': { vi: 'Quyết định', en: 'Decision' },
  'kế hoạch': { vi: 'Kế hoạch', en: 'Plan' },
  'đề án': { vi: 'Đề án', en: 'Project' },
  'thông báo': { vi: 'Thông báo', en: 'Notice' },
  'tờ trình': { vi: 'Tờ trình', en: 'Submission' },
  'báo cáo': { vi: 'Báo cáo', en: 'Report' },
  'biên bản': { vi: 'Biên bản', en: 'Minutes' },
  'công văn': { vi: 'Công văn', en: 'Letter' },
  khác: { vi: 'Văn bản khác', en: 'Other' },
}
export const kindName = (kind: string, language: Language): string => documentKindWords[kind]?.[language] ?? kind

/** "60/KH-UBND", or the kind where a document bears no number. */
export const documentName = (document: { kind: string; number: string }, language: Language): string =>
  document.number || kindName(document.kind, language)

// How documents are called on screen.

import type { Bilingual, Language } from '../../../platform/contract/words.ts'
import type { DocumentKind } from '../contract.ts'

export const kindWords: Record<DocumentKind, Bilingual> = {
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
export const kindName = (kind: string, language: Language): string =>
  kindWords[kind as DocumentKind]?.[language] ?? kind

/** "60/KH-UBND", or the kind where a document bears no number. */
export const documentName = (document: { kind: string; number: string }, language: Language): string =>
  document.number || kindName(document.kind, language)

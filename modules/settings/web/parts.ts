// What the parts of the product are called by those who run it.

import type { Bilingual, Language } from '../../../platform/contract/words.ts'

const parts: Readonly<Record<string, Bilingual>> = {
  platform: { vi: 'nền tảng', en: 'the foundation' },
  access: { vi: 'người và quyền', en: 'people and rights' },
  areas: { vi: 'địa bàn', en: 'areas' },
  audit: { vi: 'nhật ký truy vết', en: 'the audit' },
  cases: { vi: 'hồ sơ người', en: 'files of persons' },
  commitments: { vi: 'ký cam kết', en: 'commitments' },
  documents: { vi: 'văn bản', en: 'documents' },
  field: { vi: 'máy đi cơ sở', en: 'field devices' },
  handover: { vi: 'chuyển hồ sơ', en: 'hand-over of files' },
  links: { vi: 'ký trên máy riêng', en: 'signing by a link' },
  meetings: { vi: 'họp', en: 'meetings' },
  obstacles: { vi: 'vướng mắc', en: 'obstacles' },
  paper: { vi: 'ký trên giấy', en: 'signing on paper' },
  portal: { vi: 'cổng công khai', en: 'the public portal' },
  programme: { vi: 'chương trình', en: 'the programme' },
  recognition: { vi: 'công nhận', en: 'recognition' },
  rosters: { vi: 'danh sách người ký', en: 'rosters' },
  settings: { vi: 'cài đặt', en: 'settings' },
  tasks: { vi: 'nhiệm vụ', en: 'tasks' },
  verification: { vi: 'kiểm tra xác suất', en: 'sampling checks' },
}

/** Nothing for a part without a name of its own: its code says nothing to whoever reads. */
export const partName = (part: string | null, language: Language): string => (part && parts[part]?.[language]) || ''
export const namedParts = Object.keys(parts)

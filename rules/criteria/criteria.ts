// The criteria by which an area was or is held to be drug-free, by period, newest first, each with its legal source.
// Only names and dates stand here: what each criterion asks, and how it is worked out, belongs to the assessment.

import type { Bilingual } from '../../platform/contract/words.ts'

export type CriteriaVersion = {
  id: string
  name: Bilingual
  /** The papers that it rests on. */
  source: Bilingual
  /** First day in force. */
  from: string
  /** First day no longer in force; undefined: in force today. */
  to?: string
  /** How far its text was checked, in words for the reader. */
  note?: Bilingual
}

export const criteriaVersions: readonly CriteriaVersion[] = [
  {
    id: '28/2025',
    name: { vi: 'Tiêu chí theo Quyết định 28/2025/QĐ-TTg', en: 'Criteria of Decision 28/2025/QĐ-TTg' },
    source: { vi: 'Quyết định 28/2025/QĐ-TTg, Điều 6', en: 'Decision 28/2025/QĐ-TTg, Article 6' },
    from: '2025-08-24',
  },
  {
    id: '3122/2010',
    name: {
      vi: 'Tiêu chí theo Quyết định 3122/2010/QĐ-BCA và đề án của địa phương',
      en: 'Criteria of Decision 3122/2010/QĐ-BCA and the local projects',
    },
    source: {
      vi: 'Quyết định 3122/2010/QĐ-BCA; các đề án chuyển hóa địa bàn (Quyết định 4060/2013, 5026/2022)',
      en: 'Decision 3122/2010/QĐ-BCA; the projects for converting areas (Decisions 4060/2013, 5026/2022)',
    },
    from: '2010-01-01',
    to: '2025-08-24',
    note: {
      vi: 'Ngày bắt đầu có hiệu lực trong năm 2010 chưa được đối chiếu với bản gốc.',
      en: 'The day in 2010 from which it was in force has not been compared with the original.',
    },
  },
]

/** The version in force on a day. */
export const criteriaOn = (day: string): CriteriaVersion | undefined =>
  criteriaVersions.find((version) => version.from <= day && (version.to === undefined || day < version.to))

export const findCriteria = (id: string): CriteriaVersion | undefined =>
  criteriaVersions.find((version) => version.id === id)

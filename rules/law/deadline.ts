// One time limit of the law as data: what, from when, how long, who, where it is written. Short words for writing many of them.

import type { Bilingual } from '../../platform/contract/words.ts'
import type { Clock } from './clock.ts'
import type { PeriodId } from './periods.ts'

export const stages = {
  finding: { vi: 'Phát hiện, thông báo', en: 'Finding and notice' },
  management: { vi: 'Quản lý người sử dụng', en: 'Management of a user' },
  voluntary: { vi: 'Cai nghiện tự nguyện, điều trị thay thế', en: 'Voluntary rehabilitation, substitution treatment' },
  compulsory: { vi: 'Hồ sơ và cai nghiện bắt buộc', en: 'Compulsory dossier and rehabilitation' },
  after: { vi: 'Quản lý sau cai', en: 'Post-rehabilitation' },
} satisfies Record<string, Bilingual>
export type Stage = keyof typeof stages

export type Deadline = {
  id: string
  stage: Stage
  /** The rule periods in which it is the law. */
  periods: readonly PeriodId[]
  what: Bilingual
  /** What starts its clock; for one counted back from an end, that end. */
  begins: Bilingual
  clock: Clock
  /** Counted back from the end: "at least 30 days before", "within the last 3 working days". */
  back?: 'at-least' | 'within'
  /** Who decides or does it. */
  by: Bilingual
  source: Bilingual
  /** Form numbers of the decree. */
  forms?: string
  /** The length is known, its article or its branch has to be checked against the official text. */
  toCheck?: Bilingual
}

export const hours = (count: number): Clock => ({ kind: 'act', span: { count, unit: 'hours' } })
export const workingDays = (count: number): Clock => ({ kind: 'act', span: { count, unit: 'working-days' } })
export const term = (months: number): Clock => ({ kind: 'term', span: { count: months, unit: 'months' } })

/** Where it is written, in both languages: "Luật, Điều 24.2" reads "Law, Art. 24.2". */
export const cited = (vi: string): Bilingual => ({
  vi,
  en: vi
    .replaceAll('Thông tư liên tịch', 'Joint Circular')
    .replaceAll('Nghị định', 'Decree')
    .replaceAll('Luật Xử lý vi phạm hành chính', 'Law on Handling Administrative Violations')
    .replaceAll('Luật', 'Law')
    .replaceAll('Điều', 'Art.')
    .replaceAll('NĐ-CP', 'ND-CP'),
})

/** The length is on record, the number of its article is not. */
export const articleToCheck: Bilingual = {
  vi: 'Độ dài đã có nguồn; số điều cần đối chiếu với văn bản gốc.',
  en: 'The length has a source; its article has to be checked against the official text.',
}

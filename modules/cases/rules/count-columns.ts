// What is counted of the files, by where the persons stand. Data; the words for leads.

import type { Bilingual } from '../../../platform/contract/words.ts'
import type { CountColumns } from './small-counts.ts'

export const measures = {
  open: { vi: 'Đang theo dõi', en: 'Followed' },
  begun: { vi: 'Chưa có quyết định đang hiệu lực', en: 'No decision in force' },
  managed: { vi: 'Quản lý người sử dụng', en: 'Users under management' },
  addict: { vi: 'Đã xác định nghiện, chưa đăng ký hình thức', en: 'Found addicted, no form yet' },
  home: { vi: 'Cai tại gia đình, cộng đồng', en: 'Rehabilitation at home' },
  private: { vi: 'Cai tại cơ sở tư nhân', en: 'Private centre' },
  public: { vi: 'Cai tự nguyện tại cơ sở công lập', en: 'Public centre, voluntary' },
  substitution: { vi: 'Điều trị thay thế', en: 'Substitution treatment' },
  dossier: { vi: 'Đang lập hồ sơ bắt buộc', en: 'Compulsory dossier' },
  compulsory: { vi: 'Cai bắt buộc', en: 'Compulsory' },
  after: { vi: 'Quản lý sau cai', en: 'Post-rehabilitation' },
  late: { vi: 'Có việc trễ hạn', en: 'With something late' },
  ended: { vi: 'Đã kết thúc', en: 'Ended' },
  minors: { vi: 'Dưới 18 tuổi', en: 'Under 18' },
} satisfies Record<string, Bilingual>
export type MeasureId = keyof typeof measures
export const measureIds = Object.keys(measures) as [MeasureId, ...MeasureId[]]

const parts = [
  ...(['begun', 'managed', 'addict', 'home', 'private', 'public', 'substitution'] as const),
  ...(['dossier', 'compulsory', 'after'] as const),
]
export const countColumns = {
  parts,
  whole: 'open',
  alone: ['ended'],
  within: ['late'],
  totalOnly: ['minors'],
} as const satisfies CountColumns & Record<string, unknown>

/** The column of a file: closed or ended, else by its status; a reform school is a public centre. */
export function columnOf(status: string | null, closed: boolean): MeasureId {
  if (closed || status === 'ended') return 'ended'
  if (status === null) return 'begun'
  if (status === 'reform-school') return 'public'
  return (parts as readonly string[]).includes(status) ? (status as MeasureId) : 'begun'
}

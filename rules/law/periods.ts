// The periods of the law: what rules were in force on a day, and where they stand. Newest first; a period ends where the next begins.

import type { Bilingual } from '../../platform/contract/words.ts'
import { cited } from './deadline.ts'

export type PeriodId = 'from-2022' | 'from-2025-03' | 'from-2025-07' | 'from-2026-07'
export type Period = {
  id: PeriodId
  /** First day, `YYYY-MM-DD`. */
  from: string
  title: Bilingual
  /** What is different from the period before. */
  changed: Bilingual
  sources: readonly Bilingual[]
}

export const periods: readonly Period[] = [
  {
    id: 'from-2026-07',
    from: '2026-07-01',
    title: { vi: 'Luật năm 2025', en: 'Law of 2025' },
    changed: {
      vi: 'Trưởng Công an cấp xã quyết định quản lý; phần lớn thời hạn tính bằng giờ; cai nghiện 24 tháng lần đầu, 36 tháng từ lần thứ hai.',
      en: 'The head of the commune police decides on management; most time limits are counted in hours; rehabilitation lasts 24 months the first time, 36 from the second.',
    },
    sources: [cited('Luật 120/2025/QH15'), cited('Nghị định 163/2026/NĐ-CP')],
  },
  {
    id: 'from-2025-07',
    from: '2025-07-01',
    title: { vi: 'Chính quyền hai cấp', en: 'Two tiers of government' },
    changed: {
      vi: 'Không còn cấp huyện: thẩm quyền của Chủ tịch huyện lên cấp tỉnh, Tòa án nhân dân khu vực thay Tòa án cấp huyện.',
      en: 'No district any more: its powers go to the province, and regional courts take the place of district courts.',
    },
    sources: [cited('Luật 73/2021/QH14'), cited('Nghị định 184/2025/NĐ-CP')],
  },
  {
    id: 'from-2025-03',
    from: '2025-03-01',
    title: { vi: 'Công an tiếp nhận cai nghiện', en: 'The police take over rehabilitation' },
    changed: {
      vi: 'Công tác cai nghiện chuyển từ ngành lao động sang ngành công an.',
      en: 'Rehabilitation moves from the labour administration to the police.',
    },
    sources: [cited('Luật 73/2021/QH14'), cited('Nghị định 02/2025/NĐ-CP'), cited('Thông tư liên tịch 03/2025')],
  },
  {
    id: 'from-2022',
    from: '2022-01-01',
    title: { vi: 'Luật năm 2021', en: 'Law of 2021' },
    changed: {
      vi: 'Chủ tịch UBND cấp xã quyết định quản lý; thời hạn tính bằng ngày làm việc.',
      en: 'The chair of the commune decides on management; time limits are counted in working days.',
    },
    sources: [cited('Luật 73/2021/QH14'), cited('Nghị định 105/2021/NĐ-CP'), cited('Nghị định 116/2021/NĐ-CP')],
  },
]

/** The period in force on a day; undefined before 2022, which is not on record here. */
export const periodOn = (day: string): Period | undefined => periods.find(({ from }) => from <= day)

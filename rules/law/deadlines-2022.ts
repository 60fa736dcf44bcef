// What the law of 2021 wanted, from 1 January 2022 to 30 June 2026: older files are read with it, and terms begun under it run to their end
// (Law 120/2025/QH15, Art. 56). Who decided changed twice meanwhile; the lengths did not.

import { articleToCheck, cited, type Deadline, term, workingDays } from './deadline.ts'
import type { PeriodId } from './periods.ts'

const periods: readonly PeriodId[] = ['from-2022', 'from-2025-03', 'from-2025-07']
const decree = cited('Nghị định 105/2021/NĐ-CP, Điều 41–47')
const communePolice = { vi: 'Công an cấp xã', en: 'Commune police' }
const chair = { vi: 'Chủ tịch UBND cấp xã', en: 'Chair of the commune People’s Committee' }

export const deadlinesOf2022: readonly Deadline[] = [
  {
    id: 'verify-residence-2022',
    stage: 'finding',
    periods,
    what: {
      vi: 'Xác minh và thông báo sau khi xét nghiệm dương tính',
      en: 'Verify and give notice after a positive test',
    },
    begins: { vi: 'Có kết quả dương tính', en: 'The positive result' },
    clock: workingDays(3),
    by: { vi: 'Cơ quan phát hiện', en: 'The body that found it' },
    source: decree,
  },
  {
    id: 'verify-residence-remote-2022',
    stage: 'finding',
    periods,
    what: { vi: 'Xác minh ở vùng xa, đi lại khó khăn', en: 'Verify in a remote place' },
    begins: { vi: 'Có kết quả dương tính', en: 'The positive result' },
    clock: workingDays(10),
    by: { vi: 'Cơ quan phát hiện', en: 'The body that found it' },
    source: decree,
  },
  {
    id: 'decide-management-2022',
    stage: 'management',
    periods,
    what: { vi: 'Quyết định quản lý', en: 'Decide on management' },
    begins: { vi: 'Nhận được thông báo, đề nghị', en: 'The notice or proposal arrives' },
    clock: workingDays(3),
    by: chair,
    source: decree,
  },
  {
    id: 'management-term-2022',
    stage: 'management',
    periods,
    what: { vi: 'Thời hạn quản lý', en: 'Term of management' },
    begins: { vi: 'Ngày ra quyết định quản lý', en: 'The decision on management' },
    clock: term(12),
    by: chair,
    source: cited('Luật 73/2021/QH14, Điều 22–27'),
  },
  {
    id: 'hand-over-file-2022',
    stage: 'management',
    periods,
    what: { vi: 'Chuyển hồ sơ khi người đó chuyển nơi cư trú', en: 'Send the file when the person moves' },
    begins: { vi: 'Biết việc chuyển nơi cư trú', en: 'The move is known' },
    clock: workingDays(5),
    by: communePolice,
    source: decree,
  },
  ...(
    [
      [
        'voluntary-shortest-2022',
        'voluntary',
        6,
        'Cai nghiện tự nguyện: ngắn nhất',
        'Voluntary rehabilitation: shortest',
      ],
      [
        'voluntary-longest-2022',
        'voluntary',
        12,
        'Cai nghiện tự nguyện: dài nhất',
        'Voluntary rehabilitation: longest',
      ],
      [
        'compulsory-shortest-2022',
        'compulsory',
        12,
        'Cai nghiện bắt buộc: ngắn nhất',
        'Compulsory rehabilitation: shortest',
      ],
      [
        'compulsory-longest-2022',
        'compulsory',
        24,
        'Cai nghiện bắt buộc: dài nhất',
        'Compulsory rehabilitation: longest',
      ],
    ] as const
  ).map(
    ([id, stage, months, vi, en]): Deadline => ({
      id,
      stage,
      periods,
      what: { vi, en },
      begins: { vi: 'Bắt đầu cai nghiện', en: 'Rehabilitation begins' },
      clock: term(months),
      by: { vi: 'Theo quyết định', en: 'As decided' },
      source: cited('Luật 73/2021/QH14, Điều 30–34'),
      toCheck: articleToCheck,
    }),
  ),
]

// What the law of 2021 wanted, from 1 January 2022 to 30 June 2026: older files are read with it, and terms begun under it run to their end
// (Law 120/2025/QH15, Art. 56). Who decided changed twice meanwhile; the lengths did not.

import { articleToCheck, cited, type Deadline, term, workingDays } from './deadline.ts'
import type { PeriodId } from './periods.ts'

const periods: readonly PeriodId[] = ['from-2022', 'from-2025-03', 'from-2025-07']
const decree = (article: string) => cited(`Nghị định 105/2021/NĐ-CP, Điều ${article}`)
const law = (article: string) => cited(`Luật 73/2021/QH14, Điều ${article}`)
const act = (id: string, stage: Deadline['stage']): Pick<Deadline, 'id' | 'stage' | 'periods'> => ({
  id,
  stage,
  periods,
})
const communePolice = { vi: 'Công an cấp xã', en: 'Commune police' }
const chair = { vi: 'Chủ tịch UBND cấp xã', en: 'Chair of the commune People’s Committee' }

export const deadlinesOf2022: readonly Deadline[] = [
  {
    id: 'verify-residence-2022',
    stage: 'finding',
    periods,
    what: { vi: 'Xác minh nơi cư trú sau khi phát hiện', en: 'Verify the residence after the finding' },
    begins: { vi: 'Phát hiện hành vi sử dụng', en: 'The use is found' },
    clock: workingDays(3),
    by: { vi: 'Công an nơi phát hiện', en: 'The police that found it' },
    source: decree('41.1'),
  },
  {
    id: 'verify-residence-remote-2022',
    stage: 'finding',
    periods,
    what: { vi: 'Xác minh ở vùng xa, đi lại khó khăn', en: 'Verify in a remote place' },
    begins: { vi: 'Phát hiện hành vi sử dụng', en: 'The use is found' },
    clock: workingDays(10),
    by: { vi: 'Công an nơi phát hiện', en: 'The police that found it' },
    source: decree('41.1'),
  },
  {
    ...act('send-notice-2022', 'finding'),
    what: { vi: 'Gửi thông báo cho Chủ tịch UBND cấp xã', en: 'Send the notice to the chair of the commune' },
    begins: { vi: 'Xác minh xong nơi cư trú', en: 'The residence is verified' },
    clock: workingDays(3),
    by: { vi: 'Công an nơi phát hiện', en: 'The police that found it' },
    source: decree('41.5, 41.6'),
  },
  {
    id: 'decide-management-2022',
    stage: 'management',
    periods,
    what: { vi: 'Quyết định quản lý', en: 'Decide on management' },
    begins: { vi: 'Nhận được thông báo, đề nghị', en: 'The notice or proposal arrives' },
    clock: workingDays(3),
    by: chair,
    source: decree('42.1'),
  },
  {
    id: 'management-term-2022',
    stage: 'management',
    periods,
    what: { vi: 'Thời hạn quản lý', en: 'Term of management' },
    begins: { vi: 'Ngày ra quyết định quản lý', en: 'The decision on management' },
    clock: term(12),
    by: chair,
    source: cited('Luật 73/2021/QH14, Điều 23.2; Nghị định 105/2021/NĐ-CP, Điều 43'),
  },
  {
    id: 'hand-over-file-2022',
    stage: 'management',
    periods,
    what: { vi: 'Chuyển hồ sơ khi người đó chuyển nơi cư trú', en: 'Send the file when the person moves' },
    begins: { vi: 'Người đó chuyển đi', en: 'The person moves' },
    clock: workingDays(5),
    by: chair,
    source: cited('Luật 73/2021/QH14, Điều 26.2, 43.2; Nghị định 105/2021/NĐ-CP, Điều 47.2'),
  },
  {
    ...act('check-residence-2022', 'management'),
    what: { vi: 'Kiểm tra cư trú, ít nhất 01 lần mỗi tháng', en: 'Check the residence, at least once a month' },
    begins: { vi: 'Lần kiểm tra trước, hoặc quyết định quản lý', en: 'The last check, or the decision on management' },
    clock: { kind: 'act', span: { count: 1, unit: 'months' } },
    by: communePolice,
    source: decree('47.1'),
  },
  {
    ...act('send-end-2022', 'management'),
    what: { vi: 'Gửi quyết định dừng hoặc chấm dứt quản lý', en: 'Send the decision to stop or end management' },
    begins: { vi: 'Ra quyết định', en: 'The decision' },
    clock: workingDays(3),
    by: chair,
    source: decree('48.3'),
  },
  {
    ...act('provider-tells-2022', 'voluntary'),
    what: { vi: 'Báo việc bắt đầu, dừng, kết thúc', en: 'Tell of the beginning, stop or end' },
    begins: { vi: 'Việc xảy ra', en: 'It happens' },
    clock: workingDays(5),
    by: { vi: 'Cơ sở cung cấp dịch vụ', en: 'The provider' },
    source: law('30.7c, 35.6e, 36.3g'),
  },
  {
    ...act('read-dossier-2022', 'compulsory'),
    what: { vi: 'Đọc hồ sơ, ghi ý kiến', en: 'Read the dossier and comment on it' },
    begins: { vi: 'Nhận thông báo', en: 'The notice arrives' },
    clock: workingDays(3),
    by: { vi: 'Người bị đề nghị, cha mẹ, người đại diện', en: 'The person, the parents, who stands for them' },
    source: law('34.2'),
    toCheck: {
      vi: 'Điều 34 nói về người chưa thành niên; với người thành niên cần đối chiếu Luật Xử lý vi phạm hành chính, Điều 103.',
      en: 'Art. 34 speaks of minors; for adults Art. 103 of the Law on Administrative Violations has to be checked.',
    },
  },
  {
    ...act('send-dossier-2022', 'compulsory'),
    what: { vi: 'Chuyển hồ sơ đi', en: 'Send the dossier on' },
    begins: { vi: 'Hết thời hạn đọc hồ sơ', en: 'The time to read is over' },
    clock: workingDays(1),
    by: { vi: 'Người lập hồ sơ', en: 'Who made the dossier' },
    source: law('34.3'),
    toCheck: {
      vi: 'Qua phòng lao động cấp huyện đến 28/02/2025; từ 01/3/2025 theo Thông tư liên tịch 03/2025, cần đối chiếu.',
      en: 'Through the district labour office until 28/02/2025; since then by Joint Circular 03/2025, to be checked.',
    },
  },
  {
    ...act('dossier-limit-2022', 'compulsory'),
    what: { vi: 'Thời hiệu: quá hạn thì không được đề nghị nữa', en: 'Limitation: afterwards nothing may be proposed' },
    begins: { vi: 'Hành vi cuối cùng', en: 'The last act' },
    clock: { kind: 'limit', span: { count: 3, unit: 'months' } },
    by: { vi: 'Người lập hồ sơ', en: 'Who made the dossier' },
    source: cited('Luật Xử lý vi phạm hành chính, Điều 6.2d'),
    toCheck: articleToCheck,
  },
  {
    ...act('after-one-year-2022', 'after'),
    what: {
      vi: 'Quản lý sau cai: tự nguyện, điều trị thay thế, người chưa thành niên',
      en: 'Post-rehabilitation: voluntary, substitution treatment, minors',
    },
    begins: { vi: 'Hoàn thành cai nghiện', en: 'Rehabilitation is completed' },
    clock: term(12),
    by: chair,
    source: law('40.1'),
  },
  {
    ...act('after-two-years-2022', 'after'),
    what: {
      vi: 'Quản lý sau cai: người thành niên cai nghiện bắt buộc',
      en: 'Post-rehabilitation: adults after compulsory rehabilitation',
    },
    begins: { vi: 'Hoàn thành cai nghiện', en: 'Rehabilitation is completed' },
    clock: term(24),
    by: chair,
    source: law('40.2'),
  },
  ...(
    [
      [
        'voluntary-shortest-2022',
        'voluntary',
        6,
        'Cai nghiện tự nguyện: ngắn nhất',
        'Voluntary: shortest',
        '30.2, 31.1',
      ],
      ['voluntary-longest-2022', 'voluntary', 12, 'Cai nghiện tự nguyện: dài nhất', 'Voluntary: longest', '30.2, 31.1'],
      [
        'minors-shortest-2022',
        'compulsory',
        6,
        'Bắt buộc, người chưa thành niên: ngắn nhất',
        'Compulsory, minors: shortest',
        '33.3',
      ],
      [
        'minors-longest-2022',
        'compulsory',
        12,
        'Bắt buộc, người chưa thành niên: dài nhất',
        'Compulsory, minors: longest',
        '33.3',
      ],
      ['compulsory-shortest-2022', 'compulsory', 12, 'Cai nghiện bắt buộc: ngắn nhất', 'Compulsory: shortest', null],
      ['compulsory-longest-2022', 'compulsory', 24, 'Cai nghiện bắt buộc: dài nhất', 'Compulsory: longest', null],
    ] as const
  ).map(
    ([id, stage, months, vi, en, article]): Deadline => ({
      ...act(id, stage),
      what: { vi, en },
      begins: { vi: 'Bắt đầu cai nghiện', en: 'Rehabilitation begins' },
      clock: term(months),
      by: { vi: 'Theo quyết định', en: 'As decided' },
      source: article ? law(article) : cited('Luật Xử lý vi phạm hành chính, Điều 95'),
      ...(!article && { toCheck: articleToCheck }),
    }),
  ),
]

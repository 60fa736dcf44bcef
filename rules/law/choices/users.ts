// Points left open about findings, the management of a user, and how its term is counted.

import { cited } from '../deadline.ts'
import { point } from './point.ts'

export const openAboutUsers = {
  verificationLasts: point({
    question: {
      vi: 'Việc xác minh một dấu hiệu được giữ bao lâu nếu không có kết quả?',
      en: 'How long is an item of verification kept when nothing comes of it?',
    },
    answers: {
      '15-days': { vi: '15 ngày', en: '15 days' },
      '30-days': { vi: '30 ngày', en: '30 days' },
      '60-days': { vi: '60 ngày', en: '60 days' },
    },
    byDefault: '30-days',
    changes: { vi: 'Ngày việc xác minh tự hết hạn.', en: 'The day on which the item expires by itself.' },
    source: {
      vi: 'Luật không có trạng thái “nghi nghiện”; Nghị định, Điều 56.1 chỉ nêu căn cứ xét nghiệm.',
      en: 'The law knows no “suspected” person; Art. 56.1 of the Decree only lists grounds for a test.',
    },
  }),
  manageAgainFrom: point({
    question: {
      vi: 'Sử dụng lại trong thời hạn quản lý: 24 giờ để ra quyết định mới tính từ lúc nào?',
      en: 'Used again while managed: from when do the 24 hours for a new decision run?',
    },
    answers: {
      result: {
        vi: 'Từ khi có kết quả xác định: không nghiện',
        en: 'From the result of the determination: not addicted',
      },
      finding: { vi: 'Từ khi phát hiện hoặc nhận thông báo', en: 'From the finding or the notice' },
    },
    byDefault: 'result',
    changes: { vi: 'Hạn ra quyết định quản lý mới.', en: 'The time limit of the new decision.' },
    source: cited('Luật, Điều 24.5, 31.1c; Nghị định, Điều 59.1'),
  }),
  detentionAndManagement: point({
    question: {
      vi: 'Thời gian bị tạm giữ, tạm giam có được cộng thêm vào thời hạn quản lý không?',
      en: 'Is time in custody added to the term of management?',
    },
    answers: {
      added: { vi: 'Không tính, thời hạn lùi lại', en: 'Left out; the term ends later' },
      'not-added': { vi: 'Thời hạn vẫn chạy', en: 'The term runs on' },
    },
    byDefault: 'added',
    changes: { vi: 'Ngày hết thời hạn quản lý.', en: 'The day on which management ends.' },
    source: cited('Luật, Điều 24.7'),
  }),
  interruptionsOfOldTerms: point({
    question: {
      vi: 'Thời hạn quản lý theo luật cũ: khoảng thời gian nào không được tính?',
      en: 'A term of management under the old law: which time is left out?',
    },
    answers: {
      'from-2026': { vi: 'Chỉ từ 01/7/2026, theo luật mới', en: 'Only from 1 July 2026 on, by the new law' },
      always: { vi: 'Như luật mới, cả trước đó', en: 'As under the new law, before that day too' },
      never: { vi: 'Không loại trừ', en: 'None' },
    },
    byDefault: 'from-2026',
    changes: {
      vi: 'Ngày hết thời hạn quản lý quyết định trước 01/7/2026.',
      en: 'The end of management decided before 1 July 2026.',
    },
    source: cited('Nghị định 105/2021/NĐ-CP, Điều 43; Luật, Điều 24.7; Nghị định, Điều 60.2'),
  }),
  monthlyCheck: point({
    question: {
      vi: '“Ít nhất 01 lần mỗi tháng” được tính thế nào?',
      en: 'How is “at least once a month” counted?',
    },
    answers: {
      calendar: { vi: 'Theo tháng dương lịch', en: 'By calendar months' },
      interval: { vi: 'Một tháng kể từ lần trước', en: 'One month from the last time' },
    },
    byDefault: 'calendar',
    changes: { vi: 'Hạn kiểm tra cư trú.', en: 'When the residence has to be checked by.' },
    source: cited('Nghị định, Điều 61.1a'),
  }),
  firstCheck: point({
    question: {
      vi: 'Quản lý từ giữa tháng: lần kiểm tra cư trú đầu tiên chậm nhất khi nào?',
      en: 'Managed from within a month: by when is the residence checked for the first time?',
    },
    answers: {
      'one-month': {
        vi: 'Trong một tháng kể từ quyết định quản lý',
        en: 'Within one month of the decision on management',
      },
      'same-month': { vi: 'Ngay trong tháng ra quyết định', en: 'In the month of the decision itself' },
      'next-month': { vi: 'Trong tháng kế tiếp', en: 'In the calendar month after it' },
    },
    byDefault: 'one-month',
    changes: { vi: 'Hạn kiểm tra cư trú lần đầu.', en: 'When the residence has to be checked for the first time.' },
    source: cited('Nghị định, Điều 61.1a'),
  }),
  endOfTerm: point({
    question: {
      vi: 'Hết thời hạn mà chưa có quyết định chấm dứt thì sao?',
      en: 'What when a term is over and no decision has ended it?',
    },
    answers: {
      'by-itself': { vi: 'Tự hết; quyết định chỉ xác nhận', en: 'It ends by itself; the decision only confirms it' },
      'by-decision': { vi: 'Kéo dài đến khi có quyết định', en: 'It goes on until the decision' },
    },
    byDefault: 'by-itself',
    changes: { vi: 'Trạng thái sau ngày hết thời hạn.', en: 'The status after the last day of the term.' },
    source: cited('Luật, Điều 24.2, 27.3a; Nghị định, Điều 63.3'),
  }),
}

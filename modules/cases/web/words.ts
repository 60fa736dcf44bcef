// Words of the time limits.

import { defineWords } from '../../../platform/web/words.ts'

export const lawWords = defineWords({
  title: { vi: 'Thời hạn theo luật', en: 'Time limits of the law' },
  why: {
    vi: 'Tính ngay trên máy này, không gửi đi đâu và không cần tên ai. Phần mềm chỉ tính; người có thẩm quyền quyết định.',
    en: 'Counted on this very machine, sent nowhere, and no name is needed. The software only counts; whoever has the power decides.',
  },
  lawOf: { vi: 'Quy định có hiệu lực ngày', en: 'The rules in force on' },
  since: { vi: (day: string) => `từ ${day}`, en: (day: string) => `from ${day}` },
  count: { vi: 'Tính một thời hạn', en: 'Count a time limit' },
  which: { vi: 'Thời hạn nào', en: 'Which one' },
  from: { vi: (begins: string) => `Từ khi: ${begins}`, en: (begins: string) => `From: ${begins}` },
  endOfTerm: {
    vi: (begins: string) => `Tính lùi từ: ${begins}`,
    en: (begins: string) => `Counted back from: ${begins}`,
  },
  day: { vi: 'Ngày', en: 'Day' },
  time: { vi: 'Giờ', en: 'Time' },
  timeWhy: { vi: 'Giờ và phút, ví dụ 16:30.', en: 'Hours and minutes, for example 16:30.' },
  timeWrong: { vi: 'Nhập giờ theo giờ:phút, ví dụ 16:30.', en: 'Type the time as hours:minutes, for example 16:30.' },
  dayFirst: { vi: 'Nhập đủ ngày giờ bắt đầu để tính.', en: 'Type when each begins, and it is counted.' },
  interrupted: { vi: 'Có lúc nào không được tính?', en: 'Is there time that does not count?' },
  interruption: { vi: 'Lý do', en: 'Reason' },
  detained: { vi: 'Bị tạm giữ, tạm giam, chấp hành án', en: 'In custody or prison' },
  absent: { vi: 'Vắng mặt không trình báo', en: 'Absent without report' },
  fled: { vi: 'Bỏ trốn', en: 'On the run' },
  'force-majeure': { vi: 'Bất khả kháng: tính lại từ đầu', en: 'Force majeure: begins anew' },
  begins: { vi: 'Bắt đầu', en: 'Begins' },
  ends: { vi: 'Kết thúc', en: 'Ends' },
  stillOn: { vi: 'Để trống nếu còn kéo dài.', en: 'Left empty while it goes on.' },
  add: { vi: 'Thêm khoảng không tính', en: 'Add such a time' },
  remove: { vi: 'Bỏ khoảng này', en: 'Take it away' },
  'ends-before-it-begins': { vi: 'Kết thúc trước khi bắt đầu.', en: 'It ends before it begins.' },
  'begins-before-the-clock': { vi: 'Bắt đầu trước khi thời hạn bắt đầu.', en: 'It begins before the time limit does.' },
  overlaps: { vi: 'Chồng lên một khoảng khác.', en: 'It overlaps another one.' },
  result: { vi: 'Kết quả', en: 'Result' },
  actBy: { vi: 'Phải làm xong trước khi hết', en: 'To be done by the end of' },
  termUntil: { vi: 'Kéo dài đến hết', en: 'Runs to the end of' },
  limitAfter: { vi: 'Hết thời hiệu sau', en: 'Nothing may be decided after' },
  byTime: { vi: 'Chậm nhất', en: 'At the latest' },
  notBefore: { vi: 'Chỉ làm từ ngày', en: 'Only from' },
  atLeastBy: { vi: 'Chậm nhất ngày', en: 'On this day at the latest' },
  waits: { vi: 'Chưa có ngày kết thúc', en: 'No end yet' },
  waitsWhy: {
    vi: 'Khi khoảng không tính kết thúc, phần còn lại sẽ chạy tiếp.',
    en: 'Once the time that does not count is over, the rest runs on.',
  },
  stopped: { vi: 'Đã dừng', en: 'Stopped' },
  steps: { vi: 'Vì sao', en: 'Why' },
  span: {
    vi: (count: number, unit: string) =>
      `${count} ${{ hours: 'giờ', days: 'ngày', 'working-days': 'ngày làm việc', months: 'tháng' }[unit] ?? unit}`,
    en: (count: number, unit: string) => {
      const one = { hours: 'hour', days: 'day', 'working-days': 'working day', months: 'month' }[unit] ?? unit
      return `${count} ${one}${count === 1 ? '' : 's'}`
    },
  },
  atLeast: { vi: (span: string) => `trước ít nhất ${span}`, en: (span: string) => `at least ${span} before` },
  within: { vi: (span: string) => `trong ${span} cuối`, en: (span: string) => `within the last ${span}` },
  what: { vi: 'Việc', en: 'What' },
  long: { vi: 'Thời hạn', en: 'Time' },
  by: { vi: 'Ai', en: 'Who' },
  source: { vi: 'Căn cứ', en: 'Source' },
  form: { vi: (forms: string) => `Mẫu ${forms}`, en: (forms: string) => `Forms ${forms}` },
  toCheck: { vi: 'Cần đối chiếu', en: 'To be checked' },
  all: { vi: 'Mọi thời hạn của thời kỳ này', en: 'All time limits of this period' },
  stepStarts: { vi: 'Thời hạn bắt đầu.', en: 'The time limit begins.' },
  stepFirstDay: {
    vi: 'Ngày đầu tiên được tính là ngày hôm sau (Bộ luật Dân sự 2015, Điều 147).',
    en: 'The first day that counts is the next one (Civil Code 2015, Art. 147).',
  },
  stepLeftOut: {
    vi: (why: string, long: string) => `Không tính ${long}: ${why}.`,
    en: (why: string, long: string) => `${long} left out: ${why}.`,
  },
  stepRestarts: { vi: 'Hết bất khả kháng, tính lại từ đầu.', en: 'Force majeure is over; it begins anew.' },
  stepRuns: { vi: 'Như vậy sẽ kết thúc lúc này.', en: 'So it would end now.' },
  stepFree: {
    vi: (days: string) => `Không tính ngày nghỉ: ${days}.`,
    en: (days: string) => `Free days left out: ${days}.`,
  },
  stepMoved: {
    vi: (day: string) =>
      `Ngày cuối ${day} là ngày nghỉ, chuyển sang ngày làm việc tiếp theo (Bộ luật Dân sự 2015, Điều 148).`,
    en: (day: string) => `The last day, ${day}, is free; it moves to the next working day (Civil Code 2015, Art. 148).`,
  },
  stepEnds: { vi: 'Kết thúc.', en: 'It ends.' },
  stepWaits: { vi: (why: string) => `Đồng hồ dừng: ${why}.`, en: (why: string) => `The clock stands still: ${why}.` },
  stepOutlasted: {
    vi: 'Thời gian bị giam giữ dài hơn phần còn lại: dừng quản lý (Luật 120/2025/QH15, Điều 24.7).',
    en: 'Custody lasts longer than what was left: management stops (Law 120/2025/QH15, Art. 24.7).',
  },
  stepYearLaw: {
    vi: (year: string) => `Năm ${year} chưa có thông báo nghỉ lễ: mới tính ngày nghỉ do luật định.`,
    en: (year: string) => `No notice of the holidays of ${year} is on record: those of the law are counted.`,
  },
  stepYearRecalled: {
    vi: (year: string) => `Ngày nghỉ năm ${year} có ngày ghi theo trí nhớ, cần đối chiếu.`,
    en: (year: string) => `Some holidays of ${year} are written down from memory and have to be compared.`,
  },
  stepYear: {
    vi: (year: string) => `Chưa có lịch nghỉ năm ${year}: mới chỉ trừ thứ Bảy, Chủ Nhật.`,
    en: (year: string) => `The holidays of ${year} are not on record: only Saturdays and Sundays are left out.`,
  },
  days: { vi: (n: number) => `${n} ngày`, en: (n: number) => (n === 1 ? '1 day' : `${n} days`) },
  hoursMinutes: {
    vi: (hours: number, minutes: number) => (minutes ? `${hours} giờ ${minutes} phút` : `${hours} giờ`),
    en: (hours: number, minutes: number) => (minutes ? `${hours} h ${minutes} min` : `${hours} h`),
  },
})

// The 48 tasks of the demonstration as they stand on 15/11/2024. The plan is real; the tasks, deadlines and results are invented.

import { postId } from './ids.ts'

export type DemoTask = {
  number: number
  /** The unit of the task, by code; 331 for the whole district. */
  area: string
  title: string
  basis: string
  doer: string
  with?: string
  doers?: string[]
  head: string
  coordinating?: string[]
  result: string
  total?: number
  unit?: string
  authority: string
  /** The post that accepts the result. */
  accepts?: string
  from: string
  due: string
  instruction?: string
  parent?: number
  /** Reports: day, count, words; the last may hand the result in. */
  reports?: { on: string; count?: number; text: string; done?: boolean; evidence?: boolean; by?: string }[]
}

const plan = 'KH 60, mục II'
const district = (kind: string) => postId(kind, '331')
const chair = (code: string) => postId('chair', code)
const names: Record<string, string> = {
  '12280': 'TT Lương Bằng',
  '12328': 'xã Hiệp Cường',
  '12319': 'xã Hùng An',
  '12322': 'xã Ngọc Thanh',
  '12295': 'xã Thọ Vinh',
  '12301': 'xã Song Mai',
  '12304': 'xã Chính Nghĩa',
  '12313': 'xã Mai Động',
  '12307': 'xã Nhân La',
  '12325': 'xã Vũ Xá',
  '12310': 'xã Phú Thịnh',
}
const office = (code: string) => (code === '12280' ? 'Văn phòng UBND TT' : 'Văn phòng UBND xã')
const converting = ['12280', '12328', '12319', '12322', '12295']

/** The conversion plan of each of the five units, all made in April. */
const conversionPlans: DemoTask[] = converting.map((code, at) => ({
  number: 2 + at,
  area: code,
  title: `Kế hoạch chuyển hóa ${names[code]}`,
  basis: plan,
  doer: office(code),
  with: 'cùng Công an xã',
  doers: code === '12280' ? [postId('culture', code)] : [],
  head: chair(code),
  result: 'Kế hoạch',
  total: 1,
  unit: 'bản',
  authority: 'Chủ tịch UBND xã ký',
  from: '2024-03-20',
  due: '2024-04-30',
  instruction: 'conversion-plans',
  reports: [
    {
      on: `2024-04-${String(22 + at)}`,
      count: 1,
      text: 'Đã ban hành kế hoạch chuyển hóa, gửi Ban Chỉ đạo huyện.',
      done: true,
      // One plan was reported without its file, as happens: the list says so.
      evidence: code !== '12280',
    },
  ],
}))

const householdLists: DemoTask[] = [
  ['12322', 7, '2024-10-31', 5, 7, 'Chốt danh sách chủ hộ 2 thôn'] as const,
  ['12292', 8, '2024-11-30', 4, 6, 'Rà soát danh sách chủ hộ các thôn'] as const,
  ['12298', 9, '2024-11-30', 6, 8, 'Rà soát danh sách chủ hộ các thôn'] as const,
].map(([code, number, due, count, total, title]) => ({
  number,
  area: code,
  title,
  basis: plan,
  doer: 'Công chức VH-XH',
  with: code === '12322' ? 'cùng 2 trưởng thôn' : 'cùng các trưởng thôn',
  doers: code === '12322' ? [postId('culture', code), postId('hamlet-head', code)] : [postId('culture', code)],
  head: chair(code),
  result: 'Danh sách',
  total,
  unit: 'thôn',
  authority: code === '12322' ? 'PCT UBND huyện duyệt gia hạn' : 'Chủ tịch UBND xã ký',
  accepts: district('vice-chair'),
  from: '2024-09-16',
  due,
  instruction: 'household-lists',
  reports: [
    { on: '2024-10-14', count: count - 2, text: 'Đã chốt danh sách các thôn phía trong đê.' },
    {
      on: '2024-10-30',
      count,
      text:
        code === '12322'
          ? 'Còn 2 thôn chưa đối chiếu xong với số liệu cư trú, xin thêm thời gian.'
          : 'Đang đối chiếu các thôn còn lại với số liệu cư trú.',
      evidence: true,
      by: code === '12322' ? 'ngocthanh' : undefined,
    },
  ],
}))

const selfAssessments: DemoTask[] = [
  ['12280', 12, '2024-11-08', 6, 9] as const,
  ['12328', 13, '2024-11-21', 5, 8] as const,
  ['12322', 14, '2024-11-20', 4, 7] as const,
].map(([code, number, due, count, total]) => ({
  number,
  area: code,
  title: `Tự đánh giá của ${total} cơ quan`,
  basis: plan,
  doer: office(code),
  with: `cùng ${total} đơn vị`,
  doers: code === '12280' ? [postId('culture', code)] : [],
  head: chair(code),
  result: 'Bản tự đánh giá',
  total,
  authority: 'Tổ thẩm định huyện',
  from: '2024-10-07',
  due,
  instruction: 'self-assessments',
  reports: [
    { on: '2024-11-06', count, text: `Đã nhận ${count} bản tự đánh giá có chữ ký thủ trưởng.`, evidence: true },
  ],
}))

/** Closing the files of the four communes that merge on 01/12/2024. */
const closingFiles: DemoTask[] = [
  ['12295', 27, undefined] as const,
  ['12310', 28, undefined] as const,
  ['12307', 29, '2024-11-11'] as const,
  ['12325', 30, '2024-11-12'] as const,
].map(([code, number, done]) => ({
  number,
  area: code,
  title: `Chốt hồ sơ ${names[code]} trước khi nhập`,
  basis: 'NQ 1248/NQ-UBTVQH15',
  doer: 'Văn phòng UBND xã',
  with: 'cùng Công an xã',
  head: chair(code),
  coordinating: [district('home-affairs-head')],
  result: 'Biên bản bàn giao',
  total: 1,
  unit: 'bản',
  authority: 'Chủ tịch UBND xã ký',
  from: '2024-11-01',
  due: '2024-11-29',
  instruction: 'closing-files',
  parent: 26,
  reports: done
    ? [{ on: done, count: 1, text: 'Hai bên đã ký biên bản bàn giao hồ sơ.', done: true, evidence: true }]
    : [{ on: '2024-11-13', count: 0, text: 'Đang lập danh mục hồ sơ, chưa ký biên bản.', evidence: true }],
}))

const keptDossiers: DemoTask[] = [
  ['12301', 32, 8] as const,
  ['12304', 33, 8] as const,
  ['12313', 34, 8] as const,
  ['12307', 35, 6] as const,
  ['12325', 36, 5] as const,
  ['12310', 37, 5] as const,
].map(([code, number, count]) => ({
  number,
  area: code,
  title: `Hồ sơ ${names[code]} giữ vững`,
  basis: plan,
  doer: 'Công an xã',
  with: 'cùng Văn phòng UBND xã',
  doers: [postId('police', code)],
  head: chair(code),
  result: 'Hồ sơ',
  total: 8,
  unit: 'giấy tờ',
  authority: 'Tổ thẩm định huyện',
  accepts: district('police-chief'),
  from: '2024-10-15',
  due: '2024-11-29',
  instruction: 'kept-dossiers',
  reports: [
    { on: '2024-11-01', count: 4, text: 'Đã có báo cáo của các thôn và bảng số liệu cả năm.', evidence: true },
    count === 8
      ? { on: '2024-11-13', count, text: 'Đủ giấy tờ, đề nghị thẩm định.', done: true, evidence: true }
      : { on: '2024-11-12', count, text: 'Còn thiếu biên bản họp thôn và ý kiến Mặt trận xã.' },
  ],
}))

const monthlyReports: DemoTask[] = converting.map((code, at) => ({
  number: 44 + at,
  area: code,
  title: 'Báo cáo kỳ 15/11 đến 14/12',
  basis: 'báo cáo tháng',
  doer: office(code),
  with: 'cùng Công an xã',
  head: chair(code),
  result: 'Báo cáo',
  total: 5,
  unit: 'mục',
  authority: 'Chủ tịch UBND xã ký',
  from: '2024-11-15',
  due: '2024-12-14',
  instruction: 'december-reports',
}))

export const instructions: { key: string; title: string; basis: string; on: string }[] = [
  { key: 'conversion-plans', title: 'Lập kế hoạch chuyển hóa của 5 đơn vị', basis: plan, on: '2024-03-20' },
  { key: 'household-lists', title: 'Chốt danh sách chủ hộ phải ký cam kết', basis: plan, on: '2024-09-16' },
  { key: 'self-assessments', title: 'Tự đánh giá cơ quan, đơn vị đạt chuẩn', basis: plan, on: '2024-10-07' },
  { key: 'closing-files', title: 'Chốt hồ sơ 4 xã trước khi nhập', basis: 'NQ 1248/NQ-UBTVQH15', on: '2024-11-01' },
  { key: 'kept-dossiers', title: 'Hồ sơ đề nghị giữ vững của 6 xã', basis: plan, on: '2024-10-15' },
  { key: 'december-reports', title: 'Báo cáo kỳ 15/11 đến 14/12', basis: 'báo cáo tháng', on: '2024-11-15' },
]

export const severalUnits: readonly DemoTask[] = [
  ...conversionPlans,
  ...householdLists,
  ...selfAssessments,
  ...closingFiles,
  ...keptDossiers,
  ...monthlyReports,
]
export { chair, district, plan }

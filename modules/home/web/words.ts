// The words of the home screen.

import { defineWords } from '../../../platform/contract/words.ts'

export const homeWords = defineWords({
  title: { vi: 'Trang chủ', en: 'Home' },
  paper: {
    vi: (programme: string) => `Tình hình chương trình ${programme}`,
    en: (programme: string) => `Where the programme ${programme} stands`,
  },
  standing: { vi: 'Đang ở đâu so với chỉ tiêu', en: 'Where we stand against the target' },
  unitsFree: { vi: 'xã, thị trấn\nkhông ma túy', en: 'communes, towns\ndrug-free' },
  asOfDay: { vi: (day: string) => `Tính đến ${day}`, en: (day: string) => `As of ${day}` },
  targetBy: { vi: (day: string) => `Chỉ tiêu ${day}:`, en: (day: string) => `Target ${day}:` },
  missing: { vi: 'còn thiếu', en: 'still missing' },
  reached: { vi: 'đã đủ chỉ tiêu', en: 'target reached' },
  left: { vi: (days: number) => `còn ${days} ngày`, en: (days: number) => `${days} days left` },
  over: { vi: (days: number) => `đã quá hạn ${days} ngày`, en: (days: number) => `${days} days past` },
  kept: { vi: 'Giữ vững', en: 'Kept' },
  converted: { vi: 'Chuyển hóa', en: 'Converted' },
  outside: { vi: 'Ngoài chỉ tiêu', en: 'Outside the target' },
  mapLabel: { vi: (n: number) => `Sơ đồ ${n} đơn vị theo tình trạng`, en: (n: number) => `${n} units by status` },
  schematic: { vi: 'Sơ đồ vị trí, chưa có ranh giới', en: 'A diagram of positions, no boundaries yet' },
  mergeMark: {
    vi: (day: string, into: string) => `Từ ${day} hai đơn vị này nhập thành ${into}`,
    en: (day: string, into: string) => `From ${day} these two become ${into}`,
  },
  mergeLegend: { vi: (day: string) => `Nhập từ ${day}`, en: (day: string) => `Merge on ${day}` },
  late: { vi: 'Việc trễ và người đứng đầu trả lời', en: 'Late work and the head who answers' },
  lateCount: { vi: (n: number) => `${n} trễ`, en: (n: number) => `${n} late` },
  soonCount: { vi: (n: number) => `${n} việc sắp đến hạn`, en: (n: number) => `${n} due soon` },
  daysLate: { vi: (n: number) => `Trễ ${n} ngày`, en: (n: number) => `${n} ${n === 1 ? 'day' : 'days'} late` },
  dueOn: { vi: (day: string) => `hạn ${day}`, en: (day: string) => `due ${day}` },
  inherited: { vi: (n: number) => `người trước trễ ${n} ngày`, en: (n: number) => `${n} of them before this holder` },
  colDue: { vi: 'Hạn', en: 'Due' },
  colTask: { vi: 'Việc', en: 'Task' },
  colHead: { vi: 'Người đứng đầu chịu trách nhiệm', en: 'Accountable head' },
  nothingLate: { vi: 'Không có việc nào trễ hạn', en: 'Nothing is late' },
  mine: { vi: 'Việc của tôi hôm nay', en: 'My work today' },
  mineCount: { vi: (n: number) => `${n} việc`, en: (n: number) => `${n} ${n === 1 ? 'item' : 'items'}` },
  nothingMine: { vi: 'Hôm nay không có việc nào chờ bạn', en: 'Nothing waits for you today' },
  allMine: { vi: 'Xem cả', en: 'See all' },
  daysLeft: {
    vi: (n: number) => (n === 0 ? 'Hôm nay' : `Còn ${n} ngày`),
    en: (n: number) => (n === 0 ? 'Today' : `${n} days left`),
  },
  coverage: { vi: 'Cam kết và chuẩn đơn vị', en: 'Commitments and standards' },
  colGroup: { vi: 'Nhóm', en: 'Group' },
  colShare: { vi: 'Tỷ lệ', en: 'Share' },
  colCounted: { vi: 'Đã có trên phải có', en: 'Have of needed' },
  colPercent: { vi: 'Phần trăm', en: 'Percent' },
  noData: { vi: 'chưa có số liệu', en: 'no data yet' },
  bodies: { vi: 'Cơ quan, trường học đạt chuẩn', en: 'Agencies and schools at standard' },
  byGroup: { vi: 'Theo đơn vị cấp trên', en: 'By upper unit' },
  colUnit: { vi: 'Đơn vị', en: 'Unit' },
  colFree: { vi: 'Không ma túy', en: 'Drug-free' },
  colLate: { vi: 'Việc trễ', en: 'Late' },
  noProgramme: { vi: 'Chưa có chương trình nào trong địa bàn của bạn', en: 'No programme in your areas yet' },
  noProgrammeWhy: {
    vi: 'Người quản trị hoặc lãnh đạo địa bàn lập chương trình, rồi trang này cho biết đang ở đâu.',
    en: 'An administrator or a lead sets up a programme; this page then shows where it stands.',
  },
})

/** What a line of "my work today" asks for, and the word on its button. */
export const mineWords = defineWords({
  'decide-extension': { vi: 'Duyệt gia hạn', en: 'Decide on more time' },
  'decide-result': { vi: 'Duyệt kết quả', en: 'Decide on a result' },
  'due-task': { vi: 'Việc đến hạn', en: 'Due' },
  'answer-obstacle': { vi: 'Trả lời vướng mắc', en: 'Answer an obstacle' },
  meeting: { vi: 'Họp', en: 'Meeting' },
})
export const mineActions = defineWords({
  'decide-extension': { vi: 'Xem xét', en: 'Review' },
  'decide-result': { vi: 'Xem xét', en: 'Review' },
  'due-task': { vi: 'Mở', en: 'Open' },
  'answer-obstacle': { vi: 'Trả lời', en: 'Answer' },
  meeting: { vi: 'Mở', en: 'Open' },
})

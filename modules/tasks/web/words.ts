// Words that several screens of the tasks share: status, lanes, evidence, areas.

import { defineWords } from '../../../platform/contract/words.ts'

const days = (n: number) => `${n} ${n === 1 ? 'day' : 'days'}`

export const statusWords = defineWords({
  late: { vi: (n: number) => `Trễ ${n} ngày`, en: (n: number) => `${days(n)} late` },
  soon: {
    vi: (n: number) => (n === 0 ? 'Hạn hôm nay' : `Còn ${n} ngày`),
    en: (n: number) => (n === 0 ? 'Due today' : `${days(n)} left`),
  },
  ontime: { vi: (n: number) => `Còn ${n} ngày`, en: (n: number) => `${days(n)} left` },
  waits: { vi: 'Chờ duyệt', en: 'Waits for decision' },
  done: { vi: 'Xong đúng hạn', en: 'Done on time' },
  doneOn: { vi: (day: string) => `Đúng hạn ${day}`, en: (day: string) => `On time ${day}` },
  doneLate: { vi: (n: number) => `Xong, trễ ${n} ngày`, en: (n: number) => `Done, ${days(n)} late` },
  noEvidence: { vi: 'Xong, chưa có minh chứng', en: 'Done, no evidence' },
  evidenceMissing: { vi: 'Chưa có minh chứng', en: 'No evidence yet' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
  inherited: { vi: (n: number) => `người trước trễ ${n} ngày`, en: (n: number) => `${n} of them before this holder` },
})

/** Why a task has its status, for the page of the task. */
export const reasonWords = defineWords({
  cancelled: { vi: 'Việc đã hủy.', en: 'The task was cancelled.' },
  'done-without-evidence': {
    vi: 'Đã báo xong nhưng không báo cáo nào kèm minh chứng.',
    en: 'Reported as finished, but no report brought evidence.',
  },
  'done-after-deadline': { vi: 'Kết quả nộp sau hạn.', en: 'The result was handed in after the deadline.' },
  'done-in-time': { vi: 'Kết quả nộp trong hạn, có minh chứng.', en: 'Handed in within the deadline, with evidence.' },
  'waits-for-decision': {
    vi: 'Kết quả đã nộp trong hạn, đang chờ duyệt; thời gian chờ không tính là trễ.',
    en: 'The result was handed in within the deadline and waits for a decision; waiting does not count as late.',
  },
  'handed-in-late': {
    vi: 'Kết quả nộp sau hạn, đang chờ duyệt; ngày trễ dừng ở ngày nộp.',
    en: 'Handed in after the deadline and waits for a decision; the delay stopped on the day it was handed in.',
  },
  'past-deadline': { vi: 'Đã qua hạn mà chưa nộp kết quả.', en: 'The deadline has passed without a result.' },
  'deadline-near': { vi: 'Còn 7 ngày trở xuống.', en: 'Seven days or fewer are left.' },
  'time-left': { vi: 'Còn trong hạn.', en: 'There is time left.' },
})

export const laneWords = defineWords({
  new: { vi: 'Mới giao', en: 'New' },
  doing: { vi: 'Đang làm', en: 'Under way' },
  waiting: { vi: 'Chờ duyệt kết quả', en: 'Result to be decided' },
  done: { vi: 'Xong', en: 'Done' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
})

export const statusNames = defineWords({
  late: { vi: 'Trễ hạn', en: 'Late' },
  soon: { vi: 'Sắp đến hạn', en: 'Due soon' },
  ontime: { vi: 'Còn hạn', en: 'In time' },
  done: { vi: 'Xong đúng hạn', en: 'Done on time' },
  'done-late': { vi: 'Xong, trễ', en: 'Done late' },
  'no-evidence': { vi: 'Xong, chưa có minh chứng', en: 'Done, no evidence' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
})

export const sharedWords = defineWords({
  tasks: { vi: 'Nhiệm vụ', en: 'Tasks' },
  task: { vi: (number: string) => `Việc ${number}`, en: (number: string) => `Task ${number}` },
  wholeDistrict: { vi: 'toàn huyện', en: 'whole district' },
  wholeProvince: { vi: 'toàn tỉnh', en: 'whole province' },
  asksUntil: { vi: (day: string) => `xin đến ${day}`, en: (day: string) => `asks until ${day}` },
  subtasks: {
    vi: (total: number, done: number) => `giao cho ${total} đơn vị, ${done} đã xong`,
    en: (total: number, done: number) => `${total} units, ${done} done`,
  },
  coordinating: { vi: 'phối hợp', en: 'with' },
  notReported: { vi: 'chưa báo cáo', en: 'not reported yet' },
  movedFrom: { vi: (day: string) => `hạn đầu ${day}`, en: (day: string) => `first due ${day}` },
  clear: { vi: 'Rõ', en: 'Clear' },
  work: { vi: 'Việc', en: 'task' },
  person: { vi: 'Người', en: 'person' },
  responsibility: { vi: 'Trách nhiệm', en: 'responsibility' },
  time: { vi: 'Thời gian', en: 'time' },
  result: { vi: 'Kết quả', en: 'result' },
  authority: { vi: 'Thẩm quyền', en: 'authority' },
  asOf: { vi: (day: string) => `Tính đến ${day}`, en: (day: string) => `As of ${day}` },
  noProgramme: { vi: 'Chưa có chương trình nào trong địa bàn của bạn', en: 'No programme in your areas yet' },
  close: { vi: 'Đóng', en: 'Close' },
})

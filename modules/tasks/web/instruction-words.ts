// The words of instructions and of the hand-over list.

import { defineWords } from '../../../platform/contract/words.ts'

export const instructionWords = defineWords({
  title: { vi: 'Chỉ đạo giao cho nhiều đơn vị', en: 'Instructions to several units' },
  short: { vi: 'Chỉ đạo', en: 'Instructions' },
  issued: { vi: 'Ban hành', en: 'Issued' },
  due: { vi: 'Hạn', en: 'Due' },
  units: { vi: 'Đơn vị đã xong', en: 'Units done' },
  standing: { vi: 'Tình trạng', en: 'Standing' },
  soon: { vi: 'Sắp đến hạn', en: 'Due soon' },
  what: { vi: 'Chỉ đạo', en: 'Instruction' },
  none: { vi: 'Chưa có chỉ đạo nào giao cho nhiều đơn vị', en: 'No instruction to several units yet' },
  noneWhy: {
    vi: 'Khi giao việc, chọn “Nhiều xã, phường, thị trấn”: mỗi đơn vị có việc riêng, ở đây thấy tiến độ của tất cả.',
    en: 'When assigning, choose “Several communes”: each unit gets its own task, and here you see how far all of them are.',
  },
  whole: { vi: 'Cả chỉ đạo', en: 'The whole instruction' },
  progress: { vi: 'Tiến độ từng đơn vị', en: 'Progress in each unit' },
  doneOf: {
    vi: (done: number, units: number) => `${done}/${units} đơn vị đã xong`,
    en: (done: number, units: number) => `${done} of ${units} units done`,
  },
  lateUnits: { vi: (n: number) => `${n} đơn vị trễ`, en: (n: number) => `${n} ${n === 1 ? 'unit' : 'units'} late` },
  remindLate: {
    vi: (n: number) => `Nhắc ${n} đơn vị trễ`,
    en: (n: number) => (n === 1 ? 'Remind the late unit' : `Remind the ${n} late units`),
  },
  reminded: { vi: (n: number) => `Đã nhắc ${n} đơn vị`, en: (n: number) => `${n} units reminded` },
  openList: { vi: 'Mở trong danh sách', en: 'Open in the list' },
  issuedOn: { vi: (day: string) => `Ban hành ${day}`, en: (day: string) => `Issued ${day}` },
})

export const handOverWords = defineWords({
  title: { vi: (post: string) => `Việc nhận bàn giao: ${post}`, en: (post: string) => `Handed over: ${post}` },
  short: { vi: 'Nhận bàn giao', en: 'Hand-over' },
  day: { vi: (day: string) => `Bàn giao ngày ${day}`, en: (day: string) => `Handed over on ${day}` },
  earlier: {
    vi: (from: string, to: string) => `người trước giữ chức từ ${from} đến ${to}`,
    en: (from: string, to: string) => `the earlier holder was in the post from ${from} to ${to}`,
  },
  never: { vi: 'Chức danh này chưa đổi người', en: 'This post has not changed hands' },
  neverWhy: {
    vi: 'Khi có người mới giữ chức, các việc đang mở của ngày hôm đó hiện ở đây.',
    en: 'When somebody takes the post over, the tasks open on that day stand here.',
  },
  none: { vi: 'Không có việc nào đang mở khi bàn giao', en: 'Nothing was open at the hand-over' },
  task: { vi: 'Việc', en: 'Task' },
  due: { vi: 'Hạn', en: 'Due' },
  atHandOver: { vi: 'Khi bàn giao', en: 'At the hand-over' },
  now: { vi: 'Ngày đang xem', en: 'On the day shown' },
  print: { vi: 'In danh sách', en: 'Print the list' },
  explain: {
    vi: 'Ngày trễ trước khi bàn giao được tính riêng, không tính cho người mới.',
    en: 'Days late before the hand-over are told apart and not counted against the new holder.',
  },
})

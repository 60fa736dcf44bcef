// Words of taking over the files of a commune that is no more.

import { defineWords } from '../../../../platform/web/words.ts'

export const beforeWords = defineWords({
  chip: { vi: 'Xã trước đây', en: 'Communes of before' },
  why: {
    vi: 'Xã đã nhập, chia hoặc đổi tên còn giữ hồ sơ. Xã mới nhận giữ bằng một việc có căn cứ, được ghi lại từng hồ sơ. Đến lúc đó hồ sơ vẫn ở xã cũ; không lúc nào có hai nơi giữ.',
    en: 'A commune that was merged, divided or renamed still keeps files. Its successor takes them over on a ground, on record for each file. Until then they stay where they are; no file ever has two owners.',
  },
  none: { vi: 'Không còn hồ sơ nào ở xã trước đây', en: 'No file is left with a commune of before' },
  until: { vi: (day: string) => `đến ${day}`, en: (day: string) => `until ${day}` },
  count: { vi: (n: number) => `${n} hồ sơ`, en: (n: number) => (n === 1 ? '1 file' : `${n} files`) },
  away: {
    vi: (system: string, due: string) =>
      `đang chờ biên nhận của ${system}, hạn ${due}. Xã này mở biên nhận thay xã cũ; bị trả lại thì hồ sơ về danh sách ở đây.`,
    en: (system: string, due: string) =>
      `waits for the receipt of ${system}, due ${due}. This commune takes the receipt in for the old one; returned, the file comes into this list.`,
  },
  dividedAmong: {
    vi: (units: string) =>
      `Địa bàn chia cho ${units}: chọn hồ sơ của người cư trú tại xã mình; phần còn lại do xã kia nhận.`,
    en: (units: string) =>
      `Its territory went to ${units}: choose the files of those who reside in your commune; the others are for the other one.`,
  },
  open: { vi: 'Xem danh sách', en: 'Show the list' },
  title: { vi: (unit: string) => `Hồ sơ của ${unit}`, en: (unit: string) => `Files of ${unit}` },
  chosen: {
    vi: (n: number, of: number) => `Đã chọn ${n} trong ${of} hồ sơ`,
    en: (n: number, of: number) => `${n} of ${of} chosen`,
  },
  first: {
    vi: (n: number) => `Hiện ${n} hồ sơ đầu. Nhận xong, mở lại để thấy hồ sơ còn lại.`,
    en: (n: number) => `The first ${n}. Take these over, then look again for the rest.`,
  },
  someNeeded: { vi: 'Chọn ít nhất một hồ sơ.', en: 'Choose at least one file.' },
  noResidence: { vi: 'không ghi nơi cư trú', en: 'no residence on record' },
  ground: { vi: 'Căn cứ', en: 'Ground' },
  groundWhy: {
    vi: 'Nghị quyết sáp nhập, biên bản bàn giao.',
    en: 'The resolution of the merger, the minutes of the hand-over.',
  },
  groundNeeded: { vi: 'Ghi căn cứ.', en: 'Write the ground.' },
  take: { vi: 'Nhận giữ hồ sơ', en: 'Take the files over' },
  sure: {
    vi: (n: number) =>
      `${n} hồ sơ chuyển về xã này, mang số mới; xã cũ chỉ còn số hồ sơ. Thời hạn chạy tiếp, phiếu chuyển đang chờ đi theo.`,
    en: (n: number) =>
      `${n} files come to this commune under new numbers; the old one keeps numbers only. Terms run on, and what is on its way goes along.`,
  },
  taken: {
    vi: (n: number) => `Đã nhận giữ ${n} hồ sơ`,
    en: (n: number) => (n === 1 ? '1 file taken over' : `${n} files taken over`),
  },
  numbers: { vi: 'Số cũ, số mới', en: 'Old numbers, new numbers' },
  done: { vi: 'Xong', en: 'Done' },
})

// Words of files that may be of one person: pairs, comparing, merging, unmerging.

import { defineWords } from '../../../../platform/web/words.ts'

export const sameWords = defineWords({
  title: { vi: 'Hồ sơ có thể trùng người', en: 'Files that may be of one person' },
  why: {
    vi: 'Máy chỉ nêu cặp và lý do, không tự gộp. Muốn so sánh phải mở cả hai hồ sơ theo mục đích.',
    en: 'A pair is only proposed, with its reasons; nothing merges by itself. To compare, both files are opened for a purpose.',
  },
  views: { vi: 'Xem cặp nào', en: 'Which pairs' },
  open: { vi: 'Chưa xem xét', en: 'To look at' },
  apart: { vi: 'Đã ghi nhận hai người', en: 'Two people' },
  noneOpen: { vi: 'Không có cặp nào cần xem', en: 'No pair to look at' },
  noneApart: { vi: 'Chưa ghi nhận cặp nào là hai người', en: 'No pair was said to be two people' },
  pair: { vi: 'Hai hồ sơ', en: 'The two files' },
  reasons: { vi: 'Vì sao', en: 'Why' },
  deeds: { vi: 'Việc', en: 'Deeds' },
  compare: { vi: 'So sánh', en: 'Compare' },
  twoPeople: { vi: 'Hai người khác nhau', en: 'Two different people' },
  lookAgain: { vi: 'Xem lại', en: 'Look again' },
  about: {
    vi: (deed: string, one: string, other: string) => `${deed}: ${one} và ${other}`,
    en: (deed: string, one: string, other: string) => `${deed}: ${one} and ${other}`,
  },
  compareTitle: { vi: 'So sánh hai hồ sơ', en: 'Compare two files' },
  openBoth: {
    vi: 'Cả hai hồ sơ được mở cùng lúc, cùng mục đích và căn cứ; hai lượt mở đều được ghi lại.',
    en: 'Both files are opened at once, for one purpose and on one ground; both openings are recorded.',
  },
  keep: { vi: 'Giữ hồ sơ nào', en: 'Which file is kept' },
  keepWhy: {
    vi: 'Hồ sơ kia trở thành mục chỉ dẫn sang hồ sơ được giữ: không mở, không ghi được nữa, cho tới khi tách lại.',
    en: 'The other one points to it: it is neither opened nor written to any more, until they are unmerged.',
  },
  identity: { vi: 'Thông tin nhận biết', en: 'Who the person is' },
  part: { vi: 'Mục', en: 'Part' },
  bothOf: { vi: 'Cả hai', en: 'Both' },
  empty: { vi: 'chưa ghi', en: 'not written down' },
  sameInBoth: { vi: 'giống nhau', en: 'the same' },
  takeFrom: {
    vi: (part: string, from: string) => `${part}: lấy theo ${from}`,
    en: (part: string, from: string) => `${part}: from ${from}`,
  },
  events: { vi: 'Một dòng sự việc', en: 'One timeline' },
  eventsWhy: {
    vi: 'Sự việc của hồ sơ kia nhận bút lục tiếp theo; bút lục cũ vẫn ghi bên cạnh.',
    en: 'Events of the other file get the next folios; the old ones stay beside them.',
  },
  becomes: {
    vi: (from: string, to: string) => `bút lục ${from} thành ${to}`,
    en: (from: string, to: string) => `folio ${from} becomes ${to}`,
  },
  folio: { vi: (n: string) => `bút lục ${n}`, en: (n: string) => `folio ${n}` },
  twin: { vi: 'văn bản này đã có, chỉ giữ một', en: 'this paper is there already, one is kept' },
  noEvents: { vi: 'Chưa có sự việc nào', en: 'No events yet' },
  law: { vi: 'Luật đọc thành', en: 'What the law makes of it' },
  union: { vi: 'Gộp lại', en: 'As one' },
  noStatus: { vi: 'Chưa có trạng thái', en: 'No status' },
  faults: {
    vi: (n: number) => `${n} sự việc không khớp với phần còn lại; vẫn giữ, nên xem lại sau khi gộp.`,
    en: (n: number) => `${n} events do not fit the others; they are kept, and should be looked at afterwards.`,
  },
  merge: { vi: 'Gộp thành một hồ sơ', en: 'Merge into one file' },
  mergeTitle: { vi: (kept: string) => `Gộp vào ${kept}?`, en: (kept: string) => `Merge into ${kept}?` },
  mergeText: {
    vi: (gone: string) => `${gone} trở thành mục chỉ dẫn và được đóng ngay với mọi người đang mở. Tách lại được.`,
    en: (gone: string) =>
      `${gone} becomes a pointer and is closed at once for whoever has it open. It can be unmerged.`,
  },
  merged: { vi: (kept: string) => `Đã gộp vào ${kept}`, en: (kept: string) => `Merged into ${kept}` },
  saidApart: { vi: 'Đã ghi nhận: hai người khác nhau', en: 'Recorded: two different people' },
  mergedHere: { vi: 'Hồ sơ đã gộp vào đây', en: 'Files merged into this one' },
  mergedOn: {
    vi: (when: string, by: string) => `gộp lúc ${when}, ${by}`,
    en: (when: string, by: string) => `merged ${when}, ${by}`,
  },
  somebody: { vi: 'người đã thôi việc', en: 'somebody who left' },
  unmerge: { vi: 'Tách lại', en: 'Unmerge' },
  unmergeTitle: { vi: (number: string) => `Tách lại ${number}`, en: (number: string) => `Unmerge ${number}` },
  unmergeWhy: {
    vi: 'Hai hồ sơ trở lại như trước khi gộp và được ghi nhận là hai người khác nhau.',
    en: 'Both files stand again as before the merge, and are said to be of two people.',
  },
  since: {
    vi: (number: string) => `Ghi sau khi gộp: sự việc nào của ${number}?`,
    en: (number: string) => `Entered since: which belong to ${number}?`,
  },
  sinceWhy: {
    vi: 'Không đánh dấu thì ở lại hồ sơ này. Đính chính, rút lại đi theo sự việc của nó.',
    en: 'Those without a mark stay here. A correction goes with what it corrects.',
  },
  unmerged: {
    vi: (number: string) => `Đã tách lại ${number}`,
    en: (number: string) => `${number} stands by itself again`,
  },
})

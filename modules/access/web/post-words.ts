// The words of posts, holders and hand-over.

import { defineWords } from '../../../platform/contract/words.ts'

export const postWords = defineWords({
  peopleAndRights: { vi: 'Người và quyền', en: 'People and rights' },
  title: { vi: 'Chức danh và người giữ', en: 'Posts and holders' },
  post: { vi: 'Chức danh', en: 'Post' },
  holder: { vi: 'Người giữ', en: 'Holder' },
  period: { vi: 'Thời gian giữ', en: 'Held' },
  vacant: { vi: 'Đang khuyết', en: 'Vacant' },
  actingIs: { vi: (name: string) => `${name} quyền thay`, en: (name: string) => `${name} acts` },
  state: { vi: 'Trạng thái', en: 'State' },
  held: { vi: 'Có người giữ', en: 'Held' },
  search: { vi: 'Chức danh, địa bàn hoặc tên', en: 'Post, area or name' },
  empty: { vi: 'Không có chức danh nào khớp', en: 'No post matches' },
  tree: { vi: 'Đơn vị', en: 'Units' },
  emptyWhy: { vi: 'Bỏ bớt điều kiện lọc hoặc chọn đơn vị khác.', en: 'Take off a filter, or choose another unit.' },
  clear: { vi: 'Bỏ mọi bộ lọc', en: 'Clear all filters' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  asOf: { vi: (day: string) => `Tính đến ${day}`, en: (day: string) => `As of ${day}` },
  add: { vi: 'Thêm chức danh', en: 'Add a post' },
  titleVi: { vi: 'Tên tiếng Việt', en: 'Title in Vietnamese' },
  titleEn: { vi: 'Tên tiếng Anh', en: 'Title in English' },
  kind: { vi: 'Loại', en: 'Kind' },
  kindWhy: { vi: 'Mã ngắn không dấu, ví dụ chair, police.', en: 'A short code, such as chair or police.' },
  area: { vi: 'Địa bàn', en: 'Area' },
  reportsTo: { vi: 'Báo cáo cho', en: 'Reports to' },
  reportsToWhy: { vi: 'Việc trễ được báo lên theo đường này.', en: 'Late work is reported up this line.' },
  nobodyAbove: { vi: 'Không có cấp trên ở đây', en: 'Nobody above here' },
  added: { vi: 'Đã thêm chức danh.', en: 'Post added.' },
  change: { vi: 'Sửa chức danh', en: 'Change the post' },
  save: { vi: 'Lưu', en: 'Save' },
  saved: { vi: 'Đã lưu.', en: 'Saved.' },
  handOver: { vi: 'Bàn giao', en: 'Hand over' },
  handOverTitle: { vi: (title: string) => `Bàn giao: ${title}`, en: (title: string) => `Hand over: ${title}` },
  next: { vi: 'Người nhận', en: 'New holder' },
  nextWhy: { vi: 'Bỏ trống: chức danh khuyết từ ngày đó.', en: 'Left empty: the post is vacant from that day.' },
  from: { vi: 'Từ ngày', en: 'From' },
  fromWhy: {
    vi: 'Người trước giữ đến hết ngày hôm trước.',
    en: 'The one before holds it to the end of the day before.',
  },
  document: { vi: 'Văn bản', en: 'Document' },
  documentWhy: { vi: 'Số quyết định bổ nhiệm, phân công.', en: 'The number of the decision.' },
  rightsStay: {
    vi: 'Bàn giao chức danh không chuyển quyền: hãy cấp quyền cho người nhận và thu hồi của người trước nếu cần.',
    en: 'A hand-over moves no rights: give them to the new holder, and take back the former ones where needed.',
  },
  inherits: {
    vi: (n: number) =>
      n === 0
        ? 'Không có việc nào đang mở để nhận.'
        : `Người nhận tiếp nhận ${n} việc đang mở, gồm cả việc trễ từ trước:`,
    en: (n: number) =>
      n === 0
        ? 'No open work goes over.'
        : `The new holder takes over ${n} open ${n === 1 ? 'matter' : 'matters'}, late ones included:`,
  },
  handedOver: {
    vi: (n: number) => `Đã bàn giao, kèm ${n} việc đang mở.`,
    en: (n: number) => `Handed over, with ${n} open ${n === 1 ? 'matter' : 'matters'}.`,
  },
  history: { vi: 'Người giữ qua các thời kỳ', en: 'Holders over time' },
  noHistory: { vi: 'Chưa ghi nhận ai giữ', en: 'No holder on record' },
  openWork: { vi: 'Việc đang mở', en: 'Open work' },
  noWork: { vi: 'Không có việc đang mở', en: 'No open work' },
  late: { vi: 'Trễ', en: 'Late' },
  due: { vi: (day: string) => `hạn ${day}`, en: (day: string) => `due ${day}` },
  now: { vi: 'hiện nay', en: 'now' },
  through: { vi: (day: string) => `đến hết ${day}`, en: (day: string) => `through ${day}` },
  facts: { vi: 'Chức danh', en: 'The post' },
  body: { vi: 'Cơ quan', en: 'Body' },
  acting: { vi: 'Quyền thay', en: 'Acting' },
})

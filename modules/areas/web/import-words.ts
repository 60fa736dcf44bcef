// The words of the import screen and of the form that records one change of territory.

import { defineWords } from '../../../platform/web/words.ts'

export const importWords = defineWords({
  title: { vi: 'Nhập địa bàn', en: 'Import areas' },
  areas: { vi: 'Địa bàn', en: 'Areas' },
  files: { vi: 'Hai tệp CSV', en: 'Two CSV files' },
  why: {
    vi: 'Nhập tất cả hoặc không nhập gì: có một dòng sai thì không dòng nào được ghi. Nhập lại đúng tệp cũ không đổi gì.',
    en: 'All or nothing: with one wrong row no row is written. The same files again change nothing.',
  },
  units: { vi: 'Đơn vị (units.csv)', en: 'Units (units.csv)' },
  unitsWhy: {
    vi: 'Các cột: code, name, type, level, parent_code, valid_from, valid_to. Ngày dạng 2025-07-01; valid_to là ngày đầu tiên hết hiệu lực, để trống nếu còn.',
    en: 'Columns: code, name, type, level, parent_code, valid_from, valid_to. Days as 2025-07-01; valid_to is the first day no longer valid, empty while it is.',
  },
  successions: { vi: 'Thay đổi (successions.csv)', en: 'Successions (successions.csv)' },
  successionsWhy: {
    vi: 'Các cột: date, document, kind, from_code, to_code, share. Để trống share khi chưa biết tỷ lệ: phần mềm không đoán.',
    en: 'Columns: date, document, kind, from_code, to_code, share. Leave share empty where it is unknown: nothing is guessed.',
  },
  check: { vi: 'Kiểm tra, chưa ghi', en: 'Check only' },
  run: { vi: 'Nhập', en: 'Import' },
  choose: { vi: 'Chọn ít nhất một tệp.', en: 'Choose at least one file.' },
  uploading: { vi: (name: string) => `Đang gửi ${name}`, en: (name: string) => `Sending ${name}` },
  progress: { vi: 'Lần nhập đang chạy', en: 'The import under way' },
  step_read: { vi: 'Đang đọc tệp', en: 'Reading the files' },
  step_check: { vi: 'Đang kiểm tra cây và các thay đổi', en: 'Checking the tree and the successions' },
  step_load: { vi: 'Đang ghi', en: 'Writing' },
  waiting: { vi: 'Đang chờ đến lượt', en: 'Waiting for its turn' },
  rows: {
    vi: (done: string, total: string) => `${done} trên ${total} dòng`,
    en: (done: string, total: string) => `${done} of ${total} rows`,
  },
  history: { vi: 'Các lần nhập', en: 'Imports so far' },
  noHistory: { vi: 'Chưa nhập lần nào', en: 'Nothing was imported yet' },
  noHistoryWhy: {
    vi: 'Mỗi lần nhập ở lại đây với kết quả và các dòng lỗi.',
    en: 'Each import stays here with its result and its row errors.',
  },
  state_draft: { vi: 'Nháp', en: 'Draft' },
  state_waiting: { vi: 'Đang chờ', en: 'Waiting' },
  state_running: { vi: 'Đang chạy', en: 'Running' },
  state_done: { vi: 'Đã nhập', en: 'Imported' },
  state_checked: { vi: 'Kiểm tra xong, chưa ghi', en: 'Checked, nothing written' },
  state_refused: { vi: 'Bị từ chối, không ghi gì', en: 'Refused, nothing written' },
  state_cancelled: { vi: 'Đã hủy, không ghi gì', en: 'Cancelled, nothing written' },
  state_interrupted: {
    vi: 'Máy chủ khởi động lại giữa chừng, không ghi gì: hãy gửi lại',
    en: 'The server restarted in between, nothing was written: send it again',
  },
  state_failed: {
    vi: 'Phần mềm lỗi, không ghi gì: báo người quản trị',
    en: 'The software failed, nothing written: tell the administrator',
  },
  counts: {
    vi: (added: string, changed: string, same: string) => `thêm ${added}, sửa ${changed}, không đổi ${same}`,
    en: (added: string, changed: string, same: string) => `${added} added, ${changed} changed, ${same} unchanged`,
  },
  unitCount: { vi: 'Đơn vị', en: 'Units' },
  successionCount: { vi: 'Thay đổi', en: 'Successions' },
  when: { vi: 'Lúc', en: 'At' },
  what: { vi: 'Tệp', en: 'Files' },
  outcome: { vi: 'Kết quả', en: 'Result' },
  errors: { vi: (n: string) => `${n} lỗi`, en: (n: string) => `${n} ${n === '1' ? 'error' : 'errors'}` },
  errorsTitle: { vi: 'Các dòng phải sửa', en: 'Rows to mend' },
  errorsFirst: {
    vi: (shown: number, all: string) => `${shown} lỗi đầu trong ${all}`,
    en: (shown: number, all: string) => `the first ${shown} of ${all}`,
  },
  downloadErrors: { vi: 'Tải tệp lỗi', en: 'Download the errors' },
  file: { vi: 'Tệp', en: 'File' },
  row: { vi: 'Dòng', en: 'Row' },
  column: { vi: 'Cột', en: 'Column' },
  message: { vi: 'Lỗi', en: 'Error' },
  openResult: { vi: 'Mở địa bàn', en: 'Open the areas' },
  notAllowed: {
    vi: 'Nhập địa bàn cần quyền sửa địa bàn trên cả nước. Hãy nhờ người quản trị.',
    en: 'An import needs the right to change areas everywhere. Ask an administrator.',
  },
})

export const changeWords = defineWords({
  title: { vi: (name: string) => `Thay đổi của ${name}`, en: (name: string) => `A change of ${name}` },
  kind: { vi: 'Loại thay đổi', en: 'Kind of change' },
  rename: { vi: 'Đổi tên hoặc loại', en: 'Renamed, or another type' },
  merge: { vi: 'Nhập với đơn vị khác', en: 'Merged with others' },
  split: { vi: 'Chia thành nhiều đơn vị', en: 'Split into several' },
  date: { vi: 'Có hiệu lực từ', en: 'In force from' },
  document: { vi: 'Văn bản', en: 'Document' },
  documentWhy: {
    vi: 'Số, cơ quan và ngày, như 1248/NQ-UBTVQH15 (24/10/2024). Ngày trong ngoặc là ngày bắt đầu được biết.',
    en: 'Number, issuer and day, as 1248/NQ-UBTVQH15 (24/10/2024). The day in brackets is when it became known.',
  },
  others: { vi: 'Nhập cùng với', en: 'Merged with' },
  othersWhy: { vi: 'Gõ tên hoặc mã; chọn từng đơn vị.', en: 'Type a name or code; choose each unit.' },
  remove: { vi: (name: string) => `Bỏ ${name}`, en: (name: string) => `Remove ${name}` },
  newUnit: { vi: 'Đơn vị mới', en: 'The new unit' },
  newUnitNth: { vi: (n: number) => `Đơn vị mới thứ ${n}`, en: (n: number) => `New unit ${n}` },
  code: { vi: 'Mã', en: 'Code' },
  name: { vi: 'Tên', en: 'Name' },
  type: { vi: 'Loại (xã, phường…)', en: 'Type (xã, phường…)' },
  share: { vi: 'Phần của đơn vị cũ (từ 0 đến 1)', en: 'Share of the older unit (0 to 1)' },
  shareWhy: {
    vi: 'Để trống khi chưa công bố: số liệu cũ sẽ “không quy đổi được”, không đoán.',
    en: 'Leave empty where it is not published: older figures then “cannot be restated”, and nothing is guessed.',
  },
  shareWrong: {
    vi: 'Ghi một số lớn hơn 0 và không quá 1, ví dụ 0,5 cho một nửa; hoặc để trống.',
    en: 'Write a number above 0 and up to 1, such as 0.5 for one half; or leave it empty.',
  },
  below: { vi: 'Các đơn vị trực thuộc', en: 'The units below it' },
  belowWhy: {
    vi: 'Mỗi đơn vị trực thuộc giữ nguyên hồ sơ và thuộc về một đơn vị mới từ ngày đó.',
    en: 'Each unit below keeps its records and belongs to one new unit from that day on.',
  },
  restTo: {
    vi: (n: number) => `${n} đơn vị chưa chọn đều về`,
    en: (n: number) => `The ${n} not chosen yet all go to`,
  },
  belowNeeded: { vi: 'Chọn đơn vị mới.', en: 'Choose a new unit.' },
  more: { vi: 'Thêm đơn vị mới', en: 'Another new unit' },
  send: { vi: 'Ghi thay đổi', en: 'Record the change' },
  sure: { vi: 'Ghi thay đổi này?', en: 'Record this change?' },
  sureText: {
    vi: (names: string, day: string) =>
      `${names} kết thúc từ ${day}. Hồ sơ cũ ở lại đơn vị cũ, các đơn vị trực thuộc chuyển sang đơn vị mới. Việc này không hoàn tác được trên màn hình.`,
    en: (names: string, day: string) =>
      `${names} end from ${day}. Older records stay with them; the units below go to the new one. This cannot be undone on screen.`,
  },
  saved: { vi: 'Đã ghi thay đổi', en: 'The change is on record' },
})

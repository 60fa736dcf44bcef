// The words of rosters.

import { defineWords } from '../../../platform/contract/words.ts'

export const rosterWords = defineWords({
  title: { vi: 'Danh sách người ký', en: 'Rosters' },
  of: { vi: (place: string) => `Danh sách người ký: ${place}`, en: (place: string) => `Rosters: ${place}` },
  commitments: { vi: 'Ký cam kết', en: 'Commitments' },
  paste: { vi: 'Dán danh sách', en: 'Paste a list' },
  fromFile: { vi: 'Nhập từ tệp', en: 'Import a file' },
  add: { vi: 'Thêm danh sách', en: 'Add a list' },
  duplicates: { vi: 'Tên có thể trùng', en: 'Likely duplicates' },
  list: { vi: 'Danh sách', en: 'List' },
  group: { vi: 'Nhóm', en: 'Group' },
  asOf: { vi: 'Chốt ngày', en: 'As of' },
  source: { vi: 'Nguồn', en: 'Source' },
  entries: { vi: 'Số tên', en: 'Entries' },
  demo: { vi: 'Dữ liệu minh họa', en: 'Demonstration data' },
  none: { vi: 'Chưa có danh sách nào', en: 'There is no list yet' },
  noneWhy: {
    vi: 'Thêm danh sách của từng nhóm để biết 100 % là của bao nhiêu người.',
    en: 'Add a list for each group, so that 100 % is known to be of how many.',
  },
  choose: { vi: 'Chọn', en: 'Choose' },
  name: { vi: 'Tên danh sách', en: 'Name of the list' },
  sourceWhy: { vi: 'Sổ hoặc văn bản làm căn cứ', en: 'The register or paper that it was taken from' },
  rows: { vi: 'Các dòng', en: 'Rows' },
  rowsWhy: {
    vi: 'Dán từ bảng tính bốn cột: số, tên, địa chỉ, số người; hoặc mỗi dòng một tên. Không ghi gì khác về con người.',
    en: 'Paste four columns from a spreadsheet: number, name, address, headcount; or one name a line. Nothing else about people.',
  },
  read: { vi: (n: number) => `Đọc được ${n} dòng.`, en: (n: number) => `${n} rows read.` },
  faulty: {
    vi: (row: number, why: string) => `Dòng ${row}: ${why}`,
    en: (row: number, why: string) => `Row ${row}: ${why}`,
  },
  no_name: { vi: 'thiếu tên', en: 'the name is missing' },
  name_too_long: { vi: 'tên dài quá 120 chữ', en: 'the name is longer than 120 letters' },
  number_wrong: { vi: 'cột đầu phải là số', en: 'the first column must be a number' },
  headcount_wrong: { vi: 'số người từ 1 đến 99', en: 'the headcount is from 1 to 99' },
  allowRepeats: { vi: 'Đây là những người khác cùng tên', en: 'These are others of the same name' },
  save: { vi: 'Lưu danh sách', en: 'Save the list' },
  saved: { vi: (n: number) => `Đã lưu ${n} tên`, en: (n: number) => `${n} entries saved` },
  back: { vi: 'Quay lại', en: 'Back' },
})

// The words of the page of one target.

import { defineWords } from '../../../platform/contract/words.ts'

export const targetWords = defineWords({
  target: { vi: 'Chỉ tiêu', en: 'Target' },
  met: { vi: 'Đạt', en: 'Met' },
  open: { vi: 'Chưa đến hạn', en: 'Not due yet' },
  missed: { vi: 'Không đạt', en: 'Missed' },
  records: { vi: 'Hồ sơ đứng sau con số', en: 'The records behind the figure' },
  units: { vi: 'Các đơn vị', en: 'The units' },
  bodies: { vi: 'Cơ quan, đơn vị, trường học', en: 'Agencies, units and schools' },
  colUnit: { vi: 'Đơn vị', en: 'Unit' },
  colPart: { vi: 'Nhóm', en: 'Part' },
  colStatus: { vi: 'Tình trạng', en: 'Status' },
  colSince: { vi: 'Từ ngày', en: 'Since' },
  colBody: { vi: 'Cơ quan, đơn vị', en: 'Body' },
  colPlace: { vi: 'Địa bàn', en: 'Area' },
  colResult: { vi: 'Kết quả', en: 'Result' },
  colDecided: { vi: 'Ngày quyết định', en: 'Decided' },
  colRecord: { vi: 'Ghi', en: 'Record' },
  keep: { vi: 'giữ vững', en: 'to keep' },
  convert: { vi: 'chuyển hóa', en: 'to convert' },
  outside: { vi: 'ngoài chỉ tiêu', en: 'outside the targets' },
  meets: { vi: 'Đạt chuẩn', en: 'Meets it' },
  notMet: { vi: 'Chưa đạt chuẩn', en: 'Does not meet it' },
  notJudged: { vi: 'Chưa thẩm định', en: 'Not appraised yet' },
  record: { vi: 'Ghi kết quả', en: 'Record a result' },
  recordFor: { vi: (name: string) => `Kết quả của ${name}`, en: (name: string) => `The result of ${name}` },
  recordedDone: { vi: 'Đã ghi kết quả', en: 'The result is recorded' },
  day: { vi: 'Ngày quyết định', en: 'Decided on' },
  document: { vi: 'Văn bản', en: 'Document' },
  hidden: {
    vi: (n: number) => `${n} hồ sơ ở địa bàn khác đã được tính, nhưng không hiện ở đây.`,
    en: (n: number) => `${n} records of other areas are counted and not shown here.`,
  },
  find: { vi: 'Tìm đơn vị, địa bàn', en: 'Find a body or an area' },
  all: { vi: 'Tất cả', en: 'All' },
  notYet: { vi: 'Chưa đạt', en: 'Not yet' },
  history: { vi: 'Chỉ tiêu này qua các bản kế hoạch', en: 'This target over the versions of the plan' },
  noRecords: { vi: 'Chưa có hồ sơ ký cam kết', en: 'No commitments are recorded yet' },
  noRecordsWhy: {
    vi: 'Khi có hồ sơ ký cam kết của nhóm này, con số sẽ được tính từ đó. Chưa có số liệu không phải là 0%.',
    en: 'When commitments of this group are recorded, the figure is computed from them. No data yet is not 0 %.',
  },
  signedOf: {
    vi: (n: string, of: string) =>
      `${n} người đã ký, trên ${of} phải ký: theo danh sách đã chốt, hoặc danh sách người ký (nơi chưa có danh sách: số khai theo văn bản) nếu đông hơn.`,
    en: (n: string, of: string) =>
      `${n} have signed, of ${of} who are to sign: of the closed list, or of the rosters (where there is no list: as declared with a paper) where these hold more.`,
  },
  toDrives: { vi: 'Xem các đợt ký', en: 'See the drives' },
  listClosed: {
    vi: (n: string) => `Danh sách đã chốt có ${n} phải ký.`,
    en: (n: string) => `The closed list names ${n} who are to sign.`,
  },
  removedNote: {
    vi: (day: string) => `Chỉ tiêu này không còn trong bản kế hoạch có hiệu lực từ ${day}.`,
    en: (day: string) => `This target is no longer part of the plan in force from ${day}.`,
  },
})

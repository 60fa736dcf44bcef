// Words of the counts of files.

import { defineWords } from '../../../../platform/web/words.ts'

export const countWords = defineWords({
  title: { vi: 'Số liệu hồ sơ', en: 'Counts of files' },
  sealed: { vi: 'Chỉ số đếm', en: 'Counts only' },
  why: {
    vi: (least: number) =>
      `Chỉ có số đếm, không có hồ sơ nào được mở. Số từ 1 đến ${least - 1} được che, cùng những số có thể giúp tính ra số bị che; số 0 vẫn hiện.`,
    en: (least: number) =>
      `Counts only; no file is opened. Counts from 1 to ${least - 1} are hidden, and so is what would let them be computed; zeros are shown.`,
  },
  month: { vi: 'Thời điểm', en: 'As of' },
  now: { vi: 'Hiện nay', en: 'Now' },
  endOf: { vi: (month: string) => `Cuối tháng ${month}`, en: (month: string) => `End of ${month}` },
  commune: { vi: 'Xã, phường', en: 'Commune' },
  total: { vi: 'Toàn tỉnh', en: 'Province' },
  hidden: { vi: 'được che', en: 'hidden' },
  legend: { vi: 'được che, không phải là 0', en: 'hidden, which is not 0' },
  totals: { vi: (name: string) => `${name}: toàn tỉnh`, en: (name: string) => `${name}: the whole province` },
  byCommune: { vi: 'Theo xã', en: 'By commune' },
  minorsWhy: {
    vi: 'Người dưới 18 tuổi chỉ có số toàn tỉnh, tính theo năm sinh.',
    en: 'Under 18 by year of birth, for the province only.',
  },
  none: { vi: 'Chưa có hồ sơ nào trong địa bàn của bạn', en: 'No files in your areas yet' },
  noneWhy: {
    vi: 'Số liệu xuất hiện khi một xã trong địa bàn lập hồ sơ đầu tiên.',
    en: 'Counts appear once a commune within your reach begins its first file.',
  },
  noMonths: {
    vi: 'Số cuối tháng được chốt trong ba ngày đầu tháng sau.',
    en: 'A month is closed in the first three days of the next one.',
  },
})

/** Short heads for many columns; the whole name stands in the list above. */
export const shortNames = defineWords({
  open: { vi: 'Theo dõi', en: 'Followed' },
  begun: { vi: 'Chưa quyết định', en: 'No decision' },
  managed: { vi: 'Quản lý', en: 'Managed' },
  addict: { vi: 'Xác định nghiện', en: 'Found addicted' },
  home: { vi: 'Cai tại nhà', en: 'At home' },
  private: { vi: 'Cai tư nhân', en: 'Private' },
  public: { vi: 'Cai công lập', en: 'Public' },
  substitution: { vi: 'Thay thế', en: 'Subst.' },
  dossier: { vi: 'Lập hồ sơ', en: 'Dossier' },
  compulsory: { vi: 'Bắt buộc', en: 'Compuls.' },
  after: { vi: 'Sau cai', en: 'After' },
  late: { vi: 'Trễ hạn', en: 'Late' },
  ended: { vi: 'Kết thúc', en: 'Ended' },
})

// The words of links, for whoever makes them.

import { defineWords } from '../../../platform/contract/words.ts'

export const linkWords = defineWords({
  send: { vi: 'Gửi liên kết', en: 'Send links' },
  title: {
    vi: (n: number) => `Liên kết để ký trên máy riêng: ${n} người`,
    en: (n: number) => `Links to sign on one’s own phone: ${n}`,
  },
  why: {
    vi: 'Mỗi liên kết chỉ của một người, ký một lần. Mã số phải đưa riêng, không gửi chung với liên kết. Đóng cửa sổ này thì không xem lại được.',
    en: 'Each link is for one person and signs once. Hand the code over apart from the link. Once this window is closed they cannot be seen again.',
  },
  days: { vi: 'Dùng được trong', en: 'Good for' },
  daysN: { vi: (n: number) => `${n} ngày`, en: (n: number) => `${n} ${n === 1 ? 'day' : 'days'}` },
  make: { vi: 'Tạo liên kết', en: 'Make links' },
  done: { vi: 'Xong', en: 'Done' },
  print: { vi: 'In phiếu phát cho từng hộ', en: 'Print the slips' },
  copy: { vi: 'Chép liên kết', en: 'Copy the link' },
  copied: { vi: 'Đã chép', en: 'Copied' },
  code: { vi: (code: string) => `Mã số: ${code}`, en: (code: string) => `Code: ${code}` },
  codes: { vi: 'Mã số, đưa riêng với phiếu', en: 'Codes, handed over apart from the slips' },
  codesWhy: {
    vi: 'Tờ này do người phát phiếu giữ. Đọc mã cho đúng người, không để cùng chỗ với phiếu có mã QR.',
    en: 'This sheet stays with whoever hands out the slips. Tell each person their own code; never leave it with the QR slips.',
  },
  until: { vi: (day: string) => `dùng đến ${day}`, en: (day: string) => `good until ${day}` },
  qr: { vi: (name: string) => `Mã QR của ${name}`, en: (name: string) => `QR code of ${name}` },
  slip: {
    vi: 'Quét mã để đọc và ký cam kết trên điện thoại của mình',
    en: 'Scan to read and sign the commitment on your own phone',
  },
  listTitle: { vi: 'Liên kết đã tạo', en: 'Links that were made' },
  openOf: {
    vi: (open: number, all: number) => `${open}/${all} còn dùng được`,
    en: (open: number, all: number) => `${open} of ${all} still good`,
  },
  whose: { vi: 'Của ai', en: 'Whose' },
  madeAt: { vi: 'Tạo lúc', en: 'Made' },
  goodUntil: { vi: 'Dùng đến', en: 'Good until' },
  state: { vi: 'Tình trạng', en: 'State' },
  withdraw: { vi: 'Rút liên kết', en: 'Withdraw' },
  withdrawAsk: {
    vi: (name: string) => `Rút liên kết của ${name}?`,
    en: (name: string) => `Withdraw the link of ${name}?`,
  },
  withdrawWhy: {
    vi: 'Liên kết và mã QR đã đưa sẽ không mở được nữa, và không lấy lại được. Khi cần, tạo liên kết mới cho người đó.',
    en: 'The link and its QR code will no longer open, and this cannot be taken back. A new link can be made at any time.',
  },
  withdrawn: {
    vi: (name: string) => `Đã rút liên kết của ${name}`,
    en: (name: string) => `The link of ${name} is withdrawn`,
  },
})

export const linkStateWords = defineWords({
  open: { vi: 'Chưa dùng', en: 'Not used yet' },
  used: { vi: 'Đã ký', en: 'Signed' },
  held: { vi: 'Đã ký, chờ quyết định', en: 'Signed, to be decided on' },
  expired: { vi: 'Hết hạn', en: 'Expired' },
  locked: { vi: 'Khóa do nhập sai mã số', en: 'Locked after wrong codes' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
})

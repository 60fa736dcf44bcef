// Why a page could not be read, what a person should look at, and why one says no: each by name.

import type { Bilingual } from '../../../platform/contract/words.ts'

/** Nothing can be confirmed from such a page; the picture is kept so that a person can look. */
export const unreadReasons = {
  no_qr: {
    vi: 'Không thấy mã vuông của phiếu. Ảnh không phải phiếu cam kết, hoặc mã bị che, mờ, gập.',
    en: 'No square code of a sheet was found: this is no sheet, or the code is covered, blurred or folded.',
  },
  foreign_qr: {
    vi: 'Mã vuông trên ảnh không phải của phiếu cam kết.',
    en: 'The square code in the picture is not that of a sheet.',
  },
  forged_qr: {
    vi: 'Mã vuông giống của phiếu nhưng không đúng: đọc sai, hoặc không phải phiếu in từ hệ thống này.',
    en: 'The square code looks like that of a sheet but does not check: misread, or not printed here.',
  },
  sheet_unknown: {
    vi: 'Không có phiếu nào mang mã này.',
    en: 'There is no sheet with this code.',
  },
  other_drive: {
    vi: 'Phiếu của đợt ký khác. Hãy đọc phiếu ở đợt ấy.',
    en: 'A sheet of another drive. Read it there.',
  },
  other_place: {
    vi: 'Phiếu của xã khác hoặc thôn khác. Hãy chuyển tờ giấy về nơi ấy.',
    en: 'A sheet of another commune or hamlet. Pass the paper on to them.',
  },
  several_sheets: {
    vi: 'Ảnh có từ hai phiếu trở lên. Hãy chụp mỗi phiếu một ảnh.',
    en: 'Two sheets or more in one picture. Take one picture of each.',
  },
  read_already: {
    vi: 'Phiếu này đã đọc rồi.',
    en: 'This sheet has been read already.',
  },
  recorded_already: {
    vi: 'Chữ ký trên phiếu này đã ghi nhận rồi.',
    en: 'The signature of this sheet has been recorded already.',
  },
  wrong_kind: {
    vi: 'Loại tệp không đọc được. Hãy gửi ảnh jpeg, png, webp, hoặc PDF (ảnh HEIC của iPhone: chọn lưu thành jpeg).',
    en: 'A kind of file that is not read here. Send jpeg, png or webp pictures, or PDF (HEIC of an iPhone: save it as jpeg).',
  },
  too_many_pages: {
    vi: 'PDF có quá 400 trang. Hãy tách thành nhiều tệp rồi gửi lại.',
    en: 'The PDF has more than 400 pages. Split it and send the parts.',
  },
  too_many_pixels: {
    vi: 'Ảnh quá lớn (trên 80 triệu điểm ảnh), không mở.',
    en: 'The picture is too large (over 80 million pixels) and was not opened.',
  },
  broken_file: {
    vi: 'Tệp hỏng, có mật khẩu, hoặc tải lên chưa đủ.',
    en: 'The file is broken, has a password, or came only in part.',
  },
} satisfies Record<string, Bilingual>
export type UnreadReason = keyof typeof unreadReasons

/** In the queue, but not to be confirmed in passing: a person has to look. */
export const doubts = {
  box_empty: {
    vi: 'Ô ký trống. Chưa ký, hoặc mực quá nhạt: hãy chụp lại.',
    en: 'The box is empty: not signed, or too faint. Take it again.',
  },
  one_dot: {
    vi: 'Ô ký chỉ có một chấm hoặc một vạch ngắn.',
    en: 'There is only a dot or a short line in the box.',
  },
  box_unclear: {
    vi: 'Không thấy đủ ô đen quanh khung ký, hình cắt có thể lệch. Hãy xem cả tờ.',
    en: 'Too few of the black squares were found, so the cut-out may be off. Look at the whole sheet.',
  },
} satisfies Record<string, Bilingual>
export type Doubt = keyof typeof doubts

export const rejections = ['not_signed', 'other_hand', 'damaged', 'other'] as const
export type Rejection = (typeof rejections)[number]
export const rejectionNames: Record<Rejection, Bilingual> = {
  not_signed: { vi: 'Chưa ký', en: 'Not signed' },
  other_hand: { vi: 'Người khác ký', en: 'Signed by somebody else' },
  damaged: { vi: 'Tờ giấy rách, tẩy xóa', en: 'Torn or altered paper' },
  other: { vi: 'Lý do khác', en: 'Another reason' },
}

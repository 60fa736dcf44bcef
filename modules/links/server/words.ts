// The words of the two public pages: signing by a link, and checking a signed promise.

import { defineWords } from '../../../platform/contract/words.ts'

export const linkWords = defineWords({
  sign: { vi: 'Ký cam kết', en: 'Sign the commitment' },
  forWhom: {
    vi: (who: string, place: string) => `Dành cho: ${who}, ${place}`,
    en: (who: string, place: string) => `For: ${who}, ${place}`,
  },
  householdNo: { vi: (n: number) => `hộ số ${n}`, en: (n: number) => `number ${n}` },
  notYou: {
    vi: 'Không phải bạn? Xin đóng trang này và báo trưởng thôn.',
    en: 'Not you? Please close this page and tell the head of the hamlet.',
  },
  inkHere: { vi: 'Ký vào ô này bằng ngón tay', en: 'Sign in this box with a finger' },
  redo: { vi: 'Ký lại', en: 'Sign again' },
  orName: {
    vi: 'Hoặc ghi họ tên và mã số nhận từ trưởng thôn',
    en: 'Or type your name and the code that the head gave you',
  },
  nameAndCode: {
    vi: 'Ghi họ tên và mã số nhận từ trưởng thôn',
    en: 'Type your name and the code that the head gave you',
  },
  name: { vi: 'Họ và tên', en: 'Full name' },
  code: { vi: 'Mã số (6 chữ số)', en: 'Code (6 digits)' },
  send: { vi: 'Tôi đã đọc và cam kết', en: 'I have read this, and I promise' },
  voluntary: {
    vi: 'Việc ký là tự nguyện. Trang này không hỏi gì khác và không theo dõi bạn.',
    en: 'Signing is voluntary. This page asks for nothing else and does not follow you.',
  },
  thanks: { vi: 'Đã nhận cam kết. Xin cảm ơn!', en: 'Your commitment is received. Thank you!' },
  keep: {
    vi: 'Giữ mã kiểm tra này: ai có mã thì xem được cam kết là thật, không thấy tên bạn.',
    en: 'Keep this check code: whoever has it can see that the commitment is genuine, and not your name.',
  },
  heldTitle: { vi: 'Đã nhận, chờ UBND xã xem xét', en: 'Received; the commune will look at it' },
  heldText: {
    vi: 'Bạn không phải ký lại. Xã sẽ báo nếu cần thêm điều gì.',
    en: 'You need not sign again. The commune will tell you if anything more is needed.',
  },
  used: { vi: 'Liên kết này đã được dùng', en: 'This link has been used' },
  usedText: {
    vi: 'Mỗi liên kết chỉ ký được một lần. Nếu không phải bạn đã ký, hãy báo ngay cho trưởng thôn.',
    en: 'A link signs once only. If it was not you who signed, tell the head of the hamlet at once.',
  },
  gone: { vi: 'Liên kết không còn dùng được', en: 'This link can no longer be used' },
  goneText: {
    vi: 'Liên kết có thể đã hết hạn, được thay bằng liên kết khác, hoặc chép chưa đủ. Hãy hỏi trưởng thôn để lấy liên kết mới.',
    en: 'It may have expired, been replaced by another, or been copied in part. Ask the head of the hamlet for a new one.',
  },
  locked: { vi: 'Liên kết đã khóa vì nhập sai mã nhiều lần', en: 'The link is locked: the code was wrong too often' },
  wrongCode: {
    vi: (left: number) => `Mã số chưa đúng. Còn ${left} lần thử.`,
    en: (left: number) => `The code is wrong. ${left} more ${left === 1 ? 'try' : 'tries'}.`,
  },
  tooLittle: {
    vi: 'Hãy ký rõ hơn vào ô, hoặc ghi họ tên và mã số.',
    en: 'Please sign more clearly, or type your name and the code.',
  },
  tooLittleInk: { vi: 'Hãy ký rõ hơn vào ô.', en: 'Please sign more clearly in the box.' },
  nameMissing: { vi: 'Hãy ghi họ và tên.', en: 'Please type your full name.' },
  textReplaced: {
    vi: 'Lời cam kết vừa được thay. Hãy đọc bản dưới đây rồi ký.',
    en: 'The wording has just been replaced. Please read the one below, then sign.',
  },
  refused: { vi: 'Chưa nhận được cam kết này', en: 'This could not be received' },
  scriptNeeded: {
    vi: 'Ô ký cần JavaScript. Không có thì ghi họ tên và mã số.',
    en: 'The box needs JavaScript; without it, type your name and the code.',
  },
  check: { vi: 'Kiểm tra bản cam kết', en: 'Check a commitment' },
  genuine: { vi: 'Bản cam kết này là thật', en: 'This commitment is genuine' },
  voided: {
    vi: (day: string) => `Bản cam kết này đã được hủy ngày ${day}`,
    en: (day: string) => `This commitment was voided on ${day}`,
  },
  notKnown: { vi: 'Không có bản cam kết nào mang mã này', en: 'No commitment bears this code' },
  notKnownText: {
    vi: 'Hãy xem lại mã: 16 chữ và số, in cạnh mã QR. Mã chép sai một chữ cũng không tìm thấy.',
    en: 'Look at the code again: 16 letters and figures, printed beside the QR code. One wrong letter finds nothing.',
  },
  notRecorded: {
    vi: 'Phiếu này có thật, chữ ký chưa được ghi nhận',
    en: 'This sheet is genuine; no signature on it is recorded yet',
  },
  notRecordedText: {
    vi: 'Phiếu chưa ký thì chưa có gì để ghi nhận. Nếu đã ký, xin xem lại sau ít ngày: xã đọc các phiếu rồi mới ghi nhận.',
    en: 'Before it is signed there is nothing to record. If it has been signed, please look again in a few days: the commune reads the sheets first.',
  },
  forged: { vi: 'Mã này không do hệ thống này in', en: 'This code was not printed here' },
  forgedText: {
    vi: 'Mã giống của một phiếu cam kết nhưng không đúng: phiếu của nơi khác, hoặc mã bị sửa. Hãy hỏi trưởng thôn hoặc xã đã phát phiếu.',
    en: 'It looks like the code of a sheet but does not check: a sheet of elsewhere, or an altered code. Ask the hamlet head or the commune that handed it out.',
  },
  drive: { vi: 'Đợt ký', en: 'Drive' },
  group: { vi: 'Nhóm', en: 'Group' },
  commune: { vi: 'Xã, thị trấn', en: 'Commune' },
  signedOn: { vi: 'Ngày ký', en: 'Signed on' },
  wording: { vi: 'Lời cam kết', en: 'Wording' },
  version: { vi: (n: number) => `bản ${n}`, en: (n: number) => `version ${n}` },
  countersigned: { vi: 'Ký đối ứng', en: 'Countersigned' },
  yes: { vi: 'Đã ký', en: 'Yes' },
  notYet: { vi: 'Chưa', en: 'Not yet' },
  noNameOfSheet: {
    vi: 'Trang này không cho biết phiếu là của ai.',
    en: 'This page does not tell whose sheet it is.',
  },
  noName: {
    vi: 'Trang này không cho biết ai đã ký: đó là điều của người ký và xã.',
    en: 'This page does not tell who signed: that is between the signer and the commune.',
  },
  demo: { vi: 'Dữ liệu minh họa: không có ai ký thật.', en: 'Demonstration data: nobody has really signed.' },
  checkCode: { vi: 'Mã kiểm tra', en: 'Check code' },
  checkDo: { vi: 'Kiểm tra', en: 'Check' },
})

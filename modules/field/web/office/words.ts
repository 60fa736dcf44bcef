// The words of the office's screens of field devices.

import { defineWords, type InLanguage } from '../../../../platform/contract/words.ts'

export const officeWords = defineWords({
  title: { vi: 'Máy đi cơ sở', en: 'Field devices' },
  add: { vi: 'Thêm máy', en: 'Add a device' },
  take: { vi: 'Nhận phiếu mang tới', en: 'Take what was carried here' },
  keptLink: {
    vi: (n: number) => `${n} phiếu, ghi chú từ máy chờ quyết định`,
    en: (n: number) => `${n} from devices to be decided on`,
  },
  none: { vi: 'Chưa có máy nào trong địa bàn của bạn', en: 'There is no device in your area yet' },
  noneWhy: {
    vi: 'Người đi cơ sở mở ứng dụng trên điện thoại, đăng nhập và đặt mã PIN; máy sẽ hiện ở đây.',
    en: 'Whoever goes from door to door opens the application on a phone, signs in and chooses a PIN; it then shows here.',
  },
  device: { vi: 'Máy', en: 'Device' },
  state: { vi: 'Tình trạng', en: 'State' },
  seen: { vi: 'Liên lạc lần cuối', en: 'Last contact' },
  waiting: { vi: 'Khi ấy còn chờ', en: 'Waiting then' },
  copies: { vi: 'Danh sách trên máy', en: 'Rosters on it' },
  noCopies: { vi: 'chưa tải danh sách nào', en: 'none pulled yet' },
  pulledAt: { vi: (at: string) => `tải ${at}`, en: (at: string) => `pulled ${at}` },
  moreCopies: { vi: (n: number) => `và ${n} danh sách khác`, en: (n: number) => `and ${n} more` },
  expires: { vi: (at: string) => `hết hạn ${at}`, en: (at: string) => `expires ${at}` },
  expired: { vi: (at: string) => `danh sách đã hết hạn ${at}`, en: (at: string) => `rosters expired ${at}` },
  deeds: { vi: 'Việc làm được', en: 'What can be done' },
  active: { vi: 'Đang dùng', en: 'In use' },
  silent: { vi: (n: number) => `Im lặng ${n} ngày`, en: (n: number) => `Silent for ${n} days` },
  expiredState: { vi: (n: number) => `Hết hạn, im lặng ${n} ngày`, en: (n: number) => `Expired, silent for ${n} days` },
  'wipe-ordered': { vi: 'Đã ra lệnh xóa, chờ máy báo xong', en: 'Wipe ordered, not confirmed by the phone' },
  wiped: { vi: (at: string) => `Đã xóa ${at}`, en: (at: string) => `Wiped ${at}` },
  withdrawn: { vi: 'Đã thôi dùng', en: 'Withdrawn' },
  replaced: { vi: 'Mất dữ liệu, đã bắt đầu lại', en: 'Lost its data, began anew' },
  beganAnew: {
    vi: (name: string, seen: string, waiting: number) =>
      `bắt đầu lại: trình duyệt đã xóa dữ liệu của “${name}”; lần liên lạc cuối ${seen} còn ${waiting} phiếu chưa gửi`,
    en: (name: string, seen: string, waiting: number) =>
      `began anew: the browser had erased “${name}”; at its last contact, ${seen}, ${waiting} had not been sent`,
  },
  orderedBy: {
    vi: (who: string, at: string, why: string) => `${who} ra lệnh ${at}: ${why}`,
    en: (who: string, at: string, why: string) => `ordered by ${who}, ${at}: ${why}`,
  },
  silentWhy: {
    vi: (n: number) => `${n} máy im lặng quá 3 ngày. Chữ ký trên các máy ấy chưa vào số liệu.`,
    en: (n: number) =>
      `${n} ${n === 1 ? 'device has' : 'devices have'} been silent for over 3 days. What was signed there is not in the figures yet.`,
  },
  wipe: { vi: 'Xóa từ xa', en: 'Wipe' },
  wipeOf: { vi: (name: string) => `Xóa từ xa: ${name}`, en: (name: string) => `Wipe: ${name}` },
  wipeWhy: {
    vi: 'Lần liên lạc tới, máy niêm kín phiếu chưa gửi, gửi về đây rồi xóa hết dữ liệu. Phiếu ấy chờ bạn quyết định.',
    en: 'At its next contact the phone seals what was not sent, sends it here, then erases everything. You then decide on what came.',
  },
  wipeWaiting: {
    vi: (n: number) => `Máy còn ${n} phiếu chưa gửi ở lần liên lạc cuối.`,
    en: (n: number) => `At its last contact ${n} had not been sent.`,
  },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonWhy: {
    vi: 'Ví dụ: rơi mất ở chợ, đổi người phụ trách.',
    en: 'For example: lost at the market, given to somebody else.',
  },
  orderWipe: { vi: 'Ra lệnh xóa máy', en: 'Order the wipe' },
  ordered: {
    vi: 'Đã ra lệnh xóa. Máy báo xóa xong thì hiện ở đây.',
    en: 'Ordered. It shows here once the phone says that it has erased everything.',
  },
  takeBack: { vi: 'Rút lệnh xóa', en: 'Take the order back' },
  tookBack: { vi: 'Đã rút lệnh xóa', en: 'The order is taken back' },
  addTitle: { vi: 'Thêm một máy đi cơ sở', en: 'Add a field device' },
  addQr: { vi: 'Mã QR mở ứng dụng đi cơ sở', en: 'QR code that opens the field application' },
  step1: {
    vi: 'Dùng camera của điện thoại quét mã này, hoặc gõ địa chỉ:',
    en: 'Scan this with the phone’s camera, or type the address:',
  },
  step2: {
    vi: 'Người cầm máy đăng nhập bằng tài khoản của mình. Chưa có tài khoản thì nhờ quản trị mời.',
    en: 'Whoever holds it signs in with their own account. Without one, ask the administrator for an invitation.',
  },
  step3: {
    vi: 'Đặt mã PIN và tên máy, cài lên màn hình chính, tải danh sách của thôn. Máy hiện ngay trong danh sách ở đây.',
    en: 'Choose a PIN and a name, install it on the home screen, pull the roster. The device then shows in the list here.',
  },
  close: { vi: 'Xong', en: 'Done' },
  keptTitle: { vi: 'Phiếu từ máy chờ quyết định', en: 'Signatures from devices to be decided on' },
  keptWhy: {
    vi: 'Chữ ký và ghi chú vì sao chưa ký, đến từ máy đã có lệnh xóa, máy đã thôi dùng, hoặc từ danh sách của thôn đã sáp nhập. Không phiếu nào bị mất.',
    en: 'Signatures, and notes why one has not signed, from a phone that was to be wiped, from one withdrawn, or from the roster of a merged hamlet. Nothing is lost.',
  },
  noKept: { vi: 'Không có phiếu nào chờ quyết định', en: 'Nothing waits for a decision' },
  who: { vi: 'Tên trong danh sách', en: 'Roster entry' },
  unknownEntry: { vi: 'Không còn trong danh sách', en: 'No longer on the roster' },
  device_wiped: { vi: 'Máy đã có lệnh xóa', en: 'The device was to be wiped' },
  device_withdrawn: { vi: 'Máy đã thôi dùng', en: 'The device was withdrawn' },
  hamlet_merged: { vi: 'Thôn đã sáp nhập', en: 'The hamlet has been merged' },
  signedAt: { vi: 'Ký, ghi lúc', en: 'Signed, noted at' },
  broughtBy: {
    vi: (device: string, who: string) => `${device}, ${who}`,
    en: (device: string, who: string) => `${device}, ${who}`,
  },
  cameAt: { vi: (at: string) => `tới ${at}`, en: (at: string) => `came ${at}` },
  ink: { vi: 'Nét ký', en: 'Ink' },
  says: { vi: 'Nội dung', en: 'What it says' },
  notSigned: { vi: 'Chưa ký', en: 'Not signed' },
  notSignedFor: { vi: (why: string) => `Chưa ký: ${why}`, en: (why: string) => `Not signed: ${why}` },
  noteTaken: { vi: 'Bỏ ghi chú chưa ký', en: 'Takes the note away' },
  visitAgain: { vi: (day: string) => `đến lại ${day}`, en: (day: string) => `come again ${day}` },
  reasonBelow: {
    vi: 'Lý do chỉ người lấy chữ ký ở đó thấy',
    en: 'The reason is for those who take signatures there',
  },
  accept: { vi: 'Nhận', en: 'Accept' },
  refuse: { vi: 'Không nhận', en: 'Refuse' },
  acceptOf: { vi: (name: string) => `Nhận phiếu: ${name}`, en: (name: string) => `Accept: ${name}` },
  refuseOf: { vi: (name: string) => `Không nhận phiếu: ${name}`, en: (name: string) => `Refuse: ${name}` },
  acceptWhy: {
    vi: 'Phiếu được xét như mọi phiếu khác: đúng đợt, đúng người, chưa ký thì được tính vào ngày ký.',
    en: 'It is judged as any other: right drive, right person, not signed yet, then it counts on the day it was signed.',
  },
  refuseWhy: {
    vi: 'Phiếu không được tính, và vẫn được lưu cùng lý do.',
    en: 'It does not count, and is kept with the reason.',
  },
  acceptNoteOf: { vi: (name: string) => `Nhận ghi chú: ${name}`, en: (name: string) => `Accept the note: ${name}` },
  refuseNoteOf: {
    vi: (name: string) => `Không nhận ghi chú: ${name}`,
    en: (name: string) => `Refuse the note: ${name}`,
  },
  acceptNoteWhy: {
    vi: 'Ghi vào danh sách để có người đến lại. Đã ký rồi, hoặc đã có ghi chú mới hơn, thì không đổi gì.',
    en: 'It is written on the roster, so that somebody comes again. Nothing changes where one has signed or a newer note stands.',
  },
  refuseNoteWhy: {
    vi: 'Ghi chú không được dùng, và lý do trong đó được xóa.',
    en: 'The note is not used, and the reason in it is deleted.',
  },
  acceptedNote: { vi: 'Đã ghi lý do chưa ký', en: 'Noted why it is not signed' },
  repeatedNote: {
    vi: 'Không cần nữa: đã ký, hoặc đã có ghi chú mới hơn',
    en: 'No longer needed: signed, or a newer note stands',
  },
  note: { vi: 'Ghi chú', en: 'Note' },
  decidedRefused: { vi: 'Đã ghi: không nhận', en: 'Noted: refused' },
  accepted: { vi: 'Đã nhận, phiếu được tính', en: 'Accepted; it counts' },
  repeated: { vi: 'Phiếu này đã được tính từ trước', en: 'It had been counted before' },
  held: {
    vi: 'Đã nhận, nhưng còn chờ quyết định ở trang đợt ký',
    en: 'Accepted, but it still waits for a decision on the page of the drive',
  },
  notCounted: { vi: 'Đã nhận, nhưng không tính được', en: 'Accepted, but it cannot count' },
  conflictsLink: {
    vi: (n: number) => `${n} thông tin hai nơi ghi khác nhau`,
    en: (n: number) => `${n} ${n === 1 ? 'fact' : 'facts'} said in two ways`,
  },
  conflictsTitle: { vi: 'Thông tin hai nơi ghi khác', en: 'Facts said in two ways' },
  conflictsWhy: {
    vi: 'Hai máy, hoặc máy và văn phòng, sửa cùng một thông tin; hoặc trưởng thôn báo một hộ không còn ở đây; hoặc sửa đổi đến từ máy đã có lệnh xóa. Chọn cách ghi đúng, cách kia vẫn lưu trong nhật ký.',
    en: 'Two phones, or a phone and the office, changed the same fact; or a hamlet head says that a household is gone; or a correction came from a phone that was to be wiped. Choose what is right; the other stays in the log.',
  },
  noConflicts: { vi: 'Không có thông tin nào hai nơi ghi khác', en: 'Nothing is said in two ways' },
  entry: { vi: 'Hộ, người', en: 'Entry' },
  fact: { vi: 'Thông tin', en: 'Fact' },
  chooseOne: { vi: 'Chọn cách ghi đúng', en: 'Choose what is right' },
  onRecord: {
    vi: (who: string, at: string) => `đang ghi, ${who ? `${who}, ` : ''}${at}`,
    en: (who: string, at: string) => `on record, ${who ? `${who}, ` : ''}${at}`,
  },
  chosen: { vi: 'Đã chọn. Các máy nhận ở lần liên lạc tới.', en: 'Chosen. Phones hear of it at their next contact.' },
  takeTitle: { vi: 'Nhận phiếu do người khác mang tới', en: 'Take what somebody carried here' },
  takeWhy: {
    vi: 'Máy nhiều ngày không có mạng niêm kín phiếu thành tệp .byb hoặc chuỗi mã QR. Nhận hai lần cũng chỉ tính một.',
    en: 'A phone without a network for days seals its forms into a .byb file or a run of QR codes. Taken twice it counts once.',
  },
  file: { vi: 'Tệp kín', en: 'Sealed file' },
  fileWhy: { vi: 'Tệp .byb từ thẻ nhớ, tin nhắn hay cáp.', en: 'A .byb file from a card, a message or a cable.' },
  takeIn: { vi: 'Nhận tệp', en: 'Take it in' },
  took: {
    vi: (n: number, refused: number) =>
      refused ? `Đã nhận ${n} phiếu, ${refused} phiếu bị từ chối` : `Đã nhận ${n} phiếu`,
    en: (n: number, refused: number) => (refused ? `${n} taken in, ${refused} of them refused` : `${n} taken in`),
  },
  tookWhy: {
    vi: 'Người mang không đọc được gì. Kết quả từng phiếu hiện trên máy đã ký ở lần liên lạc tới.',
    en: 'Whoever carried it could read nothing. What became of each shows on the phone it came from at its next contact.',
  },
  codes: { vi: 'Chuỗi mã QR', en: 'A run of QR codes' },
  codesWhy: {
    vi: 'Đưa màn hình điện thoại trước camera của máy tính này, hoặc chọn ảnh chụp các mã.',
    en: 'Hold the phone’s screen before the camera of this computer, or choose pictures of the codes.',
  },
  readCodes: { vi: 'Đọc mã QR', en: 'Read the codes' },
})

/** A note why one has not signed is no signature, and is not called one. */
export const keptWords = (w: InLanguage<typeof officeWords>, kind: 'signature' | 'unsigned') =>
  kind === 'signature'
    ? {
        accept: w.acceptOf,
        refuse: w.refuseOf,
        acceptWhy: w.acceptWhy,
        refuseWhy: w.refuseWhy,
        accepted: w.accepted,
        repeated: w.repeated,
      }
    : {
        accept: w.acceptNoteOf,
        refuse: w.refuseNoteOf,
        acceptWhy: w.acceptNoteWhy,
        refuseWhy: w.refuseNoteWhy,
        accepted: w.acceptedNote,
        repeated: w.repeatedNote,
      }

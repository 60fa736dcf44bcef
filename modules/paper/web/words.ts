// The words of paper.

import { defineWords } from '../../../platform/contract/words.ts'

export const paperWords = defineWords({
  title: { vi: 'Phiếu giấy', en: 'Paper' },
  of: { vi: (place: string) => `Phiếu giấy: ${place}`, en: (place: string) => `Paper: ${place}` },
  commitments: { vi: 'Ký cam kết', en: 'Commitments' },
  drive: { vi: 'Đợt ký', en: 'Drive' },
  entries: { vi: 'Ai đã ký, ai chưa', en: 'Who has signed' },
  notOpen: {
    vi: 'Đợt ký không mở vào lúc này: không in thêm phiếu. Phiếu đã ký vẫn đọc được; UBND xã quyết định có nhận hay không.',
    en: 'The drive is not open now, so no more sheets are printed. Signed ones can still be read; the commune decides whether they count.',
  },

  printTitle: { vi: '1. In phiếu', en: '1. Print the sheets' },
  printWhy: {
    vi: 'Mỗi hộ, mỗi người chưa ký một tờ A4, có mã vuông riêng. In lại không hại gì: vẫn là tờ ấy.',
    en: 'One A4 sheet for each who has not signed, with a square code of its own. Printing again does no harm: it is the same sheet.',
  },
  place: { vi: 'Nơi ký', en: 'Place' },
  unsigned: { vi: 'Chưa ký', en: 'Not signed' },
  printed: { vi: 'Đã có phiếu', en: 'Have a sheet' },
  print: { vi: (n: string) => `In ${n} phiếu`, en: (n: string) => `Print ${n}` },
  printAt: {
    vi: (n: string, place: string) => `In ${n} phiếu: ${place}`,
    en: (n: string, place: string) => `Print ${n} sheets: ${place}`,
  },
  printNew: { vi: (n: string) => `Chỉ ${n} phiếu mới`, en: (n: string) => `Only the ${n} new` },
  allSigned: { vi: 'Đã ký đủ', en: 'All have signed' },
  nobody: { vi: 'Chưa ai có tên trong danh sách', en: 'Nobody is on a roster yet' },
  nobodyWhy: {
    vi: 'Nhập danh sách người ký của xã trước, rồi mới in phiếu được.',
    en: 'Enter the rosters of the commune first; then sheets can be printed.',
  },
  printing: { vi: (n: string) => `Đang in ${n} phiếu thành PDF`, en: (n: string) => `Making a PDF of ${n} sheets` },
  left: {
    vi: (n: string) => `Còn ${n} phiếu nữa: bấm in lần tiếp theo.`,
    en: (n: string) => `${n} more are left: print once more.`,
  },
  drawn: {
    vi: (n: string, of: string) => `${n} trên ${of} phiếu`,
    en: (n: string, of: string) => `${n} of ${of} sheets`,
  },
  printsTitle: { vi: 'Các lần in gần đây', en: 'Printed lately' },
  printedBy: {
    vi: (n: string, who: string) => `${n} phiếu · ${who}`,
    en: (n: string, who: string) => `${n} sheets · ${who}`,
  },
  again: { vi: 'Tải lại PDF', en: 'Download again' },

  readTitle: { vi: '2. Đọc phiếu đã ký', en: '2. Read signed sheets' },
  tooMuch: {
    vi: (most: number) => `Các tệp cộng lại quá ${most} MB. Hãy chia thành nhiều lần.`,
    en: (most: number) => `The files come to more than ${most} MB. Send them in several readings.`,
  },
  readWhy: {
    vi: (most: number) =>
      `Chụp từng tờ bằng điện thoại, hoặc quét cả chồng thành PDF. Ảnh nghiêng, lệch, tối vẫn đọc được, miễn thấy mã vuông và khung ký. Mỗi lần nhiều nhất ${most} MB.`,
    en: (most: number) =>
      `Photograph the sheets one by one, or scan the stack to a PDF. Turned, slanted or dim pictures are fine as long as the square code and the box are seen. ${most} MB at most each time.`,
  },
  files: { vi: 'Ảnh (jpeg, png, webp) hoặc PDF', en: 'Pictures (jpeg, png, webp) or PDF' },
  read: {
    vi: (n: number) => `Đọc ${n} tệp`,
    en: (n: number) => `Read ${n} ${n === 1 ? 'file' : 'files'}`,
  },
  readNothing: { vi: 'Đọc phiếu', en: 'Read sheets' },
  sending: {
    vi: (n: number, of: number) => `Đang gửi tệp ${n}/${of}`,
    en: (n: number, of: number) => `Sending file ${n} of ${of}`,
  },
  reading: { vi: 'Đang đọc phiếu', en: 'Reading the sheets' },
  waiting: { vi: 'Chờ đến lượt', en: 'Waiting for its turn' },
  pages: {
    vi: (n: string, of: string) => `${n} trên ${of} trang`,
    en: (n: string, of: string) => `${n} of ${of} pages`,
  },
  readings: { vi: 'Các lần đọc', en: 'Readings' },
  noReadings: { vi: 'Chưa đọc chồng phiếu nào', en: 'No stack has been read yet' },
  noReadingsWhy: {
    vi: 'Gửi ảnh hoặc bản quét ở trên; kết quả từng trang hiện ở đây.',
    en: 'Send pictures or a scan above; what became of each page shows here.',
  },
  stack: { vi: 'Chồng phiếu', en: 'Stack' },
  result: { vi: 'Kết quả', en: 'Result' },
  openResult: { vi: 'Xem từng trang', en: 'See every page' },
  cancelled: { vi: 'Đã dừng', en: 'Stopped' },
  toConfirm: { vi: (n: string) => `${n} chờ xác nhận`, en: (n: string) => `${n} to be confirmed` },
  recorded: { vi: (n: string) => `${n} đã ghi nhận`, en: (n: string) => `${n} recorded` },
  unreadN: { vi: (n: string) => `${n} không đọc được`, en: (n: string) => `${n} not read` },
  moreFiles: { vi: (n: number) => ` và ${n} tệp nữa`, en: (n: number) => ` and ${n} more` },

  confirmTitle: { vi: 'Xác nhận chữ ký trên giấy', en: 'Confirm signatures on paper' },
  confirmN: { vi: (n: string) => `Xác nhận chữ ký (${n})`, en: (n: string) => `Confirm signatures (${n})` },
})

export const confirmWords = defineWords({
  signedOn: { vi: 'Ngày ký trên giấy', en: 'Day on the paper' },
  queued: { vi: 'Chờ xác nhận', en: 'To be confirmed' },
  aside: { vi: 'Để riêng', en: 'Set aside' },
  which: { vi: 'Danh sách', en: 'List' },
  list: { vi: 'Chữ ký đã cắt ra', en: 'Signatures cut out' },
  choose: { vi: (name: string) => `chọn ${name}`, en: (name: string) => `choose ${name}` },
  chooseClear: {
    vi: (n: number) => `Chọn ${n} phiếu rõ`,
    en: (n: number) => `Choose the ${n} clear ${n === 1 ? 'one' : 'ones'}`,
  },
  cut: {
    vi: (name: string) => `Chữ ký trên phiếu của ${name}`,
    en: (name: string) => `The signature on the sheet of ${name}`,
  },
  sheet: { vi: (name: string) => `Cả tờ phiếu của ${name}`, en: (name: string) => `The whole sheet of ${name}` },
  openSheet: { vi: 'Mở ảnh lớn', en: 'Open the large picture' },
  noCut: {
    vi: 'Phiếu khớp bằng mã in, không cắt được chữ ký: hãy xem khung ký trên cả tờ.',
    en: 'Matched by its printed code, so no signature was cut out: look at the box on the whole sheet.',
  },
  confirm: { vi: 'Xác nhận', en: 'Confirm' },
  confirmN: { vi: (n: number) => `Xác nhận ${n} phiếu`, en: (n: number) => `Confirm ${n}` },
  setAside: { vi: 'Để riêng', en: 'Set aside' },
  putBack: { vi: 'Đưa lại hàng chờ', en: 'Put back' },
  reject: { vi: 'Loại', en: 'Reject' },
  rejectTitle: {
    vi: (n: number, name: string) => (n === 1 ? `Loại phiếu của ${name}` : `Loại ${n} phiếu`),
    en: (n: number, name: string) => (n === 1 ? `Reject the sheet of ${name}` : `Reject ${n} sheets`),
  },
  rejectWhy: {
    vi: 'Phiếu bị loại không tính là đã ký. Ảnh vẫn được giữ; chụp lại tờ giấy thì đọc lại được.',
    en: 'A rejected sheet does not count. Its picture is kept; a new picture of the paper can be read again.',
  },
  reason: { vi: 'Lý do', en: 'Reason' },
  note: { vi: 'Ghi thêm', en: 'Note' },
  keys: {
    vi: 'Bàn phím: mũi tên để chuyển, Enter xác nhận, dấu cách chọn nhiều, L loại, R để riêng.',
    en: 'Keyboard: arrows to move, Enter confirms, space chooses several, L rejects, R sets aside.',
  },
  code: { vi: 'Mã kiểm tra', en: 'Check code' },
  wording: { vi: (n: number) => `lời cam kết bản ${n}`, en: (n: number) => `wording ${n}` },
  from: {
    vi: (file: string, page: number, of: number) => (of > 1 ? `${file}, trang ${page}/${of}` : file),
    en: (file: string, page: number, of: number) => (of > 1 ? `${file}, page ${page} of ${of}` : file),
  },
  willBeHeld: {
    vi: (why: string) => `Xác nhận thì phiếu chờ xã quyết định. ${why}`,
    en: (why: string) => `Confirmed, it waits for the commune to decide. ${why}`,
  },
  cannotCount: {
    vi: (why: string) => `Không ghi nhận được. ${why}`,
    en: (why: string) => `It cannot be recorded. ${why}`,
  },
  done: { vi: (n: number) => `Đã ghi nhận ${n} chữ ký`, en: (n: number) => `${n} signatures recorded` },
  heldN: {
    vi: (n: number, why: string) => `${n} phiếu chờ xã quyết định: ${why}`,
    en: (n: number, why: string) => `${n} wait for the commune to decide: ${why}`,
  },
  refusedN: {
    vi: (n: number, why: string) => `${n} phiếu không ghi nhận được: ${why}`,
    en: (n: number, why: string) => `${n} could not be recorded: ${why}`,
  },
  rejectedN: { vi: (n: number) => `Đã loại ${n} phiếu`, en: (n: number) => `${n} rejected` },
  asideN: { vi: (n: number) => `Đã để riêng ${n} phiếu`, en: (n: number) => `${n} set aside` },
  backN: { vi: (n: number) => `Đã đưa lại ${n} phiếu`, en: (n: number) => `${n} put back` },
  empty: { vi: 'Không có chữ ký nào chờ xác nhận', en: 'No signature waits to be confirmed' },
  emptyWhy: {
    vi: 'Gửi ảnh hoặc bản quét phiếu đã ký để đọc.',
    en: 'Send pictures or a scan of signed sheets to be read.',
  },
  toPaper: { vi: 'Về phiếu giấy', en: 'To the paper' },
})

export const readingWords = defineWords({
  title: { vi: 'Kết quả đọc phiếu', en: 'What was read' },
  by: { vi: (who: string, when: string) => `${who}, ${when}`, en: (who: string, when: string) => `${who}, ${when}` },
  file: { vi: 'Tệp, trang', en: 'File, page' },
  state: { vi: 'Kết quả', en: 'Result' },
  queued: { vi: 'Chờ xác nhận', en: 'To be confirmed' },
  aside: { vi: 'Để riêng', en: 'Set aside' },
  recorded: { vi: 'Đã ghi nhận', en: 'Recorded' },
  held: { vi: 'Chờ xã quyết định', en: 'Waits for the commune' },
  rejected: { vi: 'Đã loại', en: 'Rejected' },
  unread: { vi: 'Không đọc được', en: 'Not read' },
  replaced: { vi: 'Đã có ảnh rõ hơn', en: 'A better picture came' },
  show: { vi: 'Lọc', en: 'Filter' },
  all: { vi: 'Tất cả', en: 'All' },
  picture: { vi: 'Xem ảnh', en: 'See the picture' },
  pictureOf: {
    vi: (file: string, page: number) => `Xem ảnh: ${file}, trang ${page}`,
    en: (file: string, page: number) => `See the picture: ${file}, page ${page}`,
  },
  page: { vi: (n: number, of: number) => `trang ${n}/${of}`, en: (n: number, of: number) => `page ${n} of ${of}` },
  match: { vi: 'Tìm phiếu', en: 'Find its sheet' },
  matchOf: {
    vi: (file: string, page: number) => `Tìm phiếu: ${file}, trang ${page}`,
    en: (file: string, page: number) => `Find its sheet: ${file}, page ${page}`,
  },
  matchTitle: { vi: 'Trang này là phiếu của ai?', en: 'Whose sheet is this?' },
  byName: { vi: 'Hoặc tìm theo tên trên phiếu', en: 'Or find the name on it' },
  byNameWhy: {
    vi: 'Trong các phiếu đã in mà chưa về. Chọn xong, mã của phiếu hiện ở ô mã để đối chiếu.',
    en: 'Among the printed sheets that have not come back. Its code then shows in the other field, to be compared.',
  },
  matchIt: { vi: 'Khớp với phiếu', en: 'Match to its sheet' },
  matched: {
    vi: (name: string) => `Phiếu của ${name}, chờ xác nhận`,
    en: (name: string) => `The sheet of ${name}, to be confirmed`,
  },
  code: { vi: 'Mã kiểm tra in trên phiếu', en: 'Check code printed on the sheet' },
  codeWhy: {
    vi: '16 chữ và số, in cạnh mã vuông ở cuối phiếu. Chữ hoa hay thường, có gạch hay không đều được.',
    en: '16 letters and digits, printed beside the square code; capitals and dashes do not matter.',
  },
  back: { vi: 'Quay lại', en: 'Back' },
  nothing: { vi: 'Chưa có trang nào', en: 'No page yet' },
  stopped: {
    vi: 'Lần đọc này đã dừng giữa chừng. Các trang đã đọc vẫn còn; muốn đọc nốt thì gửi lại các tệp còn lại.',
    en: 'This reading was stopped. What had been read is kept; send the other files again to read them.',
  },
})

// Words of the hand-over between two installations.

import { defineWords } from '../../../../platform/web/words.ts'

export const farWords = defineWords({
  takeTitle: { vi: 'Mở tệp mang đến', en: 'Take in a file' },
  takeWhy: {
    vi: 'Gói hồ sơ, biên nhận hoặc đề nghị rút mà một hệ thống khác gửi theo đường công văn. Tệp không đúng chữ ký, không đúng nơi nhận, đã dùng hay quá cũ đều bị từ chối, có nêu lý do.',
    en: 'A pack, a receipt or a request that another system sent by the official channel. One that is forged, meant for somebody else, used or too old is refused, with the reason.',
  },
  file: { vi: 'Tệp (.binhyen)', en: 'File (.binhyen)' },
  take: { vi: 'Mở tệp', en: 'Take it in' },
  packTaken: {
    vi: (number: string) => `Đã nhận gói ${number}, còn niêm phong. Mở gói rồi tiếp nhận hoặc trả lại.`,
    en: (number: string) => `The pack ${number} is here, sealed. Open it, then accept or return it.`,
  },
  receiptAccepted: {
    vi: (number: string) => `Phiếu ${number}: nơi nhận đã tiếp nhận. Ở đây chỉ còn số hồ sơ.`,
    en: (number: string) => `${number}: accepted by the receiver. Here only the number of the file is left.`,
  },
  receiptReturned: {
    vi: (number: string) => `Phiếu ${number}: nơi nhận trả lại. Hồ sơ ở xã, ghi tiếp được.`,
    en: (number: string) => `${number}: returned. The file is yours and can be written to again.`,
  },
  receiptWithdrawn: {
    vi: (number: string) => `Phiếu ${number}: đã rút. Hồ sơ ở xã, ghi tiếp được.`,
    en: (number: string) => `${number}: given back as asked. The file is yours and can be written to again.`,
  },
  requestAnswered: {
    vi: (number: string) => `Đã ghi đề nghị rút phiếu ${number}. Tải biên nhận và gửi lại cho nơi gửi.`,
    en: (number: string) => `The request about ${number} is on record. Download the receipt and send it back.`,
  },

  system: { vi: 'Hệ thống bạn', en: 'Sister system' },
  viaSystem: { vi: (name: string) => `hệ thống ${name}`, en: (name: string) => `system ${name}` },
  carry: { vi: 'Mang gói đi', en: 'Carry the pack' },
  carryWhy: {
    vi: 'Gói đã niêm phong riêng cho hệ thống bạn: ở đây không ai mở được nữa, mất tệp thì tải lại. Gửi tệp theo đường công văn mật; không cần mạng giữa hai máy chủ.',
    en: 'The pack is sealed for that system alone: nobody here can open it, and a file that was lost is downloaded again. Send it by the channel for confidential papers; no network between the two servers is needed.',
  },
  step1: { vi: 'Tải gói, gửi sang nơi nhận.', en: 'Download the pack and send it over.' },
  step2: {
    vi: 'Nơi nhận mở gói, tiếp nhận hoặc trả lại, và gửi lại một tệp biên nhận.',
    en: 'The receiver opens it, accepts or returns it, and sends a receipt back as a file.',
  },
  step3: {
    vi: 'Mở biên nhận ở đây: lúc đó lần chuyển mới xong.',
    en: 'Take the receipt in here: only then is it done.',
  },
  pack: { vi: 'Tải gói', en: 'Download the pack' },
  receipt: { vi: 'Tải biên nhận', en: 'Download the receipt' },
  request: { vi: 'Tải đề nghị rút', en: 'Download the request' },
  carriedAt: { vi: 'Tải gói lần đầu', en: 'First downloaded' },
  notCarried: { vi: 'chưa tải', en: 'not yet' },
  frozen: {
    vi: 'Đã gửi, chưa có biên nhận: nơi nhận có thể đã tiếp nhận mà ở đây chưa biết. Hồ sơ vẫn do xã chịu trách nhiệm, đọc được, nhưng chưa ghi thêm được gì.',
    en: 'Sent, no receipt yet: the receiver may have accepted it already without it being known here. The file is still your responsibility and can be read, and nothing can be written to it.',
  },
  askBack: { vi: 'Đề nghị rút gói', en: 'Ask to have it back' },
  askBackSure: {
    vi: 'Rút được hay không do nơi nhận xác nhận: nếu đã tiếp nhận thì hồ sơ là của nơi nhận. Phần mềm lập một tệp đề nghị để gửi sang; hồ sơ chỉ ghi tiếp được khi có biên nhận.',
    en: 'Whether it comes back is for the receiver to confirm: if it was accepted, the file is theirs. A request is made as a file to send over; the file can be written to again only with the receipt.',
  },
  askedBack: {
    vi: 'Đã lập đề nghị rút: hãy tải và gửi sang nơi nhận.',
    en: 'The request is made: download it and send it over.',
  },
  askedBackAt: { vi: 'Đề nghị rút lúc', en: 'Asked back' },
  askedWaits: {
    vi: 'Đã đề nghị rút, đang chờ nơi nhận ký xác nhận. Chưa có biên nhận thì chưa ai ở đây được ghi tiếp.',
    en: 'Asked to have it back; waits for the receiver to sign. Until the receipt is here nobody writes to the file.',
  },
  giveReceipt: { vi: 'Gửi biên nhận về nơi gửi', en: 'Send the receipt back' },
  giveReceiptAccepted: {
    vi: 'Hồ sơ là của xã từ lúc tiếp nhận. Nơi gửi chưa biết cho đến khi nhận được tệp này: hãy gửi theo đường công văn. Mất tệp thì tải lại, nội dung như cũ.',
    en: 'The file has been yours since you accepted it. The sender does not know until this file reaches them: send it by the official channel. If it is lost, download it again; it is the same.',
  },
  giveReceiptReturned: {
    vi: 'Gói đã trả lại và không nhận lại được nữa. Nơi gửi chỉ ghi tiếp được khi có tệp này: hãy gửi theo đường công văn. Mất tệp thì tải lại.',
    en: 'The pack was returned and cannot be taken in again. The sender can go on only with this file: send it by the official channel. If it is lost, download it again.',
  },
  giveReceiptWithdrawn: {
    vi: 'Gói này đã rút theo đề nghị của nơi gửi và không bao giờ nhận nữa. Gửi tệp này về để nơi gửi ghi tiếp hồ sơ.',
    en: 'This pack was given back as the sender asked and will never be taken in. Send this file back, so that they can go on.',
  },
  takenAt: { vi: 'Tệp đến lúc', en: 'Brought here' },
  takenBy: { vi: 'Người mở tệp', en: 'Taken in by' },
  receiptAt: { vi: 'Ghi biên nhận lúc', en: 'Receipt entered' },
  receiptBy: { vi: 'Người ghi biên nhận', en: 'Entered by' },
  theReceipt: { vi: 'Biên nhận đã ghi', en: 'The receipt on record' },
  stub: {
    vi: (system: string) =>
      `Hồ sơ đã thuộc nơi nhận ở hệ thống ${system}. Ở đây chỉ còn số hồ sơ, nơi nhận, thời điểm và biên nhận, giữ theo thời hạn lưu.`,
    en: (system: string) =>
      `The file is the receiver’s now, on the system ${system}. Here only its number, the receiver, the time and the receipt are left, kept as the rules of keeping say.`,
  },
  back: {
    vi: 'Hồ sơ ở lại xã và ghi tiếp được. Muốn chuyển thì lập gói khác.',
    en: 'The file stayed with you and can be written to. To hand it over, make another pack.',
  },
  toFile: { vi: 'Đến hồ sơ', en: 'To the file' },
  sentAway: {
    vi: (system: string) => `Đang ở trên đường sang hệ thống ${system}: đọc được, chưa ghi thêm được.`,
    en: (system: string) => `On its way to the system ${system}: it can be read and not written to.`,
  },
  willFreeze: {
    vi: 'Nơi này làm việc trên một hệ thống khác. Phần mềm lập một tệp niêm phong để gửi theo đường công văn. Từ lúc lập gói đến khi có biên nhận, hồ sơ đọc được nhưng không ghi thêm được; mọi thời hạn vẫn chạy.',
    en: 'The police there work on another system. A sealed file is made, to be sent by the official channel. From then until the receipt the file can be read and not written to; all time limits run on.',
  },
  packMade: {
    vi: (number: string) => `Đã lập gói ${number}. Hãy tải về và gửi đi.`,
    en: (number: string) => `The pack ${number} is made. Download it and send it.`,
  },
})

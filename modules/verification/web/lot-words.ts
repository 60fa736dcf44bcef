// The words of one lot: draw, verifier, result, what follows.

import { defineWords } from '../../../platform/contract/words.ts'

export const oneLotWords = defineWords({
  closedOn: { vi: (day: string) => `Đóng ngày ${day}`, en: (day: string) => `Closed ${day}` },
  now: {
    vi: (place: string, now: string) =>
      `${place} đã thay đổi từ khi đóng lô; nay thuộc ${now}. Danh sách đã rút vẫn giữ nguyên.`,
    en: (place: string, now: string) =>
      `${place} has changed since the lot was closed; it now lies in ${now}. Who was drawn stays.`,
  },
  nowUnknown: {
    vi: (place: string) =>
      `${place} đã thay đổi từ khi đóng lô; chưa ghi nay thuộc đâu. Danh sách đã rút vẫn giữ nguyên.`,
    en: (place: string) =>
      `${place} has changed since the lot was closed; where it lies now is not on record. Who was drawn stays.`,
  },
  steps: { vi: 'Các bước', en: 'Steps' },
  draw: { vi: 'Rút thăm', en: 'Draw' },
  drawDone: { vi: 'Đã rút thăm.', en: 'The sample is drawn.' },
  toDraw: {
    vi: 'Máy rút thăm từ dấu niêm phong mà nhật ký đặt lên việc đóng lô này. Dấu ấy có sau khi lô đóng, nên không ai chọn hay đoán trước được.',
    en: 'The product draws from the seal that the audit puts on the closing of this lot. It comes after the closing, so nobody can choose or foresee it.',
  },
  drawnAt: {
    vi: (at: string, n: number, reserve: number) => `Rút lúc ${at}: ${n} để thăm, ${reserve} dự phòng.`,
    en: (at: string, n: number, reserve: number) => `Drawn at ${at}: ${n} to visit, ${reserve} in reserve.`,
  },
  same: { vi: 'Rút lại từ dấu niêm phong: ra đúng như vậy.', en: 'Drawn again from the seal: the same.' },
  notSame: {
    vi: 'Rút lại từ dấu niêm phong: KHÔNG ra như vậy. Báo người kiểm tra.',
    en: 'Drawn again from the seal: NOT the same. Tell the auditor.',
  },
  seal: { vi: 'Dấu niêm phong', en: 'Seal' },
  position: { vi: (n: number) => `số ${n} trong nhật ký`, en: (n: number) => `entry ${n} of the audit` },
  demoSeal: { vi: 'đặt ra để minh họa', en: 'invented for the demonstration' },
  digest: { vi: 'Mã chốt danh sách', en: 'Digest of the list' },
  howDrawn: {
    vi: 'Tự rút lại: hạt giống là SHA-256 của “mã lô:dấu niêm phong”; xếp các bản theo SHA-256 của “hạt giống:mã bản”, lấy từ đầu.',
    en: 'To draw it yourself: the seed is the SHA-256 of "lot id:seal"; put the promises in the order of the SHA-256 of "seed:promise id" and take the first.',
  },
  frame: { vi: 'Tải danh sách mã để rút lại', en: 'Download the ids to draw again' },
  verifier: { vi: 'Người phúc tra', en: 'Verifier' },
  noVerifier: { vi: 'Chưa giao', en: 'Not assigned' },
  assign: { vi: 'Giao người phúc tra', en: 'Assign a verifier' },
  assignAnother: { vi: 'Đổi người phúc tra', en: 'Change the verifier' },
  assignWhy: {
    vi: 'Người phúc tra từ nơi khác đến: không lấy chữ ký của lô này, không công tác ở nơi này.',
    en: 'A verifier comes from elsewhere: took no signature of this lot, does not work in this place.',
  },
  assigned: { vi: 'Đã giao.', en: 'Assigned.' },
  who: { vi: 'Người phúc tra', en: 'Who verifies' },
  may_not_visit: { vi: 'chưa có quyền', en: 'no right to visit' },
  took_signatures: { vi: 'đã lấy chữ ký của lô này', en: 'took signatures of this lot' },
  from_there: { vi: 'công tác ở chính xã này', en: 'works in this very commune' },
  visits: { vi: 'Đi thăm', en: 'Visits' },
  blind: {
    vi: 'Kết quả từng lượt chỉ hiện khi lô đã xong, để không ai chỉnh theo.',
    en: 'What the visits find shows only when the lot is judged, so that nobody steers by it.',
  },
  openVisits: { vi: 'Mở danh sách đi thăm', en: 'Open the visits' },
  result: { vi: 'Kết quả', en: 'Result' },
  passedWhy: {
    vi: (wrong: number, sample: number, allowed: number) =>
      `Đạt: ${wrong} trên ${sample} nơi không xác nhận được, cho phép ${allowed}.`,
    en: (wrong: number, sample: number, allowed: number) =>
      `Passed: ${wrong} of ${sample} could not confirm, ${allowed} are allowed.`,
  },
  failedWhy: {
    vi: (wrong: number, sample: number, allowed: number) =>
      `Không đạt: ${wrong} trên ${sample} nơi không xác nhận được, chỉ cho phép ${allowed}.`,
    en: (wrong: number, sample: number, allowed: number) =>
      `Did not pass: ${wrong} of ${sample} could not confirm, only ${allowed} are allowed.`,
  },
  denied: { vi: 'nói là không ký', en: 'say they did not sign' },
  unknown: { vi: 'không có người này ở địa chỉ', en: 'not known at the address' },
  silent: { vi: 'không trả lời', en: 'do not want to say' },
  unmet: { vi: 'không gặp được, hết dự phòng', en: 'not met, no reserve left' },
  stoodIn: {
    vi: (n: number) => `${n} nơi được thay bằng dự phòng (vắng nhà, chuyển đi)`,
    en: (n: number) => `${n} stood in for by the reserve (not at home, moved)`,
  },
  sure: { vi: 'Tin cậy 95%', en: '95% confidence' },
  noJudgement: {
    vi: 'Con số nói về cách lấy chữ ký của lô, không về một người hay một hộ nào.',
    en: 'These numbers speak of how the lot was signed, not of any person or household.',
  },
  follow: { vi: 'Ghi việc làm tiếp', en: 'Record the follow-up' },
  followTitle: { vi: 'Việc làm tiếp sau lô không đạt', en: 'What follows a lot that did not pass' },
  followWhy: {
    vi: 'Ví dụ: lấy lại chữ ký cả thôn, rồi lập một lô khác để phúc tra lại.',
    en: 'For example: take the signatures of the hamlet again, then make another lot.',
  },
  followWhat: { vi: 'Đã làm gì, làm đến đâu', en: 'What was done' },
  followDone: { vi: 'Đã ghi việc làm tiếp.', en: 'The follow-up is on record.' },
  followWaits: {
    vi: 'Người đứng đầu xã ghi việc làm tiếp; việc này hiện ở trang chủ của họ.',
    en: 'The head of the commune records what follows; it waits on their home page.',
  },
  followedOn: { vi: (day: string) => `Ghi ngày ${day}`, en: (day: string) => `On record since ${day}` },
  another: { vi: 'Lập lô khác', en: 'Make another lot' },
  withdraw: { vi: 'Bỏ lô', en: 'Withdraw' },
  withdrawWhy: {
    vi: 'Lô bị bỏ vẫn hiện trong danh sách cùng lý do, để không ai rút thăm lại cho đến khi vừa ý.',
    en: 'A withdrawn lot stays on the list with its reason, so that nobody draws again until it suits them.',
  },
  reason: { vi: 'Lý do', en: 'Reason' },
  withdrawDone: { vi: 'Đã bỏ lô.', en: 'The lot is withdrawn.' },
  withdrawnOn: {
    vi: (day: string, reason: string) => `Đã bỏ ngày ${day}: ${reason}`,
    en: (day: string, reason: string) => `Withdrawn ${day}: ${reason}`,
  },
  print: { vi: 'In', en: 'Print' },
})

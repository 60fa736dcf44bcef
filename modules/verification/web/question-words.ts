// The words of a question: asked plainly, without a hint of what the answer should be.

import { defineWords } from '../../../platform/contract/words.ts'

export const questionWords = defineWords({
  title: { vi: 'Câu hỏi về cách lấy chữ ký', en: 'Questions how signatures were taken' },
  ask: { vi: 'Anh (chị) cho biết các bản này được ký như thế nào?', en: 'Can you tell how these were signed?' },
  askWhy: {
    vi: 'Đây là câu hỏi về một lô, không về một người nào; thường có lý do bình thường. Chỉ người đứng đầu và cấp trên trực tiếp thấy, không công khai, không chấm điểm.',
    en: 'This is a question about a lot, not about any person, and most often there is an ordinary reason. Only the head and the level above see it; it is not public and nothing is scored.',
  },
  'one-hour': {
    vi: (n: number, of: number, minutes: number) => `${n} trên ${of} bản ký trong ${minutes} phút.`,
    en: (n: number, of: number, minutes: number) => `${n} of ${of} were signed within ${minutes} minutes.`,
  },
  overnight: {
    vi: (n: number, of: number, day: string) => `${n} trên ${of} bản ký trong một ngày ${day}, và ngày đó đủ 100%.`,
    en: (n: number, of: number, day: string) => `${n} of ${of} were signed on one day, ${day}, which made 100%.`,
  },
  'one-device': {
    vi: (n: number, of: number, minutes: number) => `${n} trên ${of} bản ký trên cùng một máy trong ${minutes} phút.`,
    en: (n: number, of: number, minutes: number) =>
      `${n} of ${of} were signed on one device within ${minutes} minutes.`,
  },
  'same-ink': {
    vi: (n: number, of: number) => `${n} trên ${of} bản có nét ký gần như giống hệt nhau.`,
    en: (n: number, of: number) => `The ink of ${n} of ${of} is all but identical.`,
  },
  asked: { vi: 'Chờ trả lời', en: 'To be answered' },
  answered: { vi: 'Chờ cấp trên khép lại', en: 'To be closed by the level above' },
  closed: { vi: 'Đã khép lại', en: 'Closed' },
  askedOn: { vi: (day: string) => `Hỏi ngày ${day}`, en: (day: string) => `Asked ${day}` },
  seen: { vi: 'Điều máy thấy', en: 'What was noticed' },
  place: { vi: 'Nơi', en: 'Place' },
  state: { vi: 'Tình trạng', en: 'State' },
  none: { vi: 'Không có câu hỏi nào', en: 'There is no question' },
  noneWhy: {
    vi: 'Hiện ra ở đây khi cả một lô được ký trong một giờ, qua một đêm đủ 100%, trên một máy quá nhanh, hoặc nét ký giống nhau.',
    en: 'One appears when a whole lot is signed within an hour, completed overnight, signed too fast on one device, or with the same ink.',
  },
  answer: { vi: 'Trả lời', en: 'Answer' },
  answerLabel: { vi: 'Các bản này được ký như thế nào', en: 'How these were signed' },
  answerDone: { vi: 'Đã gửi câu trả lời.', en: 'The answer is sent.' },
  answeredBy: {
    vi: (who: string, day: string) => `${who} trả lời ngày ${day}`,
    en: (who: string, day: string) => `Answered by ${who}, ${day}`,
  },
  close: { vi: 'Khép lại', en: 'Close' },
  closeLabel: { vi: 'Kết luận', en: 'Conclusion' },
  closeWhy: {
    vi: 'Do cấp trên của xã ghi. Nếu cần, lập một lô phúc tra hoặc cho lấy lại chữ ký.',
    en: 'Written by the level above the commune. Where it is needed, make a lot or have the signatures taken again.',
  },
  closeDone: { vi: 'Đã khép lại câu hỏi.', en: 'The question is closed.' },
  closedBy: {
    vi: (who: string, day: string) => `${who} khép lại ngày ${day}`,
    en: (who: string, day: string) => `Closed by ${who}, ${day}`,
  },
  waitsForHead: { vi: 'Đang chờ người đứng đầu trả lời.', en: 'The head has not answered yet.' },
})

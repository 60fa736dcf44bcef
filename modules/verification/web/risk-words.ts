// The words of the stated risks.

import { defineWords } from '../../../platform/contract/words.ts'

export const riskWords = defineWords({
  title: { vi: 'Mức rủi ro của phúc tra', en: 'Risks of verification' },
  why: {
    vi: 'Từ các mức này và số bản đã ký, máy tính ra phải thăm bao nhiêu nơi và cho phép bao nhiêu nơi không xác nhận được. Lô đã đóng giữ mức của ngày đóng.',
    en: 'From these and the number signed follow how many are visited and how many may fail to confirm. A closed lot keeps the risks of its day.',
  },
  ofProduct: { vi: 'Mức ban đầu của sản phẩm', en: 'What the product begins with' },
  inForce: { vi: 'đang áp dụng', en: 'in force' },
  later: { vi: 'chưa tới ngày', en: 'not in force yet' },
  from: { vi: 'Từ ngày', en: 'From' },
  acceptable: { vi: 'Chấp nhận đến', en: 'Acceptable up to' },
  acceptableWhy: {
    vi: 'Tỷ lệ bản sai (%) mà lô vẫn coi là tốt.',
    en: 'The share of wrong ones (%) up to which a lot is good.',
  },
  rejectable: { vi: 'Phải bác từ', en: 'To be rejected from' },
  rejectableWhy: {
    vi: 'Tỷ lệ bản sai (%) từ đó lô coi là xấu.',
    en: 'The share of wrong ones (%) from which a lot is bad.',
  },
  producer: { vi: 'Rủi ro lô tốt không đạt', en: 'Risk that a good lot fails' },
  producerWhy: { vi: 'Nhiều nhất bao nhiêu lần trong 100 lần (1–20).', en: 'At most so many of 100 (1–20).' },
  consumer: { vi: 'Rủi ro lô xấu vẫn đạt', en: 'Risk that a bad lot passes' },
  consumerWhy: { vi: 'Nhiều nhất bao nhiêu lần trong 100 lần (1–20).', en: 'At most so many of 100 (1–20).' },
  tries: { vi: 'Số lần đến khi vắng nhà', en: 'Tries when nobody is at home' },
  triesWhy: { vi: 'Từ 1 đến 5 lần, cách nhau ít nhất 3 giờ.', en: 'From 1 to 5, at least 3 hours apart.' },
  reason: { vi: 'Lý do, căn cứ', en: 'Reason' },
  change: { vi: 'Đổi mức', en: 'Change the risks' },
  changed: { vi: 'Đã lưu mức mới.', en: 'The new risks are saved.' },
  whole: { vi: 'Cần một số nguyên.', en: 'A whole number is needed.' },
  history: { vi: 'Các mức theo ngày', en: 'By day' },
  plans: { vi: 'Nghĩa là', en: 'What they mean' },
  size: { vi: 'Số bản trong lô', en: 'Signed in the lot' },
  sample: { vi: 'Thăm', en: 'Visited' },
  allowed: { vi: 'Cho phép không xác nhận', en: 'May fail to confirm' },
})

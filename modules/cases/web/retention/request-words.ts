// Words of a request of the person while it waits: told that it came, and given more time once.

import { defineWords } from '../../../../platform/web/words.ts'

export const requestWords = defineWords({
  acknowledge: { vi: 'Báo đã nhận', en: 'Acknowledged' },
  recordTold: { vi: 'Ghi đã báo', en: 'Record the notice' },
  howCounted: { vi: 'Cách tính', en: 'How it was counted' },
  lasts: {
    vi: (long: string, begins: string) => `${long}, tính từ ${begins}.`,
    en: (long: string, begins: string) => `${long}, counted from ${begins}.`,
  },
  wasLate: { vi: 'trễ hạn', en: 'late' },
  longer: { vi: 'Gia hạn', en: 'More time' },
  longerUntil: { vi: (when: string) => `đến ${when}`, en: (when: string) => `until ${when}` },
  toldOfIt: { vi: (how: string) => `đã báo người đó: ${how}`, en: (how: string) => `the person was told: ${how}` },
  extend: { vi: 'Gia hạn', en: 'More time' },
  acknowledgeTitle: { vi: 'Đã báo cho người đó là đã nhận', en: 'The person was told that it was received' },
  acknowledgeWhy: {
    vi: 'Báo cho người đó rằng yêu cầu đã được nhận và khi nào được trả lời. Ghi lại cách báo và lúc báo.',
    en: 'Tell the person that their request was received and when it is answered. Record how and when they were told.',
  },
  extendTitle: { vi: 'Gia hạn trả lời', en: 'More time for the answer' },
  extendWhy: {
    vi: (when: string) =>
      `Hạn mới: ${when}. Chỉ gia hạn được một lần, trước khi hết hạn đầu, và phải báo cho người đó.`,
    en: (when: string) =>
      `The new time limit: ${when}. Only once, before the first one is over, and the person has to be told.`,
  },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonWhy: { vi: 'Người đó được biết lý do này.', en: 'The person is told this reason.' },
  way: { vi: 'Báo bằng cách nào', en: 'How they were told' },
  told: { vi: 'Báo lúc', en: 'Told at' },
  acknowledged: { vi: 'Đã ghi việc báo nhận.', en: 'The notice is on record.' },
  extended: {
    vi: (when: string) => `Đã gia hạn đến ${when}.`,
    en: (when: string) => `It may be answered until ${when}.`,
  },
})

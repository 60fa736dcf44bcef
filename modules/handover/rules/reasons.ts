// Why a file is returned: a closed list; in words besides.

import { defineNames, keysOf } from '../../../platform/contract/words.ts'

export const returnReasons = defineNames({
  'not-here': { vi: 'Người đó không cư trú tại xã', en: 'The person does not live here' },
  'identity-unclear': { vi: 'Thông tin nhận biết chưa rõ', en: 'Who the person is, is not clear' },
  'papers-missing': { vi: 'Thiếu giấy tờ, quyết định', en: 'Papers or decisions are missing' },
  'term-over': { vi: 'Thời hạn đã hết', en: 'The term is over' },
  other: { vi: 'Lý do khác', en: 'Another reason' },
})
export type ReturnReason = keyof typeof returnReasons
export const returnReasonIds = keysOf(returnReasons)

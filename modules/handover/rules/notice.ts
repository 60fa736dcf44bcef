// The notice to the commune of stay: whom it goes to, and which fields of the person it holds; nothing of what happened.

import type { Bilingual } from '../../../platform/contract/words.ts'
import type { Identity } from '../../cases/contract.ts'

/** Whoever gets or sends the file knows already. */
export const isTold = (stayId: string | null, { fromId, toId }: { fromId: string; toId: string }): stayId is string =>
  stayId !== null && stayId !== fromId && stayId !== toId

/** How long its words are kept after they were acknowledged. */
export const keptDays = 30

export const noticeToCheck: Bilingual = {
  vi: 'Điều 58 nêu việc báo cả nơi phát hiện và nơi thường trú khi người đó không có nơi cư trú ổn định; nội dung báo cho nơi ở và 24 giờ để xác nhận cần đối chiếu.',
  en: 'Art. 58 has both places told where there is no stable residence; what the commune of stay is told, and 24 hours to acknowledge it, have to be checked.',
}

export type NoticeFields = Pick<Identity, 'name' | 'birth' | 'sex' | 'residence' | 'stay'> & {
  /** The one paper by which the person is told from others of that name. */
  paper: Identity['papers'][number] | null
}
/** Out of who the person is: no other names, no telephone, no circumstances. */
export const noticeFields = (
  { name, birth, sex, papers }: Identity,
  { residence, stay }: { residence: string; stay: string },
): NoticeFields => ({
  ...{ name, birth, sex, residence, stay },
  paper: papers.find(({ kind }) => kind === 'cccd') ?? papers[0] ?? null,
})

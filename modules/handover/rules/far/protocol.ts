// The hand-over between two installations as two tables: what each side does with what happens at it or is brought to it, and
// why. Files may be lost, brought twice, late or in any order; no table waits for the other side.

import type { Bilingual } from '../../../../platform/contract/words.ts'

/** The sender, of one departure. From `sent` on the file is read and not written to; it is the sender's until a receipt. */
export const senderStates = ['none', 'sent', 'asked-back', 'accepted', 'returned', 'withdrawn'] as const
export type SenderState = (typeof senderStates)[number]
export const senderEvents = ['send', 'ask-back', 'receipt-accepted', 'receipt-returned', 'receipt-withdrawn'] as const
export type SenderEvent = (typeof senderEvents)[number]

/** The receiver, of the pack of that departure. */
export const receiverStates = ['none', 'waiting', 'accepted', 'returned', 'withdrawn'] as const
export type ReceiverState = (typeof receiverStates)[number]
export const receiverEvents = ['pack', 'accept', 'return', 'request'] as const
export type ReceiverEvent = (typeof receiverEvents)[number]

/** `to`: it becomes that. `same`: it was so already, and the same answer is given again. `no`: refused by that name. */
export type Step<State> =
  | { does: 'to'; to: State; why: Bilingual }
  | { does: 'same'; why: Bilingual }
  | { does: 'no'; no: FarRefusalId; why: Bilingual }

export type FarRefusalId =
  | 'already_on_its_way'
  | 'already_decided'
  | 'receipt_used'
  | 'receipt_out_of_order'
  | 'receipt_contradicts'
  | 'pack_waits'
  | 'pack_taken_in'
  | 'pack_returned'
  | 'pack_withdrawn'

const to = <State>(state: State, vi: string, en: string): Step<State> => ({
  does: 'to',
  to: state,
  why: { vi, en },
})
const same = (vi: string, en: string): Step<never> => ({ does: 'same', why: { vi, en } })
const no = (id: FarRefusalId, vi: string, en: string): Step<never> => ({ does: 'no', no: id, why: { vi, en } })

const notSent = no(
  'receipt_out_of_order',
  'chưa gửi gì thì không có biên nhận',
  'nothing was sent that it could answer',
)
const over = no('already_decided', 'lần chuyển đã xong', 'this departure is over')
const used = no('receipt_used', 'biên nhận này đã dùng', 'this receipt was used')
const contradicts = no(
  'receipt_contradicts',
  'nơi nhận đã ký khác: phải hỏi lại, không tự đổi',
  'the receiver has signed otherwise: somebody has to ask, nothing changes by itself',
)
const itIsTheirs = to<SenderState>(
  'accepted',
  'nơi nhận đã giữ hồ sơ từ lúc tiếp nhận; ở đây chỉ còn số',
  'the receiver has owned the file since it accepted; here a number is left',
)
const itIsOurs = to<SenderState>(
  'returned',
  'nơi nhận không nhận và không nhận gói này được nữa: nơi gửi làm tiếp',
  'the receiver did not take it and cannot take this pack any more: the sender goes on',
)

export const senderTable: Readonly<Record<SenderState, Readonly<Record<SenderEvent, Step<SenderState>>>>> = {
  none: {
    send: to(
      'sent',
      'gói niêm phong; hồ sơ dừng ghi để hai bên thấy cùng một bản',
      'sealed; nothing is written from now on, so that both sides speak of the same',
    ),
    'ask-back': over,
    'receipt-accepted': notSent,
    'receipt-returned': notSent,
    'receipt-withdrawn': notSent,
  },
  sent: {
    send: no('already_on_its_way', 'một hồ sơ chỉ đi một đường', 'a file is on one way at a time'),
    'ask-back': to(
      'asked-back',
      'không biết nơi nhận đã tiếp nhận chưa: chỉ biên nhận mới trả hồ sơ lại',
      'whether it was accepted meanwhile is not known here: only a receipt gives the file back',
    ),
    'receipt-accepted': itIsTheirs,
    'receipt-returned': itIsOurs,
    'receipt-withdrawn': no(
      'receipt_out_of_order',
      'chưa ai xin rút gói này',
      'nobody has asked to have this pack back',
    ),
  },
  'asked-back': {
    send: no('already_on_its_way', 'gói trước có thể đã được tiếp nhận', 'the pack before it may have been accepted'),
    'ask-back': same('đề nghị rút đã lập, tải lại được', 'it was asked for; the request can be downloaded again'),
    'receipt-accepted': to(
      'accepted',
      'nơi nhận đã tiếp nhận trước khi thấy đề nghị rút: hồ sơ là của nơi nhận',
      'it was accepted before the request was seen: the file is theirs',
    ),
    'receipt-returned': itIsOurs,
    'receipt-withdrawn': to(
      'withdrawn',
      'nơi nhận xác nhận chưa tiếp nhận và không bao giờ nhận gói này nữa',
      'the receiver says that it did not accept, and never will accept, this pack',
    ),
  },
  accepted: {
    send: no('already_decided', 'hồ sơ không còn ở đây', 'the file is not here any more'),
    'ask-back': over,
    'receipt-accepted': used,
    'receipt-returned': contradicts,
    'receipt-withdrawn': contradicts,
  },
  returned: {
    send: no(
      'already_decided',
      'gửi lại là một gói khác, số khác',
      'to send it again is another pack with another number',
    ),
    'ask-back': over,
    'receipt-accepted': contradicts,
    'receipt-returned': used,
    'receipt-withdrawn': contradicts,
  },
  withdrawn: {
    send: no(
      'already_decided',
      'gửi lại là một gói khác, số khác',
      'to send it again is another pack with another number',
    ),
    'ask-back': over,
    'receipt-accepted': contradicts,
    'receipt-returned': contradicts,
    'receipt-withdrawn': used,
  },
}

const nothing = no('already_decided', 'không có gói nào chờ', 'no pack waits')
const again = (vi: string, en: string) => same(`${vi}: cấp lại biên nhận`, `${en}: the receipt is given again`)

export const receiverTable: Readonly<Record<ReceiverState, Readonly<Record<ReceiverEvent, Step<ReceiverState>>>>> = {
  none: {
    pack: to('waiting', 'giữ niêm phong, chờ quyết định', 'kept sealed, waits for a decision'),
    accept: nothing,
    return: nothing,
    request: to(
      'withdrawn',
      'gói chưa đến: ghi lại để không bao giờ nhận nữa, rồi ký xác nhận',
      'the pack has not come: it is noted as never to be taken in, and that is signed',
    ),
  },
  waiting: {
    pack: no('pack_waits', 'gói này đang chờ quyết định', 'this pack waits for a decision already'),
    accept: to('accepted', 'từ lúc này nơi nhận giữ hồ sơ', 'from now on the receiver owns the file'),
    return: to('returned', 'hồ sơ ở lại nơi gửi', 'the file stays with the sender'),
    request: to('withdrawn', 'chưa tiếp nhận: trả lại theo đề nghị', 'not accepted yet: given back as asked'),
  },
  accepted: {
    pack: no('pack_taken_in', 'mỗi gói chỉ nhận một lần', 'a pack is taken in once'),
    accept: nothing,
    return: nothing,
    request: again('đã tiếp nhận, không rút được nữa', 'accepted, too late to have it back'),
  },
  returned: {
    pack: no('pack_returned', 'gói đã trả lại không nhận lại được', 'a pack that was returned is not taken in again'),
    accept: nothing,
    return: nothing,
    request: again('đã trả lại', 'returned already'),
  },
  withdrawn: {
    pack: no('pack_withdrawn', 'nơi gửi đã rút gói này', 'the sender has had this pack back'),
    accept: nothing,
    return: nothing,
    request: again('đã xác nhận rút', 'confirmed already'),
  },
}

/** Who may write to the file and decide on it. Between the two nobody does, and everybody is told so. */
export const senderDecides = (state: SenderState): boolean =>
  state === 'none' || state === 'returned' || state === 'withdrawn'
export const receiverDecides = (state: ReceiverState): boolean => state === 'accepted'

/** What the receipt says, of a pack that was decided on. */
export const decisions = ['accepted', 'returned', 'withdrawn'] as const
export type Decision = (typeof decisions)[number]

/** A pack that is older is not taken in: who knows what happened since. */
export const oldestPackDays = 30
/** The clocks of two offices differ by minutes. */
const ahead = 15 * 60_000
export type Age = 'fits' | 'too-old' | 'in-the-future'
export function ageOf(sentAt: Date, now: Date): Age {
  const age = now.getTime() - sentAt.getTime()
  return age < -ahead ? 'in-the-future' : age > oldestPackDays * 86_400_000 ? 'too-old' : 'fits'
}

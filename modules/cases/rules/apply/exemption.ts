// Exempted from a decision, or from the rest of its term (L120 Art. 39.2, 39.3): what the end of the term would have asked for is
// asked for no more, or today, as the open point is answered.

import type { Bilingual } from '../../../../platform/contract/words.ts'
import { dayOf, endOf } from '../../../../rules/law/moment.ts'
import type { EventOf, Paper } from '../../events.ts'
import { type Course, chosen, periodAt, stand } from '../course.ts'
import { drop, isOpen } from '../duties.ts'
import type { DutyId } from '../duty-specs.ts'
import { complete } from '../pass.ts'

/** What the end of rehabilitation asks for, and what it is followed by. */
const ofTheEnd: readonly DutyId[] = ['centre-tells', 'certify-rehabilitation', 'propose', 'decide-after']

const notServed: Bilingual = {
  vi: 'Được miễn chấp hành (Luật, Điều 39.2, 39.3) không phải là đã chấp hành xong: giấy xác nhận chỉ cấp cho người đã hoàn thành (Luật, Điều 34.4, 35.5, 36.5; Nghị định, Điều 97.2, 123.2), quản lý sau cai cũng vậy (Luật, Điều 42.1, 42.2).',
  en: 'Exempted (Law, Art. 39.2, 39.3) is not served: the certificate is for who completed it (Law, Art. 34.4, 35.5, 36.5; Decree, Art. 97.2, 123.2), and so is post-rehabilitation (Law, Art. 42.1, 42.2).',
}
const notServedBefore: Bilingual = {
  vi: 'Được miễn chấp hành (Luật Xử lý vi phạm hành chính, Điều 111, 112) không phải là đã chấp hành xong: không có giấy xác nhận hoàn thành. Ghi theo trí nhớ, cần đối chiếu Nghị định 116/2021/NĐ-CP.',
  en: 'Exempted (Law on administrative sanctions, Art. 111, 112) is not served: there is no certificate of completion. Written down from memory; Decree 116/2021/ND-CP has to be checked.',
}

export function exempt(course: Course, event: EventOf<'execution-changed'>, paper: Paper): void {
  if (event.details.reason === 'no-longer-addicted') course.addiction = undefined
  // Who was not taken in yet has served nothing that could be certified.
  if (course.standing?.begun && chosen(course, 'afterExemption') === 'as-served') {
    asServed(course, event)
    return
  }
  const period = periodAt(event.at)
  drop(course, ofTheEnd, period === 'from-2026-07' ? notServed : notServedBefore)
  stand(course, { kind: 'ended', by: event, paper, since: event.at, period, reason: 'exempted' }, event.at)
}

/** The term ends on the day of the exemption: certified by its end, post-rehabilitation from then on. */
function asServed(course: Course, event: EventOf<'execution-changed'>): void {
  drop(course, ['centre-tells'])
  for (const duty of course.duties)
    if (duty.id === 'certify-rehabilitation' && duty.term && isOpen(duty))
      duty.term = { ...duty.term, end: endOf(dayOf(event.at)) }
  complete(course, event.at, event)
}

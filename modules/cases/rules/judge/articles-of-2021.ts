// Where the law of 2021 says what an event of its time is refused for: an article of the law of 2025 was no law then.

import type { Bilingual } from '../../../../platform/contract/words.ts'
import { cited } from '../../../../rules/law/deadline.ts'
import type { EventKind } from '../../events.ts'
import type { EventFault } from './faults.ts'

const law = 'Luật 73/2021/QH14, Điều'
const decree = 'Nghị định 105/2021/NĐ-CP, Điều'
const sanctions = 'Luật Xử lý vi phạm hành chính, Điều'

/** Whatever the fault is. What stands in no article of that law, as a breach of monitoring, is not here. */
const ofKind: Partial<Record<EventKind, string>> = {
  'verification-opened': `${decree} 38.1`,
  tested: `${decree} 38.1`,
  'determination-asked': `${law} 27.1, 27.2`,
  'determination-result': `${law} 27.2, 27.4`,
  'determination-told': `${law} 27.4`,
  managed: `${law} 23.2, 23.4`,
  'managed-again': `${decree} 43.2`,
  'management-taken-over': `${decree} 43.3, 47.2`,
  'management-stopped': `${law} 23.5; ${decree} 48.1`,
  'management-ended': `${decree} 48.2`,
  registered: `${law} 27.5c`,
  'home-decided': `${law} 27.5c, 30`,
  'private-decided': `${law} 27.5c, 31`,
  'public-decided': `${law} 27.5c, 31`,
  'substitution-decided': `${law} 27.5c, 41.2a`,
  'treatment-begun': `${law} 30, 31`,
  'three-stages-done': `${law} 29.2`,
  'treatment-quit': `${law} 32.1, 33.1a`,
  'treatment-ended': `${law} 32.3, 33.1c`,
  'release-notice': `${law} 40.5`,
  'treatment-completed': `${law} 30.2, 31.1, 33.3; ${sanctions} 95`,
  'dossier-opened': `${law} 32, 33.1, 34.1`,
  'dossier-notice': `${law} 34.2; ${sanctions} 103`,
  'dossier-read': `${law} 34.2; ${sanctions} 103`,
  'dossier-sent': `${law} 34.2, 34.3; ${sanctions} 103`,
  'court-asked': `${law} 34.3`,
  'court-answered': `${law} 34.3`,
  'court-decided': `${law} 33.4, 34.3; ${sanctions} 105`,
  'dossier-closed': `${law} 34`,
  'custody-decided': `${law} 35.4c`,
  'custody-ended': `${law} 35.4c`,
  'carried-out': `${law} 33.4`,
  'execution-changed': `${law} 39; ${sanctions} 111, 112`,
  'after-decided': `${law} 40.1, 40.2, 40.5`,
  'after-certified': `${law} 40.5, 43.3a`,
  'off-list': `${law} 26.3, 43.3`,
}

/** A fault that rests on an article of its own, whatever was to be done. */
const ofFault: Partial<Record<EventFault, string>> = {
  under_twelve: `${law} 27.5c, 33.1`,
  already_addicted: `${law} 23.5a`,
  age_unknown: `${law} 32, 33`,
  adult_path_for_minor: `${law} 32, 33`,
  minor_path_for_adult: `${law} 28.2, 32, 33`,
  limitation_over: `${sanctions} 6.2d`,
}

/** Laws and decrees without a number are those of 2025 and 2026. */
export const isOfNow = ({ vi }: Bilingual): boolean => /^(Luật|Nghị định), /.test(vi)

/** The article of an event of before; one that was found for that time stays as it is. */
export function articleThen(kind: EventKind, fault: EventFault, found: Bilingual | undefined): Bilingual | undefined {
  // That the law of 2025 brought it is why there was no such thing.
  if (fault === 'not_in_that_law' || (found && !isOfNow(found))) return found
  const article = ofFault[fault] ?? (found && ofKind[kind])
  return article === undefined ? undefined : cited(article)
}

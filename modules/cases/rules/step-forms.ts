// Of several forms that a time limit names, the ones for where the person stands: who is in a centre gets no certificate of home.

import type { Course } from './course.ts'
import type { DutyId } from './duty-specs.ts'
import type { StatusKind } from './life.ts'

type ByStatus = Partial<Record<StatusKind, string>>

/** D163 Art. 93.3, 94.3, 97.2, 123.2, 129.2. That substitution treatment is completed is certified by other rules (Art. 89.2, 135.2). */
export const certificateForms: ByStatus = {
  home: 'V-28',
  private: 'V-30',
  public: 'V-30',
  'reform-school': 'V-30',
  compulsory: 'V-50',
}
/** D163 Art. 62.1, 92.1c, 136.1b; for the others there is none. */
export const movingForms: ByStatus = { managed: 'III-06', home: 'V-26', after: 'V-54' }
/** D163 Art. 60.1, 62.2, 92.1c. */
const takingOverForms: ByStatus = { managed: 'III-04', home: 'V-22' }

/** `named`: what the time limit or the act names. */
export function formsOfStep(
  { standing, completed, registered }: Course,
  id: DutyId,
  named: string | undefined,
): string | undefined {
  const kind = standing?.kind
  switch (id) {
    // Its time may be over before anybody certifies it.
    case 'certify-rehabilitation':
      return certificateForms[kind ?? completed?.kind ?? 'ended']
    case 'hand-over':
      return movingForms[kind ?? 'ended']
    case 'take-over':
      return takingOverForms[kind ?? 'ended']
    // The minutes and the commitment are of home alone (D163 Art. 91.2, 92.1a).
    case 'decide-form':
      return registered && registered.details.form !== 'home' ? 'V-22' : named
    default:
      return named
  }
}

// The forms of a file by their number: which there are, and which belong to an event or stand in a line of form numbers.

import { keysOf } from '../../platform/contract/words.ts'
import type { EventKind } from './events.ts'
import { afterForms } from './forms/after.ts'
import { centreForms } from './forms/centre.ts'
import { compulsoryForms } from './forms/compulsory.ts'
import type { Form } from './forms/form.ts'
import { monitoringForms } from './forms/monitoring.ts'
import { ownForms } from './forms/ours.ts'
import { userForms } from './forms/users.ts'
import { voluntaryForms } from './forms/voluntary.ts'

export const forms = {
  ...userForms,
  ...voluntaryForms,
  ...compulsoryForms,
  ...centreForms,
  ...afterForms,
  ...monitoringForms,
  ...ownForms,
}
export type FormId = keyof typeof forms
export const formIds = keysOf(forms)
export const formOf = (id: FormId): Form => forms[id]
export const isForm = (id: string): id is FormId => Object.hasOwn(forms, id)

/** Forms of the decree have a number; ours have a name alone. */
export const hasNumber = (id: string): boolean => /^[IV]+-\d\d$/.test(id)

export const formsOfKind = (kind: string): FormId[] =>
  formIds.filter((id) => formOf(id).kinds.includes(kind as EventKind))

/** "V-33…V-36, V-38": those of them that can be filled here. */
export function formsIn(numbers: string | undefined): FormId[] {
  return (numbers ?? '').split(',').flatMap((part): FormId[] => {
    const [first = '', last = first] = part.trim().split('…')
    const [annex, from] = first.split('-')
    const to = last.split('-')[1]
    if (!from || !to) return isForm(first) ? [first] : []
    return Array.from(
      { length: Number(to) - Number(from) + 1 },
      (_, at) => `${annex}-${String(Number(from) + at).padStart(2, '0')}`,
    ).filter(isForm)
  })
}

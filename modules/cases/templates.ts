// Whatever a template may be uploaded for: the forms of a file, and the registers of many persons.

import type { Form } from './forms/form.ts'
import { type FormId, formIds, formOf, isForm } from './forms.ts'
import { isRegister, type RegisterId, registerIds, registerOf } from './registers.ts'

export type TemplateId = FormId | RegisterId
export const templateIds: readonly TemplateId[] = [...formIds, ...registerIds]
export const isTemplate = (id: string): id is TemplateId => isForm(id) || isRegister(id)
export const pageOf = (id: TemplateId): Form => (isForm(id) ? formOf(id) : registerOf(id).form)

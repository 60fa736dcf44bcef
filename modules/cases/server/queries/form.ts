// Says what a form would take from a file: which of its fields are there, which are missing, which are not for this reader.

import { answers } from '../../../../platform/server/slice.ts'
import { ShowForm } from '../../contract.ts'
import { type FieldId, fieldOf, formFields, formLists, type ListId } from '../../forms/fields.ts'
import type { Values } from '../../forms/values.ts'
import { gather } from '../forms/gather.ts'
import { templateOn } from '../forms/templates.ts'

export const showForm = answers(ShowForm, async (context, input) => {
  const { id, values } = await gather(context, input)
  const { version, fields } = await templateOn(context.db, id, values.day)
  return {
    fields: fields
      .filter((field): field is FieldId => Object.hasOwn(formFields, field))
      .map((field) => ({
        field,
        state: stateOf(values, field),
        typed: fieldOf(field).typed === true,
      })),
    lists: fields
      .filter((list): list is ListId => Object.hasOwn(formLists, list))
      .map((list) => ({ list, rows: values.lists[list].length })),
    version,
    day: values.day,
    bearsNumber: values.bearsNumber,
  }
})

const stateOf = ({ hidden, fields }: Values, field: FieldId): 'known' | 'missing' | 'hidden' =>
  hidden.has(field) ? 'hidden' : fields.has(field) ? 'known' : 'missing'

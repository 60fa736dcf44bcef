// Says what a form would take from a file: which of its fields are there, which are missing, which are not for this reader.

import type { OutputOf } from '../../../../platform/contract/operation.ts'
import type { Context } from '../../../../platform/server/slice.ts'
import { answers } from '../../../../platform/server/slice.ts'
import { headOf } from '../../../access/server/public.ts'
import { ShowForm } from '../../contract.ts'
import { type FieldId, fieldOf, formFields, formLists, type ListId } from '../../forms/fields.ts'
import type { Form } from '../../forms/form.ts'
import { proposedSigner, signatureOf, signingWayIds } from '../../forms/signing.ts'
import { authorityOf, type Values } from '../../forms/values.ts'
import { gather } from '../forms/gather.ts'
import { templateOn } from '../forms/templates.ts'

export const showForm = answers(ShowForm, async (context, input) => {
  const { id, form, values } = await gather(context, input)
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
    signing: await signingOf(context, input.communeId, form, values),
  }
})

const stateOf = ({ hidden, fields }: Values, field: FieldId): 'known' | 'missing' | 'hidden' =>
  hidden.has(field) ? 'hidden' : fields.has(field) ? 'known' : 'missing'

/** Where an office signs; who holds the post is asked of the posts of today. */
async function signingOf(
  { db, today }: Context,
  communeId: string,
  form: Form,
  { office: { signs, headPost }, byDeputy }: Values,
): Promise<OutputOf<typeof ShowForm>['signing']> {
  if (!signs || !(form.signs as readonly string[]).includes('issuer')) return null
  const now = headPost
    ? await headOf(db, { areaId: communeId, kind: headPost, today })
    : { holder: null, standIn: null }
  return {
    ways: signingWayIds.map((way) => {
      const { may, because } = signatureOf(way, authorityOf(form), signs)
      return { way, may, because }
    }),
    proposed: proposedSigner(now, byDeputy),
  }
}

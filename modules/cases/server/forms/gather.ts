// What a form takes from a file that its reader has opened: as much as their view shows, and not a field more.

import { refuse } from '../../../../platform/contract/refusal.ts'
import { unitName } from '../../../../platform/contract/unit-name.ts'
import type { Context } from '../../../../platform/server/slice.ts'
import { dayOf } from '../../../../rules/law/moment.ts'
import { placedOn, unitsById } from '../../../areas/server/public.ts'
import { caseRefusals, formRefusals, type Identity } from '../../contract.ts'
import { eventKinds, type FileEvent } from '../../events.ts'
import { type FieldId, formFields, type PartOf } from '../../forms/fields.ts'
import type { Form } from '../../forms/form.ts'
import { type Given, type Typed, type Values, valuesOf } from '../../forms/values.ts'
import { type FormId, formOf, isForm } from '../../forms.ts'
import { effectiveEvents } from '../../rules/effective.ts'
import { contentsOf, dossierOf } from '../../rules/folios.ts'
import { factsOf } from '../../rules/person-facts.ts'
import { readLife } from '../../rules.ts'
import type { View } from '../../views.ts'
import { circleRoles } from '../circle.ts'
import { eventsOf, type KeptEvent } from '../events.ts'
import { lawOn } from '../law.ts'
import { momentOf } from '../moment.ts'
import { inOpenedFile, type OpenedFile } from '../opened.ts'
import { viewIn } from '../reach.ts'
import { identityOf, keyOf } from '../sealing/person.ts'

type Asked = { communeId: string; fileId: string; openingId: string; form: string; eventId?: string | undefined }
export type Gathered = { id: FormId; form: Form; values: Values; file: OpenedFile }

export async function gather(
  context: Context,
  input: Asked,
  { typed = {}, signing }: { typed?: Record<string, string>; signing?: Given['signing'] } = {},
): Promise<Gathered> {
  if (!isForm(input.form)) throw refuse(formRefusals.form_unknown, { form: input.form })
  const id = input.form
  const form = formOf(id)
  const view = (await viewIn(context, input.communeId))?.view
  if (!view || !mayMake(form, view)) throw refuse(caseRefusals.opens_for_others)
  const place = await placeOf(context, input.communeId)
  const now = momentOf(context.now)
  const law = await lawOn(context.db, dayOf(now))
  const roles = new Map((await circleRoles(context.db, context.today)).map(({ id: role, vi }) => [role, vi]))
  return inOpenedFile(context, input, async (files, file) => {
    const identity = identityOf(file.person)
    const kept = await eventsOf(files, input.communeId, file.id, keyOf(file.person))
    const events = effectiveEvents(kept, now).filter(({ kind }) => sees(view, eventKinds[kind].group))
    const event = eventIn(events, form, input)
    const given: Given = {
      identity: partOf(identity, view),
      sees: (part) => sees(view, part),
      events,
      ...papersOf(kept, now),
      ...(event && { event }),
      ...(view.law && { life: readLife(factsOf(identity), kept, now, law.choices) }),
      now,
      place,
      file: { number: file.number, begunOn: dayOf(momentOf(file.openedAt)) },
      reader: context.person?.name ?? '',
      typed: typedOf(typed),
      roles,
      signing,
    }
    const values = valuesOf(form, given)
    if (values.signature?.may === false)
      throw refuse(formRefusals.signature_not_theirs, { why: values.signature.because })
    return { id, form, values, file }
  })
}

const papersOf = (kept: readonly KeptEvent[], now: string): Pick<Given, 'papers' | 'dossier'> => ({
  papers: contentsOf(kept, now),
  dossier: dossierOf(kept, now)?.rows ?? [],
})

/** Of what a form is about, its maker sees at least one kind of event; papers of the whole file are for those who see it whole. */
export const mayMake = ({ kinds }: Form, view: View): boolean =>
  kinds.length === 0 ? view.law : kinds.some((kind) => sees(view, eventKinds[kind].group))

/** `residence` is both who the person is and a group of events; whoever sees the one sees the other. */
export const sees = ({ identity, groups, law }: View, part: PartOf): boolean =>
  part === 'law' ? law : (identity as readonly string[]).includes(part) || (groups as readonly string[]).includes(part)

function eventIn(events: readonly FileEvent[], form: Form, { eventId, form: id }: Asked): FileEvent | undefined {
  if (eventId === undefined) return undefined
  const event = events.find((each) => each.id === eventId)
  if (!event || !form.kinds.includes(event.kind)) throw refuse(formRefusals.form_of_other_event, { form: id })
  return event
}

const partOf = (identity: Identity, { identity: parts }: View): Partial<Identity> =>
  Object.fromEntries(parts.map((part) => [part, identity[part]]))

/** Only what may be typed, and a day where a day is wanted. */
function typedOf(typed: Record<string, string>): Typed {
  return Object.fromEntries(
    Object.entries(typed).filter(
      ([id, text]) =>
        text !== '' &&
        Object.hasOwn(formFields, id) &&
        'typed' in formFields[id as FieldId] &&
        (id !== 'signedOn' || /^\d{4}-\d{2}-\d{2}$/.test(text)),
    ),
  )
}

export async function placeOf({ db, now }: Context, communeId: string): Promise<Given['place']> {
  const placed = (await placedOn(db, [communeId], dayOf(momentOf(now)))).get(communeId)
  const chain = placed?.state === 'placed' ? placed.chain : await unitsById(db, [communeId])
  const [commune] = chain
  const province = chain.find(({ level }) => level === 'province')
  return {
    commune: commune ? unitName(commune, 'vi') : '',
    name: commune?.name ?? '',
    province: province ? unitName(province, 'vi') : '',
  }
}

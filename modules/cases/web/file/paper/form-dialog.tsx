// Makes a form from the file: what it takes from there, what is missing and may be typed, and the document for Word.

import type { OutputOf } from '../../../../../platform/contract/operation.ts'
import { useAnswer } from '../../../../../platform/web/answer.ts'
import { useCommand } from '../../../../../platform/web/command.ts'
import { DateField } from '../../../../../platform/web/components/date-field.tsx'
import { Dialog } from '../../../../../platform/web/components/dialog.tsx'
import { TextField } from '../../../../../platform/web/components/field.tsx'
import { Form } from '../../../../../platform/web/components/form.tsx'
import { Tag } from '../../../../../platform/web/components/marks.tsx'
import { say } from '../../../../../platform/web/components/messages.tsx'
import { Note } from '../../../../../platform/web/components/page.tsx'
import { Shown } from '../../../../../platform/web/components/states.tsx'
import { showDay } from '../../../../../platform/web/format.ts'
import { useLanguage } from '../../../../../platform/web/language.ts'
import { saveFile } from '../../../../../platform/web/save-file.ts'
import { useWords } from '../../../../../platform/web/words.ts'
import { FillForm, ShowForm } from '../../../contract.ts'
import { type FieldId, fieldTitle, formLists, type ListId } from '../../../forms/fields.ts'
import type { SigningWay } from '../../../forms/signing.ts'
import { formOf, hasNumber } from '../../../forms.ts'
import { useMemoryDraft } from '../../memory-draft.ts'
import { wordFile } from '../../word-file.ts'
import type { At } from '../opened.tsx'
import type { Made } from './making.tsx'
import { SigningFields } from './signing-fields.tsx'
import { paperWords } from './words.ts'

/** What belongs to this one document; everything else that is typed is of the person, and serves the next form too. */
const ofDocument: readonly string[] = ['number', 'signedOn', 'signer', 'content']

type Props = { at: At; made: Made; onClose: () => void }

export default function FormDialog({ at, made: { form, eventId }, onClose }: Props) {
  const language = useLanguage()
  const title = formOf(form).title[language]
  const asked = { ...at, form, ...(eventId && { eventId }) }
  const shown = useAnswer(ShowForm, asked)
  return (
    <Dialog open side tone="sealed" icon="doc" title={hasNumber(form) ? `${form}: ${title}` : title} onClose={onClose}>
      <Shown from={shown} lines={6}>
        {(answer) => <Filling at={at} made={{ form, ...(eventId && { eventId }) }} shown={answer} onClose={onClose} />}
      </Shown>
    </Dialog>
  )
}

type Fields = Record<string, string>

function Filling({ at, made, shown, onClose }: Props & { shown: OutputOf<typeof ShowForm> }) {
  const w = useWords(paperWords)
  const fill = useCommand(FillForm)
  const { form, eventId } = made
  const person = useMemoryDraft<Fields>(`form:${at.fileId}`, () => ({}))
  const document = useMemoryDraft<Fields>(`form:${at.fileId}:${form}:${eventId ?? ''}`, () => ({
    signer: shown.signing?.proposed.name ?? '',
  }))
  const missing = shown.fields.filter(({ state, typed }) => state === 'missing' && typed).map(({ field }) => field)
  const typed = (field: string): string => (ofDocument.includes(field) ? document : person).value[field] ?? ''
  const change = (field: string) => (text: string) =>
    (ofDocument.includes(field) ? document : person).change({ [field]: text })
  const way = (document.value.way ?? shown.signing?.proposed.way ?? 'head') as SigningWay
  const ofAnother = way === 'by-order' || way === 'authorised'
  const send = async () => {
    const sent = await fill.send({
      ...at,
      ...made,
      typed: Object.fromEntries(missing.map((field) => [field, typed(field)]).filter(([, text]) => text !== '')),
      ...(shown.signing && { signing: { as: way, ...(ofAnother && { post: document.value.ownPost ?? '' }) } }),
    })
    if (!sent.ok) return
    // A try that was repeated finds that the paper left the server before, and is not kept there.
    const copy = sent.answer as typeof sent.answer | null
    if (!copy) return say(w.madeBefore)
    saveFile(copy.name, wordFile(copy.docx))
    say(w.made(copy.code))
    onClose()
  }
  /** The name that was proposed is of one way of signing, and goes with it. */
  const changeSigning = (change: Fields) => {
    const { way: proposedWay, name } = shown.signing?.proposed ?? {}
    const signer = document.value.signer ?? ''
    const next =
      change.way === undefined || !name
        ? {}
        : change.way === proposedWay && signer === ''
          ? { signer: name }
          : change.way !== proposedWay && signer === name
            ? { signer: '' }
            : {}
    document.change({ ...change, ...next })
  }
  const inputs = (fields: readonly string[]) =>
    fields.map((field) => <Input key={field} field={field as FieldId} value={typed(field)} onChange={change(field)} />)
  const own = ofDocument.filter((field) => missing.includes(field))
  const others = missing.filter((field) => !ofDocument.includes(field))
  return (
    <Form onSend={() => void send()} send={w.send} sending={fill.sending} problem={fill.problem}>
      <Source shown={shown} form={form} />
      {(missing.length > 0 || shown.signing) && (
        <section className="paper-missing">
          <h3>{w.missing}</h3>
          <p className="muted">{w.missingWhy}</p>
          {(own.length > 0 || shown.signing) && <h4>{w.ofDocument}</h4>}
          {shown.signing && (
            <SigningFields
              signing={shown.signing}
              way={way}
              post={document.value.ownPost ?? ''}
              onChange={changeSigning}
            />
          )}
          {inputs(own)}
          {others.length > 0 && <h4>{w.ofPerson}</h4>}
          {inputs(others)}
        </section>
      )}
      <p className="muted">{w.leaves}</p>
    </Form>
  )
}

function Input({ field, value, onChange }: { field: FieldId; value: string; onChange: (text: string) => void }) {
  const language = useLanguage()
  const name = fieldTitle(field)[language]
  const label = name.charAt(0).toLocaleUpperCase('vi') + name.slice(1)
  return field === 'signedOn' ? (
    <DateField label={label} value={value} onChange={onChange} />
  ) : (
    <TextField label={label} value={value} onChange={onChange} maxLength={500} />
  )
}

function Source({ shown, form }: { shown: OutputOf<typeof ShowForm>; form: Made['form'] }) {
  const w = useWords(paperWords)
  const language = useLanguage()
  const named = (state: 'missing' | 'hidden') =>
    shown.fields
      .filter((each) => each.state === state && (state === 'hidden' || !each.typed))
      .map(({ field }) => fieldTitle(field as FieldId)[language])
      .join(', ')
  const known = shown.fields.filter(({ state }) => state === 'known').length
  return (
    <>
      <p className="paper-source">
        <Tag icon={shown.version === null ? 'alert' : 'stamp'}>
          {shown.version !== null ? w.uploaded(shown.version) : hasNumber(form) ? w.ours : w.oursWithoutForm}
        </Tag>
        <Tag icon="check">{w.known(known)}</Tag>
        {shown.lists
          .filter(({ list }) => list !== 'basis')
          .map(({ list, rows }) => {
            const { tag, en } = formLists[list as ListId]
            return <Tag key={list}>{w.rows(language === 'vi' ? tag : en, rows)}</Tag>
          })}
      </p>
      {hasNumber(form) && !shown.bearsNumber && <Note icon="info">{w.older(showDay(shown.day))}</Note>}
      {named('missing') && (
        <p>
          <span className="faint">{w.notInFile}:</span> {named('missing')}
        </p>
      )}
      {named('hidden') && (
        <p>
          <span className="faint">{w.hiddenFields}:</span> {named('hidden')}
        </p>
      )}
    </>
  )
}

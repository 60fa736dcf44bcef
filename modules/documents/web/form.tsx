// The form of a document, for registering and for changing; the file is sent first, the draft is kept.

import { unitTitle } from '../../../platform/contract/unit-name.ts'
import './documents.css'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import type { InputOf, OutputOf } from '../../../platform/contract/operation.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Button, IconButton, LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { CheckField } from '../../../platform/web/components/choice-field.tsx'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { Field, SelectField, TextArea, TextField } from '../../../platform/web/components/field.tsx'
import { FileField } from '../../../platform/web/components/file-field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { PickField } from '../../../platform/web/components/pick-field.tsx'
import type { Draft } from '../../../platform/web/draft.ts'
import { showDay } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { fieldProblem, type Problem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import {
  type DocumentChoices,
  type DocumentKind,
  documentKinds,
  fileKinds,
  type RegisterDocument,
  type Relation,
  relations,
  UploadFile,
} from '../contract.ts'
import { documentName, kindWords } from './names.ts'
import { documentFormWords, documentWords, relationWords, subjectWords } from './words.ts'

export type Choices = OutputOf<typeof DocumentChoices>
export type Content = Omit<InputOf<typeof RegisterDocument>, 'id' | 'areaId'>
export type Typed = {
  areaId: string
  kind: DocumentKind
  number: string
  issuedOn: string
  issuer: string
  title: string
  programmeId: string
  replacesId: string
  public: boolean
  note: string
  /** `key` names a row, so that the others keep what is typed in them when one is taken away. */
  links: { key: string; subject: string; relation: Relation }[]
  file: { id: string; name: string } | null
}
/** A row whose subject nobody has chosen says nothing yet. */
const linksToSend = (links: Typed['links']) => links.filter((link) => link.subject !== '')
const endings = Object.values(fileKinds).flatMap((each) => each.map((ending) => `.${ending}`))

export function DocumentForm({
  draft,
  choices,
  send,
  back,
  fixedArea,
  sending,
  problem,
  onSend,
}: {
  draft: Draft<Typed>
  choices: Choices
  /** The word on the button. */
  send: string
  back: string
  /** A registered document stays in the register it is in. */
  fixedArea?: boolean
  sending: boolean
  problem: Problem | undefined
  onSend: (areaId: string, content: Content) => void
}) {
  const w = useWords(documentWords)
  const f = useWords(documentFormWords)
  const language = useLanguage()
  const uploading = useCommand(UploadFile)
  const [files, setFiles] = useState<File[]>([])
  const typed = draft.value
  const { change } = draft
  const areaId = typed.areaId || choices.areas[0]?.id || ''

  const submit = async () => {
    let file = typed.file
    const [chosen] = files
    if (chosen) {
      const sent = await uploading.send({ areaId, name: chosen.name }, chosen)
      if (!sent.ok) return
      file = { id: sent.answer.id, name: sent.answer.name }
      change({ file })
      setFiles([])
    }
    onSend(areaId, {
      kind: typed.kind,
      number: typed.number,
      issuedOn: typed.issuedOn || null,
      issuer: typed.issuer,
      title: typed.title,
      programmeId: typed.programmeId || null,
      fileId: file?.id ?? null,
      replacesId: typed.replacesId || null,
      public: typed.public,
      note: typed.note,
      links: linksToSend(typed.links).map(({ subject, relation }) => ({ subject, relation })),
    })
  }
  return (
    <Card padded title={w.facts}>
      <Form
        send={send}
        sending={sending || uploading.sending}
        problem={problem}
        onSend={() => void submit()}
        keptAt={draft.keptAt}
        onForget={draft.forget}
        others={<LinkButton to={back}>{f.cancel}</LinkButton>}
      >
        {!fixedArea && choices.areas.length > 1 && (
          <PickField
            label={w.area}
            reason={f.areaWhy}
            problem={fieldProblem(problem, 'areaId')}
            value={areaId}
            onChange={(value) => change({ areaId: value })}
            choices={choices.areas.map((area) => ({
              value: area.id,
              label: unitTitle(area, language),
              note: area.code,
            }))}
          />
        )}
        <div className="row2">
          <SelectField
            label={w.kind}
            problem={fieldProblem(problem, 'kind')}
            value={typed.kind}
            onChange={(kind) => change({ kind: kind as DocumentKind })}
            choices={documentKinds.map((kind) => ({ value: kind, label: kindWords[kind][language] }))}
          />
          <TextField
            label={w.number}
            optional
            reason={f.numberWhy}
            problem={fieldProblem(problem, 'number')}
            value={typed.number}
            onChange={(number) => change({ number })}
          />
        </div>
        <div className="row2">
          <DateField
            label={w.issuedOn}
            optional
            problem={fieldProblem(problem, 'issuedOn')}
            value={typed.issuedOn}
            onChange={(issuedOn) => change({ issuedOn })}
          />
          <TextField
            label={w.issuer}
            problem={fieldProblem(problem, 'issuer')}
            value={typed.issuer}
            onChange={(issuer) => change({ issuer })}
          />
        </div>
        <TextArea
          label={w.colTitle}
          reason={f.titleWhy}
          problem={fieldProblem(problem, 'title')}
          value={typed.title}
          onChange={(title) => change({ title })}
        />
        {typed.file && files.length === 0 ? (
          <Field label={f.keepFile} problem={fieldProblem(problem, 'fileId')}>
            {(wiring) => (
              <p className="doc-file" id={wiring.id}>
                <span>{typed.file?.name}</span>
                <Button small onClick={() => change({ file: null })}>
                  {f.dropFile}
                </Button>
              </p>
            )}
          </Field>
        ) : (
          <FileField
            label={f.file}
            optional
            reason={f.fileWhy}
            problem={uploading.problem?.title ?? fieldProblem(problem, 'fileId')}
            files={files}
            onChange={setFiles}
            kinds={endings}
            megabytes={25}
          />
        )}
        <SelectField
          label={w.programme}
          optional
          reason={f.programmeWhy}
          problem={fieldProblem(problem, 'programmeId')}
          value={typed.programmeId}
          onChange={(programmeId) => change({ programmeId })}
          empty={f.noProgramme}
          choices={choices.programmes.map((each) => ({ value: each.id, label: each.name[language] }))}
        />
        <PickField
          label={f.replaces}
          optional
          problem={fieldProblem(problem, 'replacesId')}
          value={typed.replacesId}
          onChange={(replacesId) => change({ replacesId })}
          choices={choices.documents.map((each) => ({
            value: each.id,
            label: `${documentName(each, language)}${each.issuedOn ? `, ${showDay(each.issuedOn)}` : ''}`,
            note: each.title,
          }))}
        />
        <Links draft={draft} choices={choices} problem={problem} />
        <CheckField
          label={f.public}
          note={f.publicWhy}
          value={typed.public}
          onChange={(value) => change({ public: value })}
        />
        <TextArea
          label={w.note}
          optional
          problem={fieldProblem(problem, 'note')}
          value={typed.note}
          onChange={(note) => change({ note })}
        />
      </Form>
    </Card>
  )
}

function Links({ draft, choices, problem }: { draft: Draft<Typed>; choices: Choices; problem: Problem | undefined }) {
  const f = useWords(documentFormWords)
  const words = useWords(relationWords)
  const kinds = useWords(subjectWords)
  const language = useLanguage()
  const { links } = draft.value
  const sent = linksToSend(links)
  const set = (key: string, part: Partial<Typed['links'][number]>) =>
    draft.change({ links: links.map((link) => (link.key === key ? { ...link, ...part } : link)) })
  const subjects = choices.subjects.map((each) => ({
    value: each.subject,
    label: each.label[language],
    note: kinds[each.kind],
  }))
  return (
    <fieldset className="fld">
      <legend className="med t14">{f.links}</legend>
      <span className="why">{f.linksWhy}</span>
      {links.map((link) => (
        <div key={link.key} className="doc-pick">
          <SelectField
            label={f.relation}
            value={link.relation}
            onChange={(relation) => set(link.key, { relation: relation as Relation })}
            choices={relations.map((relation) => ({ value: relation, label: words[relation] }))}
          />
          <PickField
            label={f.subject}
            problem={fieldProblem(problem, `links.${sent.indexOf(link)}.subject`)}
            value={link.subject}
            onChange={(subject) => set(link.key, { subject })}
            choices={subjects}
          />
          <IconButton
            icon="x"
            label={f.removeLink(subjects.find((each) => each.value === link.subject)?.label ?? '')}
            onClick={() => draft.change({ links: links.filter(({ key }) => key !== link.key) })}
          />
        </div>
      ))}
      <span>
        <Button
          small
          icon="plus"
          onClick={() => draft.change({ links: [...links, { key: uuidv7(), subject: '', relation: 'starts' }] })}
        >
          {f.addLink}
        </Button>
      </span>
    </fieldset>
  )
}

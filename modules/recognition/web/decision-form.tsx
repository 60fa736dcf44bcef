// The form of a decision, for a new entry and for a correction. One column; what is typed is kept until it is sent.

import { type ReactNode, useState } from 'react'
import { unitTitle } from '../../../platform/contract/unit-name.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import type { Sent } from '../../../platform/web/command.ts'
import { Card } from '../../../platform/web/components/card.tsx'
import { CheckField, RadioField } from '../../../platform/web/components/choice-field.tsx'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { SelectField, TextArea, TextField } from '../../../platform/web/components/field.tsx'
import { FileField } from '../../../platform/web/components/file-field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { PickField } from '../../../platform/web/components/pick-field.tsx'
import type { Draft } from '../../../platform/web/draft.ts'
import { addDays } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { fieldProblem, type Problem } from '../../../platform/web/problem.ts'
import { useGo } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { criteriaOn, criteriaVersions } from '../../../rules/criteria/criteria.ts'
import { useUpload } from '../../documents/web/public.tsx'
import { ListUnits } from '../contract.ts'
import { type Outcome, outcomes } from '../standing.ts'
import { recognitionWords } from './words.ts'

export type Typed = {
  areaId: string
  unitLabel: string
  outcome: Outcome | ''
  number: string
  decidedOn: string
  effectiveOn: string
  /** The last day on which it holds, as people say it. */
  lastDay: string
  issuer: string
  criteriaVersion: string
  reason: string
  source: string
  public: boolean
}

export const nothingTyped = (today: string): Typed => ({
  areaId: '',
  unitLabel: '',
  outcome: '',
  number: '',
  decidedOn: today,
  effectiveOn: '',
  lastDay: '',
  issuer: '',
  criteriaVersion: criteriaOn(today)?.id ?? '',
  reason: '',
  source: '',
  public: true,
})

/** What the server is sent; an empty choice is left out, so that the server says beside its field that it is needed. */
export const writtenOf = (typed: Typed, fileId: string | undefined) => ({
  areaId: (typed.areaId || undefined) as string,
  outcome: (typed.outcome || undefined) as Outcome,
  number: typed.number,
  decidedOn: typed.decidedOn,
  effectiveOn: typed.effectiveOn || undefined,
  validTo: typed.lastDay ? addDays(typed.lastDay, 1) : undefined,
  issuer: typed.issuer,
  criteriaVersion: typed.criteriaVersion,
  reason: typed.reason,
  source: typed.source,
  fileId,
  public: typed.public,
})

type FormProps = {
  draft: Draft<Typed>
  /** The words on the button, and when it is done. */
  send: string
  done: string
  others: ReactNode
  command: { sending: boolean; problem: Problem | undefined }
  onSend: (fileId: string | undefined) => Promise<Sent<{ id: string }>>
  keptFile?: string
  /** What else is asked, before the rest. */
  first?: (problem: Problem | undefined) => ReactNode
}

/** The file goes up before the decision that names it; the decision is shown when it stands. */
export function DecisionForm(props: FormProps) {
  const { draft, send, done, others, command, onSend, keptFile, first } = props
  const w = useWords(recognitionWords)
  const go = useGo()
  const [files, setFiles] = useState<File[]>([])
  const [fileProblem, setFileProblem] = useState<Problem>()
  const { upload, uploading } = useUpload()
  const submit = async () => {
    setFileProblem(undefined)
    const [file] = files
    const kept = file && draft.value.areaId ? await upload(file, draft.value.areaId) : undefined
    if (kept?.problem) return setFileProblem(kept.problem)
    const sent = await onSend(kept?.id)
    if (!sent.ok) return
    draft.forget()
    say(done)
    go(`/recognition/${sent.answer.id}`)
  }
  const problem = fileProblem ?? command.problem
  return (
    <Card padded title={w.facts}>
      <Form
        send={send}
        onSend={() => void submit()}
        sending={command.sending || uploading}
        problem={problem}
        keptAt={draft.keptAt}
        onForget={draft.forget}
        others={others}
      >
        {first?.(problem)}
        <DecisionFields
          typed={draft.value}
          change={draft.change}
          problem={problem}
          files={files}
          onFiles={setFiles}
          keptFile={keptFile}
        />
      </Form>
    </Card>
  )
}

type FieldsProps = {
  typed: Typed
  change: (part: Partial<Typed>) => void
  problem: Problem | undefined
  files: readonly File[]
  onFiles: (files: File[]) => void
  /** The file that is there already. */
  keptFile?: string
}

function DecisionFields({ typed, change, problem, files, onFiles, keptFile }: FieldsProps) {
  const w = useWords(recognitionWords)
  const language = useLanguage()
  const wrong = (path: string): string | undefined => fieldProblem(problem, path)
  const reasons = { recognised: w.recognisedWhy, kept: w.keptWhy, lost: w.lostWhy, reappraise: w.reappraiseWhy }
  const holds = typed.outcome === 'recognised' || typed.outcome === 'kept'
  return (
    <>
      <UnitField typed={typed} change={change} problem={wrong('areaId')} />
      <RadioField
        label={w.outcome}
        value={typed.outcome}
        onChange={(value) => change({ outcome: value as Outcome })}
        choices={outcomes.map((outcome) => ({ value: outcome, label: w[outcome], note: reasons[outcome] }))}
        problem={wrong('outcome')}
      />
      <TextField
        label={w.number}
        reason={w.numberWhy}
        value={typed.number}
        onChange={(number) => change({ number })}
        problem={wrong('number')}
      />
      {typed.number.trim() === '' && (
        <TextField
          label={w.source}
          reason={w.sourceWhy}
          value={typed.source}
          onChange={(source) => change({ source })}
          problem={wrong('source')}
        />
      )}
      <DateField
        label={w.decidedOn}
        value={typed.decidedOn}
        onChange={(decidedOn) =>
          change({ decidedOn, criteriaVersion: criteriaOn(decidedOn)?.id ?? typed.criteriaVersion })
        }
        problem={wrong('decidedOn')}
      />
      <DateField
        label={w.effectiveOn}
        reason={w.effectiveWhy}
        optional
        value={typed.effectiveOn}
        onChange={(effectiveOn) => change({ effectiveOn })}
        problem={wrong('effectiveOn')}
      />
      {holds && (
        <DateField
          label={w.validUntil}
          reason={w.validWhy}
          optional
          value={typed.lastDay}
          onChange={(lastDay) => change({ lastDay })}
          problem={wrong('validTo')}
        />
      )}
      <TextField
        label={w.issuer}
        value={typed.issuer}
        onChange={(issuer) => change({ issuer })}
        problem={wrong('issuer')}
      />
      <SelectField
        label={w.criteria}
        reason={w.criteriaWhy}
        value={typed.criteriaVersion}
        onChange={(criteriaVersion) => change({ criteriaVersion })}
        choices={criteriaVersions.map((version) => ({ value: version.id, label: version.name[language] }))}
        problem={wrong('criteriaVersion')}
      />
      <TextArea
        label={w.reason}
        optional
        value={typed.reason}
        onChange={(reason) => change({ reason })}
        problem={wrong('reason')}
      />
      <FileField
        label={w.file}
        reason={keptFile ? w.fileKept(keptFile) : w.fileWhy}
        optional
        files={files}
        onChange={onFiles}
        kinds={['.pdf', '.png', '.jpg', '.jpeg', '.webp']}
        problem={wrong('fileId')}
      />
      <CheckField
        label={w.publish}
        note={w.publishWhy}
        value={typed.public}
        onChange={(value) => change({ public: value })}
      />
    </>
  )
}

function UnitField({ typed, change, problem }: Pick<FieldsProps, 'typed' | 'change'> & { problem?: string }) {
  const w = useWords(recognitionWords)
  const language = useLanguage()
  const [q, setQ] = useState('')
  const day = typed.effectiveOn || typed.decidedOn
  const units = useAnswer(ListUnits, { on: day, q, limit: 40 }, { keep: true, when: day !== '' })
  const choices = (units.answer?.units ?? []).map((unit) => ({
    value: unit.id,
    label: unitTitle(unit, language),
    note: [unit.parent, w[`standing_${unit.standing}`]].filter(Boolean).join(', '),
  }))
  const chosen = choices.some((choice) => choice.value === typed.areaId)
  const all =
    !chosen && typed.areaId ? [{ value: typed.areaId, label: typed.unitLabel || typed.areaId }, ...choices] : choices
  return (
    <PickField
      label={w.unit}
      reason={w.unitWhy}
      value={typed.areaId}
      onChange={(areaId) => change({ areaId, unitLabel: all.find((choice) => choice.value === areaId)?.label ?? '' })}
      choices={all}
      onType={setQ}
      problem={problem ?? units.problem?.title}
    />
  )
}

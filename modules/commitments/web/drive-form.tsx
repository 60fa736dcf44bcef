// Drafting a drive in three steps: name and days, groups, wording. Renewed from last year's, or changed while it is a draft.

import './commitments.css'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Seg } from '../../../platform/web/components/chip.tsx'
import { CheckField, ChecksField } from '../../../platform/web/components/choice-field.tsx'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { SelectField, TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { Note, PageHead } from '../../../platform/web/components/page.tsx'
import { PickField } from '../../../platform/web/components/pick-field.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { useDraft } from '../../../platform/web/draft.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { fieldProblem, type Problem } from '../../../platform/web/problem.ts'
import { useGo, useParam, useSearch } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ChangeDrive, ChoicesOfDrive, CreateDrive, counterparts, ShowDrive, type Way, ways } from '../contract.ts'
import { type DraftGroup, type DriveDraft, draftFrom, emptyDraft, newGroup, sentContent } from './drive-draft.ts'
import { makingWords } from './making-words.ts'
import { Published } from './published.tsx'
import { TextFields } from './text-fields.tsx'
import { commitmentWords } from './words.ts'

type Choices = OutputOf<typeof ChoicesOfDrive>
type Drive = OutputOf<typeof ShowDrive>

export default function DriveForm() {
  const [w, words] = [useWords(makingWords), useWords(commitmentWords)]
  const { on } = useView()
  const changedId = useParam('driveId')
  const renewsId = useSearch().get('renews')
  const from = changedId || renewsId
  const choices = useAnswer(ChoicesOfDrive, { on })
  const drive = useAnswer(ShowDrive, { id: from ?? '', on }, { when: Boolean(from) })
  const fixed = changedId && drive.answer && drive.answer.state !== 'draft'
  const title = fixed ? w.changeDrive : changedId ? w.change : renewsId ? w.renew : w.make
  return (
    <>
      <PageHead title={title} crumbs={[{ label: words.title, to: '/commitments' }, { label: title }]} />
      <Shown from={choices} lines={8}>
        {(known) =>
          from ? (
            <Shown from={drive} lines={8}>
              {(shown) =>
                fixed ? (
                  <Published driveId={shown.id} closed={shown.state === 'closed'} />
                ) : (
                  <Steps choices={known} from={shown} renews={!changedId} />
                )
              }
            </Shown>
          ) : (
            <Steps choices={known} from={undefined} renews={false} />
          )
        }
      </Shown>
    </>
  )
}

const steps = ['stepDays', 'stepGroups', 'stepWords'] as const
type Step = (typeof steps)[number]

function Steps({ choices, from, renews }: { choices: Choices; from: Drive | undefined; renews: boolean }) {
  const w = useWords(makingWords)
  const { on } = useView()
  const go = useGo()
  const key = from ? `${from.id}-${renews ? 'renewed' : from.version}` : 'new'
  const start = from ? draftFrom(from, renews) : emptyDraft(on, choices.areas[0]?.id ?? '')
  const { value: draft, change, keptAt, forget } = useDraft<DriveDraft>(`drive-${key}`, start)
  const [step, setStep] = useState<Step>('stepDays')
  const [id] = useState(() => (from && !renews ? from.id : uuidv7()))
  const create = useCommand(CreateDrive)
  const save = useCommand(ChangeDrive)
  const problem = create.problem ?? save.problem
  const last = step === 'stepWords'
  const send = async () => {
    if (!last) return setStep(steps[steps.indexOf(step) + 1] ?? 'stepWords')
    const content = sentContent(draft)
    const sent =
      from && !renews
        ? await save.send({ id, version: from.version, ...content })
        : await create.send({ id, areaId: draft.areaId, renewsId: from?.id ?? null, ...content })
    if (!sent.ok) {
      setStep(stepOf(sent.problem))
      return
    }
    forget()
    say(w.saved)
    go(`/commitments/${id}`)
  }
  return (
    <Card padded className="drive-form">
      <Seg
        label={w.steps}
        value={step}
        onChange={setStep}
        choices={steps.map((each) => ({ value: each, label: w[each] }))}
      />
      {renews && <Note>{w.notCarried}</Note>}
      <Form
        onSend={() => void send()}
        send={last ? w.save : w.next}
        sending={create.sending || save.sending}
        {...(problem ? { problem } : {})}
        {...(keptAt ? { keptAt } : {})}
        onForget={forget}
        others={
          step !== 'stepDays' && (
            <Button onClick={() => setStep(steps[steps.indexOf(step) - 1] ?? 'stepDays')}>{w.back}</Button>
          )
        }
      >
        {step === 'stepDays' && (
          <Days draft={draft} change={change} choices={choices} fixed={Boolean(from)} problem={problem} />
        )}
        {step === 'stepGroups' && <Groups draft={draft} change={change} choices={choices} />}
        {step === 'stepWords' && <Wordings draft={draft} change={change} choices={choices} problem={problem} />}
      </Form>
    </Card>
  )
}

/** Where the first field with a problem stands. */
function stepOf({ fields }: Problem): Step {
  const paths = fields.map(({ path }) => path)
  if (paths.some((path) => /\.text/.test(path))) return 'stepWords'
  return paths.some((path) => path.startsWith('groups')) ? 'stepGroups' : 'stepDays'
}

type PartProps = {
  draft: DriveDraft
  change: (part: Partial<DriveDraft>) => void
  choices: Choices
  problem?: Problem | undefined
}

function Days({ draft, change, choices, fixed, problem }: PartProps & { fixed: boolean }) {
  const w = useWords(makingWords)
  return (
    <>
      <PickField
        label={w.area}
        reason={w.areaWhy}
        value={draft.areaId}
        onChange={(areaId) => change({ areaId })}
        choices={choices.areas.map(({ id, name, type }) => ({ value: id, label: name, note: type }))}
        problem={fieldProblem(problem, 'areaId')}
        disabled={fixed}
      />
      <TextField
        label={w.nameVi}
        value={draft.nameVi}
        onChange={(nameVi) => change({ nameVi })}
        problem={fieldProblem(problem, 'nameVi')}
      />
      <TextField
        label={w.nameEn}
        value={draft.nameEn}
        onChange={(nameEn) => change({ nameEn })}
        problem={fieldProblem(problem, 'nameEn')}
      />
      <SelectField
        label={w.recurs}
        value={draft.recurs}
        onChange={(recurs) => change({ recurs: recurs === 'once' ? 'once' : 'yearly' })}
        choices={(['yearly', 'once'] as const).map((value) => ({ value, label: w[value] }))}
      />
      <TextField
        label={w.year}
        inputMode="numeric"
        value={draft.year}
        onChange={(year) => change({ year })}
        problem={fieldProblem(problem, 'year')}
      />
      <DateField
        label={w.opensOn}
        value={draft.opensOn}
        onChange={(opensOn) => change({ opensOn })}
        problem={fieldProblem(problem, 'opensOn')}
      />
      <DateField
        label={w.closesOn}
        value={draft.closesOn}
        onChange={(closesOn) => change({ closesOn })}
        problem={fieldProblem(problem, 'closesOn')}
      />
    </>
  )
}

function Groups({ draft, change, choices }: PartProps) {
  const [w, words] = [useWords(makingWords), useWords(commitmentWords)]
  const language = useLanguage()
  const set = (groupId: string, part: Partial<DraftGroup>) =>
    change({ groups: draft.groups.map((group) => (group.groupId === groupId ? { ...group, ...part } : group)) })
  const nameOf = new Map(choices.groups.map(({ id, name }) => [id, name[language]]))
  return (
    <>
      <ChecksField
        label={w.groups}
        reason={w.groupsWhy}
        values={draft.groups.map(({ groupId }) => groupId)}
        onChange={(ids) =>
          change({ groups: ids.map((id) => draft.groups.find(({ groupId }) => groupId === id) ?? newGroup(id)) })
        }
        choices={choices.groups.map(({ id, name }) => ({ value: id, label: name[language] }))}
      />
      {draft.groups.length === 0 && <Note>{w.noGroups}</Note>}
      {draft.groups.map((group) => (
        <section className="drive-group" key={group.groupId} aria-label={nameOf.get(group.groupId)}>
          <h2>{nameOf.get(group.groupId)}</h2>
          <SelectField
            label={words.withWhom}
            value={group.counterpart}
            onChange={(value) =>
              set(group.groupId, { counterpart: counterparts.find((each) => each === value) ?? 'commune' })
            }
            choices={counterparts.map((value) => ({ value, label: words[value] }))}
          />
          <ChecksField
            label={w.ways}
            values={group.ways}
            onChange={(chosen) => set(group.groupId, { ways: ways.filter((way): way is Way => chosen.includes(way)) })}
            choices={ways.map((value) => ({ value, label: words[value] }))}
          />
          <CheckField
            label={w.countersign}
            value={group.countersign}
            onChange={(countersign) => set(group.groupId, { countersign })}
          />
        </section>
      ))}
    </>
  )
}

function Wordings({ draft, change, choices, problem }: PartProps) {
  const w = useWords(makingWords)
  const words = useWords(commitmentWords)
  const language = useLanguage()
  const [chosen, choose] = useState(draft.groups[0]?.groupId ?? '')
  const at = Math.max(
    0,
    draft.groups.findIndex(({ groupId }) => groupId === chosen),
  )
  const group = draft.groups[at]
  if (!group) return <Note>{w.noGroups}</Note>
  return (
    <>
      <SelectField
        label={words.group}
        value={group.groupId}
        onChange={choose}
        choices={choices.groups
          .filter(({ id }) => draft.groups.some(({ groupId }) => groupId === id))
          .map(({ id, name }) => ({ value: id, label: name[language] }))}
      />
      <TextFields
        key={group.groupId}
        text={group.text}
        onChange={(text) => change({ groups: draft.groups.map((each) => (each === group ? { ...each, text } : each)) })}
        problem={problem}
        at={`groups.${at}.text.`}
      />
    </>
  )
}

// The parts of the minutes: conclusions, contributions, who is present, and what the paper says besides.

import type { ReactNode } from 'react'
import { Button } from '../../../platform/web/components/button.tsx'
import { Seg } from '../../../platform/web/components/chip.tsx'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { type Choice, SelectField, TextArea, TextField } from '../../../platform/web/components/field.tsx'
import { Tag } from '../../../platform/web/components/marks.tsx'
import { PickField } from '../../../platform/web/components/pick-field.tsx'
import { useLanguage } from '../../../platform/web/language.ts'
import { fieldProblem, type Problem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import type { Meeting } from './meeting.tsx'
import { postName } from './names.ts'
import type { MinutesDraft, Typed } from './record.tsx'
import { meetingFormWords, meetingWords } from './words.ts'

type PartProps = { draft: MinutesDraft; meeting: Meeting; posts: readonly Choice[]; problem: Problem | undefined }
type Growing = PartProps & { onAdd: () => string }

type EntriesProps<Entry> = {
  title: string
  entries: readonly Entry[]
  called: (number: number) => string
  /** What can no longer be taken out. */
  settled?: (entry: Entry) => boolean
  add: string
  onAdd: () => void
  onChange: (entries: Entry[]) => void
  children: (entry: Entry, place: number) => ReactNode
}

/** A list that grows while the meeting runs: each entry under its number, with its way out, and one more below. */
function Entries<Entry extends { id: string }>(props: EntriesProps<Entry>) {
  const f = useWords(meetingFormWords)
  const { title, entries, called, settled, add, onAdd, onChange, children } = props
  return (
    <fieldset className="fld mt-part">
      <legend className="semi">{title}</legend>
      {entries.map((entry, place) => (
        <div key={entry.id} className="mt-entry">
          <p className="mt-entry-h">
            <b>{called(place + 1)}</b>
            {settled?.(entry) ? (
              <Tag icon="lock">{f.settled}</Tag>
            ) : (
              <Button small quiet onClick={() => onChange(entries.filter(({ id }) => id !== entry.id))}>
                {f.remove}
              </Button>
            )}
          </p>
          {children(entry, place)}
        </div>
      ))}
      <span>
        <Button small icon="plus" onClick={onAdd}>
          {add}
        </Button>
      </span>
    </fieldset>
  )
}

export function ConclusionsPart({ draft, meeting, posts, problem, onAdd }: Growing) {
  const w = useWords(meetingWords)
  const f = useWords(meetingFormWords)
  const { conclusions } = draft.value
  const settled = new Set(meeting.conclusionList.filter((each) => each.became).map((each) => each.id))
  const set = (id: string, part: Partial<Typed['conclusions'][number]>) =>
    draft.change({ conclusions: conclusions.map((each) => (each.id === id ? { ...each, ...part } : each)) })
  return (
    <Entries
      title={f.conclusions}
      entries={conclusions}
      called={f.conclusion}
      settled={({ id }) => settled.has(id)}
      add={f.addConclusion}
      onAdd={() =>
        draft.change({
          conclusions: [...conclusions, { id: onAdd(), kind: 'conclusion', text: '', postId: '', dueOn: '' }],
        })
      }
      onChange={(kept) => draft.change({ conclusions: kept })}
    >
      {(each, place) =>
        settled.has(each.id) ? (
          <p>{each.text}</p>
        ) : (
          <>
            <TextArea
              label={f.text}
              problem={fieldProblem(problem, `conclusions.${place}.text`)}
              value={each.text}
              onChange={(text) => set(each.id, { text })}
            />
            <div className="row2">
              <PickField
                label={f.post}
                optional
                problem={fieldProblem(problem, `conclusions.${place}.postId`)}
                value={each.postId}
                onChange={(postId) => set(each.id, { postId })}
                choices={posts}
              />
              <DateField
                label={f.dueOn}
                optional
                problem={fieldProblem(problem, `conclusions.${place}.dueOn`)}
                value={each.dueOn}
                onChange={(dueOn) => set(each.id, { dueOn })}
              />
            </div>
            <SelectField
              label={f.kind}
              value={each.kind}
              onChange={(kind) => set(each.id, { kind: kind as Typed['conclusions'][number]['kind'] })}
              choices={[
                { value: 'conclusion', label: w.conclusion },
                { value: 'direction', label: w.direction },
              ]}
            />
          </>
        )
      }
    </Entries>
  )
}

export function ContributionsPart({ draft, posts, problem, onAdd }: Growing) {
  const f = useWords(meetingFormWords)
  const { contributions } = draft.value
  const set = (id: string, part: Partial<Typed['contributions'][number]>) =>
    draft.change({ contributions: contributions.map((each) => (each.id === id ? { ...each, ...part } : each)) })
  return (
    <Entries
      title={f.contributions}
      entries={contributions}
      called={f.contribution}
      add={f.addContribution}
      onAdd={() =>
        draft.change({ contributions: [...contributions, { id: onAdd(), postId: '', speaker: '', text: '' }] })
      }
      onChange={(kept) => draft.change({ contributions: kept })}
    >
      {(each, place) => (
        <>
          <div className="row2">
            <PickField
              label={f.speaker}
              optional
              problem={fieldProblem(problem, `contributions.${place}.postId`)}
              value={each.postId}
              onChange={(postId) =>
                set(each.id, { postId, speaker: posts.find((post) => post.value === postId)?.label ?? each.speaker })
              }
              choices={posts}
            />
            <TextField
              label={f.speakerName}
              problem={fieldProblem(problem, `contributions.${place}.speaker`)}
              value={each.speaker}
              onChange={(speaker) => set(each.id, { speaker })}
            />
          </div>
          <TextArea
            label={f.said}
            problem={fieldProblem(problem, `contributions.${place}.text`)}
            value={each.text}
            onChange={(text) => set(each.id, { text })}
          />
        </>
      )}
    </Entries>
  )
}

type Noted = 'yes' | 'no' | 'unknown'
const notedOf = (present: boolean | null): Noted => (present === null ? 'unknown' : present ? 'yes' : 'no')
const presentOf: Record<Noted, boolean | null> = { yes: true, no: false, unknown: null }

export function AttendancePart({ draft, meeting }: PartProps) {
  const w = useWords(meetingWords)
  const f = useWords(meetingFormWords)
  const language = useLanguage()
  const { attendance } = draft.value
  const people = new Map(meeting.attendance.map((each) => [each.id, each]))
  const nameOf = (id: string): string => {
    const one = people.get(id)
    return one?.post ? postName(one.post, language) : (one?.guest ?? '')
  }
  const set = (id: string, part: Partial<Typed['attendance'][number]>) =>
    draft.change({ attendance: attendance.map((each) => (each.id === id ? { ...each, ...part } : each)) })
  return (
    <fieldset className="fld mt-part">
      <legend className="semi">{f.attendance}</legend>
      <span>
        <Button
          small
          icon="check"
          onClick={() => draft.change({ attendance: attendance.map((each) => ({ ...each, present: true })) })}
        >
          {f.allPresent}
        </Button>
      </span>
      <ul className="mt-roll">
        {attendance.map((each) => (
          <li key={each.id}>
            <span className="med">{nameOf(each.id)}</span>
            <Seg<Noted>
              label={nameOf(each.id)}
              value={notedOf(each.present)}
              onChange={(noted) => set(each.id, { present: presentOf[noted] })}
              choices={[
                { value: 'yes', label: w.present },
                { value: 'no', label: w.absent },
                { value: 'unknown', label: w.notNoted },
              ]}
            />
            <input
              className="mt-note"
              aria-label={`${f.note}: ${nameOf(each.id)}`}
              placeholder={f.note}
              value={each.note}
              maxLength={300}
              onChange={(event) => set(each.id, { note: event.target.value })}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

/** What stands on the paper around the minutes: number, issuer, secretary, end, recipients. */
export function PaperPart({ draft, posts, problem }: PartProps) {
  const f = useWords(meetingFormWords)
  const { paper } = draft.value
  const set = (part: Partial<Typed['paper']>) => draft.change({ paper: { ...paper, ...part } })
  return (
    <fieldset className="fld mt-part">
      <legend className="semi">{f.paper}</legend>
      <div className="mt-entry">
        <div className="row2">
          <TextField
            label={f.number}
            optional
            reason={f.numberWhy}
            maxLength={40}
            problem={fieldProblem(problem, 'paper.number')}
            value={paper.number}
            onChange={(number) => set({ number })}
          />
          <TextField
            label={f.endsAt}
            optional
            reason={f.timeWhy}
            maxLength={5}
            problem={fieldProblem(problem, 'paper.endsAt')}
            value={paper.endsAt}
            onChange={(endsAt) => set({ endsAt })}
          />
        </div>
        <TextField
          label={f.issuer}
          optional
          reason={f.issuerWhy}
          maxLength={200}
          problem={fieldProblem(problem, 'paper.issuer')}
          value={paper.issuer}
          onChange={(issuer) => set({ issuer })}
        />
        <PickField
          label={f.secretary}
          optional
          problem={fieldProblem(problem, 'paper.secretaryPostId')}
          value={paper.secretaryPostId}
          onChange={(secretaryPostId) => set({ secretaryPostId })}
          choices={posts}
        />
        <TextArea
          label={f.recipients}
          optional
          reason={f.recipientsWhy}
          rows={3}
          problem={fieldProblem(problem, 'paper.recipients')}
          value={paper.recipients}
          onChange={(recipients) => set({ recipients })}
        />
      </div>
    </fieldset>
  )
}

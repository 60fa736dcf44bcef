// The form of a meeting, for calling and for changing one: when, where, agenda, who is invited.

import { unitTitle } from '../../../platform/contract/unit-name.ts'
import './meetings.css'
import { useMemo, useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import type { InputOf, OutputOf } from '../../../platform/contract/operation.ts'
import { Button, IconButton, LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { PickField } from '../../../platform/web/components/pick-field.tsx'
import type { Draft } from '../../../platform/web/draft.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { fieldProblem, type Problem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import type { CallMeeting, MeetingChoices } from '../contract.ts'
import { type Post, postName } from './names.ts'
import { meetingFormWords } from './words.ts'

export type Choices = OutputOf<typeof MeetingChoices>
export type Content = Omit<InputOf<typeof CallMeeting>, 'id' | 'programme' | 'areaId'>
export type Typed = {
  areaId: string
  title: string
  calledOn: string
  heldOn: string
  startsAt: string
  place: string
  chairPostId: string
  agenda: { id: string; title: string; postId: string }[]
  invited: { id: string; postId: string; guest: string }[]
}

export const contentOf = (typed: Typed): Content => ({
  title: typed.title,
  calledOn: typed.calledOn,
  heldOn: typed.heldOn,
  startsAt: typed.startsAt || null,
  place: typed.place,
  chairPostId: typed.chairPostId || null,
  agenda: typed.agenda.map((point) => ({ ...point, postId: point.postId || null })),
  invited: typed.invited.map((each) => ({ id: each.id, postId: each.postId || null, guest: each.guest || null })),
})

export function usePostChoices(posts: readonly Post[]) {
  const language = useLanguage()
  return useMemo(() => posts.map((post) => ({ value: post.id, label: postName(post, language) })), [posts, language])
}

type FormProps = {
  draft: Draft<Typed>
  choices: Choices
  send: string
  back: string
  fixedArea?: boolean
  sending: boolean
  problem: Problem | undefined
  onSend: () => void
}

export function MeetingForm({ draft, choices, send, back, fixedArea, sending, problem, onSend }: FormProps) {
  const f = useWords(meetingFormWords)
  const language = useLanguage()
  const typed = draft.value
  const { change } = draft
  const posts = usePostChoices(choices.posts)
  return (
    <Card padded title={f.card}>
      <Form
        send={send}
        sending={sending}
        problem={problem}
        onSend={onSend}
        keptAt={draft.keptAt}
        onForget={draft.forget}
        others={<LinkButton to={back}>{f.cancel}</LinkButton>}
      >
        <TextField
          label={f.name}
          problem={fieldProblem(problem, 'title')}
          value={typed.title}
          onChange={(title) => change({ title })}
        />
        {!fixedArea && choices.areas.length > 1 && (
          <PickField
            label={f.area}
            problem={fieldProblem(problem, 'areaId')}
            value={typed.areaId}
            onChange={(areaId) => change({ areaId })}
            choices={choices.areas.map((area) => ({
              value: area.id,
              label: unitTitle(area, language),
              note: area.code,
            }))}
          />
        )}
        <div className="row2">
          <DateField
            label={f.heldOn}
            problem={fieldProblem(problem, 'heldOn')}
            value={typed.heldOn}
            onChange={(heldOn) => change({ heldOn })}
          />
          <TextField
            label={f.startsAt}
            optional
            reason={f.timeWhy}
            inputMode="numeric"
            problem={fieldProblem(problem, 'startsAt')}
            value={typed.startsAt}
            onChange={(startsAt) => change({ startsAt })}
          />
        </div>
        <div className="row2">
          <DateField
            label={f.calledOn}
            problem={fieldProblem(problem, 'calledOn')}
            value={typed.calledOn}
            onChange={(calledOn) => change({ calledOn })}
          />
          <TextField
            label={f.place}
            optional
            problem={fieldProblem(problem, 'place')}
            value={typed.place}
            onChange={(place) => change({ place })}
          />
        </div>
        <PickField
          label={f.chair}
          optional
          problem={fieldProblem(problem, 'chairPostId')}
          value={typed.chairPostId}
          onChange={(chairPostId) => change({ chairPostId })}
          choices={posts}
        />
        <Agenda draft={draft} posts={posts} problem={problem} />
        <Invited draft={draft} choices={choices} posts={posts} problem={problem} />
      </Form>
    </Card>
  )
}

type PartProps = { draft: Draft<Typed>; posts: { value: string; label: string }[]; problem: Problem | undefined }

function Agenda({ draft, posts, problem }: PartProps) {
  const f = useWords(meetingFormWords)
  const { agenda } = draft.value
  const set = (id: string, part: Partial<Typed['agenda'][number]>) =>
    draft.change({ agenda: agenda.map((point) => (point.id === id ? { ...point, ...part } : point)) })
  return (
    <fieldset className="fld">
      <legend className="semi">{f.agenda}</legend>
      {agenda.map((point, place) => (
        <div key={point.id} className="mt-point">
          <TextField
            label={f.point(place + 1)}
            problem={fieldProblem(problem, `agenda.${place}.title`)}
            value={point.title}
            onChange={(title) => set(point.id, { title })}
          />
          <PickField
            label={f.presenter}
            problem={fieldProblem(problem, `agenda.${place}.postId`)}
            value={point.postId}
            onChange={(postId) => set(point.id, { postId })}
            choices={posts}
          />
          <IconButton
            icon="x"
            label={f.removeWhat(f.point(place + 1))}
            onClick={() => draft.change({ agenda: agenda.filter((each) => each.id !== point.id) })}
          />
        </div>
      ))}
      <span>
        <Button
          small
          icon="plus"
          onClick={() => draft.change({ agenda: [...agenda, { id: uuidv7(), title: '', postId: '' }] })}
        >
          {f.addPoint}
        </Button>
      </span>
    </fieldset>
  )
}

function Invited({ draft, choices, posts, problem }: PartProps & { choices: Choices }) {
  const f = useWords(meetingFormWords)
  const language = useLanguage()
  const [guest, setGuest] = useState('')
  const { invited } = draft.value
  const known = new Set(invited.map((each) => each.postId))
  const add = (more: { postId: string; guest: string }[]) =>
    draft.change({ invited: [...invited, ...more.map((each) => ({ id: uuidv7(), ...each }))] })
  const labelOf = (each: Typed['invited'][number]) =>
    each.guest || posts.find((post) => post.value === each.postId)?.label || each.postId
  const kinds = [...Map.groupBy(choices.posts, (post) => `${post.level} ${post.kind}`).values()].filter(
    (group) => group.length > 1,
  )
  const wrong = invited.findIndex((_, place) => fieldProblem(problem, `invited.${place}.postId`))
  return (
    <fieldset className="fld">
      <legend className="semi">
        {f.invited} ({invited.length})
      </legend>
      <ul className="mt-chips">
        {invited.map((each) => (
          <li key={each.id}>
            {labelOf(each)}
            <IconButton
              small
              icon="x"
              label={f.removeWhat(labelOf(each))}
              onClick={() => draft.change({ invited: invited.filter((one) => one.id !== each.id) })}
            />
          </li>
        ))}
      </ul>
      <PickField
        label={f.addPost}
        problem={wrong >= 0 ? fieldProblem(problem, `invited.${wrong}.postId`) : undefined}
        value=""
        onChange={(postId) => postId && !known.has(postId) && add([{ postId, guest: '' }])}
        choices={posts.filter((post) => !known.has(post.value))}
      />
      <p className="mt-groups">
        {kinds.map((group) => {
          const missing = group.filter((post) => !known.has(post.id))
          return (
            missing.length > 1 && (
              <Button
                key={group[0]?.kind}
                small
                icon="plus"
                onClick={() => add(missing.map((post) => ({ postId: post.id, guest: '' })))}
              >
                {f.addAll(group[0]?.title[language] ?? '', missing.length)}
              </Button>
            )
          )
        })}
      </p>
      <div className="mt-guest">
        <TextField label={f.addGuest} optional value={guest} onChange={setGuest} />
        <Button
          icon="plus"
          onClick={() => {
            if (!guest.trim()) return
            add([{ postId: '', guest: guest.trim() }])
            setGuest('')
          }}
        >
          {f.add}
        </Button>
      </div>
    </fieldset>
  )
}

// Giving out work in six clears: one column, the draft kept by itself, to one unit or to many communes at once.

import './form.css'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { Note, PageHead } from '../../../platform/web/components/page.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { useDraft } from '../../../platform/web/draft.ts'
import { showDay } from '../../../platform/web/format.ts'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useGo, useSearch } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { AssignTask, ListPosts, ShowTask } from '../contract.ts'
import { AuthorityFields, PersonFields, ResultFields, WorkFields } from './content-fields.tsx'
import { formWords } from './form-words.ts'
import { type ContentTyped, emptyContent, inputOf } from './task-form.ts'
import { emptyUnits, UnitsField, type UnitsTyped, unitsOf } from './units-field.tsx'
import { sharedWords } from './words.ts'

type Posts = OutputOf<typeof ListPosts>
type Typed = ContentTyped & UnitsTyped & { dueOn: string }

export default function AssignPage() {
  const w = useWords(formWords)
  const s = useWords(sharedWords)
  const { programme, on } = useView()
  const parent = useSearch().get('parent')
  const posts = useAnswer(ListPosts, { programme, on, limit: 5000 })
  const title = parent ? w.subtaskTitle : w.assignTitle
  return (
    <>
      <PageHead title={title} crumbs={[{ label: s.tasks, to: '/tasks' }, { label: title }]} />
      <Card title={w.sixClears} padded>
        <Shown from={posts} lines={10}>
          {(answer) => <AssignForm posts={answer} parentId={parent} />}
        </Shown>
      </Card>
    </>
  )
}

function AssignForm({ posts, parentId }: { posts: Posts; parentId: string | undefined }) {
  const w = useWords(formWords)
  const go = useGo()
  const { programme, opens } = useView()
  const assign = useCommand(AssignTask)
  const draft = useDraft<Typed>(`assign:${programme}:${parentId ?? ''}`, {
    ...emptyContent,
    ...emptyUnits,
    startsOn: opens,
    dueOn: '',
  })
  const [own, setOwn] = useState<string>()
  const { value, change } = draft
  const units = unitsOf(value, posts)

  const send = async () => {
    setOwn(undefined)
    if (units.length === 0) {
      setOwn(value.many ? w.needUnit : w.needHead)
      return
    }
    const sent = await assign.send({
      programme,
      parentId: parentId ?? null,
      ...inputOf(value),
      dueOn: value.dueOn,
      to: units.map((unit) => ({ ...unit, id: uuidv7() })),
    })
    if (!sent.ok) return
    draft.forget()
    const { tasks, instructionId } = sent.answer
    say(w.assigned(tasks.length))
    go(instructionId ? `/instructions/${instructionId}` : `/tasks/${tasks[0]?.id}`)
  }
  const fields = { value, change, problem: assign.problem, posts: posts.rows }
  return (
    <Form
      onSend={() => void send()}
      send={units.length > 1 ? w.assignMany(units.length) : w.assign}
      sending={assign.sending}
      problem={assign.problem}
      keptAt={draft.keptAt}
      onForget={draft.forget}
      others={<LinkButton to={parentId ? `/tasks/${parentId}` : '/tasks'}>{w.back}</LinkButton>}
    >
      {parentId && <ParentNote id={parentId} />}
      <WorkFields {...fields} />
      <UnitsField value={value} change={change} posts={posts} problem={assign.problem} own={own} />
      <PersonFields {...fields} />
      <fieldset className="clear-part">
        <legend>{w.time}</legend>
        <div className="two">
          <DateField
            label={w.startsOn}
            value={value.startsOn}
            onChange={(startsOn) => change({ startsOn })}
            problem={fieldProblem(assign.problem, 'startsOn')}
          />
          <DateField
            label={w.dueOn}
            value={value.dueOn}
            onChange={(dueOn) => change({ dueOn })}
            problem={fieldProblem(assign.problem, 'dueOn')}
          />
        </div>
      </fieldset>
      <ResultFields {...fields} />
      <AuthorityFields {...fields} />
    </Form>
  )
}

function ParentNote({ id }: { id: string }) {
  const w = useWords(formWords)
  const { on } = useView()
  const parent = useAnswer(ShowTask, { id, on }).answer?.task
  return parent ? <Note icon="tasks">{w.partOf(parent.title, showDay(parent.dueOn))}</Note> : null
}

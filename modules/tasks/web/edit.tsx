// Changing a task. The deadline is not here: it moves by more time only, so that the first one stays visible.

import './form.css'
import { useState } from 'react'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { Note, PageHead } from '../../../platform/web/components/page.tsx'
import { PickField } from '../../../platform/web/components/pick-field.tsx'
import { Empty, Shown } from '../../../platform/web/components/states.tsx'
import { useDraft } from '../../../platform/web/draft.ts'
import { showDay } from '../../../platform/web/format.ts'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useGo, useParam } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { EditTask, ListPosts, ShowTask } from '../contract.ts'
import { AuthorityFields, PersonFields, ResultFields, WorkFields } from './content-fields.tsx'
import { formWords } from './form-words.ts'
import { postName, shownNumber } from './shown.ts'
import type { OneTask } from './task.tsx'
import { contentOf, inputOf } from './task-form.ts'
import { sharedWords } from './words.ts'

type Posts = OutputOf<typeof ListPosts>

export default function EditPage() {
  const w = useWords(formWords)
  const id = useParam('taskId')
  const { programme, on } = useView()
  const task = useAnswer(ShowTask, { id, on })
  const area = task.answer?.task.area.id
  const posts = useAnswer(ListPosts, { programme, on, area, limit: 5000 }, { when: area !== undefined })
  return (
    <Shown from={task} lines={10}>
      {(one) => (
        <>
          <Head one={one} />
          <Card title={w.sixClears} padded>
            {one.may.edit ? (
              <Shown from={posts} lines={8}>
                {(answer) => <EditForm one={one} posts={answer} />}
              </Shown>
            ) : (
              <Empty icon="lock" title={w.mayNot} />
            )}
          </Card>
        </>
      )}
    </Shown>
  )
}

function Head({ one }: { one: OneTask }) {
  const w = useWords(formWords)
  const s = useWords(sharedWords)
  const crumbs = [
    { label: s.tasks, to: '/tasks' },
    { label: `${shownNumber(one.task.number)} · ${one.task.title}`, to: `/tasks/${one.task.id}` },
    { label: w.editTitle },
  ]
  return <PageHead title={w.editTitle} crumbs={crumbs} />
}

type Current = { version: number; title: string }
const currentOf = (extra: Readonly<Record<string, unknown>>): Current | undefined => {
  const current = extra.current as Partial<Current> | undefined
  return typeof current?.version === 'number' ? { version: current.version, title: String(current.title) } : undefined
}

function EditForm({ one, posts }: { one: OneTask; posts: Posts }) {
  const w = useWords(formWords)
  const go = useGo()
  const edit = useCommand(EditTask)
  const { task } = one
  // The version that was shown first: a newer answer behind the form must not hide that somebody else saved.
  const [version, setVersion] = useState(task.version)
  const [theirs, setTheirs] = useState<Current>()
  const draft = useDraft(`edit:${task.id}`, { ...contentOf(one), headPostId: task.head.id })
  const { value, change } = draft
  const send = async () => {
    const sent = await edit.send({ id: task.id, version, headPostId: value.headPostId, ...inputOf(value) })
    if (sent.ok) {
      draft.forget()
      say(w.saved)
      go(`/tasks/${task.id}`)
      return
    }
    const current = currentOf(sent.problem.extra)
    if (!current) return
    setTheirs(current)
    setVersion(current.version)
  }
  const fields = { value, change, problem: edit.problem, posts: posts.rows }
  const heads = posts.rows.some((post) => post.id === task.head.id)
    ? posts.rows
    : [{ ...task.head, areaId: '', areaName: '', kind: '', level: '', held: true }, ...posts.rows]
  return (
    <Form
      onSend={() => void send()}
      send={w.save}
      sending={edit.sending}
      problem={edit.problem}
      keptAt={draft.keptAt}
      onForget={draft.forget}
      others={<LinkButton to={`/tasks/${task.id}`}>{w.back}</LinkButton>}
    >
      {theirs && (
        <Note icon="users" tone="late">
          {w.conflict} <b className="semi">{theirs.title}</b>. {w.conflictNext}
        </Note>
      )}
      <WorkFields {...fields} />
      <fieldset className="clear-part">
        <legend>{w.responsibility}</legend>
        <PickField
          label={w.head}
          reason={w.headWhy}
          value={value.headPostId}
          onChange={(headPostId) => change({ headPostId })}
          choices={heads.map((post) => ({ value: post.id, label: postName(post) }))}
          problem={fieldProblem(edit.problem, 'headPostId')}
        />
      </fieldset>
      <PersonFields {...fields} />
      <fieldset className="clear-part">
        <legend>{w.time}</legend>
        <DateField
          label={w.startsOn}
          reason={w.dueKept(showDay(task.dueOn))}
          value={value.startsOn}
          onChange={(startsOn) => change({ startsOn })}
          problem={fieldProblem(edit.problem, 'startsOn')}
        />
      </fieldset>
      <ResultFields {...fields} />
      <AuthorityFields {...fields} />
    </Form>
  )
}

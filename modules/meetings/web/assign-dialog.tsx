// A conclusion given out as work: the six clears are filled in from what was said, one press sends them.

import { useMemo, useRef, useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { TextArea, TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { PickField } from '../../../platform/web/components/pick-field.tsx'
import { useDraft } from '../../../platform/web/draft.ts'
import { showDay } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { AssignConclusion, MeetingChoices } from '../contract.ts'
import type { Conclusion } from './conclusions-card.tsx'
import type { Meeting } from './meeting.tsx'
import { postName } from './names.ts'
import { assignWords } from './words.ts'

const longestTitle = 300

/** The title of a task is short; what does not fit goes into its detail. */
export function titleOf(text: string): { title: string; detail: string } {
  const plain = text.replace(/\.$/, '')
  if (plain.length <= longestTitle) return { title: plain, detail: '' }
  const cut = plain.slice(0, longestTitle - 1)
  return { title: `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 200))}…`, detail: text }
}

export function AssignDialog({
  conclusion,
  meeting,
  onClose,
}: {
  conclusion: Conclusion
  meeting: Meeting
  onClose: () => void
}) {
  const w = useWords(assignWords)
  const language = useLanguage()
  const { on } = useView()
  const assigning = useCommand(AssignConclusion)
  const choices = useAnswer(MeetingChoices, { programme: meeting.programme.slug, on })
  const taskIds = useRef(new Map<string, string>())
  const { title, detail } = titleOf(conclusion.text)
  const head = conclusion.post
  const draft = useDraft(`assign-conclusion:${conclusion.id}`, {
    title,
    heads: [head?.id ?? ''],
    doer: head ? postName(head, language) : '',
    startsOn: on,
    dueOn: conclusion.dueOn && conclusion.dueOn >= on ? conclusion.dueOn : '',
    expectedResult: w.resultStart,
    authority: meeting.chair ? postName(meeting.chair, language) : '',
  })
  const typed = draft.value
  const [noHead, setNoHead] = useState(false)
  const posts = choices.answer?.posts ?? []
  const options = useMemo(
    () => posts.map((post) => ({ value: post.id, label: postName(post, language) })),
    [posts, language],
  )
  const { problem } = assigning
  const setHead = (place: number, id: string) =>
    draft.change({ heads: typed.heads.map((each, at) => (at === place ? id : each)) })
  const send = async () => {
    const heads = [...new Set(typed.heads)].flatMap((id) => posts.find((post) => post.id === id) ?? [])
    setNoHead(heads.length === 0)
    if (heads.length === 0) return
    // The same head keeps the same task id over retries, so sending twice stays one task.
    const idFor = (postId: string): string => {
      const known = taskIds.current.get(postId) ?? uuidv7()
      taskIds.current.set(postId, known)
      return known
    }
    const sent = await assigning.send({
      conclusionId: conclusion.id,
      to: heads.map((post) => ({ id: idFor(post.id), areaId: post.areaId, headPostId: post.id })),
      title: typed.title,
      detail,
      basis: w.basis(showDay(meeting.heldOn)),
      doer: typed.doer,
      expectedResult: typed.expectedResult,
      authority: typed.authority,
      startsOn: typed.startsOn,
      dueOn: typed.dueOn,
    })
    if (!sent.ok) return
    draft.forget()
    const [first] = sent.answer.tasks
    say(sent.answer.instructionId || !first ? w.doneMany(sent.answer.tasks.length) : w.done(first.number))
    onClose()
  }
  return (
    <Dialog open title={w.title} icon="tasks" onClose={onClose} wide>
      <Form
        send={w.send}
        sending={assigning.sending}
        problem={problem}
        onSend={() => void send()}
        keptAt={draft.keptAt}
        onForget={draft.forget}
      >
        <TextArea
          label={w.task}
          problem={fieldProblem(problem, 'title')}
          value={typed.title}
          onChange={(value) => draft.change({ title: value })}
        />
        {typed.heads.map((id, place) => (
          <PickField
            // biome-ignore lint/suspicious/noArrayIndexKey: a head has no name of its own until a post is chosen
            key={place}
            label={w.head}
            reason={place === typed.heads.length - 1 ? w.headWhy : undefined}
            problem={
              place === 0
                ? noHead
                  ? w.head
                  : (fieldProblem(problem, 'headPostId') ?? fieldProblem(problem, 'to'))
                : undefined
            }
            value={id}
            onChange={(value) => setHead(place, value)}
            choices={
              head && !options.some((each) => each.value === head.id)
                ? [{ value: head.id, label: postName(head, language) }, ...options]
                : options
            }
          />
        ))}
        <p className="fld">
          <span>
            <Button small icon="plus" onClick={() => draft.change({ heads: [...typed.heads, ''] })}>
              {w.another}
            </Button>
          </span>
        </p>
        <TextField
          label={w.doer}
          problem={fieldProblem(problem, 'doer')}
          value={typed.doer}
          onChange={(doer) => draft.change({ doer })}
        />
        <div className="row2">
          <DateField
            label={w.starts}
            problem={fieldProblem(problem, 'startsOn')}
            value={typed.startsOn}
            onChange={(startsOn) => draft.change({ startsOn })}
          />
          <DateField
            label={w.due}
            problem={fieldProblem(problem, 'dueOn')}
            value={typed.dueOn}
            onChange={(dueOn) => draft.change({ dueOn })}
          />
        </div>
        <div className="row2">
          <TextField
            label={w.result}
            problem={fieldProblem(problem, 'expectedResult')}
            value={typed.expectedResult}
            onChange={(expectedResult) => draft.change({ expectedResult })}
          />
          <TextField
            label={w.authority}
            problem={fieldProblem(problem, 'authority')}
            value={typed.authority}
            onChange={(authority) => draft.change({ authority })}
          />
        </div>
      </Form>
    </Dialog>
  )
}

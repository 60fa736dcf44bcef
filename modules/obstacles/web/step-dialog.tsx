// The next step on an obstacle: one dialog for answering, noting, passing on, removing, reopening and sharing.

import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { TextArea, TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { PickField } from '../../../platform/web/components/pick-field.tsx'
import { useDraft } from '../../../platform/web/draft.ts'
import { fieldProblem, type Problem } from '../../../platform/web/problem.ts'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import {
  AnswerObstacle,
  ListAskable,
  NoteObstacle,
  PassObstacle,
  RemoveObstacle,
  ReopenObstacle,
  SharePractice,
} from '../contract.ts'
import type { OneObstacle } from './obstacle.tsx'
import { postName } from './shown.ts'
import { obstacleWords } from './words.ts'

export type Step = 'answer' | 'note' | 'pass' | 'remove' | 'reopen' | 'share'
type Typed = { text: string; toPostId: string; title: string }
type Sent = { ok: true } | { ok: false; problem: Problem }

function useSteps(one: OneObstacle) {
  const answer = useCommand(AnswerObstacle)
  const note = useCommand(NoteObstacle)
  const pass = useCommand(PassObstacle)
  const remove = useCommand(RemoveObstacle)
  const reopen = useCommand(ReopenObstacle)
  const share = useCommand(SharePractice)
  const { id: obstacleId, version } = one.obstacle
  const send = (step: Step, id: string, typed: Typed): Promise<Sent> => {
    const entry = { id, obstacleId, text: typed.text }
    switch (step) {
      case 'answer':
        return answer.send(entry)
      case 'note':
        return note.send(entry)
      case 'pass':
        return pass.send({ ...entry, toPostId: typed.toPostId })
      case 'remove':
        return remove.send({ ...entry, version })
      case 'reopen':
        return reopen.send({ ...entry, version })
      case 'share':
        return share.send({ ...entry, title: typed.title })
    }
  }
  const sending = [answer, note, pass, remove, reopen, share].some((command) => command.sending)
  return { send, sending }
}

export function StepDialog({ one, step, onClose }: { one: OneObstacle; step: Step; onClose: () => void }) {
  const w = useWords(obstacleWords)
  const steps = useSteps(one)
  const [id] = useState(() => uuidv7())
  const [problem, setProblem] = useState<Problem>()
  const draft = useDraft<Typed>(`obstacle:${one.obstacle.id}:${step}`, { text: '', toPostId: '', title: '' })
  const { value, change } = draft
  const send = async () => {
    const sent = await steps.send(step, id, value)
    if (!sent.ok) {
      setProblem(sent.problem)
      return
    }
    draft.forget()
    say(step === 'share' ? w.shared : w.done)
    onClose()
  }
  return (
    <Dialog open title={w[step]} onClose={onClose}>
      <Form
        onSend={() => void send()}
        send={w[step]}
        sending={steps.sending}
        problem={problem}
        keptAt={draft.keptAt}
        onForget={draft.forget}
      >
        <p className="semi">{one.obstacle.title}</p>
        {step === 'pass' && (
          <PassTo
            one={one}
            value={value.toPostId}
            onChange={(toPostId) => change({ toPostId })}
            problem={fieldProblem(problem, 'toPostId')}
          />
        )}
        {step === 'share' && (
          <TextField
            label={w.practiceTitle}
            value={value.title}
            onChange={(title) => change({ title })}
            problem={fieldProblem(problem, 'title')}
          />
        )}
        <TextArea
          label={step === 'share' ? w.practiceText : w.text}
          reason={step === 'share' ? w.practiceWhy : undefined}
          value={value.text}
          onChange={(text) => change({ text })}
          problem={fieldProblem(problem, 'text')}
        />
      </Form>
    </Dialog>
  )
}

type PassProps = { one: OneObstacle; value: string; onChange: (id: string) => void; problem: string | undefined }

function PassTo({ one, value, onChange, problem }: PassProps) {
  const w = useWords(obstacleWords)
  const { programme, on } = useView()
  const posts = useAnswer(ListAskable, { programme, areaId: one.obstacle.area.id, on }).answer?.rows ?? []
  return (
    <PickField
      label={w.passTo}
      value={value}
      placeholder={w.choose}
      onChange={onChange}
      choices={posts
        .filter((post) => post.id !== one.obstacle.asked.id)
        .map((post) => ({ value: post.id, label: postName(post) }))}
      problem={problem}
    />
  )
}

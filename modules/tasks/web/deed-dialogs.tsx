// Asking for more time, cancelling, and opening again: each with its reason.

import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { useCommand } from '../../../platform/web/command.ts'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { TextArea } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { useDraft } from '../../../platform/web/draft.ts'
import { showDay } from '../../../platform/web/format.ts'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import { AskMoreTime, CancelTask, ReopenTask } from '../contract.ts'
import type { OneTask } from './task.tsx'
import { deedWords } from './task-words.ts'

type Props = { one: OneTask; onClose: () => void }

export function AskTime({ one, onClose }: Props) {
  const w = useWords(deedWords)
  const ask = useCommand(AskMoreTime)
  const draft = useDraft(`ask-time:${one.task.id}`, { newDueOn: '', reason: '' })
  const [id] = useState(() => uuidv7())
  const send = async () => {
    const sent = await ask.send({ id, taskId: one.task.id, ...draft.value })
    if (!sent.ok) return
    draft.forget()
    say(w.asked)
    onClose()
  }
  return (
    <Dialog open icon="soon" title={w.askTitle} onClose={onClose}>
      <Form
        onSend={() => void send()}
        send={w.ask}
        sending={ask.sending}
        problem={ask.problem}
        keptAt={draft.keptAt}
        onForget={draft.forget}
      >
        <DateField
          label={w.newDue}
          reason={w.newDueWhy(showDay(one.task.dueOn))}
          value={draft.value.newDueOn}
          onChange={(newDueOn) => draft.change({ newDueOn })}
          problem={fieldProblem(ask.problem, 'newDueOn')}
        />
        <TextArea
          label={w.reason}
          value={draft.value.reason}
          onChange={(reason) => draft.change({ reason })}
          problem={fieldProblem(ask.problem, 'reason')}
        />
      </Form>
    </Dialog>
  )
}

export function CancelDialog({ one, onClose }: Props) {
  const w = useWords(deedWords)
  const cancel = useCommand(CancelTask)
  const [reason, setReason] = useState('')
  const send = async () => {
    const sent = await cancel.send({ id: one.task.id, version: one.task.version, reason })
    if (!sent.ok) return
    say(w.cancelled)
    onClose()
  }
  return (
    <Dialog open icon="x" title={w.cancelTitle} onClose={onClose}>
      <Form danger onSend={() => void send()} send={w.cancel} sending={cancel.sending} problem={cancel.problem}>
        <p className="muted">{w.cancelWhy}</p>
        <TextArea
          label={w.reason}
          value={reason}
          onChange={setReason}
          problem={fieldProblem(cancel.problem, 'reason')}
        />
      </Form>
    </Dialog>
  )
}

export function ReopenDialog({ one, onClose }: Props) {
  const w = useWords(deedWords)
  const reopen = useCommand(ReopenTask)
  const draft = useDraft(`reopen:${one.task.id}`, { reason: '' })
  const [id] = useState(() => uuidv7())
  const send = async () => {
    const sent = await reopen.send({ id, taskId: one.task.id, version: one.task.version, reason: draft.value.reason })
    if (!sent.ok) return
    draft.forget()
    say(w.reopened)
    onClose()
  }
  return (
    <Dialog open icon="history" title={w.reopenTitle} onClose={onClose}>
      <Form onSend={() => void send()} send={w.reopen} sending={reopen.sending} problem={reopen.problem}>
        <p className="muted">{w.reopenWhy}</p>
        <TextArea
          label={w.reason}
          value={draft.value.reason}
          onChange={(reason) => draft.change({ reason })}
          problem={fieldProblem(reopen.problem, 'reason')}
        />
      </Form>
    </Dialog>
  )
}

// Records that a body did not keep its promise, and what is done about it.

import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { useCommand } from '../../../platform/web/command.ts'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { TextArea } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { RecordBreach } from '../contract.ts'
import { followingWords } from './following-words.ts'

type Props = { communeId: string; promiseId: string; signer: string; onClose: () => void }

export function BreachDialog({ communeId, promiseId, signer, onClose }: Props) {
  const w = useWords(followingWords)
  const { on } = useView()
  const record = useCommand(RecordBreach)
  const [id] = useState(() => uuidv7())
  const [typed, setTyped] = useState({ happenedOn: on, what: '', followUp: '', followUpBy: '' })
  const set = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part })
  const wrong = (name: string) => fieldProblem(record.problem, name)
  const send = async () => {
    const sent = await record.send({ id, communeId, promiseId, ...typed, followUpBy: typed.followUpBy || null })
    if (!sent.ok) return
    say(w.breachRecorded)
    onClose()
  }
  return (
    <Dialog open title={`${w.recordBreach}: ${signer}`} icon="flag" onClose={onClose}>
      <Form
        onSend={() => void send()}
        send={w.recordBreach}
        sending={record.sending}
        {...(record.problem ? { problem: record.problem } : {})}
      >
        <DateField
          label={w.happenedOn}
          value={typed.happenedOn}
          onChange={(happenedOn) => set({ happenedOn })}
          problem={wrong('happenedOn')}
        />
        <TextArea label={w.what} value={typed.what} onChange={(what) => set({ what })} problem={wrong('what')} />
        <TextArea
          optional
          label={w.followUp}
          value={typed.followUp}
          onChange={(followUp) => set({ followUp })}
          problem={wrong('followUp')}
        />
        <DateField
          optional
          label={w.followUpBy}
          value={typed.followUpBy}
          onChange={(followUpBy) => set({ followUpBy })}
          problem={wrong('followUpBy')}
        />
      </Form>
    </Dialog>
  )
}

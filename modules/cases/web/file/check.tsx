// The residence check of the month, in two touches: was the person there, and enter it.

import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { platformRefusals } from '../../../../platform/contract/refusal.ts'
import { useCommand } from '../../../../platform/web/command.ts'
import { RadioField } from '../../../../platform/web/components/choice-field.tsx'
import { Dialog } from '../../../../platform/web/components/dialog.tsx'
import { TextArea } from '../../../../platform/web/components/field.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import type { Moment } from '../../../../rules/law/moment.ts'
import { RecordEvent } from '../../contract.ts'
import { useMemoryDraft } from '../memory-draft.ts'
import { MomentFields } from '../moment-fields.tsx'
import { workWords } from '../work/words.ts'
import type { At, FileShown } from './opened.tsx'
import { fileWords } from './words.ts'

type Typed = { id: string; at: Moment | ''; present: '' | 'yes' | 'no'; note: string }
type Props = { file: FileShown; at: At; now: Moment; onStale: () => void; onClose: () => void }

/** "11/2026" */
export const monthOf = (moment: Moment): string => `${moment.slice(5, 7)}/${moment.slice(0, 4)}`

export function CheckDialog({ file, at, now, onStale, onClose }: Props) {
  const w = useWords(workWords)
  const { entered, draftKept } = useWords(fileWords)
  const record = useCommand(RecordEvent)
  const { value, change, forget } = useMemoryDraft<Typed>(`check:${file.id}`, () => ({
    ...{ id: uuidv7(), at: now, present: '', note: '' },
  }))
  const [tried, setTried] = useState(false)
  const send = async () => {
    setTried(true)
    if (value.present === '' || value.at === '') return
    const note = value.note.trim()
    const details = { present: value.present === 'yes', ...(note && { note }) }
    const event = { id: value.id, kind: 'residence-checked', at: value.at, details }
    const sent = await record.send({ ...at, ...event, version: file.version })
    if (!sent.ok) {
      if (sent.problem.code === platformRefusals.changed_meanwhile.code) onStale()
      return
    }
    forget()
    say(entered(sent.answer.folio))
    onClose()
  }
  return (
    <Dialog open side tone="sealed" icon="home" title={w.checkTitle(monthOf(now))} onClose={onClose}>
      <Form onSend={() => void send()} send={w.enterCheck} sending={record.sending} problem={record.problem}>
        <RadioField
          label={w.checkPresent}
          value={value.present}
          onChange={(present) => change({ present: present as Typed['present'] })}
          problem={tried && value.present === '' ? w.presentNeeded : undefined}
          choices={[
            { value: 'yes', label: w.present },
            { value: 'no', label: w.absent, note: w.absentWhy },
          ]}
        />
        <MomentFields legend={w.checkAt} value={value.at} onChange={(moment) => change({ at: moment })} withTime />
        <TextArea
          label={w.note}
          optional
          maxLength={500}
          value={value.note}
          onChange={(note) => change({ note })}
          reason={draftKept}
        />
      </Form>
    </Dialog>
  )
}

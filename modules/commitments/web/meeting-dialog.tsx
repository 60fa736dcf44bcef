// Those who signed at a meeting: the meeting is on record, its minutes are the proof, and only the present are ticked.

import { useState } from 'react'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { SelectField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { Empty, Shown } from '../../../platform/web/components/states.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ListMeetings } from '../../meetings/contract.ts'
import { followingWords } from './following-words.ts'
import type { SigningDialogProps } from './paper-dialog.tsx'
import { useSignBatches } from './sign-batches.ts'

export function MeetingDialog({ coverage, communeId, bodyId, rows, onClose, onDone }: SigningDialogProps) {
  const w = useWords(followingWords)
  const { on, programme } = useView()
  const meetings = useAnswer(ListMeetings, { programme, on, limit: 50 })
  const { sendAll, sending, problem } = useSignBatches(coverage, communeId, rows, bodyId)
  const [meetingId, setMeetingId] = useState('')
  const [missing, setMissing] = useState(false)
  const held = (meetings.answer?.rows ?? []).filter(({ heldOn }) => heldOn <= on)
  const send = async () => {
    const meeting = held.find(({ id }) => id === meetingId)
    setMissing(!meeting)
    if (!meeting) return
    if (await sendAll({ way: 'meeting', signedAt: `${meeting.heldOn}T12:00:00+07:00`, meetingId })) onDone()
  }
  return (
    <Dialog open title={w.meetingTitle(rows.length)} icon="users" onClose={onClose}>
      <p className="muted sign-why">{w.meetingWhy}</p>
      <Shown from={meetings} lines={3}>
        {() =>
          held.length === 0 ? (
            <Empty icon="calendar" title={w.noMeeting} />
          ) : (
            <Form onSend={() => void send()} send={w.atMeeting} sending={sending} {...(problem ? { problem } : {})}>
              <SelectField
                label={w.meeting}
                value={meetingId}
                onChange={setMeetingId}
                empty="—"
                choices={held.map(({ id, title, heldOn }) => ({ value: id, label: `${showDay(heldOn)} · ${title}` }))}
                {...(missing ? { problem: w.mustChoose } : {})}
              />
            </Form>
          )
        }
      </Shown>
    </Dialog>
  )
}

// Holds a file: on what ground and paper, from when, until when.

import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { useCommand } from '../../../../platform/web/command.ts'
import { DateField } from '../../../../platform/web/components/date-field.tsx'
import { Dialog } from '../../../../platform/web/components/dialog.tsx'
import { TextArea, TextField } from '../../../../platform/web/components/field.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { fieldProblem } from '../../../../platform/web/problem.ts'
import { useView } from '../../../../platform/web/view.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { PlaceHold } from '../../contract.ts'
import type { At } from '../file/opened.tsx'
import { retentionWords } from './words.ts'

export function HoldDialog({ at, onClose }: { at: At; onClose: () => void }) {
  const w = useWords(retentionWords)
  const place = useCommand(PlaceHold)
  const { today } = useView()
  const [id] = useState(() => uuidv7())
  const [ground, setGround] = useState('')
  const [paper, setPaper] = useState('')
  const [from, setFrom] = useState(today)
  const [until, setUntil] = useState('')
  const [tried, setTried] = useState(false)
  const missing = (text: string) => (tried && text.trim() === '' ? w.needed : undefined)
  const send = async () => {
    setTried(true)
    if (!ground.trim() || !paper.trim() || !from) return
    const sent = await place.send({ ...at, id, from, until: until || null, ground, paper })
    if (!sent.ok) return
    say(w.held)
    onClose()
  }
  return (
    <Dialog open side tone="sealed" icon="lock" title={w.hold} onClose={onClose}>
      <p className="muted">{w.holdWhy}</p>
      <Form onSend={() => void send()} send={w.hold} sending={place.sending} problem={place.problem}>
        <TextArea
          label={w.holdGround}
          maxLength={500}
          value={ground}
          onChange={setGround}
          problem={missing(ground) ?? fieldProblem(place.problem, 'ground')}
        />
        <TextField
          label={w.holdPaper}
          reason={w.holdPaperWhy}
          maxLength={200}
          value={paper}
          onChange={setPaper}
          problem={missing(paper) ?? fieldProblem(place.problem, 'paper')}
        />
        <DateField label={w.holdFrom} value={from} onChange={setFrom} problem={missing(from)} />
        <DateField label={w.holdUntil} reason={w.holdUntilWhy} optional value={until} onChange={setUntil} />
      </Form>
    </Dialog>
  )
}

// Returns a file: a reason of the closed list, and words that only the open file will tell.

import { useState } from 'react'
import { Dialog } from '../../../../platform/web/components/dialog.tsx'
import { SelectField, TextArea } from '../../../../platform/web/components/field.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { useLanguage } from '../../../../platform/web/language.ts'
import type { Problem } from '../../../../platform/web/problem.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { type ReturnReason, returnReasonIds, returnReasons } from '../../rules/reasons.ts'
import { handOverWords } from '../words.ts'

export type ReturnWords = { reason: ReturnReason; note: string }
type Props = {
  work: { sending: boolean; problem: Problem | undefined }
  send: (words: ReturnWords) => Promise<{ ok: boolean }>
  onClose: () => void
}

export function ReturnDialog({ work, send: giveBack, onClose }: Props) {
  const w = useWords(handOverWords)
  const language = useLanguage()
  const [reason, setReason] = useState<ReturnReason | ''>('')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const send = async () => {
    setTried(true)
    if (!reason || note.trim() === '') return
    const sent = await giveBack({ reason, note })
    if (!sent.ok) return
    say(w.returnDone)
    onClose()
  }
  return (
    <Dialog open tone="sealed" icon="undo" title={w.returnTitle} onClose={onClose}>
      <p className="muted">{w.returnWhy}</p>
      <Form onSend={() => void send()} send={w.return} sending={work.sending} problem={work.problem}>
        <SelectField
          label={w.returnReason}
          value={reason}
          empty={w.choose}
          problem={tried && !reason ? w.needed : undefined}
          onChange={(chosen) => setReason(chosen as ReturnReason)}
          choices={returnReasonIds.map((each) => ({ value: each, label: returnReasons[each][language] }))}
        />
        <TextArea
          label={w.returnNote}
          value={note}
          onChange={setNote}
          problem={tried && note.trim() === '' ? w.needed : undefined}
        />
      </Form>
    </Dialog>
  )
}

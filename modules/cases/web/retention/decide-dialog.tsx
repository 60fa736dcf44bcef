// Decides on a proposal to erase. What happens is said before, for nothing of it can be taken back.

import { useState } from 'react'
import { useCommand } from '../../../../platform/web/command.ts'
import { RadioField } from '../../../../platform/web/components/choice-field.tsx'
import { Dialog } from '../../../../platform/web/components/dialog.tsx'
import { TextArea } from '../../../../platform/web/components/field.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { DecideErasure } from '../../contract.ts'
import { dueWords } from './words.ts'

export function DecideDialog({
  communeId,
  erasureId,
  onClose,
}: {
  communeId: string
  erasureId: string
  onClose: () => void
}) {
  const w = useWords(dueWords)
  const decide = useCommand(DecideErasure)
  const [decision, setDecision] = useState<'erase' | 'keep'>()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const send = async () => {
    setTried(true)
    if (!decision || (decision === 'keep' && !reason.trim())) return
    const sent = await decide.send({ communeId, erasureId, decision, reason })
    if (!sent.ok) return
    say(sent.answer.certificate ? w.erasedDone(sent.answer.certificate) : w.keptDone)
    onClose()
  }
  return (
    <Dialog open tone="sealed" icon="stamp" title={w.decideTitle} onClose={onClose}>
      <p className="muted">{w.decideWhy}</p>
      <Form
        onSend={() => void send()}
        send={w.decideDeed}
        danger={decision === 'erase'}
        sending={decide.sending}
        problem={decide.problem}
      >
        <RadioField
          label={w.decision}
          value={decision ?? ''}
          onChange={(chosen) => setDecision(chosen as 'erase' | 'keep')}
          problem={tried && !decision ? w.choose : undefined}
          choices={[
            { value: 'erase', label: w.erase },
            { value: 'keep', label: w.keep },
          ]}
        />
        {decision === 'keep' && (
          <TextArea
            label={w.keepReason}
            maxLength={500}
            value={reason}
            onChange={setReason}
            problem={tried && !reason.trim() ? w.keepNeeded : undefined}
          />
        )}
      </Form>
    </Dialog>
  )
}

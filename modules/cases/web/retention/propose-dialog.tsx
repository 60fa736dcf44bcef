// Proposes to erase who a file is of; nothing is erased by it.

import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { useCommand } from '../../../../platform/web/command.ts'
import { RadioField } from '../../../../platform/web/components/choice-field.tsx'
import { Dialog } from '../../../../platform/web/components/dialog.tsx'
import { TextArea } from '../../../../platform/web/components/field.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { useLanguage } from '../../../../platform/web/language.ts'
import { fieldProblem } from '../../../../platform/web/problem.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { type ErasureGround, erasureGrounds, ProposeErasure } from '../../contract.ts'
import { retentionWords } from './words.ts'

type Props = { communeId: string; fileId: string; onClose: () => void }

export function ProposeDialog({ communeId, fileId, onClose }: Props) {
  const w = useWords(retentionWords)
  const language = useLanguage()
  const propose = useCommand(ProposeErasure)
  const [id] = useState(() => uuidv7())
  const [ground, setGround] = useState<ErasureGround>('rule')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const send = async () => {
    setTried(true)
    if (!reason.trim()) return
    const sent = await propose.send({ communeId, fileId, id, ground, reason })
    if (!sent.ok) return
    say(w.proposed)
    onClose()
  }
  return (
    <Dialog open side tone="sealed" icon="trash" title={w.propose} onClose={onClose}>
      <p className="muted">{w.proposeWhy}</p>
      <Form onSend={() => void send()} send={w.propose} sending={propose.sending} problem={propose.problem}>
        <RadioField
          label={w.ground}
          value={ground}
          onChange={(chosen) => setGround(chosen as ErasureGround)}
          choices={Object.entries(erasureGrounds).map(([value, names]) => ({ value, label: names[language] }))}
        />
        <TextArea
          label={w.reason}
          maxLength={500}
          value={reason}
          onChange={setReason}
          problem={tried && !reason.trim() ? w.needed : fieldProblem(propose.problem, 'reason')}
        />
      </Form>
    </Dialog>
  )
}

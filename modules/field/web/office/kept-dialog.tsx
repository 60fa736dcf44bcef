// The decision on one signature or note that was kept; what became of it is said, for an accepted one is judged like any other.

import { useState } from 'react'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { useCommand } from '../../../../platform/web/command.ts'
import { Dialog } from '../../../../platform/web/components/dialog.tsx'
import { TextArea } from '../../../../platform/web/components/field.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { useLanguage } from '../../../../platform/web/language.ts'
import { fieldProblem } from '../../../../platform/web/problem.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { signingReasons } from '../../../commitments/contract/signing.ts'
import { DecideKept } from '../../contract/kept.ts'
import { keptWords, officeWords } from './words.ts'

type Props = {
  row: { communeId: string; id: string; kind: 'signature' | 'unsigned' }
  decision: 'accepted' | 'refused'
  name: string
  onClose: () => void
}

export function KeptDialog({ row, decision, name, onClose }: Props) {
  const w = useWords(officeWords)
  const words = keptWords(w, row.kind)
  const language = useLanguage()
  const decide = useCommand(DecideKept)
  const [note, setNote] = useState('')
  const accepting = decision === 'accepted'
  const tell = ({ outcome, reason }: OutputOf<typeof DecideKept>) => {
    if (!accepting) return say(w.decidedRefused)
    const why = signingReasons[reason as keyof typeof signingReasons]?.[language]
    const said = outcome === 'refused' ? w.notCounted : outcome === 'held' ? w.held : words[outcome]
    say({ text: why ? `${said}: ${why}` : said, bad: outcome === 'refused' })
  }
  const send = async () => {
    const sent = await decide.send({ communeId: row.communeId, id: row.id, decision, note })
    if (!sent.ok) return
    tell(sent.answer)
    onClose()
  }
  return (
    <Dialog open title={accepting ? words.accept(name) : words.refuse(name)} icon="pen" onClose={onClose}>
      <p className="muted office-why">{accepting ? words.acceptWhy : words.refuseWhy}</p>
      <Form
        onSend={() => void send()}
        send={accepting ? w.accept : w.refuse}
        sending={decide.sending}
        {...(decide.problem ? { problem: decide.problem } : {})}
      >
        <TextArea
          label={w.note}
          optional
          value={note}
          onChange={setNote}
          problem={fieldProblem(decide.problem, 'note')}
        />
      </Form>
    </Dialog>
  )
}

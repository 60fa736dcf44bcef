// Corrects who the person is. What is typed stays in memory, as when the file was begun.

import { useState } from 'react'
import { platformRefusals } from '../../../../platform/contract/refusal.ts'
import { useCommand } from '../../../../platform/web/command.ts'
import { Dialog } from '../../../../platform/web/components/dialog.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { ChangeIdentity } from '../../contract.ts'
import { problemShown } from '../files/begin.tsx'
import { identityOf, type TypedIdentity, typedOf } from '../files/identity-draft.ts'
import { IdentityFields } from '../files/identity-fields.tsx'
import type { At, FileShown } from './opened.tsx'
import { fileWords } from './words.ts'

type Props = { file: FileShown; at: At; onStale: () => void; onClose: () => void }

export function CorrectDialog({ file, at, onStale, onClose }: Props) {
  const w = useWords(fileWords)
  const change = useCommand(ChangeIdentity)
  const [typed, setTyped] = useState<TypedIdentity>(() => typedOf(file.identity))
  const [tried, setTried] = useState(false)
  const { identity, faults } = identityOf(typed)
  const send = async () => {
    setTried(true)
    if (faults.length > 0) return
    const sent = await change.send({ ...at, identity, version: file.version })
    if (!sent.ok) {
      if (sent.problem.code === platformRefusals.changed_meanwhile.code) onStale()
      return
    }
    say(w.correctedDone)
    onClose()
  }
  return (
    <Dialog open side tone="sealed" icon="pen" title={w.correctTitle} onClose={onClose}>
      <Form
        onSend={() => void send()}
        send={w.correctTitle}
        sending={change.sending}
        problem={problemShown(change.problem, tried && faults.length > 0, w.checkFields)}
      >
        <IdentityFields
          value={typed}
          change={(part) => setTyped((before) => ({ ...before, ...part }))}
          faults={tried ? faults : []}
        />
      </Form>
    </Dialog>
  )
}

// Cancelling an entry asks why, and says what it is not for.

import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { TextArea } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { Note } from '../../../platform/web/components/page.tsx'
import { useDraft } from '../../../platform/web/draft.ts'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import { CancelDecision, type FindDecision } from '../contract.ts'
import { recognitionWords } from './words.ts'

type Props = { decision: OutputOf<typeof FindDecision>['decision']; open: boolean; onClose: () => void }

export function CancelDialog({ decision, open, onClose }: Props) {
  const w = useWords(recognitionWords)
  const draft = useDraft(`recognition-cancel-${decision.id}`, { because: '' })
  const command = useCommand(CancelDecision)
  const send = async () => {
    const sent = await command.send({ id: decision.id, version: decision.version, because: draft.value.because })
    if (!sent.ok) return
    draft.forget()
    say(w.cancelledNow)
    onClose()
  }
  return (
    <Dialog open={open} title={w.cancelTitle} icon="x" onClose={onClose}>
      <Note>{w.cancelNote}</Note>
      <Form
        send={w.cancelSend}
        onSend={() => void send()}
        sending={command.sending}
        problem={command.problem}
        others={<Button onClick={onClose}>{w.keep}</Button>}
      >
        <TextArea
          label={w.cancelBecause}
          value={draft.value.because}
          onChange={(because) => draft.change({ because })}
          problem={fieldProblem(command.problem, 'because')}
        />
      </Form>
    </Dialog>
  )
}

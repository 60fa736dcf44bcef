// Enters an event into the file. What the law refuses is said with its reason, and what was typed stays.

import { platformRefusals } from '../../../../platform/contract/refusal.ts'
import { useCommand } from '../../../../platform/web/command.ts'
import { Dialog } from '../../../../platform/web/components/dialog.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import type { Moment } from '../../../../rules/law/moment.ts'
import { RecordEvent } from '../../contract.ts'
import { problemShown } from '../files/begin.tsx'
import { Doubts } from './doubts.tsx'
import { EventForm, useEventDraft } from './event-form.tsx'
import type { At, FileShown } from './opened.tsx'
import { fileWords } from './words.ts'

type Props = {
  file: FileShown
  at: At
  now: Moment
  /** Somebody else wrote meanwhile: the file has to be read anew, and what was typed stays. */
  onStale: () => void
  onClose: () => void
}

export function EnterDialog({ file, at, now, onStale, onClose }: Props) {
  const w = useWords(fileWords)
  const record = useCommand(RecordEvent)
  const draft = useEventDraft(file, now)
  const send = async () => {
    draft.try()
    if (!draft.event) return
    const sent = await record.send({ ...at, ...draft.event, version: file.version })
    if (!sent.ok) {
      if (sent.problem.code === platformRefusals.changed_meanwhile.code) onStale()
      return
    }
    draft.forget()
    say(w.entered(sent.answer.folio))
    onClose()
  }
  return (
    <Dialog open side tone="sealed" icon="pen" title={w.enter} onClose={onClose}>
      <p className="muted">{w.draftKept}</p>
      <Form
        onSend={() => void send()}
        send={w.enterDeed}
        sending={record.sending}
        problem={problemShown(record.problem, draft.faulty, w.checkFields)}
      >
        <EventForm file={file} draft={draft} />
        <Doubts file={file} event={draft.event} now={now} />
      </Form>
    </Dialog>
  )
}

// Giving a right to a person.

import { useState } from 'react'
import { v7 } from 'uuid'
import { useCommand } from '../../../platform/web/command.ts'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { useDraft } from '../../../platform/web/draft.ts'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { GiveGrant } from '../contract/grants.ts'
import { emptyGrant, GrantFields, grantInput } from './grant-fields.tsx'
import { personWords } from './person-words.ts'

export function GiveGrantDialog({ person, onClose }: { person: { id: string; name: string }; onClose: () => void }) {
  const w = useWords(personWords)
  const { today } = useView()
  const [id] = useState(() => v7())
  const draft = useDraft(`access.give:${person.id}`, emptyGrant(today))
  const { send, sending, problem } = useCommand(GiveGrant)
  const submit = async () => {
    const sent = await send({ id, personId: person.id, ...grantInput(draft.value) })
    if (!sent.ok) return
    draft.forget()
    say(w.given)
    onClose()
  }
  return (
    <Dialog open side title={w.giveTo(person.name)} icon="lock" onClose={onClose}>
      <Form
        onSend={() => void submit()}
        send={w.give}
        sending={sending}
        problem={problem}
        keptAt={draft.keptAt}
        onForget={draft.forget}
      >
        <GrantFields value={draft.value} onChange={draft.change} problem={problem} />
      </Form>
    </Dialog>
  )
}

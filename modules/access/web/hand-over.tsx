// Handing a post over: who takes it, from when, by which paper; and what they inherit, before the button is pressed.

import { useState } from 'react'
import { useCommand } from '../../../platform/web/command.ts'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { Note } from '../../../platform/web/components/page.tsx'
import { useLanguage } from '../../../platform/web/language.ts'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import { HandOverPost } from '../contract/posts.ts'
import { InheritedList } from './inherited-list.tsx'
import { PersonPick } from './person-pick.tsx'
import type { PostAnswer } from './post.tsx'
import { postWords } from './post-words.ts'

export function HandOverDialog({ answer, onClose }: { answer: PostAnswer; onClose: () => void }) {
  const w = useWords(postWords)
  const vi = useLanguage() === 'vi'
  const { post, inherited, on } = answer
  const [personId, setPerson] = useState('')
  const [from, setFrom] = useState<string>(on)
  const [document, setDocument] = useState('')
  const { send, sending, problem } = useCommand(HandOverPost)
  const submit = async () => {
    const sent = await send({ postId: post.id, version: post.version, personId: personId || null, from, document })
    if (!sent.ok) return
    say(w.handedOver(sent.answer.inherited.length))
    onClose()
  }
  return (
    <Dialog open side title={w.handOverTitle(vi ? post.titleVi : post.titleEn)} icon="swap" onClose={onClose}>
      <Form onSend={() => void submit()} send={w.handOver} sending={sending} problem={problem}>
        <PersonPick
          label={w.next}
          optional
          reason={w.nextWhy}
          value={personId}
          onChange={setPerson}
          problem={fieldProblem(problem, 'personId')}
        />
        <DateField
          label={w.from}
          reason={w.fromWhy}
          value={from}
          onChange={setFrom}
          problem={fieldProblem(problem, 'from')}
        />
        <TextField
          label={w.document}
          optional
          reason={w.documentWhy}
          maxLength={200}
          value={document}
          onChange={setDocument}
          problem={fieldProblem(problem, 'document')}
        />
        <Note>{w.rightsStay}</Note>
        <p className="acc-after">{w.inherits(inherited.length)}</p>
        {inherited.length > 0 && <InheritedList items={inherited} />}
      </Form>
    </Dialog>
  )
}

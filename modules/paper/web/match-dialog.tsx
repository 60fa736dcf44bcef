// A page whose QR was not read: its picture, and the code that stands in print on the sheet.

import { useState } from 'react'
import { useCommand } from '../../../platform/web/command.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import { MatchPage, pageAddress } from '../contract.ts'
import { readingWords } from './words.ts'

type Props = { communeId: string; page: { id: string; file: string; number: number }; onClose: () => void }

export function MatchDialog({ communeId, page, onClose }: Props) {
  const w = useWords(readingWords)
  const match = useCommand(MatchPage)
  const [code, setCode] = useState('')
  const send = async () => {
    const sent = await match.send({ communeId, pageId: page.id, code })
    if (!sent.ok) return
    say(w.matched(sent.answer.name))
    onClose()
  }
  return (
    <Dialog open wide title={w.match} icon="qr" onClose={onClose}>
      <Form
        onSend={() => void send()}
        send={w.matchIt}
        sending={match.sending}
        {...(match.problem ? { problem: match.problem } : {})}
        others={<Button onClick={onClose}>{w.back}</Button>}
      >
        <TextField
          label={w.code}
          reason={w.codeWhy}
          value={code}
          onChange={setCode}
          autoCapitalize="characters"
          problem={fieldProblem(match.problem, 'code')}
        />
        <img
          className="match-picture"
          src={pageAddress(communeId, page.id, 'sheet')}
          alt={w.pictureOf(page.file, page.number)}
        />
      </Form>
    </Dialog>
  )
}

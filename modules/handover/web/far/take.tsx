// Takes in a file that was brought: what it is stands in the file, so there is one way in for all.

import { useState } from 'react'
import { useCommand } from '../../../../platform/web/command.ts'
import { Dialog } from '../../../../platform/web/components/dialog.tsx'
import { FileField } from '../../../../platform/web/components/file-field.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { useGo } from '../../../../platform/web/route.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { mostCarriedBytes, TakeCarried } from '../../contract.ts'
import { carriedEnding } from '../../rules/far/names.ts'
import { farWords } from './words.ts'

export function TakeDialog({ communeId, onClose }: { communeId: string; onClose: () => void }) {
  const w = useWords(farWords)
  const go = useGo()
  const take = useCommand(TakeCarried)
  const [files, setFiles] = useState<readonly File[]>([])
  const [tried, setTried] = useState(false)
  const send = async () => {
    setTried(true)
    const [file] = files
    if (!file) return
    const sent = await take.send({ communeId }, file)
    if (!sent.ok) return
    const { kind, number, decision, id } = sent.answer
    const said = { accepted: w.receiptAccepted, returned: w.receiptReturned, withdrawn: w.receiptWithdrawn }
    say(
      kind === 'pack'
        ? w.packTaken(number)
        : kind === 'request' || !decision
          ? w.requestAnswered(number)
          : said[decision](number),
    )
    onClose()
    go(`/hand-overs/far/${communeId}/${id}`)
  }
  return (
    <Dialog open tone="sealed" icon="upload" title={w.takeTitle} onClose={onClose}>
      <p className="muted">{w.takeWhy}</p>
      <Form onSend={() => void send()} send={w.take} sending={take.sending} problem={take.problem}>
        <FileField
          label={w.file}
          files={files}
          onChange={(chosen) => {
            take.clear()
            setFiles(chosen)
          }}
          kinds={[carriedEnding]}
          megabytes={mostCarriedBytes / 1024 / 1024}
          problem={tried && files.length === 0 ? w.needed : undefined}
        />
      </Form>
    </Dialog>
  )
}

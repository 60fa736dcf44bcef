// Registers a card that was brought; what it says counts once its code was compared.

import { useState } from 'react'
import { useCommand } from '../../../../platform/web/command.ts'
import { Dialog } from '../../../../platform/web/components/dialog.tsx'
import { FileField } from '../../../../platform/web/components/file-field.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { RegisterCard } from '../../contract.ts'
import { carriedEnding } from '../../rules/far/names.ts'
import { systemWords } from './words.ts'

export function RegisterDialog({ onClose }: { onClose: () => void }) {
  const w = useWords(systemWords)
  const register = useCommand(RegisterCard)
  const [files, setFiles] = useState<readonly File[]>([])
  const [tried, setTried] = useState(false)
  const send = async () => {
    setTried(true)
    const [file] = files
    if (!file) return
    const sent = await register.send({}, file)
    if (!sent.ok) return
    say(sent.answer.confirmed ? w.brought(sent.answer.name) : w.registered(sent.answer.name))
    onClose()
  }
  return (
    <Dialog open icon="upload" title={w.register} onClose={onClose}>
      <p className="muted">{w.registerWhy}</p>
      <Form onSend={() => void send()} send={w.register} sending={register.sending} problem={register.problem}>
        <FileField
          label={w.cardFile}
          files={files}
          onChange={(chosen) => {
            register.clear()
            setFiles(chosen)
          }}
          kinds={[carriedEnding]}
          megabytes={0.25}
          problem={tried && files.length === 0 ? w.needed : undefined}
        />
      </Form>
    </Dialog>
  )
}

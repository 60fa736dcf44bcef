// A dialog that asks for one file and sends it; nothing is sent while none is chosen.

import { useState } from 'react'
import type { Problem } from '../problem.ts'
import { defineWords, useWords } from '../words.ts'
import { Dialog, type DialogProps } from './dialog.tsx'
import { FileField } from './file-field.tsx'
import { Form } from './form.tsx'

const words = defineWords({ needed: { vi: 'Chọn một tệp.', en: 'Choose a file.' } })

type Props = Pick<DialogProps, 'title' | 'icon' | 'tone' | 'onClose'> & {
  /** What becomes of the file. */
  why: string
  /** The file asked for, and the button that sends it. */
  label: string
  send: string
  kinds: readonly string[]
  megabytes: number
  /** How the sending stands. */
  command: { sending: boolean; problem: Problem | undefined; clear: () => void }
  onSend: (file: File) => Promise<void>
}

export function FileDialog({ why, label, send, kinds, megabytes, command, onSend, ...dialog }: Props) {
  const w = useWords(words)
  const [files, setFiles] = useState<readonly File[]>([])
  const [tried, setTried] = useState(false)
  const [file] = files
  const sent = () => {
    setTried(true)
    if (file) void onSend(file)
  }
  return (
    <Dialog open {...dialog}>
      <p className="muted">{why}</p>
      <Form onSend={sent} send={send} sending={command.sending} problem={command.problem}>
        <FileField
          label={label}
          files={files}
          onChange={(chosen) => {
            command.clear()
            setFiles(chosen)
          }}
          kinds={kinds}
          megabytes={megabytes}
          problem={tried && !file ? w.needed : undefined}
        />
      </Form>
    </Dialog>
  )
}

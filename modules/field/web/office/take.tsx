// Taking in what somebody carried: a sealed file, or a run of QR codes. Only the server opens it; here are only counts.

import './office.css'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { LinkButton } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { FileField } from '../../../../platform/web/components/file-field.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { Note, PageHead } from '../../../../platform/web/components/page.tsx'
import type { Problem } from '../../../../platform/web/problem.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { type BundleAnswer, largestPush } from '../../contract/push.ts'
import { carryIn, problemOf } from '../phone/wire.ts'
import { officeWords } from './words.ts'

export default function Take() {
  const w = useWords(officeWords)
  return (
    <>
      <PageHead title={w.takeTitle} crumbs={[{ label: w.title, to: '/field' }, { label: w.take }]} />
      <p className="muted office-why">{w.takeWhy}</p>
      <div className="takes">
        <SealedFile />
        <Card title={w.codes} icon="qr" padded>
          <p className="muted office-why">{w.codesWhy}</p>
          <LinkButton icon="qr" href="/field/#/take-in">
            {w.readCodes}
          </LinkButton>
        </Card>
      </div>
    </>
  )
}

function SealedFile() {
  const w = useWords(officeWords)
  const queries = useQueryClient()
  const [files, setFiles] = useState<File[]>([])
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const [took, setTook] = useState<BundleAnswer>()
  const send = async () => {
    const [file] = files
    if (!file) return
    setSending(true)
    setProblem(undefined)
    setTook(undefined)
    try {
      setTook(await carryIn(new Uint8Array(await file.arrayBuffer())))
      setFiles([])
      void queries.invalidateQueries()
    } catch (fault) {
      setProblem(problemOf(fault))
    }
    setSending(false)
  }
  return (
    <Card title={w.file} icon="doc" padded>
      <Form onSend={() => void send()} send={w.takeIn} sending={sending} {...(problem ? { problem } : {})}>
        <FileField
          label={w.file}
          reason={w.fileWhy}
          files={files}
          onChange={setFiles}
          kinds={['.byb']}
          megabytes={largestPush / 1_048_576}
        />
      </Form>
      <div role="status">
        {took && (
          <Note icon="check-c">
            <b className="semi">{w.took(took.commands, took.refused)}</b> {w.tookWhy}
          </Note>
        )}
      </div>
    </Card>
  )
}

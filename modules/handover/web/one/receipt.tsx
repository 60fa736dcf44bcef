// The receipt: what was signed, whether the signature holds; as a file to keep, and the check of one that somebody brings.

import { useState } from 'react'
import type { z } from 'zod/mini'
import { useCommand } from '../../../../platform/web/command.ts'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { FileDialog } from '../../../../platform/web/components/file-dialog.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { Status } from '../../../../platform/web/components/status.tsx'
import { saveFile } from '../../../../platform/web/save-file.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { CheckReceipt, type Receipt } from '../../contract.ts'
import { handOverWords } from '../words.ts'
import { Line } from './facts.tsx'

type Props = { receipt: z.output<typeof Receipt>; communeId: string; id: string; number: string }

export function ReceiptCard({ receipt, communeId, id, number }: Props) {
  const w = useWords(handOverWords)
  const [checking, setChecking] = useState(false)
  const { statement, signature, publicKey } = receipt
  const save = () =>
    saveFile(
      `${number}.json`,
      new Blob([JSON.stringify({ statement, signature, publicKey }, null, 2)], { type: 'application/json' }),
    )
  return (
    <Card
      title={w.receipt}
      icon="stamp"
      end={
        receipt.holds ? <Status kind="met">{w.receiptHolds}</Status> : <Status kind="notmet">{w.receiptForged}</Status>
      }
    >
      <dl className="hand-over-lines">
        <Line label={w.statement}>
          <pre className="hand-over-code">{statement}</pre>
        </Line>
        <Line label={w.signature}>
          <code className="hand-over-code">{signature}</code>
        </Line>
        <Line label={w.publicKey}>
          <code className="hand-over-code">{publicKey}</code>
        </Line>
      </dl>
      <div className="hand-over-answers noprint">
        <Button icon="download" onClick={save}>
          {w.download}
        </Button>
        <Button icon="check-c" onClick={() => setChecking(true)}>
          {w.check}
        </Button>
      </div>
      {checking && <CheckDialog communeId={communeId} id={id} onClose={() => setChecking(false)} />}
    </Card>
  )
}

function CheckDialog({ communeId, id, onClose }: { communeId: string; id: string; onClose: () => void }) {
  const w = useWords(handOverWords)
  const check = useCommand(CheckReceipt)
  const send = async (file: File) => {
    const sent = await check.send({ communeId, id, receipt: await file.text() })
    if (!sent.ok) return
    say(w.checkGood)
    onClose()
  }
  return (
    <FileDialog
      icon="stamp"
      title={w.check}
      why={w.checkWhy}
      label={w.checkFile}
      send={w.check}
      kinds={['.json']}
      megabytes={1}
      command={check}
      onSend={send}
      onClose={onClose}
    />
  )
}

// The receipt: what was signed, and whether the signature holds.

import type { z } from 'zod/mini'
import { Card } from '../../../../platform/web/components/card.tsx'
import { Status } from '../../../../platform/web/components/status.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import type { Receipt } from '../../contract.ts'
import { handOverWords } from '../words.ts'
import { Line } from './facts.tsx'

export function ReceiptCard({ receipt }: { receipt: z.output<typeof Receipt> }) {
  const w = useWords(handOverWords)
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
          <pre className="hand-over-code">{receipt.statement}</pre>
        </Line>
        <Line label={w.signature}>
          <code className="hand-over-code">{receipt.signature}</code>
        </Line>
        <Line label={w.publicKey}>
          <code className="hand-over-code">{receipt.publicKey}</code>
        </Line>
      </dl>
    </Card>
  )
}

// What is on record of a hand-over between installations, and the receipt as it was brought.

import { unitTitle } from '../../../../platform/contract/unit-name.ts'
import { Card } from '../../../../platform/web/components/card.tsx'
import { showInstant } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { returnReasons } from '../../rules/reasons.ts'
import { InTime, Line } from '../one/facts.tsx'
import { handOverWords } from '../words.ts'
import type { FarShown } from './page.tsx'
import { farWords } from './words.ts'

const When = ({ at }: { at: string | null }) => (at ? <span className="num">{showInstant(at)}</span> : null)

export function FarFacts({ far }: { far: FarShown }) {
  const w = useWords(handOverWords)
  const f = useWords(farWords)
  const language = useLanguage()
  const { row } = far
  const out = row.side === 'out'
  const decided = row.decidedAt !== null
  return (
    <Card title={w.facts} icon="swap">
      <dl className="hand-over-lines">
        <Line label={w.from}>{unitTitle(row.from, language)}</Line>
        <Line label={w.to}>{unitTitle(row.to, language)}</Line>
        <Line label={f.system}>{row.system}</Line>
        <Line label={w.fileNumber}>{row.fileNumber && <span className="num">{row.fileNumber}</span>}</Line>
        <Line label={w.movedOn}>{row.movedAt && <When at={row.movedAt} />}</Line>
        <Line label={w.sentOn}>
          <When at={row.sentAt} />
          {out && <InTime row={row} />}
        </Line>
        <Line label={w.sentBy}>{far.sentBy}</Line>
        <Line label={f.carriedAt}>{out && (far.carriedAt ? <When at={far.carriedAt} /> : f.notCarried)}</Line>
        <Line label={f.askedBackAt}>{far.askedBackAt && <When at={far.askedBackAt} />}</Line>
        <Line label={out ? f.receiptAt : f.takenAt}>{far.takenAt && <When at={far.takenAt} />}</Line>
        <Line label={out ? f.receiptBy : f.takenBy}>{far.takenBy}</Line>
        <Line label={w.decidedOn}>{decided && <When at={row.decidedAt} />}</Line>
        <Line label={w.decidedBy}>{far.decidedBy}</Line>
        <Line label={w.reason}>{row.reason && returnReasons[row.reason][language]}</Line>
        <Line label={w.digest}>
          <code className="hand-over-code">{far.digest}</code>
        </Line>
      </dl>
    </Card>
  )
}

export function TheReceipt({ text }: { text: string }) {
  const w = useWords(handOverWords)
  const f = useWords(farWords)
  return (
    <Card title={f.theReceipt} icon="stamp">
      <dl className="hand-over-lines">
        <Line label={w.statement}>
          <pre className="hand-over-code">{text}</pre>
        </Line>
      </dl>
    </Card>
  )
}

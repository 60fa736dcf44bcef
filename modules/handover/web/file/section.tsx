// Beside an open file: the hand-over that waits, what came back, or the way to send it.

import '../hand-over.css'
import { useState } from 'react'
import { unitName, unitTitle } from '../../../../platform/contract/unit-name.ts'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { Button, LinkButton } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { Note } from '../../../../platform/web/components/page.tsx'
import { Shown } from '../../../../platform/web/components/states.tsx'
import { showInstant } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import type { FileSectionProps } from '../../../cases/web/public.tsx'
import { SendingsOfFile } from '../../contract.ts'
import { passingOf } from '../../rules/passing.ts'
import { returnReasons } from '../../rules/reasons.ts'
import { Answered } from '../answered.tsx'
import { farWords } from '../far/words.ts'
import { WithoutForm } from '../passing.tsx'
import { handOverWords } from '../words.ts'
import { SendDialog } from './send.tsx'

export default function HandOverSection({ at, purpose, onOtherPurpose }: FileSectionProps) {
  const w = useWords(handOverWords)
  const f = useWords(farWords)
  const language = useLanguage()
  const found = useAnswer(SendingsOfFile, at)
  const [sending, setSending] = useState(false)
  const mayMove = purpose === 'move'
  return (
    <Card title={w.section} icon="swap" padded>
      <Shown from={found} lines={2}>
        {({ status, moved, stable, rows, far }) => {
          const passing = passingOf(status)
          const [latest] = [...rows, ...far].sort(
            (one, other) => Date.parse(other.row.sentAt) - Date.parse(one.row.sentAt),
          )
          if (latest?.row.state === 'sent' || latest?.row.state === 'asked-back')
            return (
              <div className="hand-over-section">
                <p className="semi">{w.onItsWay(unitName(latest.row.to, language))}</p>
                <p>
                  <Answered row={latest.row} />
                </p>
                {latest.row.system !== null && (
                  <Note icon="lock" tone="soon">
                    {f.sentAway(latest.row.system)}
                  </Note>
                )}
                <LinkButton
                  icon="eye"
                  to={`/hand-overs/${latest.row.system === null ? '' : 'far/'}${at.communeId}/${latest.row.id}`}
                >
                  {w.see}
                </LinkButton>
              </div>
            )
          return (
            <div className="hand-over-section">
              {latest?.row.state === 'returned' && latest.row.reason && (
                <Note icon="undo" tone="soon">
                  <b className="semi">{w.cameBack(unitTitle(latest.row.to, language))}</b>:{' '}
                  {returnReasons[latest.row.reason][language]}. {latest.note}
                </Note>
              )}
              <p>{!passing ? w.nothingRuns : passing.form ? w.sectionWhy(passing.form) : w.sectionNoForm}</p>
              <WithoutForm status={status} />
              {moved && <p className="semi num">{w.movedWaits(showInstant(moved.at))}</p>}
              {passing && mayMove && (
                <Button main icon="swap" onClick={() => setSending(true)}>
                  {w.send}
                </Button>
              )}
              {passing && !mayMove && (
                <>
                  <p className="muted">{w.otherPurposeWhy}</p>
                  <Button icon="lock" onClick={onOtherPurpose}>
                    {w.otherPurpose}
                  </Button>
                </>
              )}
              {sending && passing && (
                <SendDialog
                  at={at}
                  form={passing.form}
                  moved={moved}
                  stable={stable}
                  onClose={() => setSending(false)}
                />
              )}
            </div>
          )
        }}
      </Shown>
    </Card>
  )
}

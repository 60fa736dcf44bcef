// How long the file is kept, why, and what holds it.

import { useState } from 'react'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { useCommand } from '../../../../platform/web/command.ts'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { useConfirm } from '../../../../platform/web/components/confirm.tsx'
import { Icon } from '../../../../platform/web/components/icon.tsx'
import { Tag } from '../../../../platform/web/components/marks.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { showDay } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { dayOf } from '../../../../rules/law/moment.ts'
import { lengthRules } from '../../../../rules/retention/lengths.ts'
import { keptAsNames, stages } from '../../../../rules/retention/retention.ts'
import { EndHold, issuedKinds, type ReadRetention } from '../../contract.ts'
import type { At } from '../file/opened.tsx'
import { momentOfInstant } from '../left.ts'
import { HoldDialog } from './hold-dialog.tsx'
import { lengthText } from './length-text.ts'
import { ProposeDialog } from './propose-dialog.tsx'
import { retentionWords } from './words.ts'

type Keeping = OutputOf<typeof ReadRetention>

export function RetentionCard({ keeping, at }: { keeping: Keeping; at: At }) {
  const w = useWords(retentionWords)
  const language = useLanguage()
  const [doing, setDoing] = useState<'hold' | 'propose'>()
  const { retention, proposal, may } = keeping
  const stop = () => setDoing(undefined)
  return (
    <Card title={w.card} icon="calendar" beside={<Tag>{stages[retention.stage][language]}</Tag>}>
      <Facts keeping={keeping} />
      <Because keeping={keeping} />
      <Holds keeping={keeping} at={at} />
      {keeping.issued.length > 0 && (
        <ul className="case-law" aria-label={w.issued}>
          {keeping.issued.map(({ id, serial, kind, madeAt, madeBy }) => (
            <li key={id}>
              <Icon name="print" />
              <span>
                <b className="semi">{serial}</b> {issuedKinds[kind][language]}
                <small>
                  {w.madeOn(showDay(dayOf(momentOfInstant(madeAt))))}
                  {madeBy && `, ${w.by(madeBy)}`}
                </small>
              </span>
            </li>
          ))}
        </ul>
      )}
      {proposal && (
        <p className="keep-note">
          <Icon name="soon" />
          {w.waits(proposal.proposedBy ?? w.somebody, showDay(dayOf(momentOfInstant(proposal.proposedAt))))}
        </p>
      )}
      {(may.hold || may.propose) && (
        <div className="keep-acts">
          {may.hold && (
            <Button small icon="lock" onClick={() => setDoing('hold')}>
              {w.hold}
            </Button>
          )}
          {may.propose && (
            <Button small icon="trash" onClick={() => setDoing('propose')}>
              {w.propose}
            </Button>
          )}
        </div>
      )}
      {doing === 'hold' && <HoldDialog at={at} onClose={stop} />}
      {doing === 'propose' && <ProposeDialog communeId={at.communeId} fileId={at.fileId} onClose={stop} />}
    </Card>
  )
}

function Facts({ keeping: { retention, keptAs, settledOn } }: { keeping: Keeping }) {
  const w = useWords(retentionWords)
  const language = useLanguage()
  const lines: [string, string | undefined][] = [
    [w.kind, keptAs ? keptAsNames[keptAs][language] : undefined],
    [w.settled, settledOn ? showDay(settledOn) : w.notYet],
    [w.leaves, retention.restrictedFrom ? w.fromDay(showDay(retention.restrictedFrom)) : undefined],
    [w.erasedFrom, retention.dueFrom ? w.fromDay(showDay(retention.dueFrom)) : undefined],
  ]
  return (
    <dl className="keep-facts">
      {lines
        .filter(([, text]) => text)
        .map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  )
}

function Because({ keeping: { retention } }: { keeping: Keeping }) {
  const w = useWords(retentionWords)
  const language = useLanguage()
  return (
    <ul className="case-law" aria-label={w.why}>
      {retention.because.map(({ rule, span, source, toCheck }) => (
        <li key={rule}>
          <Icon name="clock" />
          <span>
            {lengthRules[rule].what[language]}: <b className="semi">{lengthText(span, language)}</b>{' '}
            {toCheck && <Tag icon="alert">{w.toCheck}</Tag>}
            <small>{source[language]}</small>
          </span>
        </li>
      ))}
      {retention.held > 0 && (
        <li>
          <Icon name="lock" />
          <b className="semi">{w.heldNow}</b>
        </li>
      )}
    </ul>
  )
}

function Holds({ keeping: { holds, may }, at }: { keeping: Keeping; at: At }) {
  const w = useWords(retentionWords)
  const ask = useConfirm()
  const end = useCommand(EndHold)
  if (holds.length === 0) return null
  const stopHolding = async (holdId: string) => {
    const sure = await ask({ title: w.endHold, text: w.endHoldWhy, yes: w.endHold, icon: 'lock' })
    if (sure && (await end.send({ communeId: at.communeId, holdId })).ok) say(w.holdEnded)
  }
  return (
    <ul className="case-law" aria-label={w.holds}>
      {holds.map(({ id, from, until, ground, paper, placedBy, endedAt }) => (
        <li key={id}>
          <Icon name="lock" />
          <span>
            <b className="semi">{ground}</b>
            <small>{paper}</small>
            <small>
              {w.sinceDay(showDay(from))}, {until ? w.untilDay(showDay(until)) : w.noEnd}
              {placedBy && `, ${w.by(placedBy)}`}
            </small>
            {endedAt ? (
              <small>{w.endedOn(showDay(dayOf(momentOfInstant(endedAt))))}</small>
            ) : (
              may.hold && (
                <Button small onClick={() => void stopHolding(id)}>
                  {w.endHold}
                </Button>
              )
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

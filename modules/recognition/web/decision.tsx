// One entry of the register: what was decided, its file, whether the present status rests on it, and every correction.

import './recognition.css'
import { useState } from 'react'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { unitName, unitTitle } from '../../../platform/contract/unit-name.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Button, LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Tag } from '../../../platform/web/components/marks.tsx'
import { Note, PageHead } from '../../../platform/web/components/page.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { Timeline } from '../../../platform/web/components/timeline.tsx'
import { addDays, showDay, showInstant } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { Go, useParam } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { findCriteria } from '../../../rules/criteria/criteria.ts'
import { fileAddress } from '../../documents/contract.ts'
import { FindDecision } from '../contract.ts'
import { CancelDialog } from './cancel-dialog.tsx'
import { outcomeStatus } from './unit-text.ts'
import { recognitionWords } from './words.ts'

type Found = OutputOf<typeof FindDecision>

export default function DecisionPage() {
  const found = useAnswer(FindDecision, { id: useParam('decisionId') })
  return <Shown from={found}>{(answer) => <Decision found={answer} />}</Shown>
}

function Decision({ found }: { found: Found }) {
  const w = useWords(recognitionWords)
  const language = useLanguage()
  const [cancelling, setCancelling] = useState(false)
  const { decision, may } = found
  return (
    <>
      <PageHead
        title={`${w[decision.outcome]}: ${unitName(decision.unit, language)}`}
        crumbs={[
          { label: w.tab, to: '/recognition' },
          { label: decision.number || unitTitle(decision.unit, language) },
        ]}
        facts={
          <>
            <Status kind={outcomeStatus[decision.outcome]}>{w[decision.outcome]}</Status>
            {decision.demo && <Tag>{w.demo}</Tag>}
            {decision.cancelledOn && <Tag icon="x">{decision.replacedById ? w.corrected : w.cancelled}</Tag>}
          </>
        }
        actions={
          <>
            {may.correct && (
              <LinkButton icon="pen" to={`/recognition/${decision.id}/correct`}>
                {w.correct}
              </LinkButton>
            )}
            {may.cancel && (
              <Button icon="x" onClick={() => setCancelling(true)}>
                {w.cancel}
              </Button>
            )}
          </>
        }
      />
      <div className="stack">
        <Standing found={found} />
        <div className="two">
          <Facts decision={decision} />
          <Entries found={found} />
        </div>
      </div>
      <CancelDialog decision={decision} open={cancelling} onClose={() => setCancelling(false)} />
    </>
  )
}

function Standing({ found: { decision, inForce } }: { found: Found }) {
  const w = useWords(recognitionWords)
  if (!decision.cancelledOn)
    return <Note icon={inForce ? 'kept' : 'history'}>{inForce ? w.inForce : w.notInForce}</Note>
  return (
    <Note icon="x">
      <b className="semi">{w.cancelledOn(showDay(decision.cancelledOn))}.</b> {decision.cancelledReason}{' '}
      {decision.replacedById && <Go to={`/recognition/${decision.replacedById}`}>{w.seeNewer}</Go>}
    </Note>
  )
}

function Facts({ decision }: { decision: Found['decision'] }) {
  const w = useWords(recognitionWords)
  const language = useLanguage()
  const criteria = findCriteria(decision.criteriaVersion)
  return (
    <Card title={w.facts} padded>
      <dl className="rec-facts">
        <dt>{w.unit}</dt>
        <dd>
          <Go to={`/areas/${decision.unit.id}`}>{unitTitle(decision.unit, language)}</Go> ({decision.unit.code})
        </dd>
        <dt>{w.number}</dt>
        <dd>{decision.number || w.unknownNumber}</dd>
        {decision.source && (
          <>
            <dt>{w.source}</dt>
            <dd>{decision.source}</dd>
          </>
        )}
        <dt>{w.issuer}</dt>
        <dd>{decision.issuer || w.unknownIssuer}</dd>
        <dt>{w.decidedOn}</dt>
        <dd>{showDay(decision.decidedOn)}</dd>
        <dt>{w.effectiveOn}</dt>
        <dd>{showDay(decision.effectiveOn)}</dd>
        <dt>{w.validUntil}</dt>
        <dd>{decision.validTo ? showDay(addDays(decision.validTo, -1)) : w.noEnd}</dd>
        <dt>{w.criteria}</dt>
        <dd>
          {criteria?.name[language] ?? decision.criteriaVersion}
          {criteria && <small className="faint">{`\n${criteria.source[language]}`}</small>}
        </dd>
        {decision.reason && (
          <>
            <dt>{w.reason}</dt>
            <dd>{decision.reason}</dd>
          </>
        )}
        <dt>{w.published}</dt>
        <dd>{decision.public ? w.isPublic : w.notPublic}</dd>
        <dt>{w.file}</dt>
        <dd>
          {decision.file ? (
            <a href={fileAddress(decision.file.id)}>{decision.file.name}</a>
          ) : (
            <span className="faint">{w.noFile}</span>
          )}
        </dd>
      </dl>
    </Card>
  )
}

function Entries({ found: { decision, entries } }: { found: Found }) {
  const w = useWords(recognitionWords)
  return (
    <Card title={w.entries}>
      <Timeline
        label={w.entries}
        items={entries.map((entry) => ({
          id: entry.id,
          when: showInstant(entry.recordedAt).slice(7),
          whenNote: showInstant(entry.recordedAt).slice(0, 5),
          icon: entry.cancelledOn ? 'x' : 'doc',
          kind: entry.cancelledOn ? undefined : 'decision',
          title: (
            <>
              {entry.id === decision.id ? (
                entry.number || w.unknownNumber
              ) : (
                <Go to={`/recognition/${entry.id}`}>{entry.number || w.unknownNumber}</Go>
              )}
              {entry.id === decision.id && entries.length > 1 && ` (${w.thisEntry})`}
            </>
          ),
          children: (
            <p>
              {entry.id === decision.id && decision.recordedBy ? w.enteredBy(decision.recordedBy) : ''}
              {entry.cancelledOn && `${w.cancelledOn(showDay(entry.cancelledOn))}: ${entry.cancelledReason}`}
            </p>
          ),
        }))}
      />
    </Card>
  )
}

// How far the audit is sealed, what was signed last, what the last check found; and the way to check or export it now.

import { useState } from 'react'
import { v7 } from 'uuid'
import { type Answer, useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { LongWork, Shown } from '../../../platform/web/components/states.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { showDay, showInstant, showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useWords } from '../../../platform/web/words.ts'
import { type AuditCheck, CheckAudit, ShowAuditState } from '../contract.ts'
import { ExportWork } from './export-work.tsx'
import { chainWords } from './words.ts'

export function ChainCard() {
  const w = useWords(chainWords)
  const [exporting, setExporting] = useState(false)
  const [watching, setWatching] = useState(false)
  const state = useAnswer(ShowAuditState, {}, { everySeconds: watching ? 2 : 30, keep: true })
  const running = state.answer?.check ? state.answer.check.finishedAt === null : false
  if (running !== watching) setWatching(running)
  const check = useCommand(CheckAudit)
  const start = async () => {
    const sent = await check.send({ id: v7() })
    if (!sent.ok) say({ text: sent.problem.detail ?? sent.problem.title, bad: true })
  }
  return (
    <Card
      title={w.title}
      icon="sealed"
      padded
      end={
        state.answer && (
          <>
            {state.answer.may.export && (
              <Button small icon="download" onClick={() => setExporting(true)}>
                {w.export}
              </Button>
            )}
            {state.answer.may.check && (
              <Button small icon="check-c" busy={check.sending || running} onClick={start}>
                {w.check}
              </Button>
            )}
          </>
        )
      }
    >
      <Shown from={state} lines={3}>
        {(answer) => (
          <>
            <Facts state={state} />
            <CheckResult check={answer.check} />
          </>
        )}
      </Shown>
      {exporting && <ExportWork onClose={() => setExporting(false)} />}
    </Card>
  )
}

function Facts({ state }: { state: Answer<(typeof ShowAuditState)['output']['_zod']['output']> }) {
  const w = useWords(chainWords)
  const language = useLanguage()
  const answer = state.answer
  if (!answer) return null
  const count = (n: number) => showNumber(n, language)
  return (
    <dl className="aud-facts">
      <div>
        <dt>{w.sealedUntil}</dt>
        <dd className="num semi">{w.entries(count(answer.sealedUntil))}</dd>
      </div>
      <div>
        <dt>{w.unsealed}</dt>
        <dd>
          <span className="num semi">{w.entries(count(answer.unsealed))}</span>
          {answer.unsealedSince && <span className="muted"> {w.since(showInstant(answer.unsealedSince))}</span>}
        </dd>
      </div>
      <div>
        <dt>{w.head}</dt>
        <dd>
          {answer.head ? (
            <>
              <span className="nw semi">{showDay(answer.head.day)}</span>
              <span className="muted"> · {w.days(count(answer.signedDays))}</span>
            </>
          ) : (
            w.none
          )}
        </dd>
      </div>
      {answer.head && (
        <div className="aud-wide">
          <dt>{w.key}</dt>
          <dd className="aud-id">{answer.head.publicKey}</dd>
        </div>
      )}
    </dl>
  )
}

function CheckResult({ check }: { check: AuditCheck | null }) {
  const w = useWords(chainWords)
  const language = useLanguage()
  const count = (n: number) => showNumber(n, language)
  if (!check) return <p className="muted">{w.never}</p>
  if (!check.result) {
    const known = check.startedAt !== null && check.total !== null && check.total > 0
    return (
      <LongWork
        icon="sealed"
        title={check.startedAt ? w.running : w.waits}
        share={known ? check.checkedUntil / (check.total ?? 1) : undefined}
        done={known ? w.doneSoFar(count(check.checkedUntil), count(check.total ?? 0)) : undefined}
      />
    )
  }
  const { findings, more, checked } = check.result
  return (
    <div className="aud-verdict">
      <p className="line">
        <span className="muted">{w.lastCheck}</span>
        {findings.length === 0 ? (
          <Status kind="met">{w.intact(count(checked))}</Status>
        ) : (
          <Status kind="late" icon="alert">
            {w.faults(count(findings.length + more))}
          </Status>
        )}
        <span className="muted nw">{check.finishedAt && showInstant(check.finishedAt)}</span>
      </p>
      {findings.length > 0 && (
        <ul>
          {findings.map((finding) => (
            <li key={`${finding.kind}${finding.position}${finding.id ?? ''}`}>{finding.sentence[language]}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

// Beside a row of coverage: passed, did not pass or not verified, with the plan and what the result says of the whole lot.

import './verification.css'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Status } from '../../../platform/web/components/status.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { Go } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ShowVerified } from '../contract.ts'
import { lotWords } from './words.ts'

type Area = OutputOf<typeof ShowVerified>['areas'][number]
type Result = Area['results'][number]
type Row = { id: string; level: string; restated: string }

/** What is verified of a row; undefined while it is not known, null where nothing is. */
export function useVerified(
  driveId: string,
  { within, group }: { within?: string | undefined; group?: string | undefined },
): (row: Row) => Area | null | undefined {
  const { on } = useView()
  const told = useAnswer(ShowVerified, { driveId, on, within, group }).answer
  return (row) =>
    told &&
    (told.areas.find((area) => area.id === row.id && area.level === row.level && area.restated === row.restated) ??
      null)
}

export function VerifiedMark({ verified }: { verified: Area | null | undefined }) {
  const w = useWords(lotWords)
  if (verified === undefined) return null
  if (verified === null) return <span className="muted">{w.notVerified}</span>
  if (verified.results.length === 0)
    return (
      <>
        {w.lotsPassed(verified.passed, verified.lots)}
        {verified.failed > 0 && (
          <span className="sub">
            <Status kind="notmet">{w.lotsFailed(verified.failed)}</Status>
          </span>
        )}
      </>
    )
  return (
    <>
      {verified.results.map((result) => (
        <OneResult key={result.lotId} result={result} named={verified.lots > 1} />
      ))}
    </>
  )
}

function OneResult({ result, named }: { result: Result; named: boolean }) {
  const w = useWords(lotWords)
  const language = useLanguage()
  const passed = result.outcome === 'passed'
  const day = showDay(result.on)
  return (
    <span className="verified">
      <Go to={`/verification/lots/${result.lotId}`}>
        <Status kind={passed ? 'met' : 'notmet'}>{passed ? w.passedOn(day) : w.failedOn(day)}</Status>
      </Go>
      <span className="sub">
        {named && `${result.group[language]}: `}
        {w.planShort(result.sample, result.allowed, result.size)}
      </span>
      <span className="sub">{w.between(result.least, result.most, result.size)}</span>
      {result.signed > result.size && <span className="sub">{w.stoodInLot(result.size, result.signed)}</span>}
    </span>
  )
}

// The check: everything is read and counted, nothing is written. What would happen, what has to be mended, and only then
// the button that writes.

import { useCommand } from '../../../../platform/web/command.ts'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { CheckField } from '../../../../platform/web/components/choice-field.tsx'
import { Note } from '../../../../platform/web/components/page.tsx'
import { Empty } from '../../../../platform/web/components/states.tsx'
import { showNumber } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import type { Problem } from '../../../../platform/web/problem.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { StartRosterImport } from '../../contract/import.ts'
import { type ImportRow, planOf, samePlan } from './draft.ts'
import { Faults, Places, Repeats, RowFigures } from './findings.tsx'
import type { StepProps } from './steps.tsx'
import { importWords } from './words.ts'

export function CheckStep({ draft, change, look, row, goTo, forget }: StepProps) {
  const w = useWords(importWords)
  const language = useLanguage()
  const start = useCommand(StartRosterImport)
  const plan = planOf(draft, look)
  const checked = row.state === 'done'
  const same = samePlan(plan, row.plan)
  const repeated = checked && same && row.repeats.count > 0
  const ready = checked && same && row.rowsGood > 0 && (!repeated || draft.allowRepeats)
  const send = async (dryRun: boolean) => {
    const sent = await start.send({ importId: row.id, dryRun, plan })
    if (sent.ok && !dryRun) forget()
  }
  return (
    <>
      <Card title={checked ? w.checked : w.stepCheck} padded>
        <div className="stack">
          {checked && !same && <Note tone="soon">{w.changedSince}</Note>}
          <Standing row={row} />
          {checked && same && <RowFigures row={row} />}
          {repeated && (
            <>
              <Repeats row={row} />
              <CheckField
                label={w.allowRepeats}
                value={draft.allowRepeats}
                onChange={(allowRepeats) => change({ allowRepeats })}
              />
            </>
          )}
          {start.problem && <Problems problem={start.problem} />}
          <div className="imp-do">
            {ready && (
              <Button main icon="upload" busy={start.sending} onClick={() => void send(false)}>
                {w.importN(showNumber(row.rowsGood, language))}
              </Button>
            )}
            <Button main={!ready} icon="check" busy={start.sending} onClick={() => void send(true)}>
              {checked ? w.checkAgain : w.check}
            </Button>
            <Button onClick={() => goTo('list')}>{w.back}</Button>
          </div>
        </div>
      </Card>
      {checked && same && <Places row={row} />}
      {checked && same && <Faults row={row} mended={undefined} />}
    </>
  )
}

/** Why it stands where it does, in words; a first check has nothing to say yet. */
function Standing({ row }: { row: ImportRow }) {
  const w = useWords(importWords)
  const language = useLanguage()
  if (row.state === 'refused' && row.refusal) return <Note tone="late">{row.refusal[language]}</Note>
  if (row.state === 'cancelled' || row.state === 'interrupted') return <Note tone="soon">{w[`why_${row.state}`]}</Note>
  if (row.state === 'failed') return <Note tone="late">{w.why_failed}</Note>
  if (row.state === 'draft')
    return (
      <Empty icon="check-c" title={w.notChecked}>
        {w.checkWhy}
      </Empty>
    )
  return null
}

function Problems({ problem }: { problem: Problem }) {
  return (
    <div role="alert">
      <Note tone="late">
        <b className="semi">{problem.title}</b> {problem.detail}{' '}
        {problem.fields
          .map(({ message }) => message)
          .filter((message) => message !== problem.title)
          .join(' ')}
      </Note>
    </div>
  )
}

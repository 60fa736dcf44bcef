// Counts one time limit in the browser: nothing of what is typed here is sent or kept.

import { useState } from 'react'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { SelectField } from '../../../platform/web/components/field.tsx'
import { useLanguage } from '../../../platform/web/language.ts'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import type { HolidayYear } from '../../../rules/calendar/vietnam.ts'
import { calendarOf } from '../../../rules/calendar/working-days.ts'
import { type Interruption, type InterruptionKind, judgeInterruptions } from '../../../rules/law/clock.ts'
import { isMoment, type Moment } from '../../../rules/law/moment.ts'
import type { ListDeadlines } from '../contract.ts'
import { Counted } from './counted.tsx'
import { MomentFields } from './moment-fields.tsx'
import { lawWords } from './words.ts'

type Row = OutputOf<typeof ListDeadlines>['rows'][number]
/** `key` names a row, so that the others keep what is typed in them when one is taken away. */
type Typed = { key: number; kind: InterruptionKind; from: Moment | ''; until: Moment | '' }

const kinds: readonly InterruptionKind[] = ['detained', 'absent', 'fled', 'force-majeure']

export function Counter({
  rows,
  chosen,
  holidays,
  onChoose,
}: {
  rows: readonly Row[]
  chosen: Row
  holidays: readonly HolidayYear[]
  onChoose: (id: string) => void
}) {
  const w = useWords(lawWords)
  const language = useLanguage()
  const { on } = useView()
  const [begins, setBegins] = useState<Moment | ''>(`${on}T08:00`)
  const [typed, setTyped] = useState<readonly Typed[]>([])
  const change = (key: number, part: Partial<Typed>) =>
    setTyped(typed.map((one) => (one.key === key ? { ...one, ...part } : one)))
  const add = () =>
    setTyped([
      ...typed,
      { key: 1 + Math.max(0, ...typed.map(({ key }) => key)), kind: 'detained', from: '', until: '' },
    ])
  const whole = typed.flatMap(({ kind, from, until }): Interruption[] =>
    from === '' ? [] : [{ kind, from, ...(until !== '' && { until }) }],
  )
  const fault = begins === '' ? undefined : judgeInterruptions(begins, whole)
  // A time that is left out and whose beginning is not known would make any result a wrong one.
  const counts = begins !== '' && isMoment(begins) && !fault && whole.length === typed.length
  return (
    <div className="law-count">
      <Card title={w.count} padded>
        <div className="law-fields">
          <SelectField
            label={w.which}
            value={chosen.id}
            onChange={onChoose}
            choices={rows.map((row) => ({ value: row.id, label: row.what[language] }))}
          />
          <MomentFields
            legend={(chosen.back ? w.endOfTerm : w.from)(chosen.begins[language])}
            value={begins}
            onChange={setBegins}
            withTime={!chosen.back}
          />
          {!chosen.back &&
            typed.map((one) => (
              <fieldset className="law-away" key={one.key}>
                <legend>{w.interrupted}</legend>
                <SelectField
                  label={w.interruption}
                  value={one.kind}
                  onChange={(kind) => change(one.key, { kind: kind as InterruptionKind })}
                  choices={kinds.map((kind) => ({ value: kind, label: w[kind] }))}
                />
                <MomentFields
                  legend={w.begins}
                  value={one.from}
                  onChange={(from) => change(one.key, { from })}
                  withTime
                />
                <MomentFields
                  legend={w.ends}
                  reason={w.stillOn}
                  value={one.until}
                  onChange={(until) => change(one.key, { until })}
                  withTime
                />
                <Button icon="x" onClick={() => setTyped(typed.filter(({ key }) => key !== one.key))}>
                  {w.remove}
                </Button>
              </fieldset>
            ))}
          {fault && (
            <p role="alert" className="law-fault">
              {w[fault.fault]}
            </p>
          )}
          {!chosen.back && (
            <Button icon="plus" onClick={add}>
              {w.add}
            </Button>
          )}
        </div>
      </Card>
      <Card title={w.result} padded>
        {counts ? (
          <Counted limit={chosen} begins={begins} interruptions={whole} calendar={calendarOf(holidays)} />
        ) : (
          <p className="muted">{fault ? w[fault.fault] : w.dayFirst}</p>
        )}
        <p className="muted law-why">{w.why}</p>
      </Card>
    </div>
  )
}

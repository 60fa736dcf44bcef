// Counts one time limit in the browser: nothing of what is typed here is sent or kept.

import { useState } from 'react'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { SelectField } from '../../../platform/web/components/field.tsx'
import { useLanguage } from '../../../platform/web/language.ts'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { type Interruption, type InterruptionKind, judgeInterruptions } from '../../../rules/law/clock.ts'
import { isMoment, type Moment } from '../../../rules/law/moment.ts'
import type { ListDeadlines } from '../contract.ts'
import { Counted } from './counted.tsx'
import { MomentFields } from './moment-fields.tsx'
import { lawWords } from './words.ts'

type Row = OutputOf<typeof ListDeadlines>['rows'][number]
type Typed = { kind: InterruptionKind; from: Moment | ''; until: Moment | '' }

const kinds: readonly InterruptionKind[] = ['detained', 'absent', 'fled', 'force-majeure']

export function Counter({
  rows,
  chosen,
  onChoose,
}: {
  rows: readonly Row[]
  chosen: Row
  onChoose: (id: string) => void
}) {
  const w = useWords(lawWords)
  const language = useLanguage()
  const { on } = useView()
  const [begins, setBegins] = useState<Moment | ''>(`${on}T08:00`)
  const [typed, setTyped] = useState<readonly Typed[]>([])
  const change = (at: number, part: Partial<Typed>) =>
    setTyped(typed.map((one, index) => (index === at ? { ...one, ...part } : one)))
  const whole = typed.flatMap(({ kind, from, until }): Interruption[] =>
    from === '' ? [] : [{ kind, from, ...(until !== '' && { until }) }],
  )
  const fault = begins === '' ? undefined : judgeInterruptions(begins, whole)
  const counts = begins !== '' && isMoment(begins) && !fault
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
            typed.map((one, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no other name, and are only added at the end
              <fieldset className="law-away" key={at}>
                <legend>{w.interrupted}</legend>
                <SelectField
                  label={w.interruption}
                  value={one.kind}
                  onChange={(kind) => change(at, { kind: kind as InterruptionKind })}
                  choices={kinds.map((kind) => ({ value: kind, label: w[kind] }))}
                />
                <MomentFields legend={w.begins} value={one.from} onChange={(from) => change(at, { from })} withTime />
                <MomentFields
                  legend={w.ends}
                  reason={w.stillOn}
                  value={one.until}
                  onChange={(until) => change(at, { until })}
                  withTime
                />
                <Button icon="x" onClick={() => setTyped(typed.filter((_, index) => index !== at))}>
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
            <Button icon="plus" onClick={() => setTyped([...typed, { kind: 'detained', from: '', until: '' }])}>
              {w.add}
            </Button>
          )}
        </div>
      </Card>
      <Card title={w.result} padded>
        {counts ? (
          <Counted limit={chosen} begins={begins} interruptions={whole} />
        ) : (
          <p className="muted">{fault ? w[fault.fault] : w.dayFirst}</p>
        )}
        <p className="muted law-why">{w.why}</p>
      </Card>
    </div>
  )
}

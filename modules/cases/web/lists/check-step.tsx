// The check: everything is read and judged, no file is begun. What would become of each row, and only then the button that begins.

import { useState } from 'react'
import { useCommand } from '../../../../platform/web/command.ts'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { RadioField } from '../../../../platform/web/components/choice-field.tsx'
import { DateField } from '../../../../platform/web/components/date-field.tsx'
import { TextField } from '../../../../platform/web/components/field.tsx'
import { Note } from '../../../../platform/web/components/page.tsx'
import { showNumber } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { CheckPersonList, EnterPersonList, type ListPlan, type PersonList } from '../../contract.ts'
import { CancelList } from './cancel.tsx'
import { ListFigures, ListRows } from './rows.tsx'
import type { ListDraft, Looked } from './steps.tsx'
import { listWords } from './words.ts'

type Props = {
  communeId: string
  list: PersonList
  draft: ListDraft
  change: (part: Partial<ListDraft>) => void
  look: Looked
  onBack: () => void
}

export function CheckStep({ communeId, list, draft, change, look, onBack }: Props) {
  const w = useWords(listWords)
  const language = useLanguage()
  const check = useCommand(CheckPersonList)
  const enter = useCommand(EnterPersonList)
  const [tried, setTried] = useState(false)
  const { asOf, source, alike, refused } = draft
  const plan: ListPlan = {
    mapping: { ...look.mapping, columns: draft.columns ?? look.mapping.columns },
    ...{ asOf, source: source.trim(), alike, refused },
  }
  const same = list.plan !== null && told(plan) === told(list.plan)
  const checked = list.state === 'checked' && same
  const { good, bare, alike: alikeCount } = list.counts
  const begins = good + bare + (alike === 'enter' ? alikeCount : 0)
  const missing = (value: string) => (tried && value.trim() === '' ? w.needed : undefined)
  const run = () => {
    setTried(true)
    if (asOf !== '' && source.trim() !== '') void check.send({ communeId, importId: list.id, plan })
  }
  const problem = check.problem ?? enter.problem
  return (
    <>
      <Card title={w.stepCheck} padded>
        <div className="stack">
          <DateField
            label={w.asOf}
            reason={w.asOfWhy}
            value={asOf}
            onChange={(day) => change({ asOf: day })}
            problem={missing(asOf)}
          />
          <TextField
            label={w.source}
            reason={w.sourceWhy}
            maxLength={200}
            value={source}
            onChange={(text) => change({ source: text })}
            problem={missing(source)}
          />
          <RadioField
            label={w.alike}
            value={alike}
            onChange={(value) => change({ alike: value === 'enter' ? 'enter' : 'leave-out' })}
            choices={[
              { value: 'leave-out', label: w.leaveOut },
              { value: 'enter', label: w.enterAlike },
            ]}
          />
          <RadioField
            label={w.refusedRows}
            reason={w.refusedWhy}
            value={refused}
            onChange={(value) => change({ refused: value === 'enter-bare' ? 'enter-bare' : 'give-back' })}
            choices={[
              { value: 'give-back', label: w.giveBack },
              { value: 'enter-bare', label: w.enterBare },
            ]}
          />
          {list.state === 'checked' && !same && <Note tone="soon">{w.changed}</Note>}
          {checked && <ListFigures list={list} />}
          {problem && (
            <div role="alert">
              <Note tone="late">
                <b className="semi">{problem.title}</b> {problem.fields.map(({ message }) => message).join(' ')}
              </Note>
            </div>
          )}
          <div className="list-do">
            {checked && begins > 0 && (
              <Button
                main
                icon="plus"
                busy={enter.sending}
                onClick={() => void enter.send({ communeId, importId: list.id })}
              >
                {w.begin(showNumber(begins, language))}
              </Button>
            )}
            <Button main={!checked || begins === 0} icon="check" busy={check.sending} onClick={run}>
              {checked ? w.checkAgain : w.check}
            </Button>
            <Button onClick={onBack}>{w.back}</Button>
            <CancelList communeId={communeId} list={list} />
          </div>
        </div>
      </Card>
      {checked && <ListRows communeId={communeId} list={list} />}
    </>
  )
}

/** A column that is not used is said by leaving it out, or by nothing. */
const told = ({ mapping: { columns, ...reading }, ...rest }: ListPlan): string => {
  const used = Object.entries(columns).filter(([, at]) => at !== undefined)
  const inOrder = (value: object) => Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return JSON.stringify([inOrder(Object.fromEntries(used)), inOrder(reading), inOrder(rest)])
}

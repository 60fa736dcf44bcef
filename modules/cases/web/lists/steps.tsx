// The two steps before a file is begun: which column says what, and the check.

import { useState } from 'react'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { Card } from '../../../../platform/web/components/card.tsx'
import { Seg } from '../../../../platform/web/components/chip.tsx'
import {
  type AskedReading,
  ColumnFields,
  FirstRows,
  HowRead,
} from '../../../../platform/web/components/file-columns.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { Shown } from '../../../../platform/web/components/states.tsx'
import { showInstant } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useSearch } from '../../../../platform/web/route.tsx'
import { useView } from '../../../../platform/web/view.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { type ListField, type ListPlan, LookAtPersonList, listFields, type PersonList } from '../../contract.ts'
import { listFieldNames } from '../../lists/field-names.ts'
import { Watermark } from '../file/purpose-bar.tsx'
import { fileWords } from '../file/words.ts'
import { useMemoryDraft } from '../memory-draft.ts'
import { CancelList } from './cancel.tsx'
import { CheckStep } from './check-step.tsx'
import { listWords } from './words.ts'

export type ListDraft = Pick<ListPlan, 'asOf' | 'source' | 'alike' | 'refused'> & {
  reading: AskedReading
  /** Undefined: as guessed or remembered. */
  columns: ListPlan['mapping']['columns'] | undefined
}
export type Looked = OutputOf<typeof LookAtPersonList>

const steps = ['columns', 'check'] as const

export function ListSteps({ communeId, list }: { communeId: string; list: PersonList }) {
  const [w, f] = [useWords(listWords), useWords(fileWords)]
  const { today } = useView()
  const search = useSearch()
  const { value: draft, change } = useMemoryDraft<ListDraft>(`list:${list.id}`, () => startOf(list, today))
  const look = useAnswer(LookAtPersonList, { communeId, importId: list.id, ...draft.reading }, { keep: true })
  const step = steps.find((each) => each === search.get('step')) ?? (list.state === 'draft' ? 'columns' : 'check')
  const goTo = (next: (typeof steps)[number]) => search.set({ step: next }, { keepStep: true })
  return (
    <div className="stack list-read">
      {look.answer && <Watermark reader={look.answer.reader} at={f.readAt(showInstant(look.asOf ?? new Date()))} />}
      <Seg
        label={w.steps}
        value={step}
        onChange={goTo}
        choices={[
          { value: 'columns', label: w.stepColumns },
          { value: 'check', label: w.stepCheck },
        ]}
      />
      <Shown from={look} lines={8}>
        {(answer) =>
          step === 'columns' ? (
            <ColumnsStep
              draft={draft}
              change={change}
              look={answer}
              onNext={() => goTo('check')}
              cancel={<CancelList communeId={communeId} list={list} />}
            />
          ) : (
            <CheckStep {...{ draft, change, list, communeId }} look={answer} onBack={() => goTo('columns')} />
          )
        }
      </Shown>
    </div>
  )
}

const startOf = ({ plan }: PersonList, today: string): ListDraft => {
  const { headerRow, sheet, encoding, letters, delimiter } = plan?.mapping ?? {}
  return {
    asOf: plan?.asOf ?? today,
    source: plan?.source ?? '',
    alike: plan?.alike ?? 'leave-out',
    refused: plan?.refused ?? 'give-back',
    reading: plan ? { headerRow, sheet, encoding, letters, delimiter } : {},
    columns: plan?.mapping.columns,
  }
}

type ColumnsProps = {
  draft: ListDraft
  change: (part: Partial<ListDraft>) => void
  look: Looked
  onNext: () => void
  cancel: React.ReactNode
}

function ColumnsStep({ draft, change, look, onNext, cancel }: ColumnsProps) {
  const w = useWords(listWords)
  const language = useLanguage()
  const [labels] = useState(
    () =>
      Object.fromEntries(listFields.map((field) => [field, listFieldNames[field][language]])) as Record<
        ListField,
        string
      >,
  )
  return (
    <>
      <FirstRows look={look} />
      <Card title={w.stepColumns} padded>
        <Form onSend={onNext} send={w.next} others={cancel}>
          <ColumnFields
            fields={listFields}
            labels={labels}
            look={look}
            columns={draft.columns ?? look.mapping.columns}
            remembered={look.remembered && !draft.columns}
            onChange={(columns) => change({ columns })}
          />
        </Form>
      </Card>
      <HowRead
        look={look}
        onChange={(reading) => change({ reading: { ...draft.reading, ...reading }, columns: undefined })}
      />
    </>
  )
}

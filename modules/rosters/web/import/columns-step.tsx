// Which column says what: guessed or remembered, with the first values beside each choice, and how the file is read.

import type { ReactNode } from 'react'
import { Card } from '../../../../platform/web/components/card.tsx'
import { ColumnFields, FirstRows, HowRead } from '../../../../platform/web/components/file-columns.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { importFields } from '../../contract/import.ts'
import { columnsOf } from './draft.ts'
import type { StepProps } from './steps.tsx'
import { importWords } from './words.ts'

export function ColumnsStep({
  draft,
  change,
  look,
  choices,
  goTo,
  keptAt,
  forget,
  others,
}: StepProps & { others: ReactNode }) {
  const w = useWords(importWords)
  return (
    <>
      <FirstRows look={look} />
      <Card title={w.stepColumns} padded>
        <Form
          onSend={() => goTo('list')}
          send={w.next}
          others={others}
          {...(keptAt ? { keptAt } : {})}
          onForget={forget}
        >
          <ColumnFields
            fields={importFields.filter((field) => field !== 'commune' || choices.area.level !== 'commune')}
            labels={w}
            reasons={{ identity: w.identityWhy }}
            look={look}
            columns={columnsOf(draft, look)}
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

// The three steps before anything is written: the columns, the list, the check. Free to go back and forth.

import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { LinkButton } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { Seg } from '../../../../platform/web/components/chip.tsx'
import { Note } from '../../../../platform/web/components/page.tsx'
import { Refused, Shown } from '../../../../platform/web/components/states.tsx'
import { useDraft } from '../../../../platform/web/draft.ts'
import { mayTryAgain } from '../../../../platform/web/problem.ts'
import { useSearch } from '../../../../platform/web/route.tsx'
import { useView } from '../../../../platform/web/view.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { type ListRosterImports, LookAtRosterFile } from '../../contract/import.ts'
import { CheckStep } from './check-step.tsx'
import { ColumnsStep } from './columns-step.tsx'
import { type ImportDraft, type ImportRow, readingOf, startOf } from './draft.ts'
import { ListStep } from './list-step.tsx'
import { importWords } from './words.ts'

export type Choices = OutputOf<typeof ListRosterImports>
const steps = ['columns', 'list', 'check'] as const
export type Step = (typeof steps)[number]

type Props = { row: ImportRow; choices: Choices; mended: ImportRow | undefined }

export function ImportSteps({ row, choices, mended }: Props) {
  const w = useWords(importWords)
  const { on } = useView()
  const search = useSearch()
  const {
    value: draft,
    change,
    keptAt,
    forget,
  } = useDraft<ImportDraft>(`roster-import:${row.id}`, startOf(row, mended, on))
  const look = useAnswer(LookAtRosterFile, { importId: row.id, ...readingOf(draft, row) }, { keep: true })
  const step = steps.find((each) => each === search.get('step')) ?? (row.state === 'draft' ? 'columns' : 'check')
  const goTo = (next: Step) => search.set({ step: next }, { keepStep: true })
  const another = (
    <LinkButton to={`/rosters/${row.areaId}/import${mended ? `?mends=${mended.id}` : ''}`}>{w.otherFile}</LinkButton>
  )
  if (look.problem && !look.answer)
    return (
      <Card>
        <Refused
          problem={look.problem}
          {...(mayTryAgain(look.problem) ? { onAgain: look.again } : {})}
          actions={another}
        />
      </Card>
    )
  return (
    <div className="stack">
      {mended && <Note>{w.mendedOf(mended.fileName)}</Note>}
      <Seg
        label={w.steps}
        value={step}
        onChange={goTo}
        choices={[
          { value: 'columns', label: w.stepColumns },
          { value: 'list', label: w.stepList },
          { value: 'check', label: w.stepCheck },
        ]}
      />
      <Shown from={look} lines={8}>
        {(answer) => {
          const parts = { draft, change, look: answer, row, choices, goTo, keptAt, forget }
          if (step === 'columns') return <ColumnsStep {...parts} others={another} />
          return step === 'list' ? <ListStep {...parts} /> : <CheckStep {...parts} />
        }}
      </Shown>
    </div>
  )
}

export type StepProps = {
  draft: ImportDraft
  change: (part: Partial<ImportDraft>) => void
  look: OutputOf<typeof LookAtRosterFile>
  row: ImportRow
  choices: Choices
  goTo: (step: Step) => void
  keptAt: Date | undefined
  forget: () => void
}

// Correcting an entry: the form opens with what stands, and asks why.

import type { Language } from '../../../platform/contract/words.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import './recognition.css'
import { useMemo } from 'react'
import { v7 } from 'uuid'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { unitName, unitTitle } from '../../../platform/contract/unit-name.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { LinkButton } from '../../../platform/web/components/button.tsx'
import { TextArea } from '../../../platform/web/components/field.tsx'
import { Note, PageHead } from '../../../platform/web/components/page.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { useDraft } from '../../../platform/web/draft.ts'
import { addDays } from '../../../platform/web/format.ts'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useParam } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { CorrectDecision, FindDecision } from '../contract.ts'
import { DecisionForm, type Typed, writtenOf } from './decision-form.tsx'
import { recognitionWords } from './words.ts'

type Decision = OutputOf<typeof FindDecision>['decision']

export default function Correct() {
  const found = useAnswer(FindDecision, { id: useParam('decisionId') })
  return <Shown from={found}>{({ decision }) => <CorrectForm decision={decision} />}</Shown>
}

const typedOf = (decision: Decision, language: Language): Typed & { because: string } => ({
  areaId: decision.unit.id,
  unitLabel: unitTitle(decision.unit, language),
  outcome: decision.outcome,
  number: decision.number,
  decidedOn: decision.decidedOn,
  effectiveOn: decision.effectiveOn === decision.decidedOn ? '' : decision.effectiveOn,
  lastDay: decision.validTo ? addDays(decision.validTo, -1) : '',
  issuer: decision.issuer,
  criteriaVersion: decision.criteriaVersion,
  reason: decision.reason,
  source: decision.source,
  public: decision.public,
  because: '',
})

function CorrectForm({ decision }: { decision: Decision }) {
  const w = useWords(recognitionWords)
  const language = useLanguage()
  const draft = useDraft(`recognition-correct-${decision.id}`, typedOf(decision, language))
  const newId = useMemo(() => v7(), [])
  const command = useCommand(CorrectDecision)
  const { id, version } = decision
  const back = `/recognition/${id}`
  return (
    <>
      <PageHead
        title={w.correctTitle(decision.number || unitName(decision.unit, language))}
        crumbs={[
          { label: w.tab, to: '/recognition' },
          { label: decision.number || unitTitle(decision.unit, language), to: back },
          { label: w.correct },
        ]}
      />
      <div className="stack">
        <Note>{w.correctNote}</Note>
        <DecisionForm
          draft={draft}
          send={w.correct}
          done={w.correctedNow}
          others={<LinkButton to={back}>{w.keep}</LinkButton>}
          command={command}
          onSend={(fileId = decision.file?.id) =>
            command.send({ id, version, newId, because: draft.value.because, ...writtenOf(draft.value, fileId) })
          }
          keptFile={decision.file?.name}
          first={(problem) => (
            <TextArea
              label={w.because}
              value={draft.value.because}
              onChange={(because) => draft.change({ because })}
              problem={fieldProblem(problem, 'because')}
            />
          )}
        />
      </div>
    </>
  )
}

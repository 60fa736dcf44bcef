// Correcting an entry: the form opens with what stands, and asks why.

import type { Language } from '../../../platform/contract/words.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import './recognition.css'
import { useMemo, useState } from 'react'
import { v7 } from 'uuid'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { unitName, unitTitle } from '../../../platform/contract/unit-name.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { TextArea } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { Note, PageHead } from '../../../platform/web/components/page.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { useDraft } from '../../../platform/web/draft.ts'
import { addDays } from '../../../platform/web/format.ts'
import { fieldProblem, type Problem } from '../../../platform/web/problem.ts'
import { useGo, useParam } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { useUpload } from '../../documents/web/public.tsx'
import { CorrectDecision, FindDecision } from '../contract.ts'
import { DecisionFields, type Typed, writtenOf } from './decision-form.tsx'
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
  const go = useGo()
  const draft = useDraft(`recognition-correct-${decision.id}`, typedOf(decision, language))
  const newId = useMemo(() => v7(), [])
  const [files, setFiles] = useState<File[]>([])
  const [fileProblem, setFileProblem] = useState<Problem>()
  const { upload, uploading } = useUpload()
  const command = useCommand(CorrectDecision)
  const send = async () => {
    setFileProblem(undefined)
    const file = files[0]
    const sentFile = file ? await upload(file, draft.value.areaId) : undefined
    if (sentFile?.problem) return setFileProblem(sentFile.problem)
    const fileId = sentFile?.id ?? decision.file?.id
    const { id, version } = decision
    const sent = await command.send({
      id,
      version,
      newId,
      because: draft.value.because,
      ...writtenOf(draft.value, fileId),
    })
    if (!sent.ok) return
    draft.forget()
    say(w.correctedNow)
    go(`/recognition/${sent.answer.id}`)
  }
  const problem = fileProblem ?? command.problem
  return (
    <>
      <PageHead
        title={w.correctTitle(decision.number || unitName(decision.unit, language))}
        crumbs={[
          { label: w.tab, to: '/recognition' },
          { label: decision.number || unitTitle(decision.unit, language), to: `/recognition/${decision.id}` },
          { label: w.correct },
        ]}
      />
      <div className="stack">
        <Note>{w.correctNote}</Note>
        <Card padded title={w.facts}>
          <Form
            send={w.correct}
            onSend={() => void send()}
            sending={command.sending || uploading}
            problem={problem}
            keptAt={draft.keptAt}
            onForget={draft.forget}
            others={<LinkButton to={`/recognition/${decision.id}`}>{w.keep}</LinkButton>}
          >
            <TextArea
              label={w.because}
              value={draft.value.because}
              onChange={(because) => draft.change({ because })}
              problem={fieldProblem(problem, 'because')}
            />
            <DecisionFields
              typed={draft.value}
              change={draft.change}
              problem={problem}
              files={files}
              onFiles={setFiles}
              keptFile={decision.file?.name}
            />
          </Form>
        </Card>
      </div>
    </>
  )
}

// The form for an amendment: its document, its days, its reason, and the targets that it changes. The draft is kept.

import './programme.css'
import type { InputOf } from '../../../platform/contract/operation.ts'
import { LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { TextArea } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { PickField } from '../../../platform/web/components/pick-field.tsx'
import { useDraft } from '../../../platform/web/draft.ts'
import { showDay } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { fieldProblem, type Problem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import { documentName } from '../../documents/web/public.tsx'
import type { AmendPlan } from '../contract.ts'
import type { Change, Draft } from './line-typed.ts'
import { formWords } from './line-words.ts'
import { LinesEditor } from './lines-editor.tsx'

export type AmendInput = InputOf<typeof AmendPlan>
export type AmendFormProps = {
  draft: Draft
  /** Names the draft on this device. */
  draftKey: string
  reason?: string
  sending: boolean
  problem: Problem | undefined
  back: string
  /** True when it was carried out. */
  onSend: (input: AmendInput) => Promise<boolean>
}

type Typed = { documentId: string; decidedOn: string; effectiveOn: string; reason: string; changes: Change[] }

export function AmendForm({ draft, draftKey, reason = '', sending, problem, back, onSend }: AmendFormProps) {
  const w = useWords(formWords)
  const language = useLanguage()
  const { plan, last } = draft
  const start: Typed = { documentId: '', decidedOn: draft.today, effectiveOn: '', reason, changes: [] }
  const kept = useDraft<Typed>(draftKey, start)
  const { documentId, decidedOn, effectiveOn, changes } = kept.value
  if (!plan || !last) return null
  const send = async () => {
    const input: AmendInput = {
      planId: plan.id,
      version: plan.version,
      decidedOn,
      effectiveOn,
      ...(documentId ? { documentId } : {}),
      reason: kept.value.reason,
      changes: changes.map(({ key: _, ...change }) => change),
    }
    if (await onSend(input)) kept.forget()
  }
  return (
    <div className="stack">
      <LinesEditor
        lines={draft.lines}
        changes={changes}
        onChange={(next) => kept.change({ changes: next })}
        choices={draft}
        effectiveOn={effectiveOn || draft.today}
        problem={problem}
        field={(place) => `changes.${place}.line`}
      />
      <Card title={w.basis} padded>
        <Form
          send={w.amend}
          sending={sending}
          problem={problem}
          onSend={() => void send()}
          keptAt={kept.keptAt}
          onForget={kept.forget}
          others={<LinkButton to={back}>{w.cancel}</LinkButton>}
        >
          <PickField
            label={w.document}
            optional
            reason={w.documentWhy}
            problem={fieldProblem(problem, 'documentId')}
            value={documentId}
            onChange={(value) => kept.change({ documentId: value })}
            placeholder={w.documentNone}
            choices={draft.documents.map((each) => ({
              value: each.id,
              label: `${documentName(each, language)}${each.issuedOn ? `, ${showDay(each.issuedOn)}` : ''}`,
              note: each.title,
            }))}
          />
          <div className="row2">
            <DateField
              label={w.decidedOn}
              problem={fieldProblem(problem, 'decidedOn')}
              value={decidedOn}
              onChange={(value) => kept.change({ decidedOn: value })}
            />
            <DateField
              label={w.effectiveOn}
              reason={w.effectiveWhy(last.number, showDay(last.effectiveOn))}
              problem={fieldProblem(problem, 'effectiveOn')}
              value={effectiveOn}
              onChange={(value) => kept.change({ effectiveOn: value })}
            />
          </div>
          <TextArea
            label={w.reason}
            reason={w.reasonWhy}
            problem={fieldProblem(problem, 'reason')}
            value={kept.value.reason}
            onChange={(value) => kept.change({ reason: value })}
          />
        </Form>
      </Card>
    </div>
  )
}

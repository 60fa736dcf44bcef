// Making the plan of a year, with all its targets.

import './programme.css'
import { useRef } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { PickField } from '../../../platform/web/components/pick-field.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { useDraft } from '../../../platform/web/draft.ts'
import { showDay } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useGo } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { documentName } from '../../documents/web/public.tsx'
import { MakePlan, PlanDraft } from '../contract.ts'
import type { Change, Draft } from './line-typed.ts'
import { formWords } from './line-words.ts'
import { LinesEditor } from './lines-editor.tsx'
import { programmeWords } from './words.ts'

export default function MakePlanPage() {
  const w = useWords(formWords)
  const { programme } = useView()
  const draft = useAnswer(PlanDraft, { programme }, { when: programme !== '' })
  const common = useWords(programmeWords)
  return (
    <>
      <PageHead title={w.makeTitle} crumbs={[{ label: common.programme, to: '/programme' }, { label: w.makeTitle }]} />
      <Shown from={draft}>{(answer) => <PlanForm draft={answer} />}</Shown>
    </>
  )
}

function PlanForm({ draft }: { draft: Draft }) {
  const w = useWords(formWords)
  const language = useLanguage()
  const go = useGo()
  const making = useCommand(MakePlan)
  const id = useRef(uuidv7())
  const { problem } = making
  const year = draft.today.slice(0, 4)
  const kept = useDraft(`make-plan:${draft.programme.slug}`, {
    year,
    title: `Kế hoạch năm ${year}`,
    documentId: '',
    decidedOn: draft.today,
    effectiveOn: draft.today,
    changes: [] as Change[],
  })
  const typed = kept.value
  const send = async () => {
    const sent = await making.send({
      id: id.current,
      programmeId: draft.programme.id,
      year: Number(typed.year),
      title: typed.title,
      decidedOn: typed.decidedOn,
      effectiveOn: typed.effectiveOn,
      ...(typed.documentId ? { documentId: typed.documentId } : {}),
      lines: typed.changes.flatMap((change) => (change.what === 'add' ? [change.line] : [])),
    })
    if (!sent.ok) return
    kept.forget()
    say(w.made)
    go(`/programme?year=${typed.year}`)
  }
  return (
    <div className="stack">
      <LinesEditor
        lines={[]}
        changes={typed.changes}
        onChange={(changes) => kept.change({ changes })}
        choices={draft}
        effectiveOn={typed.effectiveOn}
        problem={problem}
        field={(place) => `lines.${place}`}
      />
      <Card title={w.basis} padded>
        <Form
          send={w.make}
          sending={making.sending}
          problem={problem}
          onSend={() => void send()}
          keptAt={kept.keptAt}
          onForget={kept.forget}
          others={<LinkButton to="/programme">{w.cancel}</LinkButton>}
        >
          <div className="row2">
            <TextField
              label={w.year}
              inputMode="numeric"
              problem={fieldProblem(problem, 'year')}
              value={typed.year}
              onChange={(value) => kept.change({ year: value })}
            />
            <TextField
              label={w.planTitle}
              problem={fieldProblem(problem, 'title')}
              value={typed.title}
              onChange={(value) => kept.change({ title: value })}
            />
          </div>
          <PickField
            label={w.document}
            optional
            reason={w.documentWhy}
            problem={fieldProblem(problem, 'documentId')}
            value={typed.documentId}
            onChange={(documentId) => kept.change({ documentId })}
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
              value={typed.decidedOn}
              onChange={(decidedOn) => kept.change({ decidedOn })}
            />
            <DateField
              label={w.effectiveOn}
              problem={fieldProblem(problem, 'effectiveOn')}
              value={typed.effectiveOn}
              onChange={(effectiveOn) => kept.change({ effectiveOn })}
            />
          </div>
        </Form>
      </Card>
    </div>
  )
}

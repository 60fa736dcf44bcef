// Writing a new item. The draft stays on this device until it is saved, then it is everybody's who may write here.

import { unitTitle } from '../../../platform/contract/unit-name.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import './portal.css'
import { lazy, Suspense, useMemo } from 'react'
import { v7 } from 'uuid'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { SelectField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { useDraft } from '../../../platform/web/draft.ts'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useGo } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ListPlaces, WriteArticle } from '../contract.ts'
import { nothingTyped, TextFields, writtenOf } from './text-fields.tsx'
import { portalWords } from './words.ts'

const Preview = lazy(() => import('./preview.tsx'))

export default function Write() {
  const w = useWords(portalWords)
  const { programme } = useView()
  const places = useAnswer(ListPlaces, { programme })
  return (
    <>
      <PageHead title={w.newTitle} crumbs={[{ label: w.title, to: '/portal' }, { label: w.write }]} />
      <Shown from={places}>{({ areas }) => <WriteForm areas={areas} />}</Shown>
    </>
  )
}

function WriteForm({ areas }: { areas: OutputOf<typeof ListPlaces>['areas'] }) {
  const w = useWords(portalWords)
  const language = useLanguage()
  const go = useGo()
  const { programme } = useView()
  const draft = useDraft(`news-${programme}`, { ...nothingTyped, areaId: areas[0]?.id ?? '' })
  const id = useMemo(() => v7(), [])
  const command = useCommand(WriteArticle)
  const send = async () => {
    const sent = await command.send({ id, programme, areaId: draft.value.areaId, ...writtenOf(draft.value) })
    if (!sent.ok) return
    draft.forget()
    say(w.saved)
    go(`/portal/${sent.answer.id}`)
  }
  return (
    <div className="po-two">
      <Card padded title={w.content}>
        <Form
          send={w.save}
          onSend={() => void send()}
          sending={command.sending}
          problem={command.problem}
          keptAt={draft.keptAt}
          onForget={draft.forget}
          others={<LinkButton to="/portal">{w.back}</LinkButton>}
        >
          <SelectField
            label={w.area}
            reason={w.areaWhy}
            value={draft.value.areaId}
            onChange={(areaId) => draft.change({ areaId })}
            choices={areas.map((area) => ({ value: area.id, label: unitTitle(area, language) }))}
            problem={fieldProblem(command.problem, 'areaId')}
          />
          <TextFields typed={draft.value} change={draft.change} problem={command.problem} areaId={draft.value.areaId} />
        </Form>
      </Card>
      <Suspense fallback={null}>
        <Preview typed={draft.value} />
      </Suspense>
    </div>
  )
}

// Raising an obstacle: what is in the way, who is asked, by when an answer is wanted. The draft is kept.

import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { TextArea, TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { PickField } from '../../../platform/web/components/pick-field.tsx'
import { Empty, Shown } from '../../../platform/web/components/states.tsx'
import { useDraft } from '../../../platform/web/draft.ts'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useGo, useSearch } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ListAskable, ListRaisable, RaiseObstacle } from '../contract.ts'
import { postName, useUnitTitle } from './shown.ts'
import { obstacleWords } from './words.ts'

type Units = OutputOf<typeof ListRaisable>['rows']

export default function RaisePage() {
  const w = useWords(obstacleWords)
  const { programme, on } = useView()
  const units = useAnswer(ListRaisable, { programme, on })
  return (
    <>
      <PageHead title={w.raise} crumbs={[{ label: w.title, to: '/obstacles' }, { label: w.raise }]} />
      <Card title={w.what} padded>
        <Shown from={units} lines={6}>
          {(answer) =>
            answer.rows.length === 0 ? <Empty icon="lock" title={w.noUnit} /> : <RaiseForm units={answer.rows} />
          }
        </Shown>
      </Card>
    </>
  )
}

function RaiseForm({ units }: { units: Units }) {
  const w = useWords(obstacleWords)
  const go = useGo()
  const { programme, on } = useView()
  const search = useSearch()
  const taskId = search.get('task')
  const unitTitle = useUnitTitle()
  const raise = useCommand(RaiseObstacle)
  const [id] = useState(() => uuidv7())
  const asked = search.get('area')
  const first = units.find((unit) => unit.id === asked)?.id ?? (units.length === 1 ? (units[0]?.id ?? '') : '')
  const draft = useDraft(`obstacle-new:${programme}:${taskId ?? ''}`, {
    areaId: first,
    title: '',
    detail: '',
    askedPostId: '',
    wantedBy: '',
  })
  const { value, change } = draft
  const posts = useAnswer(ListAskable, { programme, areaId: value.areaId, on }, { when: value.areaId !== '' }).answer
    ?.rows
  // Most obstacles are asked one level up; the first of the list is that post.
  const askedPostId = value.askedPostId || (posts?.[0]?.id ?? '')
  const send = async () => {
    const sent = await raise.send({
      id,
      programme,
      areaId: value.areaId,
      taskId: taskId ?? null,
      title: value.title,
      detail: value.detail,
      askedPostId,
      wantedBy: value.wantedBy || null,
    })
    if (!sent.ok) return
    draft.forget()
    say(w.raisedDone(sent.answer.number))
    go(`/obstacles/${sent.answer.id}`)
  }
  return (
    <Form
      onSend={() => void send()}
      send={w.raise}
      sending={raise.sending}
      problem={raise.problem}
      keptAt={draft.keptAt}
      onForget={draft.forget}
      others={<LinkButton to={taskId ? `/tasks/${taskId}` : '/obstacles'}>{w.back}</LinkButton>}
    >
      <PickField
        label={w.unit}
        value={value.areaId}
        placeholder={w.choose}
        onChange={(areaId) => change({ areaId, askedPostId: '' })}
        choices={units.map((unit) => ({ value: unit.id, label: unitTitle(unit) }))}
        problem={fieldProblem(raise.problem, 'areaId')}
      />
      <TextField
        label={w.shortTitle}
        reason={w.shortTitleWhy}
        value={value.title}
        onChange={(title) => change({ title })}
        problem={fieldProblem(raise.problem, 'title')}
      />
      <TextArea
        label={w.detail}
        reason={w.detailWhy}
        value={value.detail}
        onChange={(detail) => change({ detail })}
        problem={fieldProblem(raise.problem, 'detail')}
      />
      <PickField
        label={w.ask}
        reason={w.askWhy}
        value={askedPostId}
        placeholder={w.choose}
        onChange={(askedPostId) => change({ askedPostId })}
        choices={(posts ?? []).map((post) => ({ value: post.id, label: postName(post) }))}
        problem={fieldProblem(raise.problem, 'askedPostId')}
      />
      <DateField
        optional
        label={w.wanted}
        value={value.wantedBy}
        onChange={(wantedBy) => change({ wantedBy })}
        problem={fieldProblem(raise.problem, 'wantedBy')}
      />
    </Form>
  )
}

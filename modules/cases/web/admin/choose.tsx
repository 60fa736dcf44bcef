// Answers one point: which answer, on what ground, from which day.

import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { useCommand } from '../../../../platform/web/command.ts'
import { RadioField } from '../../../../platform/web/components/choice-field.tsx'
import { DateField } from '../../../../platform/web/components/date-field.tsx'
import { Dialog } from '../../../../platform/web/components/dialog.tsx'
import { TextArea } from '../../../../platform/web/components/field.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { useDraft } from '../../../../platform/web/draft.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { fieldProblem } from '../../../../platform/web/problem.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { ChooseLaw } from '../../contract.ts'
import type { Point } from './points.tsx'
import { adminWords } from './words.ts'

export function ChooseDialog({ point, today, onClose }: { point: Point; today: string; onClose: () => void }) {
  const w = useWords(adminWords)
  const language = useLanguage()
  const choose = useCommand(ChooseLaw)
  const [id] = useState(() => uuidv7())
  const [tried, setTried] = useState(false)
  const draft = useDraft(`law-point:${point.id}`, { answer: point.now, ground: '', from: today })
  const { answer, ground, from } = draft.value
  const send = async () => {
    setTried(true)
    if (ground.trim() === '' || from === '') return
    const sent = await choose.send({ id, point: point.id, answer, ground, from })
    if (!sent.ok) return
    draft.forget()
    say(w.saved)
    onClose()
  }
  return (
    <Dialog open side icon="help" title={point.question[language]} onClose={onClose}>
      <Form
        onSend={() => void send()}
        send={w.save}
        sending={choose.sending}
        problem={choose.problem}
        keptAt={draft.keptAt}
        onForget={draft.forget}
      >
        <RadioField
          label={w.answer}
          value={answer}
          onChange={(chosen) => draft.change({ answer: chosen })}
          choices={point.answers.map((each) => ({
            value: each.id,
            label: each.words[language],
            note: [each.id === point.now && w.inForce, each.id === point.byDefault && w.byDefault]
              .filter(Boolean)
              .join(', '),
          }))}
        />
        <TextArea
          label={w.ground}
          reason={w.groundWhy}
          maxLength={500}
          value={ground}
          onChange={(typed) => draft.change({ ground: typed })}
          problem={tried && ground.trim() === '' ? w.groundNeeded : fieldProblem(choose.problem, 'ground')}
        />
        <DateField
          label={w.from}
          reason={w.fromWhy}
          value={from}
          onChange={(day) => draft.change({ from: day })}
          problem={tried && from === '' ? w.fromNeeded : fieldProblem(choose.problem, 'from')}
        />
      </Form>
    </Dialog>
  )
}

// A declared figure no longer counts from a day on; from its own day on it never did.

import { useState } from 'react'
import { useCommand } from '../../../platform/web/command.ts'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { showDay, showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import { WithdrawDeclared } from '../contract.ts'
import { rosterWords } from './words.ts'

type Props = {
  areaId: string
  figure: { id: string; version: number; value: number; asOf: string; source: string }
  on: string
  onClose: () => void
}

export function WithdrawDialog({ areaId, figure, on, onClose }: Props) {
  const w = useWords(rosterWords)
  const language = useLanguage()
  const withdraw = useCommand(WithdrawDeclared)
  const [day, setDay] = useState(on)
  const { id, version } = figure
  const send = async () => {
    const sent = await withdraw.send({ communeId: areaId, id, version, on: day })
    if (!sent.ok) return
    say(w.withdrawnNow)
    onClose()
  }
  return (
    <Dialog open title={w.withdrawOf(showNumber(figure.value, language))} onClose={onClose}>
      <Form
        onSend={() => void send()}
        send={w.withdraw}
        sending={withdraw.sending}
        {...(withdraw.problem ? { problem: withdraw.problem } : {})}
      >
        <p className="t14 muted">
          {figure.source}, {showDay(figure.asOf)}
        </p>
        <DateField
          label={w.withdrawDay}
          reason={w.withdrawWhy}
          value={day}
          onChange={setDay}
          problem={fieldProblem(withdraw.problem, 'on')}
        />
      </Form>
    </Dialog>
  )
}

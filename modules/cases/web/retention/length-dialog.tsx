// Enters a length that was checked: how long, from which day, on what ground.

import { useState } from 'react'
import { useCommand } from '../../../../platform/web/command.ts'
import { DateField } from '../../../../platform/web/components/date-field.tsx'
import { Dialog } from '../../../../platform/web/components/dialog.tsx'
import { SelectField, TextField } from '../../../../platform/web/components/field.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { useLanguage } from '../../../../platform/web/language.ts'
import { fieldProblem } from '../../../../platform/web/problem.ts'
import { useView } from '../../../../platform/web/view.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { keepingRules, lengthRules, lengthUnits } from '../../../../rules/retention/lengths.ts'
import { SetLength } from '../../contract.ts'
import type { LengthRow } from './lengths.tsx'
import { lengthWords } from './words.ts'

type Unit = (typeof lengthUnits)[number]

export function LengthDialog({ row: { rule, now }, onClose }: { row: LengthRow; onClose: () => void }) {
  const w = useWords(lengthWords)
  const language = useLanguage()
  const enter = useCommand(SetLength)
  const { today } = useView()
  const [count, setCount] = useState(String(now.span.count))
  const [unit, setUnit] = useState<Unit>(now.span.unit)
  const [from, setFrom] = useState(today)
  const [ground, setGround] = useState('')
  const [tried, setTried] = useState(false)
  const number = /^\d{1,4}$/.test(count.trim()) ? Number(count) : 0
  const good = number >= 1 && number <= 1200
  const units = Object.hasOwn(keepingRules, rule) ? (['days', 'months'] as const) : lengthUnits
  const send = async () => {
    setTried(true)
    if (!good || !from || !ground.trim()) return
    const sent = await enter.send({ rule, from, span: { count: number, unit }, ground })
    if (!sent.ok) return
    say(w.done)
    onClose()
  }
  return (
    <Dialog open side icon="pen" title={w.enter} onClose={onClose}>
      <p className="muted">{lengthRules[rule].what[language]}</p>
      <Form onSend={() => void send()} send={w.enter} sending={enter.sending} problem={enter.problem}>
        <TextField
          label={w.count}
          inputMode="numeric"
          value={count}
          onChange={setCount}
          problem={tried && !good ? w.countWrong : undefined}
        />
        <SelectField
          label={w.unit}
          value={unit}
          onChange={(chosen) => setUnit(chosen as Unit)}
          choices={units.map((value) => ({ value, label: w.unitName(value) }))}
        />
        <DateField label={w.from} value={from} onChange={setFrom} problem={tried && !from ? w.needed : undefined} />
        <TextField
          label={w.ground}
          reason={w.groundWhy}
          maxLength={300}
          value={ground}
          onChange={setGround}
          problem={tried && !ground.trim() ? w.needed : fieldProblem(enter.problem, 'ground')}
        />
      </Form>
    </Dialog>
  )
}

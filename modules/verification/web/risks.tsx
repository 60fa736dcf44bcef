// The stated risks, by day, and what they mean; an administrator states new ones.

import './verification.css'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Card } from '../../../platform/web/components/card.tsx'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { TextArea, TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { Tag } from '../../../platform/web/components/marks.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { Note, PageHead } from '../../../platform/web/components/page.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showDay, showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { SetRisks, ShowRisks } from '../contract.ts'
import { riskWords } from './risk-words.ts'

type Answer = OutputOf<typeof ShowRisks>
type Risks = Answer['rows'][number]

export default function RisksPage() {
  const w = useWords(riskWords)
  const risks = useAnswer(ShowRisks, {})
  return (
    <>
      <PageHead title={w.title} />
      <Shown from={risks} lines={8}>
        {(answer) => (
          <div className="stack">
            <Note>{w.why}</Note>
            <Card title={w.history}>
              <History answer={answer} />
            </Card>
            <Card title={w.plans}>
              <Plans plans={answer.plans} />
            </Card>
            {answer.may.change && <Change answer={answer} />}
          </div>
        )}
      </Shown>
    </>
  )
}

function History({ answer }: { answer: Answer }) {
  const w = useWords(riskWords)
  const { today } = useView()
  const columns: Column<Risks>[] = [
    {
      key: 'from',
      title: w.from,
      cell: (row) => (
        <>
          <b className="semi">{showDay(row.effectiveOn)}</b> {row.id === answer.inForce && <Tag>{w.inForce}</Tag>}
          {row.effectiveOn > today && <Tag icon="clock">{w.later}</Tag>}
          <span className="sub">{row.reason ?? w.ofProduct}</span>
        </>
      ),
    },
    { key: 'acceptable', title: w.acceptable, width: '130px', align: 'right', cell: (row) => `${row.acceptable}%` },
    { key: 'rejectable', title: w.rejectable, width: '130px', align: 'right', cell: (row) => `${row.rejectable}%` },
    { key: 'producer', title: w.producer, width: '150px', align: 'right', cell: (row) => `${row.producer}%` },
    { key: 'consumer', title: w.consumer, width: '150px', align: 'right', cell: (row) => `${row.consumer}%` },
    { key: 'tries', title: w.tries, width: '130px', align: 'right', cell: (row) => row.tries },
  ]
  return <Table label={w.history} columns={columns} rows={answer.rows} rowKey={(row) => row.id} foldInTwo />
}

function Plans({ plans }: { plans: Answer['plans'] }) {
  const w = useWords(riskWords)
  const language = useLanguage()
  const columns: Column<Answer['plans'][number]>[] = [
    { key: 'size', title: w.size, fold: w.size, cell: (plan) => showNumber(plan.size, language) },
    { key: 'sample', title: w.sample, width: '160px', align: 'right', cell: (plan) => plan.sample },
    { key: 'allowed', title: w.allowed, width: '200px', align: 'right', cell: (plan) => plan.allowed },
  ]
  return <Table label={w.plans} columns={columns} rows={plans} rowKey={(plan) => String(plan.size)} />
}

const fields = ['acceptable', 'rejectable', 'producer', 'consumer', 'tries'] as const
const whole = /^\d{1,2}$/

function Change({ answer }: { answer: Answer }) {
  const w = useWords(riskWords)
  const { today } = useView()
  const change = useCommand(SetRisks)
  const [newest] = answer.rows
  const [typed, type] = useState(() => ({
    effectiveOn: today,
    reason: '',
    ...(Object.fromEntries(fields.map((field) => [field, String(newest?.[field] ?? '')])) as Record<
      (typeof fields)[number],
      string
    >),
  }))
  const set = (part: Partial<typeof typed>) => type({ ...typed, ...part })
  const wrong = (field: string) => fieldProblem(change.problem, field)
  const send = async () => {
    if (!fields.every((field) => whole.test(typed[field].trim()))) return
    const numbers = Object.fromEntries(fields.map((field) => [field, Number(typed[field])])) as Record<
      (typeof fields)[number],
      number
    >
    const { effectiveOn, reason } = typed
    const sent = await change.send({ id: uuidv7(), afterId: newest?.id ?? '', effectiveOn, reason, ...numbers })
    if (sent.ok) say(w.changed)
  }
  return (
    <Card title={w.change} padded>
      <Form
        onSend={() => void send()}
        send={w.change}
        sending={change.sending}
        {...(change.problem ? { problem: change.problem } : {})}
      >
        <DateField
          label={w.from}
          value={typed.effectiveOn}
          onChange={(effectiveOn) => set({ effectiveOn })}
          problem={wrong('effectiveOn')}
        />
        {fields.map((field) => (
          <TextField
            key={field}
            label={w[field]}
            reason={w[`${field}Why`]}
            inputMode="numeric"
            value={typed[field]}
            onChange={(text) => set({ [field]: text })}
            problem={whole.test(typed[field].trim()) ? wrong(field) : w.whole}
          />
        ))}
        <TextArea
          label={w.reason}
          value={typed.reason}
          onChange={(reason) => set({ reason })}
          problem={wrong('reason')}
        />
      </Form>
    </Card>
  )
}

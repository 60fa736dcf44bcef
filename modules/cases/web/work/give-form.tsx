// To whom files go over and on what ground; and afterwards which they were.

import { type ReactNode, useState } from 'react'
import { Button } from '../../../../platform/web/components/button.tsx'
import { SelectField, TextField } from '../../../../platform/web/components/field.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { Note } from '../../../../platform/web/components/page.tsx'
import { fieldProblem, type Problem } from '../../../../platform/web/problem.ts'
import { useWords } from '../../../../platform/web/words.ts'
import type { Officers } from './officers.tsx'
import { workWords } from './words.ts'

type Sent = { ok: true; answer: { numbers: readonly string[] } } | { ok: false }
type Props = {
  why: string
  deed: string
  colleagues: Officers['colleagues']
  sending: boolean
  problem: Problem | undefined
  /** Whether it is chosen what goes over. */
  ready?: boolean
  send: (to: string, ground: string) => Promise<Sent>
  onClose: () => void
  /** What goes over, where there is a choice; `tried`: it was sent before everything was said. */
  children?: (tried: boolean) => ReactNode
}

export function GiveForm({ why, deed, colleagues, sending, problem, ready = true, send, onClose, children }: Props) {
  const w = useWords(workWords)
  const [to, setTo] = useState('')
  const [ground, setGround] = useState('')
  const [tried, setTried] = useState(false)
  const [given, setGiven] = useState<{ numbers: readonly string[]; name: string }>()
  const give = async () => {
    setTried(true)
    if (to === '' || ground.trim() === '' || !ready) return
    const sent = await send(to, ground)
    // By then they are in charge, and no longer among those to choose from.
    const name = colleagues.find(({ id }) => id === to)?.name ?? ''
    if (sent.ok) setGiven({ numbers: sent.answer.numbers, name })
  }
  if (given)
    return (
      <>
        <div role="status">
          <Note icon="check-c">{w.given(given.numbers.length, given.name)}</Note>
        </div>
        <h3 className="work-given-h">{w.givenList}</h3>
        <ul className="work-given num">
          {given.numbers.map((number) => (
            <li key={number}>{number}</li>
          ))}
        </ul>
        <Button main onClick={onClose}>
          {w.done}
        </Button>
      </>
    )
  return (
    <Form onSend={() => void give()} send={deed} sending={sending} problem={problem}>
      <p className="muted">{why}</p>
      {children?.(tried)}
      <SelectField
        label={w.to}
        value={to}
        onChange={setTo}
        empty={w.choose}
        problem={tried && to === '' ? w.chooseNeeded : fieldProblem(problem, 'to')}
        choices={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        label={w.ground}
        reason={w.groundWhy}
        maxLength={300}
        value={ground}
        onChange={setGround}
        problem={tried && ground.trim() === '' ? w.groundNeeded : fieldProblem(problem, 'ground')}
      />
    </Form>
  )
}

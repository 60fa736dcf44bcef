// Files go over as a whole: to whom, on what ground; and afterwards which they were.

import { useState } from 'react'
import { useCommand } from '../../../../platform/web/command.ts'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Dialog } from '../../../../platform/web/components/dialog.tsx'
import { SelectField, TextField } from '../../../../platform/web/components/field.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { Note } from '../../../../platform/web/components/page.tsx'
import { fieldProblem } from '../../../../platform/web/problem.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { NameOfficer } from '../../contract.ts'
import type { OfficerRow, Officers } from './officers.tsx'
import { workWords } from './words.ts'

type Props = { row: OfficerRow; colleagues: Officers['colleagues']; communeId: string; onClose: () => void }

export function GiveDialog({ row: { officer, files }, colleagues, communeId, onClose }: Props) {
  const w = useWords(workWords)
  const give = useCommand(NameOfficer)
  const [to, setTo] = useState('')
  const [ground, setGround] = useState('')
  const [tried, setTried] = useState(false)
  const [given, setGiven] = useState<readonly string[]>()
  const nameOf = (id: string) => colleagues.find((each) => each.id === id)?.name ?? ''
  const send = async () => {
    setTried(true)
    if (to === '' || ground.trim() === '') return
    const sent = await give.send({ communeId, from: officer?.id ?? null, to, ground })
    if (sent.ok) setGiven(sent.answer.numbers)
  }
  return (
    <Dialog
      open
      side
      tone="sealed"
      icon="swap"
      title={officer ? w.giveTitle(officer.name) : w.assignTitle}
      onClose={onClose}
    >
      {given ? (
        <>
          <div role="status">
            <Note icon="check-c">{w.given(given.length, nameOf(to))}</Note>
          </div>
          <h3 className="work-given-h">{w.givenList}</h3>
          <ul className="work-given num">
            {given.map((number) => (
              <li key={number}>{number}</li>
            ))}
          </ul>
          <Button main onClick={onClose}>
            {w.done}
          </Button>
        </>
      ) : (
        <Form
          onSend={() => void send()}
          send={officer ? w.give : w.assign}
          sending={give.sending}
          problem={give.problem}
        >
          <p className="muted">{w.giveWhy(files)}</p>
          <SelectField
            label={w.to}
            value={to}
            onChange={setTo}
            empty={w.choose}
            problem={tried && to === '' ? w.chooseNeeded : fieldProblem(give.problem, 'to')}
            choices={colleagues
              .filter(({ id }) => id !== officer?.id)
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextField
            label={w.ground}
            reason={w.groundWhy}
            maxLength={300}
            value={ground}
            onChange={setGround}
            problem={tried && ground.trim() === '' ? w.groundNeeded : fieldProblem(give.problem, 'ground')}
          />
        </Form>
      )}
    </Dialog>
  )
}

// Who visits, and how far the visits are; what they found stays hidden until the lot is judged.

import { useState } from 'react'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Bar } from '../../../platform/web/components/bar.tsx'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { RadioField } from '../../../platform/web/components/choice-field.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import { AssignVerifier, ListVerifiers } from '../contract.ts'
import type { Lot } from './lot.tsx'
import { oneLotWords } from './lot-words.ts'
import { lotWords } from './words.ts'

export function VerifierCard({ lot }: { lot: Lot }) {
  const [w, words] = [useWords(oneLotWords), useWords(lotWords)]
  const [assigning, assign] = useState(false)
  const { visited, of } = lot.visits
  return (
    <Card
      title={w.visits}
      padded
      end={
        lot.may.assign && (
          <Button small onClick={() => assign(true)}>
            {lot.verifier ? w.assignAnother : w.assign}
          </Button>
        )
      }
    >
      <p>
        {w.verifier}:{' '}
        {lot.verifier ? <b className="semi">{lot.verifier.name}</b> : <span className="muted">{w.noVerifier}</span>}
      </p>
      {lot.draw && (
        <p className="visits-bar">
          <Bar share={visited / of} label={words.visitedOf(visited, of)} />
          {words.visitedOf(visited, of)}
        </p>
      )}
      {!lot.result && <p className="muted">{w.blind}</p>}
      {assigning && <AssignDialog lot={lot} onClose={() => assign(false)} />}
    </Card>
  )
}

function AssignDialog({ lot, onClose }: { lot: Lot; onClose: () => void }) {
  const w = useWords(oneLotWords)
  const verifiers = useAnswer(ListVerifiers, { id: lot.id })
  const assign = useCommand(AssignVerifier)
  const [who, choose] = useState('')
  const send = async () => {
    const sent = await assign.send({ id: lot.id, version: lot.version, verifierId: who })
    if (!sent.ok) return
    say(w.assigned)
    onClose()
  }
  return (
    <Dialog open title={w.assign} icon="user" onClose={onClose}>
      <p className="muted">{w.assignWhy}</p>
      <Shown from={verifiers} lines={3}>
        {({ rows }) => (
          <Form
            onSend={() => void send()}
            send={w.assign}
            sending={assign.sending}
            {...(assign.problem ? { problem: assign.problem } : {})}
          >
            <RadioField
              label={w.who}
              value={who}
              onChange={choose}
              problem={fieldProblem(assign.problem, 'verifierId')}
              choices={rows.map((row) => ({
                value: row.id,
                label: row.name,
                note: row.why ? `${row.where} · ${w[row.why]}` : row.where,
                disabled: row.why !== null,
              }))}
            />
          </Form>
        )}
      </Shown>
    </Dialog>
  )
}

// Beginning a file: who the person is, doubts about numbers as a warning, and those who may be the same person to look at first.

import './files.css'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { useCommand } from '../../../../platform/web/command.ts'
import { Button, LinkButton } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { Note } from '../../../../platform/web/components/page.tsx'
import type { Problem } from '../../../../platform/web/problem.ts'
import { useGo } from '../../../../platform/web/route.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { BeginFile, caseRefusals } from '../../contract.ts'
import { useMemoryDraft } from '../memory-draft.ts'
import { type Commune, useCommunes } from './communes.ts'
import { identityOf, nobody } from './identity-draft.ts'
import { IdentityFields } from './identity-fields.tsx'
import { LikelySame } from './likely-same.tsx'
import { OfCommune } from './of-commune.tsx'
import { SealedHead } from './sealed-head.tsx'
import { filesWords } from './words.ts'

export default function BeginPage() {
  const w = useWords(filesWords)
  const communes = useCommunes('cases.record')
  return (
    <>
      <SealedHead title={w.begin} commune={communes.chosen} inFiles />
      <OfCommune communes={communes}>{(commune) => <BeginForm key={commune.id} commune={commune} />}</OfCommune>
    </>
  )
}

const empty = () => ({ ids: { id: uuidv7(), personId: uuidv7() }, typed: nobody() })

function BeginForm({ commune }: { commune: Commune }) {
  const w = useWords(filesWords)
  const go = useGo()
  const begin = useCommand(BeginFile)
  const [tried, setTried] = useState(false)
  const { value, change, forget } = useMemoryDraft(`begin:${commune.id}`, empty)
  const { identity, faults } = identityOf(value.typed)
  const same = begin.problem?.code === caseRefusals.likely_same.code ? begin.problem : undefined
  const send = async (although: boolean) => {
    setTried(true)
    if (faults.length > 0) return
    const sent = await begin.send({ communeId: commune.id, ...value.ids, identity, although })
    if (!sent.ok) return
    forget()
    say(w.begun(sent.answer.number))
    go(`/files/${commune.id}/${sent.answer.id}`)
  }
  return (
    <Card title={w.who} padded>
      <div className="begin-why">
        <Note icon="lock" tone="sealed">
          {w.beginWhy}
        </Note>
      </div>
      <Form
        onSend={() => void send(false)}
        send={w.begin}
        sending={begin.sending}
        problem={same ? undefined : problemShown(begin.problem, tried && faults.length > 0, w.checkFields)}
        others={<LinkButton to="/files">{w.cancel}</LinkButton>}
      >
        <IdentityFields
          value={value.typed}
          change={(part) => change({ typed: { ...value.typed, ...part } })}
          faults={tried ? faults : []}
        />
        {same && (
          <LikelySame problem={same} communeId={commune.id}>
            <Button busy={begin.sending} onClick={() => void send(true)}>
              {w.somebodyElse}
            </Button>
          </LikelySame>
        )}
      </Form>
    </Card>
  )
}

/** What stands in the way here is said in the same place as what the server says. */
export const problemShown = (problem: Problem | undefined, faulty: boolean, title: string): Problem | undefined =>
  faulty ? { status: 422, code: 'here', title, fields: [], extra: {} } : problem

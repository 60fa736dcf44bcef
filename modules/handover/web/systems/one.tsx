// One sister system: how it stands, its code to compare, which communes it serves, and what can be done about it.

import { useState } from 'react'
import { unitName } from '../../../../platform/contract/unit-name.ts'
import { useCommand } from '../../../../platform/web/command.ts'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { Dialog } from '../../../../platform/web/components/dialog.tsx'
import { TextField } from '../../../../platform/web/components/field.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { Note } from '../../../../platform/web/components/page.tsx'
import { ReasonDialog } from '../../../../platform/web/components/reason-dialog.tsx'
import { Status } from '../../../../platform/web/components/status.tsx'
import { showInstant } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { ConfirmCard, type CorrespondentShown, RevokeCorrespondent } from '../../contract.ts'
import { Line } from '../one/facts.tsx'
import { systemWords } from './words.ts'

type Key = CorrespondentShown['keys'][number]
const kinds = { trusted: 'met', 'to-compare': 'soon', revoked: 'notmet' } as const

export function SystemCard({ system }: { system: CorrespondentShown }) {
  const w = useWords(systemWords)
  const language = useLanguage()
  const revoke = useCommand(RevokeCorrespondent)
  const [comparing, setComparing] = useState<Key>()
  const [revoking, setRevoking] = useState(false)
  const { state, revoked, keys, serves, waiting } = system
  const toCompare = keys.find(({ confirmedAt, distrusted }) => !confirmedAt && !distrusted)
  const inUse = keys.find(({ confirmedAt, endedAt, distrusted }) => confirmedAt && !endedAt && !distrusted)
  return (
    <Card title={system.name} icon="swap" beside={<Status kind={kinds[state]}>{w[state]}</Status>}>
      {toCompare && state === 'trusted' && (
        <div className="card-b">
          <Note icon="alert" tone="soon">
            {w.newCard}
          </Note>
        </div>
      )}
      <dl className="hand-over-lines">
        <Line label={w.code}>
          {(toCompare ?? inUse) && <code className="hand-over-code-long num">{(toCompare ?? inUse)?.code}</code>}
        </Line>
        <Line label={w.comparedAt}>
          {inUse?.confirmedAt &&
            w.comparedOn(showInstant(inUse.confirmedAt), inUse.confirmedBy ?? '—', inUse.confirmedWith ?? '')}
        </Line>
        <Line label={w.revoked}>{revoked && w.revokedOn(showInstant(revoked.at), revoked.by ?? '—', revoked.why)}</Line>
        <Line label={w.serves}>
          {serves.length > 0 && (
            <>
              {w.communes(serves.length)}
              <span className="hand-over-served">: {serves.map((unit) => unitName(unit, language)).join(', ')}</span>
            </>
          )}
        </Line>
        <Line label={w.registeredAt}>
          <span className="num">{showInstant(system.registeredAt)}</span>
        </Line>
        <Line label={w.olderCards}>{keys.length > 1 && <span className="num">{keys.length - 1}</span>}</Line>
      </dl>
      <div className="hand-over-answers noprint">
        {waiting > 0 && (
          <Note icon="clock" tone="soon">
            {w.waiting(waiting)}
          </Note>
        )}
        {toCompare && (
          <Button main icon="check" onClick={() => setComparing(toCompare)}>
            {w.compare}
          </Button>
        )}
        {state !== 'revoked' && (
          <Button danger icon="lock" onClick={() => setRevoking(true)}>
            {w.revoke}
          </Button>
        )}
      </div>
      {comparing && <CompareDialog id={system.id} card={comparing} onClose={() => setComparing(undefined)} />}
      {revoking && (
        <ReasonDialog
          title={`${w.revoke}: ${system.name}`}
          why={w.revokeWhy}
          label={w.revokeLabel}
          field="why"
          deed={w.revoke}
          done={w.revokeDone}
          sending={revoke}
          send={(why) => revoke.send({ id: system.id, why })}
          onClose={() => setRevoking(false)}
        />
      )}
    </Card>
  )
}

function CompareDialog({ id, card, onClose }: { id: string; card: Key; onClose: () => void }) {
  const w = useWords(systemWords)
  const confirm = useCommand(ConfirmCard)
  const [whom, setWhom] = useState('')
  const [tried, setTried] = useState(false)
  const send = async () => {
    setTried(true)
    if (whom.trim() === '') return
    const sent = await confirm.send({ id, key: card.id, with: whom })
    if (!sent.ok) return
    say(w.compared)
    onClose()
  }
  return (
    <Dialog open icon="check" title={w.compare} onClose={onClose}>
      <p className="muted">{w.compareWhy}</p>
      <p>
        <code className="hand-over-code-long num">{card.code}</code>
      </p>
      <Form onSend={() => void send()} send={w.same} sending={confirm.sending} problem={confirm.problem}>
        <TextField
          label={w.comparedWith}
          value={whom}
          maxLength={200}
          onChange={setWhom}
          problem={tried && whom.trim() === '' ? w.needed : undefined}
        />
      </Form>
    </Dialog>
  )
}

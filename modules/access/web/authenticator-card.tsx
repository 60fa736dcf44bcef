// The authenticator app: switched on by password and code, with backup codes; switched off by password.

import './account.css'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import { useAuthDeed } from './auth-call.ts'
import { AuthenticatorSetup, BackupCodes, type Started } from './authenticator-setup.tsx'
import { authenticatorWords } from './authenticator-words.ts'
import { PasswordField } from './password-field.tsx'

type Step = 'start' | 'off' | 'renew' | undefined

export function AuthenticatorCard({ on, password }: { on: boolean; password: boolean }) {
  const w = useWords(authenticatorWords)
  const queries = useQueryClient()
  const [step, setStep] = useState<Step>()
  const [started, setStarted] = useState<Started>()
  const [codes, setCodes] = useState<readonly string[]>()
  const done = (text: string) => {
    setStep(undefined)
    setStarted(undefined)
    say(text)
    void queries.invalidateQueries()
  }
  return (
    <Card title={w.title} beside={<Status kind={on ? 'met' : 'unknown'}>{on ? w.on : w.off}</Status>} padded>
      <p className="muted">{on ? w.onWhat : password ? w.offWhat : w.needsPassword}</p>
      <p className="btns acc-btns">
        {on ? (
          <>
            <Button icon="again" onClick={() => setStep('renew')}>
              {w.renew}
            </Button>
            <Button quiet danger onClick={() => setStep('off')}>
              {w.switchOff}
            </Button>
          </>
        ) : (
          password && (
            <Button icon="device" onClick={() => setStep('start')}>
              {w.switchOn}
            </Button>
          )
        )}
      </p>
      {step === 'start' && !started && (
        <AskPassword<Started>
          title={w.switchOn}
          path="/two-factor/enable"
          send={w.next}
          onClose={() => setStep(undefined)}
          onDone={setStarted}
        />
      )}
      {started && (
        <AuthenticatorSetup started={started} onClose={() => setStarted(undefined)} onDone={() => done(w.nowOn)} />
      )}
      {step === 'off' && (
        <AskPassword
          title={w.switchOff}
          path="/two-factor/disable"
          send={w.switchOff}
          danger
          onClose={() => setStep(undefined)}
          onDone={() => done(w.nowOff)}
        />
      )}
      {step === 'renew' && (
        <AskPassword<{ backupCodes: readonly string[] }>
          title={w.renew}
          path="/two-factor/generate-backup-codes"
          send={w.renew}
          onClose={() => setStep(undefined)}
          onDone={({ backupCodes }) => {
            setStep(undefined)
            setCodes(backupCodes)
          }}
        />
      )}
      {codes && (
        <Dialog
          open
          title={w.codes}
          icon="lock"
          onClose={() => setCodes(undefined)}
          actions={
            <Button main onClick={() => setCodes(undefined)}>
              {w.kept}
            </Button>
          }
        >
          <BackupCodes codes={codes} />
        </Dialog>
      )}
    </Card>
  )
}

/** Whoever sits at an unlocked screen does not know the password. */
function AskPassword<T = Record<string, never>>({
  title,
  path,
  send,
  danger,
  onClose,
  onDone,
}: {
  title: string
  path: string
  send: string
  danger?: boolean
  onClose: () => void
  onDone: (answer: T) => void
}) {
  const w = useWords(authenticatorWords)
  const [password, setPassword] = useState('')
  const deed = useAuthDeed<T>(path)
  const submit = async () => {
    const asked = await deed.send({ password })
    if (asked.ok) onDone(asked.answer)
  }
  return (
    <Dialog open title={title} icon={danger ? 'alert' : 'lock'} onClose={onClose}>
      <Form onSend={() => void submit()} send={send} sending={deed.sending} problem={deed.problem}>
        <PasswordField
          label={w.password}
          value={password}
          onChange={setPassword}
          problem={fieldProblem(deed.problem, 'password')}
        />
      </Form>
    </Dialog>
  )
}

// Setting up the app: first the backup codes are put away, then the picture is scanned, then a code proves that it works.

import './authenticator.css'
import { lazy, Suspense, useState } from 'react'
import { Button } from '../../../platform/web/components/button.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { useAuthDeed } from './auth-call.ts'
import { authenticatorWords } from './authenticator-words.ts'

export type Started = { address: string; backupCodes: readonly string[] }

const Qr = lazy(() => import('../../../platform/web/components/qr.tsx'))

export function AuthenticatorSetup({
  started,
  onClose,
  onDone,
}: {
  started: Started
  onClose: () => void
  onDone: () => void
}) {
  const w = useWords(authenticatorWords)
  const [kept, setKept] = useState(false)
  const [code, setCode] = useState('')
  const deed = useAuthDeed('/two-factor/verify-totp')
  const submit = async () => {
    const done = await deed.send({ code: code.replace(/\s/g, '') })
    if (done.ok) onDone()
  }
  const key = new URL(started.address).searchParams.get('secret') ?? ''
  if (!kept)
    return (
      <Dialog
        open
        title={w.codes}
        icon="lock"
        onClose={onClose}
        actions={
          <Button main onClick={() => setKept(true)}>
            {w.kept}
          </Button>
        }
      >
        <BackupCodes codes={started.backupCodes} />
      </Dialog>
    )
  return (
    <Dialog open title={w.switchOn} icon="device" onClose={onClose}>
      <p>{w.scan}</p>
      <Suspense fallback={<div className="qr" />}>
        <Qr text={started.address} label={w.picture} />
      </Suspense>
      <p className="t13 muted acc-p">
        {w.byHand} <code className="otp-key">{key.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <Form onSend={() => void submit()} send={w.finish} sending={deed.sending} problem={deed.problem}>
        <TextField
          label={w.code}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          value={code}
          onChange={setCode}
        />
      </Form>
    </Dialog>
  )
}

export function BackupCodes({ codes }: { codes: readonly string[] }) {
  const w = useWords(authenticatorWords)
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'))
    say(w.copied)
  }
  return (
    <>
      <p>{w.codesWhat}</p>
      <ul className="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p className="btns noprint">
        <Button small icon="print" onClick={() => window.print()}>
          {w.print}
        </Button>
        <Button small onClick={() => void copy()}>
          {w.copy}
        </Button>
      </p>
    </>
  )
}

// The second factor: a code of the app, or one of the backup codes.

import { useState } from 'react'
import { Button } from '../../../platform/web/components/button.tsx'
import { TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { useAuthDeed } from './auth-call.ts'
import { signInWords } from './sign-in-words.ts'

export function SecondFactor({ onDone, onBack }: { onDone: () => void; onBack: () => void }) {
  const w = useWords(signInWords)
  const [backup, setBackup] = useState(false)
  const [code, setCode] = useState('')
  const app = useAuthDeed('/two-factor/verify-totp')
  const kept = useAuthDeed('/two-factor/verify-backup-code')
  const deed = backup ? kept : app
  const submit = async () => {
    const found = await deed.send({ code: backup ? code : code.replace(/\s/g, '') })
    if (found.ok) onDone()
  }
  const change = () => {
    setBackup(!backup)
    setCode('')
    app.clear()
    kept.clear()
  }
  return (
    <>
      <p className="ent-lead">{backup ? w.backupLead : w.secondLead}</p>
      <Form onSend={() => void submit()} send={w.confirm} sending={deed.sending} problem={deed.problem}>
        <TextField
          label={backup ? w.backupCode : w.code}
          autoComplete="one-time-code"
          inputMode={backup ? 'text' : 'numeric'}
          autoFocus
          value={code}
          onChange={setCode}
        />
      </Form>
      <div className="ent-ways">
        <Button quiet onClick={change}>
          {backup ? w.useApp : w.useBackup}
        </Button>
        <Button quiet icon="arrow-l" onClick={onBack}>
          {w.back}
        </Button>
      </div>
    </>
  )
}

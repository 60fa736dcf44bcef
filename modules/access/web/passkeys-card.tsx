// Passkeys: signing in with the fingerprint or the PIN of one's own device.

import './account.css'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { useConfirm } from '../../../platform/web/components/confirm.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { Icon } from '../../../platform/web/components/icon.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { showInstant } from '../../../platform/web/format.ts'
import { fieldProblem, type Problem } from '../../../platform/web/problem.ts'
import { defineWords, useWords } from '../../../platform/web/words.ts'
import { useAuthDeed } from './auth-call.ts'
import type { MeAnswer } from './me-answer.ts'
import { addPasskey, passkeysWork } from './passkeys.ts'

const words = defineWords({
  title: { vi: 'Khóa truy cập', en: 'Passkeys' },
  what: {
    vi: 'Đăng nhập bằng vân tay, khuôn mặt hoặc mã PIN của thiết bị, không cần gõ mật khẩu.',
    en: 'Sign in with the fingerprint, face or PIN of your device, without typing a password.',
  },
  notHere: { vi: 'Trình duyệt này chưa hỗ trợ khóa truy cập.', en: 'This browser does not know passkeys.' },
  add: { vi: 'Thêm khóa truy cập', en: 'Add a passkey' },
  name: { vi: 'Tên để nhớ', en: 'A name to remember it by' },
  nameWhy: { vi: 'Ví dụ: Điện thoại, Máy cơ quan.', en: 'For example: phone, office computer.' },
  added: { vi: 'Đã thêm khóa truy cập.', en: 'Passkey added.' },
  since: { vi: (at: string) => `thêm ${at}`, en: (at: string) => `added ${at}` },
  unnamed: { vi: 'Khóa không tên', en: 'Passkey without a name' },
  remove: { vi: 'Bỏ', en: 'Remove' },
  removeAsk: { vi: (name: string) => `Bỏ khóa “${name}”?`, en: (name: string) => `Remove the passkey “${name}”?` },
  removeWhat: {
    vi: 'Thiết bị đó sẽ không đăng nhập được bằng khóa này nữa.',
    en: 'That device can no longer sign in with it.',
  },
  removed: { vi: 'Đã bỏ khóa truy cập.', en: 'Passkey removed.' },
})

export function PasskeysCard({ passkeys }: { passkeys: MeAnswer['signIn']['passkeys'] }) {
  const w = useWords(words)
  const ask = useConfirm()
  const queries = useQueryClient()
  const [adding, setAdding] = useState(false)
  const removal = useAuthDeed('/passkey/delete-passkey')
  const remove = async (id: string, name: string) => {
    if (!(await ask({ title: w.removeAsk(name), text: w.removeWhat, yes: w.remove, danger: true }))) return
    const done = await removal.send({ id })
    say(done.ok ? w.removed : { text: done.problem.title, bad: true })
    void queries.invalidateQueries()
  }
  return (
    <Card title={w.title} padded>
      <p className="muted">{passkeysWork() ? w.what : w.notHere}</p>
      {passkeys.length > 0 && (
        <ul className="acc-list">
          {passkeys.map(({ id, name, addedAt }) => (
            <li key={id}>
              <Icon name="device" />
              <span className="grow">
                {name || w.unnamed}
                {addedAt && <small>{w.since(showInstant(addedAt))}</small>}
              </span>
              <Button small quiet danger onClick={() => void remove(id, name || w.unnamed)}>
                {w.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {passkeysWork() && (
        <p className="btns acc-btns">
          <Button icon="plus" onClick={() => setAdding(true)}>
            {w.add}
          </Button>
        </p>
      )}
      {adding && (
        <Adding
          onClose={() => setAdding(false)}
          onDone={() => {
            setAdding(false)
            say(w.added)
            void queries.invalidateQueries()
          }}
        />
      )}
    </Card>
  )
}

function Adding({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const w = useWords(words)
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const submit = async () => {
    setBusy(true)
    setProblem(undefined)
    const outcome = await addPasskey(name)
    setBusy(false)
    if (outcome?.ok) onDone()
    else setProblem(outcome?.problem)
  }
  return (
    <Dialog open title={w.add} icon="device" onClose={onClose}>
      <Form onSend={() => void submit()} send={w.add} sending={busy} problem={problem}>
        <TextField
          label={w.name}
          reason={w.nameWhy}
          maxLength={60}
          value={name}
          onChange={setName}
          problem={fieldProblem(problem, 'name')}
        />
      </Form>
    </Dialog>
  )
}

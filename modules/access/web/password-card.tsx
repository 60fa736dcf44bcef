// Changing one's own password; it signs every other device out.

import { useState } from 'react'
import { Card } from '../../../platform/web/components/card.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { defineWords, useWords } from '../../../platform/web/words.ts'
import { shortestPassword } from '../limits.ts'
import { useAuthDeed } from './auth-call.ts'
import { PasswordField } from './password-field.tsx'

const words = defineWords({
  title: { vi: 'Mật khẩu', en: 'Password' },
  none: {
    vi: 'Tài khoản này đăng nhập qua cơ quan và chưa có mật khẩu. Nhờ người quản trị gửi liên kết nếu bạn cần.',
    en: 'This account signs in through the organisation and has no password. Ask an administrator for a link if you need one.',
  },
  current: { vi: 'Mật khẩu hiện tại', en: 'Current password' },
  next: { vi: 'Mật khẩu mới', en: 'New password' },
  why: {
    vi: `Ít nhất ${shortestPassword} ký tự: bốn, năm từ không liên quan với nhau. Mọi thiết bị khác sẽ được đăng xuất.`,
    en: `At least ${shortestPassword} characters: four or five unrelated words. Every other device is signed out.`,
  },
  change: { vi: 'Đổi mật khẩu', en: 'Change the password' },
  changed: {
    vi: 'Đã đổi mật khẩu, các thiết bị khác đã được đăng xuất.',
    en: 'Password changed, other devices signed out.',
  },
})

export function PasswordCard({ has, email }: { has: boolean; email: string }) {
  const w = useWords(words)
  const [currentPassword, setCurrent] = useState('')
  const [newPassword, setNext] = useState('')
  const { send, sending, problem } = useAuthDeed('/change-password')
  const submit = async () => {
    const done = await send({ currentPassword, newPassword })
    if (!done.ok) return
    setCurrent('')
    setNext('')
    say(w.changed)
  }
  return (
    <Card title={w.title} padded>
      {has ? (
        <Form onSend={() => void submit()} send={w.change} sending={sending} problem={problem}>
          <input type="text" autoComplete="username" value={email} readOnly hidden />
          <PasswordField
            label={w.current}
            value={currentPassword}
            onChange={setCurrent}
            problem={fieldProblem(problem, 'currentPassword')}
          />
          <PasswordField
            label={w.next}
            reason={w.why}
            made
            value={newPassword}
            onChange={setNext}
            problem={fieldProblem(problem, 'newPassword')}
          />
        </Form>
      ) : (
        <p className="muted">{w.none}</p>
      )}
    </Card>
  )
}

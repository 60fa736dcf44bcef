// A one-time link: says whose it is and what it is for, and sets the password; the first administrator also tells who they are.

import { useEffect, useState } from 'react'
import { LinkButton } from '../../../platform/web/components/button.tsx'
import { TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { Loading, Refused } from '../../../platform/web/components/states.tsx'
import { showInstant } from '../../../platform/web/format.ts'
import { fieldProblem, type Problem } from '../../../platform/web/problem.ts'
import { defineWords, useWords } from '../../../platform/web/words.ts'
import { shortestPassword } from '../limits.ts'
import { askAuth, useAuthDeed } from './auth-call.ts'
import { Entrance } from './entrance.tsx'
import { PasswordField } from './password-field.tsx'
import { SecondFactor } from './second-factor.tsx'

const words = defineWords({
  title: { vi: 'Chào bạn', en: 'Welcome' },
  hello: {
    vi: (name: string) => `${name}, hãy đặt mật khẩu để bắt đầu.`,
    en: (name: string) => `${name}, set a password to begin.`,
  },
  reset: {
    vi: (name: string) => `${name}, hãy đặt mật khẩu mới. Mọi thiết bị khác đã được đăng xuất.`,
    en: (name: string) => `${name}, set a new password. Every other device has been signed out.`,
  },
  first: {
    vi: 'Bạn là người quản trị đầu tiên. Bạn sẽ thêm người, chức danh và quyền cho những người khác.',
    en: 'You are the first administrator. You will add people, posts and rights for everybody else.',
  },
  until: {
    vi: (at: string) => `Liên kết dùng được một lần, đến ${at}.`,
    en: (at: string) => `The link works once, until ${at}.`,
  },
  name: { vi: 'Họ và tên', en: 'Full name' },
  email: { vi: 'Địa chỉ thư điện tử', en: 'E-mail address' },
  emailWhy: { vi: 'Dùng để đăng nhập.', en: 'You will sign in with it.' },
  password: { vi: 'Mật khẩu mới', en: 'New password' },
  passwordWhy: {
    vi: `Ít nhất ${shortestPassword} ký tự. Dễ nhớ mà khó đoán: bốn, năm từ không liên quan với nhau. Có dấu cũng được.`,
    en: `At least ${shortestPassword} characters. Easy to remember and hard to guess: four or five unrelated words.`,
  },
  begin: { vi: 'Đặt mật khẩu và vào', en: 'Set the password and enter' },
  toSignIn: { vi: 'Đến trang đăng nhập', en: 'To the sign-in page' },
})

type Invitation = { purpose: 'invite' | 'reset' | 'first'; name: string; email: string; expiresAt: string }

export default function Welcome() {
  const w = useWords(words)
  const [token] = useState(() => window.location.hash.slice(1))
  const [found, setFound] = useState<Invitation>()
  const [refused, setRefused] = useState<Problem>()
  useEffect(() => {
    // The secret leaves the address bar at once; it is kept by this page alone.
    window.history.replaceState(null, '', window.location.pathname)
    void askAuth<Invitation>('POST', '/invitation', { token }).then((asked) =>
      asked.ok ? setFound(asked.answer) : setRefused(asked.problem),
    )
  }, [token])
  return (
    <Entrance title={w.title}>
      {refused ? (
        <Refused problem={refused} actions={<LinkButton to="/sign-in">{w.toSignIn}</LinkButton>} />
      ) : found ? (
        <Accept token={token} invitation={found} />
      ) : (
        <Loading lines={3} />
      )}
    </Entrance>
  )
}

function Accept({ token, invitation }: { token: string; invitation: Invitation }) {
  const w = useWords(words)
  const first = invitation.purpose === 'first'
  const [name, setName] = useState('')
  const [email, setEmail] = useState(invitation.email)
  const [password, setPassword] = useState('')
  const [codeAsked, setCodeAsked] = useState(false)
  const { send, sending, problem } = useAuthDeed<{ secondFactor: boolean }>('/invitation/accept')
  const enter = () => window.location.assign('/app/')
  const submit = async () => {
    const done = await send({ token, password, ...(first ? { name, email } : {}) })
    if (done.ok && done.answer.secondFactor) setCodeAsked(true)
    else if (done.ok) enter()
  }
  // Whoever has an authenticator app on still shows a code, so that a link alone is never enough.
  if (codeAsked) return <SecondFactor onDone={enter} onBack={() => setCodeAsked(false)} />
  const lead = first ? w.first : invitation.purpose === 'reset' ? w.reset(invitation.name) : w.hello(invitation.name)
  return (
    <>
      <p className="ent-lead">{lead}</p>
      <Form onSend={() => void submit()} send={w.begin} sending={sending} problem={problem}>
        {first && (
          <TextField
            label={w.name}
            autoComplete="name"
            value={name}
            onChange={setName}
            problem={fieldProblem(problem, 'name')}
          />
        )}
        <TextField
          label={w.email}
          reason={first ? w.emailWhy : undefined}
          type="email"
          autoComplete="username"
          readOnly={!first}
          value={email}
          onChange={setEmail}
          problem={fieldProblem(problem, 'email')}
        />
        <PasswordField
          label={w.password}
          reason={w.passwordWhy}
          made
          value={password}
          onChange={setPassword}
          problem={fieldProblem(problem, 'password')}
        />
      </Form>
      <p className="ent-foot">{w.until(showInstant(invitation.expiresAt))}</p>
    </>
  )
}

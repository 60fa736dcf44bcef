// Signing in: address and password, then the second factor where one is on; or a passkey, or the organisation's own sign-in.

import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../platform/web/components/button.tsx'
import { TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { Note } from '../../../platform/web/components/page.tsx'
import { fieldProblem, type Problem } from '../../../platform/web/problem.ts'
import { returnAddress } from '../../../platform/web/sign-in-address.ts'
import { useWords } from '../../../platform/web/words.ts'
import { askAuth, useAuthDeed } from './auth-call.ts'
import { DemoPeople } from './demo-people.tsx'
import { Entrance } from './entrance.tsx'
import { passkeysWork, signInWithPasskey } from './passkeys.ts'
import { PasswordField } from './password-field.tsx'
import { SecondFactor } from './second-factor.tsx'
import { signInWords } from './sign-in-words.ts'

export type Ways = {
  organisation: boolean
  demoPeople: readonly { name: string; email: string; roleVi: string; roleEn: string; areaName: string | null }[]
}

const asked = new URLSearchParams(window.location.search)
const enter = () => window.location.assign(returnAddress(asked.get('back')))

export default function SignIn() {
  const w = useWords(signInWords)
  const [ways, setWays] = useState<Ways>()
  const [step, setStep] = useState<'password' | 'code'>('password')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [other, setOther] = useState<Problem>()
  const secret = useRef<HTMLInputElement>(null)
  const { send, sending, problem } = useAuthDeed<{ secondFactor: boolean }>('/sign-in/email')

  useEffect(() => {
    void askAuth<Ways>('GET', '/ways').then((found) => {
      if (found.ok) setWays(found.answer)
    })
  }, [])

  const submit = async () => {
    setOther(undefined)
    const found = await send({ email, password })
    if (!found.ok) secret.current?.select()
    else if (found.answer.secondFactor) setStep('code')
    else enter()
  }
  const choose = (demo: string) => {
    setEmail(demo)
    setPassword('')
    secret.current?.focus()
  }

  if (step === 'code')
    return (
      <Entrance title={w.secondTitle}>
        <SecondFactor onDone={enter} onBack={() => setStep('password')} />
      </Entrance>
    )
  return (
    <Entrance
      title={w.title}
      beside={
        ways && ways.demoPeople.length > 0 ? (
          <DemoPeople people={ways.demoPeople} chosen={email} onChoose={choose} />
        ) : undefined
      }
    >
      <p className="ent-lead">{w.lead}</p>
      {asked.has('error') && !problem && (
        <Note icon="alert" tone="late">
          {knownErrors.has(asked.get('error') ?? '') ? w.organisationUnknown : w.organisationFailed}
        </Note>
      )}
      <Form onSend={() => void submit()} send={w.enter} sending={sending} problem={other ?? problem}>
        <TextField
          label={w.email}
          type="email"
          autoComplete="username webauthn"
          autoCapitalize="none"
          spellCheck={false}
          value={email}
          onChange={setEmail}
          problem={fieldProblem(problem, 'email')}
        />
        <PasswordField label={w.password} value={password} onChange={setPassword} focus={secret} />
      </Form>
      <OtherWays organisation={ways?.organisation ?? false} onProblem={setOther} />
      <p className="ent-foot">{w.noWayIn}</p>
    </Entrance>
  )
}

/** What the organisation's sign-in comes back with when it knows somebody whom this product does not. */
const knownErrors = new Set(['signup_disabled', 'account_not_linked'])

function OtherWays({
  organisation,
  onProblem,
}: {
  organisation: boolean
  onProblem: (problem: Problem | undefined) => void
}) {
  const w = useWords(signInWords)
  const [busy, setBusy] = useState<'passkey' | 'organisation'>()
  const byPasskey = passkeysWork()
  if (!byPasskey && !organisation) return null
  const withPasskey = async () => {
    setBusy('passkey')
    const outcome = await signInWithPasskey()
    setBusy(undefined)
    if (outcome?.ok) enter()
    else onProblem(outcome?.problem)
  }
  const withOrganisation = async () => {
    setBusy('organisation')
    const outcome = await askAuth<{ url: string }>('POST', '/sign-in/social', {
      callbackURL: returnAddress(asked.get('back')),
    })
    if (outcome.ok) window.location.assign(outcome.answer.url)
    else {
      setBusy(undefined)
      onProblem(outcome.problem)
    }
  }
  return (
    <>
      <p className="ent-or">{w.or}</p>
      <div className="ent-ways">
        {organisation && (
          <Button icon="globe" busy={busy === 'organisation'} onClick={() => void withOrganisation()}>
            {w.withOrganisation}
          </Button>
        )}
        {byPasskey && (
          <Button icon="device" busy={busy === 'passkey'} onClick={() => void withPasskey()}>
            {w.withPasskey}
          </Button>
        )}
      </div>
    </>
  )
}

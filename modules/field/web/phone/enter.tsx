// The door of the phone: who are you, a PIN for this phone, the PIN again each time, and what is said when all was erased.

import { type FormEvent, useEffect, useState } from 'react'
import { useWords } from '../../../../platform/web/words.ts'
import { askToLast, askWhoIsThere, makePhone, unlock } from './lock.ts'
import { Screen } from './parts.tsx'
import { changePhone, phoneNow, usePhone, waitingOf } from './phone.ts'
import { saveSealed } from './save-file.ts'
import { sealOutbox } from './sealed.ts'
import { store } from './store.ts'
import { syncNow } from './sync.ts'
import { mostWrongPins, pinLength } from './vault.ts'
import { problemOf } from './wire.ts'
import { phoneWords } from './words.ts'

const signInHere = '/app/sign-in?back=%2Ffield%2F'

export function Welcome() {
  const w = useWords(phoneWords)
  const { signedIn, lost } = usePhone()
  if (signedIn) return <NewPin />
  return (
    <Screen
      title={w.app}
      foot={
        signedIn === undefined ? (
          <button type="button" className="big" onClick={() => void askWhoIsThere()}>
            {w.tryAgain}
          </button>
        ) : (
          <a className="big" href={signInHere}>
            {w.signIn}
          </a>
        )
      }
    >
      <div className="hello">
        <img src="/field/icon.svg" alt="" width="72" height="72" />
        <h2>{lost ? w.lost : w.welcome}</h2>
        {lost ? <LostStore /> : <p>{w.welcomeWhy}</p>}
        <p className="muted">{w.signInWhy}</p>
      </div>
    </Screen>
  )
}

/** What is gone, what is not, and what to do: said before a new PIN is chosen. */
function LostStore() {
  const w = useWords(phoneWords)
  return (
    <div role="alert" className="lost">
      <p>{w.lostWhy}</p>
      <ul>
        <li>{w.lostSent}</li>
        <li>{w.lostWaiting}</li>
        <li>{w.lostNext}</li>
      </ul>
    </div>
  )
}

/** All the same, or a run up or down: what everybody tries first. */
export function easyPin(pin: string): boolean {
  const steps = new Set(Array.from(pin.slice(1), (digit, at) => Number(digit) - Number(pin[at])))
  return steps.size === 1 && [-1, 0, 1].includes([...steps][0] as number)
}

export function PinField({
  label,
  value,
  onChange,
  first,
}: {
  label: string
  value: string
  onChange(pin: string): void
  first?: boolean
}) {
  return (
    <label className="field">
      {label}
      <input
        type="password"
        inputMode="numeric"
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: the one field of a screen that asks for nothing else
        autoFocus={first}
        value={value}
        maxLength={pinLength.most}
        onChange={(event) => onChange(event.target.value.replace(/\D/g, ''))}
      />
    </label>
  )
}

function NewPin() {
  const w = useWords(phoneWords)
  const { lost } = usePhone()
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const [name, setName] = useState<string>(w.phoneNameIs)
  const [wrong, say] = useState('')
  const [busy, setBusy] = useState(false)
  const begin = async (event: FormEvent) => {
    event.preventDefault()
    const found =
      pin.length < pinLength.least ? w.pinTooShort : easyPin(pin) ? w.pinTooEasy : pin !== again ? w.pinDiffers : ''
    say(found)
    if (found) return
    setBusy(true)
    try {
      await makePhone(pin, name.trim() || w.phoneNameIs)
      await askToLast()
      void syncNow()
    } catch (fault) {
      say(problemOf(fault)?.title ?? String(fault))
    }
    setBusy(false)
  }
  return (
    <form onSubmit={begin}>
      <Screen
        title={w.newPin}
        foot={
          <button type="submit" className="big" disabled={busy}>
            {w.makePin}
          </button>
        }
      >
        {lost && (
          <>
            <h2>{w.lost}</h2>
            <LostStore />
          </>
        )}
        <p className="muted">{w.newPinWhy}</p>
        <PinField label={w.pin} value={pin} onChange={setPin} first />
        <PinField label={w.pinAgain} value={again} onChange={setAgain} />
        <label className="field">
          {w.phoneName}
          <input value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
        </label>
        <p role="alert" className="wrong">
          {wrong}
        </p>
      </Screen>
    </form>
  )
}

export function Locked() {
  const w = useWords(phoneWords)
  const { wrongPins } = usePhone()
  const [pin, setPin] = useState('')
  const [busy, setBusy] = useState(false)
  const open = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || pin === '') return
    setBusy(true)
    const found = await unlock(pin)
    setBusy(false)
    setPin('')
    if (found === 'open') void syncNow()
  }
  return (
    <form onSubmit={open}>
      <Screen
        title={w.locked}
        foot={
          <button type="submit" className="big" disabled={busy}>
            {w.open}
          </button>
        }
      >
        <div className="hello">
          <img src="/field/icon.svg" alt="" width="72" height="72" />
        </div>
        <PinField label={w.pin} value={pin} onChange={setPin} first />
        <p role="alert" className="wrong">
          {wrongPins > 0 ? w.wrongPin(mostWrongPins - wrongPins) : ''}
        </p>
      </Screen>
    </form>
  )
}

export function Wiped() {
  const w = useWords(phoneWords)
  const { syncing } = usePhone()
  const [left, setLeft] = useState<{ bytes: Uint8Array; count: number }>()
  useEffect(() => {
    // What is just being sent may not be left a moment later.
    if (syncing) return
    void store.carried
      .filter(({ own }) => own)
      .first()
      .then((row) => setLeft(row))
  }, [syncing])
  const anew = async () => {
    changePhone({ stage: 'welcome', signedIn: undefined })
    await askWhoIsThere()
  }
  return (
    <Screen
      title={w.wiped}
      foot={
        <button type="button" className="sec" onClick={() => void anew()}>
          {w.beginAnew}
        </button>
      }
    >
      <p>{w.wipedWhy}</p>
      {left && (
        <>
          <p>{w.wipedSealed(left.count)}</p>
          <button type="button" className="big" onClick={() => saveSealed(left.bytes)}>
            {w.saveFile}
          </button>
        </>
      )}
    </Screen>
  )
}

/** Nothing but sending is left to do; then the roster comes anew. */
export function Expired() {
  const w = useWords(phoneWords)
  const { outbox, syncing } = usePhone()
  return (
    <Screen
      title={w.expired}
      foot={
        <>
          <button type="button" className="big" disabled={syncing} onClick={() => void syncNow()}>
            {syncing ? w.sending : w.sendNow}
          </button>
          <button
            type="button"
            className="sec"
            onClick={() => {
              const { profile, outbox: all } = phoneNow()
              if (profile) void sealOutbox(profile, waitingOf(all)).then(saveSealed)
            }}
          >
            {w.saveFile}
          </button>
        </>
      }
    >
      <p>{w.expiredWhy}</p>
      <p>{w.waitingSince(waitingOf(outbox).length, '')}</p>
    </Screen>
  )
}

// Settings of this phone: language, light, PIN, how long the roster may stay, and taking everything off it.

import { type FormEvent, useEffect, useState } from 'react'
import { showDay } from '../../../../platform/web/format.ts'
import { setLanguage, useLanguage } from '../../../../platform/web/language.ts'
import { setThemeMode, useThemeMode } from '../../../../platform/web/theme-mode.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { easyPin, PinField } from './enter.tsx'
import { changePin, leavePhone } from './lock.ts'
import { Screen } from './parts.tsx'
import { changePhone, usePhone, waitingOf } from './phone.ts'
import { pinLength } from './vault.ts'
import { phoneWords } from './words.ts'

type InstallPrompt = Event & { prompt(): Promise<unknown> }
let install: InstallPrompt | undefined
window.addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault()
  install = event as InstallPrompt
})

export function Settings() {
  const w = useWords(phoneWords)
  const language = useLanguage()
  const theme = useThemeMode()
  const { profile, outbox, lasting } = usePhone()
  const [changing, change] = useState(false)
  const [installable, setInstallable] = useState(Boolean(install))
  useEffect(() => setInstallable(Boolean(install)), [])
  const leave = () => {
    if (waitingOf(outbox).length > 0) return changePhone({ said: { text: w.leaveWaits } })
    if (window.confirm(w.leaveSure)) void leavePhone()
  }
  return (
    <Screen title={w.settings} under={profile?.name} back={{ to: '#/', label: w.back }}>
      <button
        type="button"
        className="sec"
        lang={language === 'vi' ? 'en' : 'vi'}
        onClick={() => setLanguage(language === 'vi' ? 'en' : 'vi')}
      >
        {w.language}
      </button>
      <button type="button" className="sec" onClick={() => setThemeMode(theme === 'dark' ? 'light' : 'dark')}>
        {theme === 'dark' ? w.light : w.dark}
      </button>
      {installable && (
        <button type="button" className="sec" onClick={() => void install?.prompt()}>
          {w.install}
        </button>
      )}
      {changing ? (
        <ChangePin onDone={() => change(false)} />
      ) : (
        <button type="button" className="sec" onClick={() => change(true)}>
          {w.changePin}
        </button>
      )}
      {lasting === false && <p className="muted">{w.mayVanish}</p>}
      {profile && <p className="muted">{w.keptUntil(showDay(profile.expiresAt.slice(0, 10)))}</p>}
      <a className="sec" href="/app/">
        {w.office}
      </a>
      <button type="button" className="sec" onClick={leave}>
        {w.leave}
      </button>
    </Screen>
  )
}

function ChangePin({ onDone }: { onDone(): void }) {
  const w = useWords(phoneWords)
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [again, setAgain] = useState('')
  const [wrong, say] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const found =
      to.length < pinLength.least ? w.pinTooShort : easyPin(to) ? w.pinTooEasy : to !== again ? w.pinDiffers : ''
    say(found)
    if (found) return
    if (!(await changePin(from, to))) return say(w.oldPinWrong)
    changePhone({ said: { text: w.pinChanged } })
    onDone()
  }
  return (
    <form onSubmit={submit} className="stack">
      <PinField label={w.oldPin} value={from} onChange={setFrom} first />
      <PinField label={w.newPin} value={to} onChange={setTo} />
      <PinField label={w.pinAgain} value={again} onChange={setAgain} />
      <p role="alert" className="wrong">
        {wrong}
      </p>
      <button type="submit" className="sec">
        {w.changePin}
      </button>
    </form>
  )
}

// What every screen of the phone is made of: a head, a body, a foot for the thumb, the banner without a network, the tabs.

import { type ReactNode, useEffect } from 'react'
import { Icon, type IconName } from '../../../../platform/web/components/icon.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { conflictsOf } from './kept.ts'
import { attentionOf, usePhone, waitingOf } from './phone.ts'
import { Said } from './said.tsx'
import { phoneWords } from './words.ts'

type ScreenProps = {
  title: string
  under?: string
  back?: { to: string; label: string }
  action?: ReactNode
  /** Which tab it belongs to; none on screens that take the whole attention. */
  tab?: 'hamlets' | 'sign' | 'outbox' | 'attention'
  slim?: boolean
  foot?: ReactNode
  children: ReactNode
}

export function Screen({ title, under, back, action, tab, slim, foot, children }: ScreenProps) {
  useEffect(() => {
    document.title = `${title} · Bình Yên`
    window.scrollTo(0, 0)
  }, [title])
  return (
    <div className="ph">
      <header className="hd">
        {back && (
          <a className="rb" href={back.to} aria-label={back.label}>
            <Icon name="arrow-l" />
          </a>
        )}
        <h1>
          {title}
          {under && <small>{under}</small>}
        </h1>
        {action}
      </header>
      <Banner slim={slim} />
      <main>
        <div className="body">{children}</div>
        <Said />
        {foot && <div className="foot">{foot}</div>}
      </main>
      {tab && <Tabs tab={tab} />}
    </div>
  )
}

export const clock = (iso: string | null | undefined): string =>
  iso ? new Date(iso).toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit' }) : ''

function Banner({ slim = false }: { slim?: boolean | undefined }) {
  const w = useWords(phoneWords)
  const { online, signedIn, outbox, profile, stage } = usePhone()
  const waiting = waitingOf(outbox).length
  // At the door of the application the one button says it.
  if (stage === 'welcome' || stage === 'wiped') return null
  if (online && signedIn === false)
    return (
      <div className="off" role="status">
        <Icon name="lock" />
        <span>{w.needSignIn}</span>
        <a href="/app/sign-in?back=%2Ffield%2F">{w.signIn}</a>
      </div>
    )
  if (online) return null
  if (slim)
    return (
      <div className="off slim" role="status">
        <Icon name="wifi-off" />
        <span>{w.savedHere}</span>
      </div>
    )
  return (
    <div className="off" role="status">
      <Icon name="wifi-off" />
      <span>
        <b>{w.noSignal}</b>
        {/* Behind the PIN nothing can be counted, and "0" would frighten whoever has just signed. */}
        {stage === 'locked' ? w.keptLocked : w.waitingSince(waiting, clock(profile?.lastSent))}
      </span>
      {waiting > 0 && <a href="#/outbox">{w.see}</a>}
    </div>
  )
}

function Tabs({ tab }: { tab: NonNullable<ScreenProps['tab']> }) {
  const w = useWords(phoneWords)
  const { outbox, packs } = usePhone()
  const [first] = packs.keys()
  const conflicts = [...packs.values()].reduce((sum, pack) => sum + conflictsOf(pack).length, 0)
  const tabs: { key: typeof tab; to: string; icon: IconName; count?: number }[] = [
    { key: 'hamlets', to: '#/', icon: 'home' },
    { key: 'sign', to: first ? `#/h/${first}/next` : '#/', icon: 'pen' },
    { key: 'outbox', to: '#/outbox', icon: 'upload', count: waitingOf(outbox).length },
    { key: 'attention', to: '#/attention', icon: 'talk', count: attentionOf(outbox).length + conflicts },
  ]
  return (
    <nav className="tabs" aria-label={w.mainNav}>
      {tabs.map(({ key, to, icon, count }) => (
        <a key={key} href={to} aria-current={key === tab ? 'page' : undefined}>
          <Icon name={icon} />
          {Boolean(count) && <em>{count}</em>}
          {w[key]}
        </a>
      ))}
    </nav>
  )
}

export function Note({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <div className="nothing">
      <Icon name={icon} />
      <p>{children}</p>
    </div>
  )
}

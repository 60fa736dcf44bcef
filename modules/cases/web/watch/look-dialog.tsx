// One thing that was watched: its facts, and what came of looking into it, by whoever may; the same for emergencies and questions.

import type { ReactNode } from 'react'
import { Dialog } from '../../../../platform/web/components/dialog.tsx'
import type { IconName } from '../../../../platform/web/components/icon.tsx'
import { Note } from '../../../../platform/web/components/page.tsx'
import type { Problem } from '../../../../platform/web/problem.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { type Outcome, OutcomeForm } from './outcome-form.tsx'
import { watchWords } from './words.ts'

type Props<O extends Outcome> = {
  icon: IconName
  title: string
  why?: string
  facts: readonly (readonly [name: string, value: string])[]
  /** What came of it, once somebody looked. */
  looked: { outcome: Outcome; reason: string } | null
  /** Nobody looks into what they did themselves. */
  may: boolean
  outcomes: readonly O[]
  sending: { sending: boolean; problem: Problem | undefined }
  send: (outcome: O, reason: string) => Promise<{ ok: boolean }>
  onClose: () => void
  children?: ReactNode
}

export function LookDialog<O extends Outcome>(props: Props<O>) {
  const { icon, title, why, facts, looked, may, outcomes, sending, send, onClose, children } = props
  const w = useWords(watchWords)
  const all = looked ? [...facts, [w.outcome, w[looked.outcome]], [w.reason, looked.reason]] : facts
  return (
    <Dialog open side tone="sealed" icon={icon} title={title} onClose={onClose}>
      {why && <p className="muted watch-why">{why}</p>}
      <dl className="watch-facts">
        {all.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {may && <OutcomeForm outcomes={outcomes} sending={sending} send={send} onDone={onClose} />}
      {!may && !looked && (
        <Note icon="info" tone="sealed">
          {w.own}
        </Note>
      )}
      {children}
    </Dialog>
  )
}

// What happened, one under the other: when, what kind, and what it was. For a task, a round, a file.

import './timeline.css'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export type TimelineItem = {
  id: string
  /** "15/03/2024" */
  when: string
  /** "09:40" or "kéo dài 12 ngày" */
  whenNote?: string
  icon: IconName
  /** decision: signed by somebody; pause: a clock stood still; now: what is due. */
  kind?: 'decision' | 'pause' | 'now'
  title: ReactNode
  children?: ReactNode
}

export function Timeline({ items, label }: { items: readonly TimelineItem[]; label?: string }) {
  return (
    <ol className="tl" aria-label={label}>
      {items.map((item) => (
        <li key={item.id} className={item.kind}>
          <span className="when">
            {item.when}
            {item.whenNote && <small>{item.whenNote}</small>}
          </span>
          <span className="mk">
            <Icon name={item.icon} />
          </span>
          <div className="bx">
            <b>{item.title}</b>
            {item.children}
          </div>
        </li>
      ))}
    </ol>
  )
}

// Small facts inside a sentence or a head: a tag, "as of", and a number that opens the records behind it.

import './marks.css'
import type { ReactNode } from 'react'
import { showInstant } from '../format.ts'
import { useMayOpen } from '../may-open.tsx'
import { Go } from '../route.tsx'
import { defineWords, useWords } from '../words.ts'
import { Icon, type IconName } from './icon.tsx'

const words = defineWords({
  asOf: { vi: (when: string) => `Tính đến ${when}`, en: (when: string) => `As of ${when}` },
})

export function Tag({ icon, children }: { icon?: IconName; children: ReactNode }) {
  return (
    <span className="tag">
      {icon && <Icon name={icon} />}
      {children}
    </span>
  )
}

/** "Tính đến 09:42, 15/11/2024" from an instant; or your own words as children ("Chốt 30/11/2024"). */
export function AsOf({ at, icon = 'clock', children }: { at?: string | Date; icon?: IconName; children?: ReactNode }) {
  const w = useWords(words)
  if (!at && !children) return null
  return (
    <span className="asof">
      <Icon name={icon} />
      {children ?? (at ? w.asOf(showInstant(at)) : null)}
    </span>
  )
}

/** A number that opens its records. Without `to` the reader may not open them: it is then plain text. */
export function Num({
  to,
  strong,
  label,
  children,
}: {
  to?: string
  strong?: boolean
  label?: string
  children: ReactNode
}) {
  const classes = strong ? 'n semi' : 'n'
  const mayOpen = useMayOpen()
  if (!to || !mayOpen(to)) return <span className={strong ? 'semi' : undefined}>{children}</span>
  return (
    <Go className={classes} to={to} aria-label={label}>
      {children}
    </Go>
  )
}

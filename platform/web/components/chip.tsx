// Chips: saved views, filters that are on, filters to add. And the switch between views of one list.

import './chip.css'
import { type ReactNode, useEffect, useRef } from 'react'
import { Go } from '../route.tsx'
import { defineWords, useWords } from '../words.ts'
import { Icon, type IconName } from './icon.tsx'

const words = defineWords({
  takeOff: { vi: (what: string) => `Bỏ lọc ${what}`, en: (what: string) => `Remove the filter ${what}` },
})

export type ChipProps = {
  icon?: IconName
  count?: number | string
  on?: boolean
  /** A link that holds its state in the URL … */
  to?: string
  /** … or a button. */
  onPress?: () => void
  children: ReactNode
}

/** A saved view or a filter that is on or off. */
export function Chip({ icon, count, on, to, onPress, children }: ChipProps) {
  const inside = (
    <>
      {icon && <Icon name={icon} />}
      {children}
      {count !== undefined && <b>{count}</b>}
    </>
  )
  if (to !== undefined) {
    return (
      <Go className="chip" to={to} aria-current={on ? 'true' : undefined}>
        {inside}
      </Go>
    )
  }
  return (
    <button type="button" className="chip" aria-pressed={on ?? false} onClick={onPress}>
      {inside}
    </button>
  )
}

/** A filter in force, "Hạn: quý IV/2024", with its own way off. */
export function FilterChip({ label, value, onOff }: { label: string; value: string; onOff: () => void }) {
  const w = useWords(words)
  return (
    <button type="button" className="chip on" aria-label={`${label}: ${value}. ${w.takeOff(label)}`} onClick={onOff}>
      {label}: <b>{value}</b>
      <Icon name="x" />
    </button>
  )
}

/** A row of saved views over a list; where it is wider than the screen, the one in force is brought into sight. */
export function Chips({ label, children }: { label: string; children: ReactNode }) {
  const row = useRef<HTMLDivElement>(null)
  const inForce = useRef<Element>(null)
  useEffect(() => {
    const chosen = row.current?.querySelector('[aria-current="true"], [aria-pressed="true"]') ?? null
    // Only when it has changed: whoever scrolls the row themselves is left where they are.
    if (row.current && chosen && chosen !== inForce.current) {
      const [frame, box] = [row.current.getBoundingClientRect(), chosen.getBoundingClientRect()]
      if (box.left < frame.left || box.right > frame.right)
        row.current.scrollLeft += box.left - frame.left - (frame.width - box.width) / 2
    }
    inForce.current = chosen
  })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a visible legend here
    <div ref={row} className="views" role="group" aria-label={label}>
      {children}
    </div>
  )
}

export type SegChoice<V extends string> = { value: V; label: string; icon?: IconName }

/** Two to four ways to look at the same thing. */
export function Seg<V extends string>({
  label,
  value,
  onChange,
  choices,
}: {
  label: string
  value: V
  onChange: (value: V) => void
  choices: readonly SegChoice<V>[]
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a visible legend here
    <div className="seg noprint" role="group" aria-label={label}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === value}
          onClick={() => onChange(choice.value)}
        >
          {choice.icon && <Icon name={choice.icon} />}
          {choice.label}
        </button>
      ))}
    </div>
  )
}

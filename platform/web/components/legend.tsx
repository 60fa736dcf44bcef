// What the fills of a map mean, with how many of each; only what the map in view really shows.

import './legend.css'
import type { ReactNode } from 'react'
import { defineWords, useWords } from '../words.ts'
import { Icon, type IconName } from './icon.tsx'
import { type AreaStatus, statusIcon, useStatusWords } from './status.tsx'

const words = defineWords({ legend: { vi: 'Chú giải', en: 'Legend' } })

export type LegendItem = { status: AreaStatus; count?: number; text?: string } | { icon: IconName; text: string }

export function Legend({ items, children }: { items: readonly LegendItem[]; children?: ReactNode }) {
  const w = useWords(words)
  const statusWords = useStatusWords()
  return (
    <ul className="legend" aria-label={w.legend}>
      {items.map((item) =>
        'status' in item ? (
          <li key={item.status}>
            <span className={`sw st-${item.status}`}>
              <Icon name={statusIcon[item.status]} />
            </span>
            {item.text ?? statusWords[item.status]} {item.count !== undefined && <b>{item.count}</b>}
          </li>
        ) : (
          <li key={item.text}>
            <span className="sw mark">
              <Icon name={item.icon} />
            </span>
            {item.text}
          </li>
        ),
      )}
      {children}
    </ul>
  )
}

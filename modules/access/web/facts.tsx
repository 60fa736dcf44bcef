// A short list of facts: what it is at the left, what it says at the right; one under the other on a phone.

import './facts.css'
import type { ReactNode } from 'react'

export function Facts({ items }: { items: readonly { term: string; text: ReactNode }[] }) {
  return (
    <dl className="facts">
      {items.map(({ term, text }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

// A card: one matter with its heading, its tag, and its "as of" or its way onward at the right end.

import './card.css'
import { type ReactNode, useId } from 'react'
import { Go } from '../route.tsx'
import { Icon, type IconName } from './icon.tsx'

export type CardProps = {
  title?: string
  icon?: IconName
  /** Next to the title: a Tag or a Status. */
  beside?: ReactNode
  /** At the right end of the head: AsOf, More, a switch. */
  end?: ReactNode
  /** Space around the content; leave it out for tables and lists, which carry their own. */
  padded?: boolean
  level?: 2 | 3
  className?: string
  children?: ReactNode
}

export function Card({ title, icon, beside, end, padded, level = 2, className, children }: CardProps) {
  const id = useId()
  const Heading = level === 3 ? 'h3' : 'h2'
  return (
    <section className={className ? `card ${className}` : 'card'} aria-labelledby={title ? id : undefined}>
      {(title || end || beside) && (
        <div className="card-h">
          {title && (
            <Heading id={id}>
              {icon && <Icon name={icon} />}
              {title}
            </Heading>
          )}
          {beside}
          <span className="grow" />
          {end}
        </div>
      )}
      {padded ? <div className="card-b">{children}</div> : children}
    </section>
  )
}

/** The way onward in the head of a card: "Xem cả 9 việc". */
export function More({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Go className="more" to={to}>
      {children}
    </Go>
  )
}

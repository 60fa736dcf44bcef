// The head of a page: where one is, what this is, as of when, and what one can do here.

import './page.css'
import { type ReactNode, useEffect } from 'react'
import { Go } from '../route.tsx'
import { defineWords, useWords } from '../words.ts'
import { Icon, type IconName } from './icon.tsx'

const words = defineWords({ path: { vi: 'Đường dẫn', en: 'Breadcrumb' } })

export type Crumb = { label: string; to?: string }

export function Crumbs({ items }: { items: readonly Crumb[] }) {
  const w = useWords(words)
  return (
    <nav aria-label={w.path}>
      <ol className="crumb">
        {items.map((item, index) => (
          <li key={`${item.label}${item.to ?? ''}`}>
            {index > 0 && <Icon name="chev-r" />}
            {item.to ? (
              <Go to={item.to}>{item.label}</Go>
            ) : (
              <span aria-current={index === items.length - 1 ? 'page' : undefined}>{item.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

export type PageHeadProps = {
  title: string
  /** Tags, status and "as of" next to the title. */
  facts?: ReactNode
  /** Buttons at the right end. */
  actions?: ReactNode
  crumbs?: readonly Crumb[]
  /** For the tab of the browser, when it differs from the title. */
  tab?: string
}

export function PageHead({ title, facts, actions, crumbs, tab }: PageHeadProps) {
  useEffect(() => {
    document.title = `${tab ?? title} · Bình Yên`
  }, [tab, title])
  return (
    <>
      {crumbs && <Crumbs items={crumbs} />}
      <div className="ph">
        <h1>{title}</h1>
        {facts}
        {actions && <div className="ph-acts">{actions}</div>}
      </div>
    </>
  )
}

/** A sentence that one must have read before the rest: what happened to this place, what cannot be changed any more. */
export function Note({
  icon = 'info',
  children,
  tone,
}: {
  icon?: IconName
  children: ReactNode
  tone?: 'soon' | 'late' | 'sealed'
}) {
  return (
    <div className={tone ? `note note-${tone}` : 'note'}>
      <Icon name={icon} />
      <div>{children}</div>
    </div>
  )
}

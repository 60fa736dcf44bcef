// The menu, built from the screens that ask for a place in it and that the reader may open.

import './nav.css'
import { useLanguage } from '../language.ts'
import { screenOf, useMayOpen } from '../may-open.tsx'
import { Go, usePath } from '../route.tsx'
import type { Screen } from '../screen.ts'
import { defineWords, useWords } from '../words.ts'
import { Icon } from './icon.tsx'
import type { ShellFeed } from './shell.tsx'

const words = defineWords({ admin: { vi: 'Quản trị', en: 'Administration' } })

type Placed = Screen & { nav: NonNullable<Screen['nav']> }

/** The screen whose section is open: the longest menu path that begins the path in view. */
export function openSection(paths: readonly string[], path: string): string | undefined {
  const here = path.replace(/^\/(app\/)?/, '').replace(/\/$/, '')
  return paths
    .filter((one) => (one === '' ? here === '' : here === one || here.startsWith(`${one}/`)))
    .sort((a, b) => b.length - a.length)[0]
}

export function Menu({ screens, feed }: { screens: readonly Screen[]; feed: ShellFeed }) {
  const w = useWords(words)
  const language = useLanguage()
  const path = usePath()
  const mayOpen = useMayOpen()
  const placed = screens
    .filter((screen): screen is Placed => screen.nav !== undefined && mayOpen(`/${screen.path}`))
    .sort((a, b) => a.nav.order - b.nav.order)
  const here = path.replace(/^\/app/, '')
  const open =
    screenOf(screens, here)?.under ??
    openSection(
      placed.map((screen) => screen.path),
      path,
    )
  const list = (section: 'main' | 'admin') => {
    const items = placed.filter((screen) => (screen.nav.section ?? 'main') === section)
    if (items.length === 0) return null
    return (
      <ul>
        {items.map((screen) => {
          const count = feed.counts[screen.path]
          return (
            <li key={screen.path}>
              <Go to={`/${screen.path}`} aria-current={screen.path === open ? 'page' : undefined}>
                <Icon name={screen.nav.icon} />
                {screen.nav.label[language]}
                {count && count.count > 0 && (
                  <span className="cnt">
                    {count.count}
                    <span className="sr"> {count.words}</span>
                  </span>
                )}
              </Go>
            </li>
          )
        })}
      </ul>
    )
  }
  const admin = list('admin')
  return (
    <>
      {list('main')}
      {admin && <h2>{w.admin}</h2>}
      {admin}
    </>
  )
}

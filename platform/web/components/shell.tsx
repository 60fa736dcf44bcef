// The frame of the staff application: demo strip, menu, top bar, main content.

import './shell.css'
import { type ReactNode, useRef } from 'react'
import { Go } from '../route.tsx'
import type { Screen } from '../screen.ts'
import { defineWords, useWords } from '../words.ts'
import { Icon } from './icon.tsx'
import type { MenuItem } from './menu.tsx'
import { Menu } from './nav.tsx'
import type { PaletteSource } from './palette.tsx'
import { PrintHead } from './print-head.tsx'
import { TopBar } from './top-bar.tsx'

const words = defineWords({
  toContent: { vi: 'Đến nội dung chính', en: 'To the main content' },
  aboutData: { vi: 'Ghi chú về dữ liệu', en: 'About the data' },
  main: { vi: 'Chính', en: 'Main' },
  close: { vi: 'Đóng danh mục', en: 'Close the menu' },
})

/** What the frame shows about the reader and the moment; `app/web` gathers it. */
export type ShellFeed = {
  /** "Dữ liệu minh họa. …": shown on every screen while the data is not real. */
  notice?: { lead: string; text: string }
  /** The post comes first, for work belongs to posts. */
  who?: { post: string; duty?: string }
  whoItems: readonly MenuItem[]
  /** The territory of the programme in view, for the head of what is printed. */
  unit: string
  /** What is late or waiting, by path of the screen. */
  counts: Readonly<Record<string, { count: number; words: string } | undefined>>
  alerts: number
  alertItems: readonly MenuItem[]
  /** The alerts were looked at: they are new no longer. */
  onAlertsSeen?: () => void
  /** "Bình Yên 1.0 · máy chủ tỉnh" */
  foot: string
  holds: (permission: string) => boolean
  sources: readonly PaletteSource[]
}

export function Shell({
  feed,
  screens,
  ofToday,
  children,
}: {
  feed: ShellFeed
  screens: readonly Screen[]
  /** The screen shows what holds now, whatever day is in view. */
  ofToday: boolean
  children: ReactNode
}) {
  const w = useWords(words)
  const drawer = useRef<HTMLDialogElement>(null)
  return (
    <>
      <a className="skip" href="#content">
        {w.toContent}
      </a>
      {feed.notice && (
        <aside className="demo" aria-label={w.aboutData}>
          <Icon name="info" />
          <span>
            <b>{feed.notice.lead}</b> {feed.notice.text}
          </span>
        </aside>
      )}
      <div className={feed.notice ? 'app with-demo' : 'app'}>
        <nav className="nav" aria-label={w.main}>
          <div className="nav-in">
            <Brand />
            <Menu screens={screens} feed={feed} />
            <p className="foot">{feed.foot}</p>
          </div>
        </nav>
        <TopBar feed={feed} ofToday={ofToday} onMenu={() => drawer.current?.showModal()} />
        <main id="content" tabIndex={-1}>
          <PrintHead unit={feed.unit} who={feed.who?.post ?? ''} ofToday={ofToday} />
          {children}
        </main>
      </div>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a modal dialog by itself; the click is for the backdrop and for following a link */}
      <dialog
        ref={drawer}
        className="drawer"
        aria-label={w.main}
        onClick={(event) => {
          const target = event.target as HTMLElement
          if (target === drawer.current || target.closest('a')) drawer.current?.close()
        }}
      >
        <div className="nav">
          <div className="nav-in">
            <div className="drawer-h">
              <Brand />
              <button type="button" className="iconbtn" aria-label={w.close} onClick={() => drawer.current?.close()}>
                <Icon name="x" />
              </button>
            </div>
            <Menu screens={screens} feed={feed} />
            <p className="foot">{feed.foot}</p>
          </div>
        </div>
      </dialog>
    </>
  )
}

function Brand() {
  return (
    <Go className="brand" to="/">
      <span>
        <Icon name="logo" />
      </span>
      Bình Yên
    </Go>
  )
}

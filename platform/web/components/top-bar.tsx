// The top bar: programme, find, the day in view, alerts, language, light or dark, and who is at work.

import './top-bar.css'
import { lazy, Suspense, useState } from 'react'
import { showDay } from '../day.ts'
import { setLanguage, useLanguage } from '../language.ts'
import { setThemeMode, useThemeMode } from '../theme-mode.ts'
import { useView } from '../view.tsx'
import { defineWords, useWords } from '../words.ts'
import { IconButton } from './button.tsx'
import { DayInView } from './day-in-view.tsx'
import { Dialog } from './dialog.tsx'
import { Icon } from './icon.tsx'
import { MenuButton, type MenuItem } from './menu.tsx'
import { usePalette } from './palette.tsx'
import type { ShellFeed } from './shell.tsx'

const words = defineWords({
  openMenu: { vi: 'Mở danh mục', en: 'Open the menu' },
  find: { vi: 'Tìm xã, việc, văn bản', en: 'Find places, tasks, papers' },
  findShort: { vi: 'Tìm', en: 'Find' },
  alerts: {
    vi: (n: number) => (n ? `Thông báo, ${n} mới` : 'Thông báo'),
    en: (n: number) => (n ? `Alerts, ${n} new` : 'Alerts'),
  },
  noAlerts: { vi: 'Không có gì mới', en: 'Nothing new' },
  toEnglish: { vi: 'Ngôn ngữ: tiếng Việt. Đổi sang tiếng Anh', en: 'Language: English. Change to Vietnamese' },
  otherLanguage: { vi: 'English', en: 'Tiếng Việt' },
  dark: { vi: 'Đổi sang nền tối', en: 'Change to the dark theme' },
  light: { vi: 'Đổi sang nền sáng', en: 'Change to the light theme' },
  shownOn: { vi: (day: string) => `Xem tại ngày ${day}`, en: (day: string) => `Shown as of ${day}` },
  chooseDay: { vi: 'Chọn ngày xem', en: 'Choose the day shown' },
})

const DayPanel = lazy(() => import('./day-panel.tsx'))
const narrow = window.matchMedia('(max-width: 900px)')

type TopBarProps = { feed: ShellFeed; ofToday: boolean; onMenu: () => void }

export function TopBar({ feed, ofToday, onMenu }: TopBarProps) {
  const w = useWords(words)
  const language = useLanguage()
  const mode = useThemeMode()
  const view = useView()
  const [choosingDay, setChoosingDay] = useState(false)
  const { open, prepare, palette } = usePalette(feed.sources)
  const programme = view.programmes.find((one) => one.slug === view.programme)
  const otherLanguage = () => setLanguage(language === 'vi' ? 'en' : 'vi')
  const otherMode = () => setThemeMode(mode === 'dark' ? 'light' : 'dark')
  const dayItem = {
    key: 'day',
    label: w.shownOn(showDay(view.on)),
    icon: 'calendar' as const,
    onPick: () => setChoosingDay(true),
  }
  const small: MenuItem[] = [
    ...(narrow.matches && !ofToday ? [dayItem] : []),
    { key: 'language', label: w.otherLanguage, icon: 'globe', onPick: otherLanguage },
    {
      key: 'mode',
      label: mode === 'dark' ? w.light : w.dark,
      icon: mode === 'dark' ? 'sun' : 'moon',
      onPick: otherMode,
    },
  ]
  return (
    <header className="top">
      <IconButton className="mob" icon="menu" label={w.openMenu} onClick={onMenu} />
      {view.programmes.length > 1 ? (
        <MenuButton
          className="pick prog"
          items={view.programmes.map((one) => ({
            key: one.slug,
            label: one.name,
            checked: one.slug === view.programme,
            onPick: () => view.setProgramme(one.slug),
          }))}
        >
          <span className="cut">{programme?.name}</span>
          <Icon name="chev-d" />
        </MenuButton>
      ) : (
        programme && <span className="pick prog fixed cut">{programme.name}</span>
      )}
      <span className="grow" />
      <button
        className="find"
        type="button"
        aria-keyshortcuts="Control+K"
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={open}
      >
        <Icon name="search" />
        <span>{w.find}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <span className="dsk">
        <DayInView ofToday={ofToday} />
      </span>
      <IconButton className="mob" icon="search" label={w.findShort} onClick={open} />
      <MenuButton
        className="iconbtn"
        label={w.alerts(feed.alerts)}
        end
        onClose={feed.onAlertsSeen}
        items={feed.alertItems.length ? feed.alertItems : [{ key: 'none', label: w.noAlerts }]}
      >
        <Icon name="bell" />
        {feed.alerts > 0 && <span className="dot">{feed.alerts > 99 ? '99+' : feed.alerts}</span>}
      </MenuButton>
      <IconButton className="dsk" icon="globe" label={w.toEnglish} onClick={otherLanguage} />
      <IconButton
        className="dsk"
        icon={mode === 'dark' ? 'sun' : 'moon'}
        label={mode === 'dark' ? w.light : w.dark}
        onClick={otherMode}
      />
      {feed.who && (
        <MenuButton className="who" end items={[...feed.whoItems, ...small]}>
          <span className="av">
            <Icon name="user" />
          </span>
          <span className="txt">
            {feed.who.post}
            {feed.who.duty && <small>{feed.who.duty}</small>}
          </span>
        </MenuButton>
      )}
      <span className="mob-day">
        <DayInView ofToday={ofToday} />
      </span>
      <div className="top-over">
        {palette}
        <Dialog open={choosingDay} title={w.chooseDay} icon="calendar" onClose={() => setChoosingDay(false)}>
          <Suspense fallback={null}>
            <DayPanel
              day={view.on}
              today={view.today}
              onPick={(day) => {
                view.setOn(day)
                setChoosingDay(false)
              }}
            />
          </Suspense>
        </Dialog>
      </div>
    </header>
  )
}

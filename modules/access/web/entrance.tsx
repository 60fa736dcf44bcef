// The entrance: what stands around signing in and being welcomed. Calm colours, seventeen communes as a picture.

import './entrance.css'
import { type ReactNode, useEffect } from 'react'
import { IconButton } from '../../../platform/web/components/button.tsx'
import { Icon } from '../../../platform/web/components/icon.tsx'
import { setLanguage, useLanguage } from '../../../platform/web/language.ts'
import { setThemeMode, useThemeMode } from '../../../platform/web/theme-mode.ts'
import { defineWords, useWords } from '../../../platform/web/words.ts'

const words = defineWords({
  motto: { vi: 'Từng xã, từng việc, từng ngày.', en: 'Every commune, every task, every day.' },
  what: {
    vi: 'Chương trình xây dựng địa bàn không ma túy, từ kế hoạch đến công nhận.',
    en: 'The drug-free areas programme, from the plan to the recognition.',
  },
  language: { vi: 'English', en: 'Tiếng Việt' },
  dark: { vi: 'Đổi sang nền tối', en: 'Change to the dark theme' },
  light: { vi: 'Đổi sang nền sáng', en: 'Change to the light theme' },
})

/** Seventeen hexagons, as many as Kim Động had communes; a picture, not a figure. */
const rows = [' 213', '2142', '1341', '213', ' 214']

function Picture() {
  const width = 46
  const cells = rows.flatMap((row, y) =>
    [...row].flatMap((step, x) => {
      if (step === ' ') return []
      return [{ step, cx: (x + (y % 2) / 2) * width + 30, cy: y * 40 + 30, key: `${x}-${y}` }]
    }),
  )
  return (
    <svg className="ent-map" viewBox="0 0 232 220" aria-hidden="true">
      {cells.map(({ step, cx, cy, key }) => (
        <path
          key={key}
          className={`ent-${step}`}
          transform={`translate(${cx} ${cy})`}
          d="M0-24 20.8-12V12L0 24-20.8 12V-12Z"
        />
      ))}
    </svg>
  )
}

export function Entrance({ title, children, beside }: { title: string; children: ReactNode; beside?: ReactNode }) {
  const w = useWords(words)
  const language = useLanguage()
  const mode = useThemeMode()
  useEffect(() => {
    document.title = `${title} · Bình Yên`
  }, [title])
  return (
    <div className="ent">
      <aside className="ent-side">
        <p className="ent-brand">
          <Icon name="logo" />
          Bình Yên
        </p>
        <Picture />
        <div className="ent-words">
          <p>{w.motto}</p>
          <p>{w.what}</p>
        </div>
      </aside>
      <main className="ent-main" id="content">
        <div className="ent-top">
          <button
            type="button"
            className="btn quiet sm"
            lang={language === 'vi' ? 'en' : 'vi'}
            onClick={() => setLanguage(language === 'vi' ? 'en' : 'vi')}
          >
            <Icon name="globe" />
            {w.language}
          </button>
          <IconButton
            small
            icon={mode === 'dark' ? 'sun' : 'moon'}
            label={mode === 'dark' ? w.light : w.dark}
            onClick={() => setThemeMode(mode === 'dark' ? 'light' : 'dark')}
          />
        </div>
        <div className="ent-body">
          <h1>{title}</h1>
          {children}
        </div>
        {beside}
      </main>
    </div>
  )
}

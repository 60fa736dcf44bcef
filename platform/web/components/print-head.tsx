// On paper only, above every page: which programme and unit, which day the figures are of, when and by whose post it was printed.

import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { showDay, showInstant } from '../format.ts'
import { useView } from '../view.tsx'
import { defineWords, useWords } from '../words.ts'

const words = defineWords({
  of: { vi: (day: string) => `Số liệu ngày ${day}`, en: (day: string) => `Figures of ${day}` },
  printed: {
    vi: (when: string, who: string) => `In lúc ${when}${who && `, ${who}`}`,
    en: (when: string, who: string) => `Printed ${when}${who && `, ${who}`}`,
  },
})

const product = ' · Bình Yên'

export function PrintHead({ unit, who, ofToday }: { unit: string; who: string; ofToday: boolean }) {
  const w = useWords(words)
  const { on: chosen, today, programme, programmes } = useView()
  const on = ofToday ? today : chosen
  const [now, setNow] = useState(() => new Date())
  const name = programmes.find((each) => each.slug === programme)?.name ?? ''
  useEffect(() => {
    let before = document.title
    const begin = () => {
      // The browser takes its picture of the page as soon as this returns.
      flushSync(() => setNow(new Date()))
      before = document.title
      document.title = [before.replace(product, ''), name, showDay(on)].filter(Boolean).join(' · ')
    }
    const end = () => {
      document.title = before
    }
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [name, on])
  return (
    <div className="paper-head" aria-hidden="true">
      <p>
        <b>{[name, unit].filter(Boolean).join(' · ')}</b>
        <br />
        {w.of(showDay(on))}
      </p>
      <p>{w.printed(showInstant(now.toISOString()), who)}</p>
    </div>
  )
}

// The day that is shown on every screen, and the way back to today.

import { lazy } from 'react'
import { showDay } from '../day.ts'
import { useView } from '../view.tsx'
import { defineWords, useWords } from '../words.ts'
import { Icon } from './icon.tsx'
import { PopButton } from './pop.tsx'
import './day-in-view.css'

const words = defineWords({
  shownOn: { vi: 'Xem tại ngày', en: 'Shown as of' },
  choose: { vi: 'Chọn ngày xem', en: 'Choose the day shown' },
  ofToday: { vi: 'Luôn tính đến hôm nay', en: 'Always as of today' },
  today: { vi: 'Hôm nay', en: 'Today' },
  back: { vi: (day: string) => `Về ${day}`, en: (day: string) => `Back to ${day}` },
})

const DayPanel = lazy(() => import('./day-panel.tsx'))

export function DayInView({ ofToday }: { ofToday: boolean }) {
  const w = useWords(words)
  const { on, opens, today, otherDay, setOn } = useView()
  if (ofToday)
    return (
      <span className="dayview">
        <span className="pick fixed">
          <Icon name="calendar" />
          <span className="lab">{w.ofToday}</span>
          <span className="num">{showDay(today)}</span>
        </span>
      </span>
    )
  return (
    <span className={otherDay ? 'dayview other' : 'dayview'}>
      <PopButton
        className="pick line"
        panelLabel={w.choose}
        end
        panel={(close) => (
          <DayPanel
            day={on}
            today={today}
            onPick={(day) => {
              setOn(day)
              close()
            }}
          />
        )}
      >
        <Icon name="calendar" />
        <span className="lab">{w.shownOn}</span>
        <span className="num">{showDay(on)}</span>
      </PopButton>
      {(otherDay || opens !== on) && (
        <button type="button" className="pick back" onClick={() => setOn(otherDay ? today : opens)}>
          <Icon name="undo" />
          {otherDay ? w.today : w.back(showDay(opens))}
        </button>
      )}
    </span>
  )
}

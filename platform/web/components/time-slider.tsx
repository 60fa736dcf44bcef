// Moves a picture through time: a range of days with marks where something happened, and a play button.

import './time-slider.css'
import { type ReactNode, useEffect, useState } from 'react'
import { addDays, type Day, daysBetween, showDay } from '../day.ts'
import { defineWords, useWords } from '../words.ts'
import { IconButton } from './button.tsx'

const words = defineWords({
  play: { vi: 'Chạy theo thời gian', en: 'Play through time' },
  pause: { vi: 'Dừng', en: 'Pause' },
  mapOn: { vi: 'Bản đồ ngày', en: 'The map on' },
  dayOf: { vi: 'Ngày của bản đồ', en: 'The day of the map' },
})

export type TimeMark = {
  day: Day
  /** Under the line; leave it out for a mark without room for words (they stay in its title). */
  text?: string
  title?: string
}

export type TimeSliderProps = {
  from: Day
  to: Day
  day: Day
  onDay: (day: Day) => void
  marks?: readonly TimeMark[]
  /** Days after this have no figures yet: hatched. */
  known?: Day
  /** At the right end: "Sơ đồ vị trí, chưa có ranh giới". */
  end?: ReactNode
}

export function TimeSlider({ from, to, day, onDay, marks = [], known, end }: TimeSliderProps) {
  const w = useWords(words)
  const [playing, setPlaying] = useState(false)
  const length = Math.max(1, daysBetween(from, to))
  const at = Math.min(length, Math.max(0, daysBetween(from, day)))
  const share = (one: Day) => Math.min(1, Math.max(0, daysBetween(from, one) / length)) * 100

  useEffect(() => {
    if (!playing) return
    const timer = setTimeout(() => {
      // One second a month, and no step past the end.
      const next = Math.min(length, at + Math.max(1, Math.round(length / 60)))
      onDay(addDays(from, next))
      if (next >= length) setPlaying(false)
    }, 140)
    return () => clearTimeout(timer)
  }, [playing, at, from, length, onDay])

  return (
    <div className="slider">
      <div className="row">
        <IconButton
          small
          icon={playing ? 'pause' : 'play'}
          label={playing ? w.pause : w.play}
          onClick={() => {
            if (!playing && at >= length) onDay(from)
            setPlaying(!playing)
          }}
        />
        <span>
          {w.mapOn} <b>{showDay(day)}</b>
        </span>
        <span className="grow" />
        {end && <span className="t12 faint">{end}</span>}
      </div>
      <div className="track">
        <span className="ground" />
        <span className="past" style={{ width: `calc(${(at / length) * 100}% + 8px)` }} />
        {known && share(known) < 100 && <span className="future" style={{ left: `${share(known)}%` }} />}
        {marks.map((mark) => (
          <span
            key={`${mark.day}${mark.text}`}
            className="ev"
            style={{ left: `${share(mark.day)}%` }}
            title={mark.title ?? mark.text}
          />
        ))}
        <input
          type="range"
          min={0}
          max={length}
          value={at}
          aria-label={w.dayOf}
          aria-valuetext={showDay(day)}
          onChange={(event) => onDay(addDays(from, Number(event.target.value)))}
        />
      </div>
      <ol className="ticks">
        {marks.map(
          (mark) =>
            mark.text && (
              <li
                key={`${mark.day}${mark.text}`}
                className={share(mark.day) > 80 ? 'e' : share(mark.day) < 12 ? 's' : undefined}
                style={{ left: `${share(mark.day)}%` }}
              >
                {mark.text}
              </li>
            ),
        )}
      </ol>
    </div>
  )
}

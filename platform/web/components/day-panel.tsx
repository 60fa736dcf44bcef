// Choosing a day: typed as dd/mm/yyyy, or from a calendar that begins its weeks on Monday.

import '@mantine/core/styles/UnstyledButton.layer.css'
import '@mantine/dates/styles.layer.css'
import 'dayjs/locale/vi'
import './day-panel.css'
import { DatePicker } from '@mantine/dates'
import { useState } from 'react'
import { type Day, readTypedDay, showDay } from '../day.ts'
import { useLanguage } from '../language.ts'
import { defineWords, useWords } from '../words.ts'
import { Button } from './button.tsx'
import { TextField } from './field.tsx'

const words = defineWords({
  type: { vi: 'Gõ ngày', en: 'Type the day' },
  show: { vi: 'Xem', en: 'Show' },
  today: { vi: 'Hôm nay', en: 'Today' },
  before: { vi: 'Tháng trước', en: 'Month before' },
  after: { vi: 'Tháng sau', en: 'Month after' },
})

export type DayPanelProps = { day: Day | undefined; today: Day; onPick: (day: Day) => void; typed?: boolean }

export default function DayPanel({ day, today, onPick, typed = true }: DayPanelProps) {
  const w = useWords(words)
  const language = useLanguage()
  const [text, setText] = useState(day ? showDay(day) : '')
  const [reason, setReason] = useState<string>()
  return (
    <div className="daypanel">
      {typed && (
        <form
          className="daypanel-f"
          onSubmit={(event) => {
            event.preventDefault()
            const read = readTypedDay(text, language)
            if (read.day) onPick(read.day)
            else setReason(read.reason)
          }}
        >
          <TextField label={w.type} value={text} onChange={setText} problem={reason} inputMode="numeric" autoFocus />
          <div className="daypanel-b">
            <Button type="submit" main small>
              {w.show}
            </Button>
            <Button small onClick={() => onPick(today)}>
              {w.today}
            </Button>
          </div>
        </form>
      )}
      <DatePicker
        locale={language}
        firstDayOfWeek={1}
        weekendDays={[0]}
        defaultDate={day ?? today}
        value={day ?? null}
        onChange={(picked) => picked && onPick(picked.slice(0, 10))}
        highlightToday
        hideOutsideDates
        monthLabelFormat={language === 'vi' ? '[Tháng] MM, YYYY' : 'MMMM YYYY'}
        monthsListFormat={language === 'vi' ? '[Tháng] M' : 'MMM'}
        ariaLabels={{
          previousMonth: w.before,
          nextMonth: w.after,
        }}
      />
    </div>
  )
}

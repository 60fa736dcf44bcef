// A day and a time of day, typed one beside the other.

import { useState } from 'react'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { TextField } from '../../../platform/web/components/field.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { dayOf, isMoment, type Moment } from '../../../rules/law/moment.ts'
import { lawWords } from './words.ts'

export function MomentFields({
  legend,
  reason,
  value,
  onChange,
  withTime,
}: {
  legend: string
  reason?: string
  /** '' while the day or the time is missing. */
  value: Moment | ''
  onChange: (value: Moment | '') => void
  withTime: boolean
}) {
  const w = useWords(lawWords)
  const [day, setDay] = useState(value && dayOf(value))
  const [time, setTime] = useState(value ? value.slice(11) : '08:00')
  const settle = (newDay: string, newTime: string) => {
    setDay(newDay)
    setTime(newTime)
    const moment = `${newDay}T${withHours(newTime)}`
    onChange(isMoment(moment) ? moment : '')
  }
  const timeIsWrong = !isMoment(`2024-01-01T${withHours(time)}`)
  return (
    <fieldset className="law-moment">
      <legend>{legend}</legend>
      <DateField label={w.day} reason={reason} value={day} onChange={(chosen) => settle(chosen, time)} />
      {withTime && (
        <TextField
          label={w.time}
          value={time}
          inputMode="numeric"
          placeholder="16:30"
          problem={timeIsWrong ? w.timeWrong : undefined}
          onChange={(typed) => settle(day, typed)}
        />
      )}
    </fieldset>
  )
}

/** "8:05", "8h05" and "0805" are the same time. */
function withHours(typed: string): string {
  const [, hours = '', minutes = ''] = /^(\d{1,2})\s*[:.hg]?\s*(\d{2})$/i.exec(typed.trim()) ?? []
  return `${hours.padStart(2, '0')}:${minutes}`
}

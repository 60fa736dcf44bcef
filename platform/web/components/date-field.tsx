// A day typed as dd/mm/yyyy, or chosen from a calendar. An impossible day gets its reason, not a silent correction.

import { lazy, useEffect, useState } from 'react'
import { type Day, readTypedDay, showDay } from '../day.ts'
import { useLanguage } from '../language.ts'
import { useView } from '../view.tsx'
import { defineWords, useWords } from '../words.ts'
import { Field, type FieldProps } from './field.tsx'
import { Icon } from './icon.tsx'
import { PopButton } from './pop.tsx'
import './date-field.css'

const words = defineWords({
  shape: { vi: 'ngày/tháng/năm', en: 'day/month/year' },
  choose: { vi: 'Chọn từ lịch', en: 'Choose from a calendar' },
})

const DayPanel = lazy(() => import('./day-panel.tsx'))

export type DateFieldProps = FieldProps & {
  /** '' while nothing is chosen. */
  value: Day | ''
  /** '' when emptied, or while what is typed is no day. */
  onChange: (value: Day | '') => void
  disabled?: boolean
}

export function DateField({ label, reason, problem, optional, value, onChange, disabled }: DateFieldProps) {
  const w = useWords(words)
  const language = useLanguage()
  const { today } = useView()
  const [text, setText] = useState(value ? showDay(value) : '')
  const [own, setOwn] = useState<string>()
  useEffect(() => {
    if (!value) return
    setText(showDay(value))
    setOwn(undefined)
  }, [value])

  const settle = (typed: string) => {
    if (typed.trim() === '') {
      setOwn(undefined)
      onChange('')
      return
    }
    const read = readTypedDay(typed, language)
    setOwn(read.reason)
    onChange(read.day ?? '')
    if (read.day) setText(showDay(read.day))
  }
  return (
    <Field label={label} reason={reason} problem={own ?? problem} optional={optional}>
      {(wiring) => (
        <span className="datef">
          <input
            {...wiring}
            className="num"
            inputMode="numeric"
            autoComplete="off"
            placeholder={w.shape}
            value={text}
            disabled={disabled}
            onChange={(event) => setText(event.target.value)}
            onBlur={(event) => settle(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') settle(event.currentTarget.value)
            }}
          />
          {!disabled && (
            <PopButton
              className="iconbtn sm"
              label={w.choose}
              panelLabel={w.choose}
              end
              panel={(close) => (
                <DayPanel
                  typed={false}
                  day={value || undefined}
                  today={today}
                  onPick={(day) => {
                    onChange(day)
                    close()
                  }}
                />
              )}
            >
              <Icon name="calendar" />
            </PopButton>
          )}
        </span>
      )}
    </Field>
  )
}

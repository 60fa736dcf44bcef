// Enters the holidays of one year: the weekdays off, what is worked in exchange, and the notice that says so.

import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { useCommand } from '../../../../platform/web/command.ts'
import { RadioField } from '../../../../platform/web/components/choice-field.tsx'
import { Dialog } from '../../../../platform/web/components/dialog.tsx'
import { TextArea, TextField } from '../../../../platform/web/components/field.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { readTypedDay, showDay } from '../../../../platform/web/day.ts'
import { useDraft } from '../../../../platform/web/draft.ts'
import { fieldProblem } from '../../../../platform/web/problem.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { EnterHolidays } from '../../contract.ts'
import type { Year } from './holidays.tsx'
import { adminWords } from './words.ts'

const typed = (days: readonly string[]): string => days.map((day) => showDay(day)).join('\n')

/** Days one a line, or after commas; the first piece that is none. */
function daysOf(text: string): { days: string[]; wrong?: string } {
  const days: string[] = []
  for (const piece of text.split(/[\n,;]+/).map((each) => each.trim())) {
    if (piece === '') continue
    const { day } = readTypedDay(piece, 'vi')
    if (!day) return { days, wrong: piece }
    days.push(day)
  }
  return { days }
}

type Props = { years: readonly Year[]; year: Year | undefined; onClose: () => void }

export function HolidayDialog({ years, year: given, onClose }: Props) {
  const w = useWords(adminWords)
  const enter = useCommand(EnterHolidays)
  const [id] = useState(() => uuidv7())
  const [tried, setTried] = useState(false)
  const draft = useDraft(`holidays:${given?.year ?? 'new'}`, {
    year: String(given?.year ?? Math.max(0, ...years.map(({ year }) => year)) + 1),
    off: typed(given?.off ?? []),
    worked: typed(given?.worked ?? []),
    source: given?.source ?? '',
    announced: given?.announced ?? true,
  })
  const { year, off, worked, source, announced } = draft.value
  const [offDays, workedDays] = [daysOf(off), daysOf(worked)]
  const inRange = /^\d{4}$/.test(year) && Number(year) >= 2022 && Number(year) <= 2100
  const offProblem = offDays.wrong ? w.noDay(offDays.wrong) : offDays.days.length === 0 ? w.dayNeeded : undefined
  const send = async () => {
    setTried(true)
    if (!inRange || offProblem || workedDays.wrong || source.trim() === '') return
    const after = years.find((each) => each.year === Number(year))?.entered?.id ?? null
    const sent = await enter.send({
      ...{ id, year: Number(year), off: offDays.days, worked: workedDays.days },
      ...{ announced, source, after },
    })
    if (!sent.ok) return
    draft.forget()
    say(w.yearSaved)
    onClose()
  }
  return (
    <Dialog open side icon="calendar" title={given ? w.yearTitle(given.year) : w.enterYear} onClose={onClose}>
      <Form
        onSend={() => void send()}
        send={w.saveYear}
        sending={enter.sending}
        problem={enter.problem}
        keptAt={draft.keptAt}
        onForget={draft.forget}
      >
        {!given && (
          <TextField
            label={w.year}
            maxLength={4}
            value={year}
            onChange={(text) => draft.change({ year: text })}
            problem={tried && !inRange ? w.yearNeeded : fieldProblem(enter.problem, 'year')}
          />
        )}
        <TextArea
          label={w.off}
          reason={w.offWhy}
          maxLength={900}
          value={off}
          onChange={(text) => draft.change({ off: text })}
          problem={tried ? offProblem : undefined}
        />
        <TextArea
          label={w.worked}
          reason={w.workedWhy}
          optional
          maxLength={900}
          value={worked}
          onChange={(text) => draft.change({ worked: text })}
          problem={tried && workedDays.wrong ? w.noDay(workedDays.wrong) : undefined}
        />
        <TextField
          label={w.notice}
          maxLength={300}
          value={source}
          onChange={(text) => draft.change({ source: text })}
          problem={tried && source.trim() === '' ? w.noticeNeeded : fieldProblem(enter.problem, 'source')}
        />
        <RadioField
          label={w.announcedState}
          value={announced ? 'yes' : 'no'}
          onChange={(chosen) => draft.change({ announced: chosen === 'yes' })}
          choices={[
            { value: 'yes', label: w.announced },
            { value: 'no', label: w.notAnnounced },
          ]}
        />
      </Form>
    </Dialog>
  )
}

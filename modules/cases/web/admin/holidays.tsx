// The public holidays and moved working days, year by year, and entering a year as it was announced.

import './admin.css'
import { useState } from 'react'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { AsOf } from '../../../../platform/web/components/marks.tsx'
import { Note, PageHead } from '../../../../platform/web/components/page.tsx'
import { Shown } from '../../../../platform/web/components/states.tsx'
import { Status } from '../../../../platform/web/components/status.tsx'
import { showDay, showInstant } from '../../../../platform/web/format.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { ListHolidays } from '../../contract.ts'
import { HolidayDialog } from './holiday-dialog.tsx'
import { adminWords } from './words.ts'

export type Year = OutputOf<typeof ListHolidays>['years'][number]

export default function HolidaysPage() {
  const w = useWords(adminWords)
  const found = useAnswer(ListHolidays, {})
  const [entering, setEntering] = useState<Year | 'new'>()
  const years = found.answer?.years ?? []
  return (
    <>
      <PageHead
        title={w.holidays}
        facts={<AsOf at={found.asOf} />}
        actions={
          <Button main icon="plus" onClick={() => setEntering('new')}>
            {w.enterYear}
          </Button>
        }
      />
      <div className="stack">
        <Note icon="calendar">{w.holidaysWhy}</Note>
        <Shown from={found} lines={12}>
          {(answer) => (
            <>
              {answer.rereading && (
                <div role="status">
                  <Note icon="again">{w.holidaysReread}</Note>
                </div>
              )}
              <ul className="points">
                {answer.years.map((year) => (
                  <li key={year.year}>
                    <YearCard year={year} onEnter={() => setEntering(year)} />
                  </li>
                ))}
              </ul>
            </>
          )}
        </Shown>
      </div>
      {entering && (
        <HolidayDialog
          years={years}
          year={entering === 'new' ? undefined : entering}
          onClose={() => setEntering(undefined)}
        />
      )}
    </>
  )
}

const listed = (days: readonly string[]): string => days.map((day) => showDay(day)).join(', ')

function YearCard({ year, onEnter }: { year: Year; onEnter: () => void }) {
  const w = useWords(adminWords)
  const { off, worked, source, announced, recalled, entered } = year
  return (
    <Card
      title={w.yearTitle(year.year)}
      padded
      end={
        <Button small icon="pen" onClick={onEnter}>
          {w.changeYear}
          <span className="sr">: {w.yearTitle(year.year)}</span>
        </Button>
      }
    >
      {announced ? <Status kind="met">{w.announced}</Status> : <Status kind="soon">{w.notAnnounced}</Status>}
      <dl className="point-facts">
        <dt>{w.off}</dt>
        <dd>{listed(off)}</dd>
        <dt>{w.worked}</dt>
        <dd>{worked.length > 0 ? listed(worked) : w.noneWorked}</dd>
        <dt>{w.notice}</dt>
        <dd>{source}</dd>
      </dl>
      {recalled.length > 0 && <p className="muted">{w.recalled(listed(recalled))}</p>}
      <p className="muted t13">
        {entered ? w.enteredBy(entered.by ?? w.somebody, showInstant(entered.at)) : w.withProduct}
      </p>
    </Card>
  )
}

// On the first screen of those who see files: which time limits press, by the number of the file. Quiet while none does.

import './work.css'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { Card, More } from '../../../../platform/web/components/card.tsx'
import { Status } from '../../../../platform/web/components/status.tsx'
import { useMayOpen } from '../../../../platform/web/may-open.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { MyReminders } from '../../contract.ts'
import { ReminderLine } from './reminder-line.tsx'
import { workWords } from './words.ts'

const shown = 4

export default function RemindersOnHome() {
  const w = useWords(workWords)
  const mayOpen = useMayOpen()
  const { answer } = useAnswer(MyReminders, {}, { everySeconds: 120 })
  if (!answer || answer.rows.length === 0) return null
  return (
    <Card
      title={w.filesDue}
      icon="sealed"
      end={
        <>
          {answer.late > 0 && <Status kind="late">{w.lateCount(answer.late)}</Status>}
          {answer.soon > 0 && <Status kind="soon">{w.soonCount(answer.soon)}</Status>}
          {mayOpen('/work') && <More to="/work">{w.title}</More>}
        </>
      }
    >
      <ul className="work-told">
        {answer.rows.slice(0, shown).map((row) => (
          <ReminderLine
            key={`${row.fileId} ${row.act} ${row.because}`}
            row={row}
            beside={[row.commune, row.standsIn && w.standsIn]}
          />
        ))}
      </ul>
    </Card>
  )
}

// Reminders that still wait: the number of the file and what is to be done, never a name.

import { useState } from 'react'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { useCommand } from '../../../../platform/web/command.ts'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { Tag } from '../../../../platform/web/components/marks.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { type ListReminders, SeeReminders } from '../../contract.ts'
import { ReminderLine } from './reminder-line.tsx'
import { workWords } from './words.ts'

const first = 4

/** Nothing is drawn while nobody was reminded of anything. */
export function RemindersCard({
  communeId,
  answer,
}: {
  communeId: string
  answer: OutputOf<typeof ListReminders> | undefined
}) {
  const w = useWords(workWords)
  const see = useCommand(SeeReminders)
  const [all, setAll] = useState(false)
  if (!answer || answer.rows.length === 0) return null
  const shown = all ? answer.rows : answer.rows.slice(0, first)
  return (
    <Card
      title={w.reminders}
      icon="bell"
      beside={answer.fresh > 0 && <Tag>{w.fresh(answer.fresh)}</Tag>}
      end={
        answer.fresh > 0 && (
          <Button small quiet icon="check" busy={see.sending} onClick={() => void see.send({ communeId })}>
            {w.seen}
          </Button>
        )
      }
    >
      <ul className="work-told">
        {shown.map((row) => (
          <ReminderLine
            key={`${row.fileId} ${row.act} ${row.because}`}
            row={{ ...row, communeId }}
            beside={[row.kind === 'escalation' && (row.officer ?? w.noOfficer)]}
          />
        ))}
      </ul>
      {answer.rows.length > shown.length && (
        <p className="work-more">
          <Button small quiet icon="chev-d" onClick={() => setAll(true)}>
            {w.moreReminders(answer.rows.length - shown.length)}
          </Button>
        </p>
      )}
    </Card>
  )
}

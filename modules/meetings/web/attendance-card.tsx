// Who was invited and who came: by post; guests by the name of their body.

import { useState } from 'react'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Icon } from '../../../platform/web/components/icon.tsx'
import { Tag } from '../../../platform/web/components/marks.tsx'
import { useLanguage } from '../../../platform/web/language.ts'
import { useWords } from '../../../platform/web/words.ts'
import type { Meeting } from './meeting.tsx'
import { postName } from './names.ts'
import { meetingWords } from './words.ts'

const shownAtFirst = 12

export function AttendanceCard({ meeting }: { meeting: Meeting }) {
  const w = useWords(meetingWords)
  const language = useLanguage()
  const [all, setAll] = useState(false)
  const { attendance } = meeting
  // Those with something to say about them, and guests, are never folded away.
  const first = [
    ...attendance.filter((each) => each.guest || each.note || each.present === false),
    ...attendance.filter((each) => !each.guest && !each.note && each.present !== false),
  ]
  const shown = all ? attendance : first.slice(0, shownAtFirst)
  return (
    <Card
      title={w.attendance}
      beside={
        <Tag>
          {meeting.present === null ? w.invited(meeting.invited) : w.presentOf(meeting.present, meeting.invited)}
        </Tag>
      }
    >
      <ul className="mt-people">
        {shown.map((each) => (
          <li key={each.id}>
            <Icon
              name={each.present === null ? 'user' : each.present ? 'check' : 'x'}
              label={each.present === null ? w.notNoted : each.present ? w.present : w.absent}
            />
            <div>
              {each.post ? postName(each.post, language) : each.guest}
              {each.guest && <span className="faint t13"> · {w.guests}</span>}
              {each.present === false && <span className="faint t13"> · {w.absent}</span>}
              {each.note && <span className="muted t13"> · {each.note}</span>}
            </div>
          </li>
        ))}
      </ul>
      {!all && attendance.length > shown.length && (
        <div className="card-b noprint">
          <Button small onClick={() => setAll(true)}>
            {w.showAll(attendance.length)}
          </Button>
        </div>
      )}
    </Card>
  )
}

// Directions and conclusions: what each has become, or the two ways to make something of it.

import { useState } from 'react'
import { Button, LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Tag } from '../../../platform/web/components/marks.tsx'
import { Empty } from '../../../platform/web/components/states.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { Go } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { AssignDialog } from './assign-dialog.tsx'
import type { Meeting } from './meeting.tsx'
import { postName } from './names.ts'
import { meetingWords } from './words.ts'

export type Conclusion = Meeting['conclusionList'][number]

export function ConclusionsCard({ meeting }: { meeting: Meeting }) {
  const w = useWords(meetingWords)
  const [assigned, setAssigned] = useState<Conclusion>()
  return (
    <section id="ket-luan">
      <Card title={w.conclusions} beside={meeting.waiting > 0 && <Tag icon="tasks">{w.waiting(meeting.waiting)}</Tag>}>
        {meeting.conclusionList.length === 0 ? (
          <Empty icon="stamp" title={w.noConclusions}>
            {meeting.state === 'coming' ? w.notHeld : w.noConclusionsWhy}
          </Empty>
        ) : (
          <ol className="mt-conclusions">
            {meeting.conclusionList.map((conclusion) => (
              <Line key={conclusion.id} conclusion={conclusion} meeting={meeting} onAssign={setAssigned} />
            ))}
          </ol>
        )}
      </Card>
      {assigned && <AssignDialog conclusion={assigned} meeting={meeting} onClose={() => setAssigned(undefined)} />}
    </section>
  )
}

function Line({
  conclusion,
  meeting,
  onAssign,
}: {
  conclusion: Conclusion
  meeting: Meeting
  onAssign: (conclusion: Conclusion) => void
}) {
  const w = useWords(meetingWords)
  const language = useLanguage()
  const { on, opens } = useView()
  const { became } = conclusion
  const working = on === opens
  return (
    <li>
      <p>{conclusion.text}</p>
      <p className="t13 muted">
        {[
          w[conclusion.kind],
          conclusion.post && postName(conclusion.post, language),
          conclusion.dueOn && w.dueOn(showDay(conclusion.dueOn)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {became ? (
        <p className="mt-became">
          <Status kind="done">
            {became.to ? <Go to={became.to}>{became.label[language]}</Go> : became.label[language]}
          </Status>
          <span className="t13 muted">
            {became.kind === 'amendment' ? w.becamePlan(showDay(became.on)) : w.became(showDay(became.on))}
          </span>
        </p>
      ) : (
        <p className="mt-became noprint">
          {working && meeting.may.assign && (
            <Button small main onClick={() => onAssign(conclusion)}>
              {w.assign}
            </Button>
          )}
          {working && meeting.may.amend && (
            <LinkButton small to={`/meetings/${meeting.id}/amend/${conclusion.id}`}>
              {w.amend}
            </LinkButton>
          )}
          {!(working && (meeting.may.assign || meeting.may.amend)) && <Tag>{w.notGiven}</Tag>}
        </p>
      )}
    </li>
  )
}

// Changing a meeting: its time, its agenda, who is invited.

import { useState } from 'react'
import { useCommand } from '../../../platform/web/command.ts'
import { say } from '../../../platform/web/components/messages.tsx'
import { SavedMeanwhile } from '../../../platform/web/components/saved-meanwhile.tsx'
import { useDraft } from '../../../platform/web/draft.ts'
import { useGo } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ChangeMeeting } from '../contract.ts'
import type { Meeting } from './meeting.tsx'
import { type Choices, contentOf, MeetingForm, type Typed } from './meeting-form.tsx'
import { MeetingWork } from './meeting-work.tsx'
import { meetingFormWords, meetingWords } from './words.ts'

export default function ChangePage() {
  const w = useWords(meetingWords)
  return <MeetingWork deed={w.edit}>{(meeting, choices) => <Change meeting={meeting} choices={choices} />}</MeetingWork>
}

function Change({ meeting, choices }: { meeting: Meeting; choices: Choices }) {
  const f = useWords(meetingFormWords)
  const go = useGo()
  const changing = useCommand(ChangeMeeting)
  const [version, setVersion] = useState(meeting.version)
  const draft = useDraft<Typed>(`meeting:${meeting.id}`, {
    areaId: meeting.area.id,
    title: meeting.title,
    calledOn: meeting.calledOn,
    heldOn: meeting.heldOn,
    startsAt: meeting.startsAt ?? '',
    place: meeting.place,
    chairPostId: meeting.chair?.id ?? '',
    agenda: meeting.agenda.map((point) => ({ id: point.id, title: point.title, postId: point.post?.id ?? '' })),
    invited: meeting.attendance.map((each) => ({ id: each.id, postId: each.post?.id ?? '', guest: each.guest ?? '' })),
  })
  const back = `/meetings/${meeting.id}`
  const send = async () => {
    const sent = await changing.send({ id: meeting.id, version, ...contentOf(draft.value) })
    if (!sent.ok) return
    draft.forget()
    say(f.saved)
    go(back)
  }
  return (
    <div className="stack">
      <SavedMeanwhile
        problem={changing.problem}
        onTake={(current) => {
          setVersion(current)
          changing.clear()
        }}
      >
        {f.changed}
      </SavedMeanwhile>
      <MeetingForm
        draft={draft}
        choices={choices}
        send={f.save}
        back={back}
        fixedArea
        sending={changing.sending}
        problem={changing.problem}
        onSend={() => void send()}
      />
    </div>
  )
}

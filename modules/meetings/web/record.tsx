// Recording the minutes: who is present, what is said, what is concluded. Written while the meeting runs; the draft is kept.

import './meetings.css'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { useCommand } from '../../../platform/web/command.ts'
import { LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { SavedMeanwhile } from '../../../platform/web/components/saved-meanwhile.tsx'
import { type Draft, useDraft } from '../../../platform/web/draft.ts'
import { useGo } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { RecordMeeting } from '../contract.ts'
import type { Meeting } from './meeting.tsx'
import { type Choices, usePostChoices } from './meeting-form.tsx'
import { MeetingWork } from './meeting-work.tsx'
import { AttendancePart, ConclusionsPart, ContributionsPart, PaperPart } from './record-parts.tsx'
import { meetingFormWords } from './words.ts'

export type Typed = {
  attendance: { id: string; present: boolean | null; note: string }[]
  contributions: { id: string; postId: string; speaker: string; text: string }[]
  conclusions: { id: string; kind: 'direction' | 'conclusion'; text: string; postId: string; dueOn: string }[]
  paper: { number: string; issuer: string; secretaryPostId: string; endsAt: string; recipients: string }
}
export type MinutesDraft = Draft<Typed>

export default function RecordPage() {
  const f = useWords(meetingFormWords)
  return (
    <MeetingWork title={f.recordTitle} deed={f.recordTitle}>
      {(meeting, choices) => <Minutes meeting={meeting} choices={choices} />}
    </MeetingWork>
  )
}

function Minutes({ meeting, choices }: { meeting: Meeting; choices: Choices }) {
  const f = useWords(meetingFormWords)
  const go = useGo()
  const recording = useCommand(RecordMeeting)
  const [version, setVersion] = useState(meeting.version)
  const posts = usePostChoices(choices.posts)
  const draft = useDraft<Typed>(`minutes:${meeting.id}`, {
    attendance: meeting.attendance.map(({ id, present, note }) => ({ id, present, note })),
    contributions: meeting.contributions.map((each) => ({ ...each, postId: each.post?.id ?? '' })),
    conclusions: meeting.conclusionList.map(({ id, kind, text, post, dueOn }) => ({
      id,
      kind,
      text,
      postId: post?.id ?? '',
      dueOn: dueOn ?? '',
    })),
    paper: {
      number: meeting.paper.number,
      issuer: meeting.paper.issuer,
      secretaryPostId: meeting.paper.secretary?.id ?? '',
      endsAt: meeting.paper.endsAt ?? '',
      recipients: meeting.paper.recipients.join('\n'),
    },
  })
  const typed = draft.value
  const back = `/meetings/${meeting.id}`
  const send = async () => {
    const sent = await recording.send({
      id: meeting.id,
      version,
      attendance: typed.attendance,
      contributions: typed.contributions.map(({ id, postId, speaker, text }) => ({
        id,
        postId: postId || null,
        speaker: speaker || (posts.find((post) => post.value === postId)?.label ?? ''),
        text,
      })),
      conclusions: typed.conclusions.map(({ id, kind, text, postId, dueOn }) => ({
        id,
        kind,
        text,
        postId: postId || null,
        dueOn: dueOn || null,
      })),
      paper: {
        number: typed.paper.number,
        issuer: typed.paper.issuer,
        secretaryPostId: typed.paper.secretaryPostId || null,
        endsAt: typed.paper.endsAt || null,
        recipients: typed.paper.recipients
          .split('\n')
          .map((line) => line.replace(/^[-–\s]+/, '').trim())
          .filter(Boolean),
      },
    })
    if (!sent.ok) return
    draft.forget()
    say(f.saved)
    go(back)
  }
  const parts = { draft, meeting, posts, problem: recording.problem }
  return (
    <div className="stack">
      <SavedMeanwhile
        problem={recording.problem}
        onTake={(current) => {
          setVersion(current)
          recording.clear()
        }}
      >
        {f.changed}
      </SavedMeanwhile>
      <Card padded title={meeting.title}>
        <Form
          send={f.save}
          sending={recording.sending}
          problem={recording.problem}
          onSend={() => void send()}
          keptAt={draft.keptAt}
          onForget={draft.forget}
          others={<LinkButton to={back}>{f.cancel}</LinkButton>}
        >
          <ConclusionsPart {...parts} onAdd={uuidv7} />
          <ContributionsPart {...parts} onAdd={uuidv7} />
          <AttendancePart {...parts} />
          <PaperPart {...parts} />
        </Form>
      </Card>
    </div>
  )
}

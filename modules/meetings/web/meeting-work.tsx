// The frame of a page on which one meeting is worked on: its name, the way back to it, and what can be chosen.

import type { ReactNode } from 'react'
import { useAnswer } from '../../../platform/web/answer.ts'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { useParam } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { MeetingChoices, OneMeeting } from '../contract.ts'
import type { Meeting } from './meeting.tsx'
import type { Choices } from './meeting-form.tsx'
import { meetingWords } from './words.ts'

type Props = {
  /** The page is called by what is done on it; without a title, by the meeting. */
  title?: string
  deed: string
  children: (meeting: Meeting, choices: Choices) => ReactNode
}

export function MeetingWork({ title, deed, children }: Props) {
  const w = useWords(meetingWords)
  const id = useParam('meetingId')
  const { on, programme } = useView()
  const meeting = useAnswer(OneMeeting, { id, on })
  const choices = useAnswer(MeetingChoices, { programme })
  return (
    <Shown from={meeting}>
      {(answer) => (
        <>
          <PageHead
            title={title ?? answer.title}
            crumbs={[
              { label: w.meetings, to: '/meetings' },
              { label: answer.title, to: `/meetings/${id}` },
              { label: deed },
            ]}
          />
          <Shown from={choices}>{(offered) => children(answer, offered)}</Shown>
        </>
      )}
    </Shown>
  )
}

// Calling a meeting.

import { useRef } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { say } from '../../../platform/web/components/messages.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { useDraft } from '../../../platform/web/draft.ts'
import { useGo } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { CallMeeting, MeetingChoices } from '../contract.ts'
import { type Choices, contentOf, MeetingForm, type Typed } from './meeting-form.tsx'
import { meetingFormWords, meetingWords } from './words.ts'

export default function CallPage() {
  const w = useWords(meetingWords)
  const { programme } = useView()
  const choices = useAnswer(MeetingChoices, { programme })
  return (
    <>
      <PageHead title={w.call} crumbs={[{ label: w.meetings, to: '/meetings' }, { label: w.call }]} />
      <Shown from={choices}>{(answer) => <Call choices={answer} />}</Shown>
    </>
  )
}

function Call({ choices }: { choices: Choices }) {
  const f = useWords(meetingFormWords)
  const go = useGo()
  const { programme } = useView()
  const id = useRef(uuidv7())
  const calling = useCommand(CallMeeting)
  const draft = useDraft<Typed>(`meeting:new:${programme}`, {
    areaId: choices.areas[0]?.id ?? '',
    title: '',
    calledOn: choices.today,
    heldOn: '',
    startsAt: '',
    place: '',
    chairPostId: '',
    agenda: [],
    invited: [],
  })
  const send = async () => {
    const { areaId } = draft.value
    const sent = await calling.send({ id: id.current, programme, areaId, ...contentOf(draft.value) })
    if (!sent.ok) return
    draft.forget()
    say(f.called)
    go(`/meetings/${sent.answer.id}`)
  }
  return (
    <MeetingForm
      draft={draft}
      choices={choices}
      send={f.send}
      back="/meetings"
      sending={calling.sending}
      problem={calling.problem}
      onSend={() => void send()}
    />
  )
}

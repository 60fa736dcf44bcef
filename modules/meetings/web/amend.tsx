// Amending the plan as a meeting concluded: the form of the programme, prefilled with the conclusion.

import { Suspense } from 'react'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { say } from '../../../platform/web/components/messages.tsx'
import { Note, PageHead } from '../../../platform/web/components/page.tsx'
import { Loading, NotFound, Shown } from '../../../platform/web/components/states.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { useGo, useParam } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { PlanDraft } from '../../programme/contract.ts'
import { AmendForm } from '../../programme/web/public.tsx'
import { AmendFromConclusion, OneMeeting } from '../contract.ts'
import type { Meeting } from './meeting.tsx'
import { assignWords, meetingWords } from './words.ts'

export default function AmendPage() {
  const id = useParam('meetingId')
  const { on } = useView()
  const meeting = useAnswer(OneMeeting, { id, on })
  return <Shown from={meeting}>{(answer) => <Amend meeting={answer} />}</Shown>
}

function Amend({ meeting }: { meeting: Meeting }) {
  const w = useWords(meetingWords)
  const assign = useWords(assignWords)
  const go = useGo()
  const conclusionId = useParam('conclusionId')
  const planId = meeting.planId ?? ''
  const draft = useAnswer(PlanDraft, { planId }, { when: planId !== '' })
  const amending = useCommand(AmendFromConclusion)
  const conclusion = meeting.conclusionList.find((each) => each.id === conclusionId)
  const back = `/meetings/${meeting.id}`
  if (!conclusion || !planId) return <NotFound />
  return (
    <>
      <PageHead
        title={w.amend}
        crumbs={[{ label: w.meetings, to: '/meetings' }, { label: meeting.title, to: back }, { label: w.amend }]}
      />
      <div className="stack">
        <Note icon="stamp">{conclusion.text}</Note>
        <Shown from={draft}>
          {(answer) => (
            <Suspense fallback={<Loading lines={8} />}>
              <AmendForm
                draft={answer}
                draftKey={`amend-from:${conclusionId}`}
                reason={`${assign.basis(showDay(meeting.heldOn))}: ${conclusion.text}`}
                sending={amending.sending}
                problem={amending.problem}
                back={back}
                onSend={async (input) => {
                  const sent = await amending.send({ ...input, conclusionId })
                  if (sent.ok) {
                    say(`${w.amend}: ${sent.answer.number}`)
                    go(back)
                  }
                  return sent.ok
                }}
              />
            </Suspense>
          )}
        </Shown>
      </div>
    </>
  )
}

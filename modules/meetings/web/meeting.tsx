// One meeting: agenda, who was invited and present, what was said, and conclusions that become work in one click.

import './meetings.css'
import { Suspense } from 'react'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Button, LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { useConfirm } from '../../../platform/web/components/confirm.tsx'
import { Tag } from '../../../platform/web/components/marks.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { Note, PageHead } from '../../../platform/web/components/page.tsx'
import { Empty, Shown } from '../../../platform/web/components/states.tsx'
import { showDay, showWeekday } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { Go, useParam } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { DocumentsCard } from '../../programme/web/public.tsx'
import { CloseMinutes, OneMeeting } from '../contract.ts'
import { AttendanceCard } from './attendance-card.tsx'
import { ConclusionsCard } from './conclusions-card.tsx'
import { MeetingState } from './list.tsx'
import { postName, speakerName } from './names.ts'
import { meetingWords } from './words.ts'

export type Meeting = OutputOf<typeof OneMeeting>

export default function MeetingPage() {
  const id = useParam('meetingId')
  const { on } = useView()
  const meeting = useAnswer(OneMeeting, { id, on }, { keep: true })
  return (
    <Shown from={meeting} lines={8}>
      {(answer) => <Page meeting={answer} />}
    </Shown>
  )
}

function Page({ meeting }: { meeting: Meeting }) {
  const w = useWords(meetingWords)
  const language = useLanguage()
  const waitingBefore = meeting.earlier.reduce((sum, each) => sum + each.waiting, 0)
  const when = showWeekday(meeting.heldOn, language)
  return (
    <>
      <PageHead
        title={meeting.title}
        crumbs={[{ label: w.meetings, to: '/meetings' }, { label: meeting.title }]}
        facts={
          <>
            <MeetingState state={meeting.state} />
            {meeting.demo && <Tag>{w.demo}</Tag>}
          </>
        }
        actions={<Actions meeting={meeting} />}
      />
      <div className="stack">
        <p className="mt-where">
          <b>{[meeting.startsAt, `${when}/${meeting.heldOn.slice(0, 4)}`].filter(Boolean).join(', ')}</b>
          {meeting.place && ` · ${meeting.place}`}
          {meeting.chair && (
            <>
              {' · '}
              {w.colChair}: <b>{postName(meeting.chair, language)}</b>
            </>
          )}
          {meeting.closedOn && ` · ${w.closedOn(showDay(meeting.closedOn))}`}
        </p>
        {waitingBefore > 0 && (
          <Note icon="tasks">
            <b className="semi">{w.earlier(waitingBefore)}</b>:{' '}
            {meeting.earlier.map((each, place) => (
              <span key={each.meetingId}>
                {place > 0 && ', '}
                <Go to={`/meetings/${each.meetingId}#ket-luan`}>
                  {each.title}, {showDay(each.heldOn)} ({each.waiting})
                </Go>
              </span>
            ))}
          </Note>
        )}
        <div className="two">
          <div className="col">
            <ConclusionsCard meeting={meeting} />
            <ContributionsCard meeting={meeting} />
          </div>
          <div className="col">
            <AgendaCard meeting={meeting} />
            <AttendanceCard meeting={meeting} />
            {meeting.documents.length > 0 && (
              <Suspense fallback={null}>
                <DocumentsCard documents={meeting.documents} />
              </Suspense>
            )}
          </div>
        </div>
      </div>
    </>
  )
}

function Actions({ meeting }: { meeting: Meeting }) {
  const w = useWords(meetingWords)
  const ask = useConfirm()
  const { on, opens } = useView()
  const closing = useCommand(CloseMinutes)
  const held = meeting.state !== 'coming'
  const close = async () => {
    if (!(await ask({ title: w.closeAsk, text: w.closeText, yes: w.close, icon: 'lock' }))) return
    const sent = await closing.send({ id: meeting.id, version: meeting.version })
    say(sent.ok ? w.closedDone : { text: sent.problem.title, bad: true })
  }
  return (
    <>
      <LinkButton icon="print" className="noprint" to={`/meetings/${meeting.id}/minutes`}>
        {w.print}
      </LinkButton>
      {meeting.may.edit && on === opens && (
        <>
          <LinkButton className="noprint" to={`/meetings/${meeting.id}/edit`}>
            {w.edit}
          </LinkButton>
          {held && (
            <>
              {meeting.conclusions > 0 && (
                <Button icon="lock" className="noprint" busy={closing.sending} onClick={() => void close()}>
                  {w.close}
                </Button>
              )}
              <LinkButton main icon="pen" className="noprint" to={`/meetings/${meeting.id}/record`}>
                {w.record}
              </LinkButton>
            </>
          )}
        </>
      )}
    </>
  )
}

function AgendaCard({ meeting }: { meeting: Meeting }) {
  const w = useWords(meetingWords)
  const language = useLanguage()
  return (
    <Card title={w.agenda} padded>
      {meeting.agenda.length === 0 ? (
        <p className="faint">{w.noAgenda}</p>
      ) : (
        <ol className="mt-agenda">
          {meeting.agenda.map((point) => (
            <li key={point.id}>
              {point.title}
              {point.post && <span className="sub">{postName(point.post, language)}</span>}
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}

function ContributionsCard({ meeting }: { meeting: Meeting }) {
  const w = useWords(meetingWords)
  const language = useLanguage()
  if (meeting.state === 'coming') return null
  return (
    <Card title={w.contributions}>
      {meeting.contributions.length === 0 ? (
        <Empty icon="talk" title={w.noContributions} />
      ) : (
        <ul className="mt-said">
          {meeting.contributions.map((each) => (
            <li key={each.id}>
              <b>{speakerName(each, language)}</b>
              <p>{each.text}</p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

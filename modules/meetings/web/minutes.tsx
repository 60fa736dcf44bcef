// The minutes as a sheet of paper, in the form of Decree 30/2020: national title, place and day, what was said, who signs.

import { unitName } from '../../../platform/contract/unit-name.ts'
import './meetings.css'
import { useEffect } from 'react'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Button, LinkButton } from '../../../platform/web/components/button.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useParam } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { OneMeeting } from '../contract.ts'
import type { Meeting } from './meeting.tsx'
import { postName, speakerName } from './names.ts'
import { meetingWords, paperWords } from './words.ts'

export default function MinutesPage() {
  const id = useParam('meetingId')
  const { on } = useView()
  const meeting = useAnswer(OneMeeting, { id, on })
  return (
    <main className="mt-desk">
      <Shown from={meeting}>{(answer) => <Sheet meeting={answer} />}</Shown>
    </main>
  )
}

/** "Kim Động, ngày 07 tháng 3 năm 2024": a zero before days under 10 and before months 1 and 2. */
function paperDay(place: string, day: string, language: 'vi' | 'en'): string {
  const [year, month, date] = day.split('-')
  if (language === 'en') return `${place}, ${showDay(day)}`
  return `${place}, ngày ${date} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`
}

/** The body above it in plain letters, the issuer in bold, underlined as the decree has it. */
function Issuer({ meeting: { area, paper } }: { meeting: Meeting }) {
  const p = useWords(paperWords)
  const committee = `${p.committee} ${unitName(area, useLanguage())}`.toLocaleUpperCase('vi')
  return (
    <p>
      {paper.issuer && (
        <>
          {committee}
          <br />
        </>
      )}
      <b className="mt-line">{paper.issuer ? paper.issuer.toLocaleUpperCase('vi') : committee}</b>
    </p>
  )
}

/** Who signs, by post; below them who receives the minutes. */
function Signatures({ meeting: { chair, paper } }: { meeting: Meeting }) {
  const p = useWords(paperWords)
  const language = useLanguage()
  const lines = paper.recipients.length > 0 ? paper.recipients : [p.everybody, p.archive]
  const signer = (title: string, post: Meeting['chair']) => (
    <div>
      <p>
        <b>{title}</b>
        {post && (
          <>
            <br />
            {postName(post, language)}
          </>
        )}
        <br />
        <i>{p.signs}</i>
      </p>
    </div>
  )
  return (
    <>
      <div className="mt-sign">
        {signer(p.secretary, paper.secretary)}
        {signer(p.chairSigns, chair)}
      </div>
      <div className="mt-recipients">
        <b>{p.recipients}:</b>
        <ul>
          {lines.map((line, place) => (
            <li key={line}>
              - {line.replace(/[;.]$/, '')}
              {place === lines.length - 1 ? '.' : ';'}
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}

function Sheet({ meeting }: { meeting: Meeting }) {
  const p = useWords(paperWords)
  const w = useWords(meetingWords)
  const language = useLanguage()
  const { area, paper } = meeting
  useEffect(() => {
    document.title = `${p.minutes} · ${meeting.title}`
  }, [p.minutes, meeting.title])
  const posts = meeting.attendance.filter((each) => each.post)
  const named = (list: typeof posts) =>
    list.map((each) => (each.post ? postName(each.post, language) : each.guest)).join('; ')
  const absent = posts.filter((each) => each.present === false)
  const guests = meeting.attendance.filter((each) => each.guest && each.present !== false)
  return (
    <>
      <div className="mt-tools noprint">
        <LinkButton icon="arrow-l" to={`/meetings/${meeting.id}`}>
          {p.back}
        </LinkButton>
        <Button main icon="print" onClick={() => window.print()}>
          {p.print}
        </Button>
      </div>
      <article className="mt-sheet" lang={language}>
        {meeting.demo && <p className="mt-demo">{p.demo}</p>}
        <header className="mt-top">
          <div>
            <Issuer meeting={meeting} />
            <p>
              {p.number}: {paper.number || '      /BB'}
            </p>
          </div>
          <div>
            <p>
              <b>{p.motto1}</b>
              <br />
              <b className="mt-line">{p.motto2}</b>
            </p>
            <p className="mt-place">{paperDay(area.name, meeting.heldOn, language)}</p>
          </div>
        </header>
        <h1>{p.minutes}</h1>
        <p className="mt-sub">{meeting.title}</p>
        <p>
          <b>{p.time}:</b> {p.begins(meeting.startsAt ?? '', showDay(meeting.heldOn))}
        </p>
        <p>
          <b>{p.place}:</b> {meeting.place || '…'}
        </p>
        <p>
          <b>{p.chair}:</b> {meeting.chair ? postName(meeting.chair, language) : '…'}
        </p>
        <p>
          <b>{p.secretaryIs}:</b> {paper.secretary ? postName(paper.secretary, language) : '…'}
        </p>
        <p>
          <b>{p.presentList}:</b> {named(posts.filter((each) => each.present !== false)) || '…'}.
        </p>
        {guests.length > 0 && (
          <p>
            <b>{p.guests}:</b> {named(guests)}.
          </p>
        )}
        {absent.length > 0 && (
          <p>
            <b>{p.absentList}:</b> {named(absent)}.
          </p>
        )}
        <h2>I. {p.agenda}</h2>
        <ol>
          {meeting.agenda.map((point) => (
            <li key={point.id}>
              {point.title}
              {point.post && ` (${postName(point.post, language)})`}
            </li>
          ))}
        </ol>
        <h2>II. {p.said}</h2>
        {meeting.contributions.length === 0 && <p>…</p>}
        {meeting.contributions.map((each) => (
          <p key={each.id}>
            <b>{speakerName(each, language)}:</b> {each.text}
          </p>
        ))}
        <h2>III. {p.concluded}</h2>
        {meeting.conclusionList.length === 0 && <p>…</p>}
        <ol>
          {meeting.conclusionList.map((each) => (
            <li key={each.id}>
              {each.kind === 'direction' && `${w.direction}: `}
              {each.text}
              {each.post && ` ${p.responsible}: ${postName(each.post, language)}`}
              {each.dueOn && `, ${p.due} ${showDay(each.dueOn)}`}
              {each.post && '.'}
            </li>
          ))}
        </ol>
        {paper.endsAt && <p className="mt-ended">{p.ended(paper.endsAt, showDay(meeting.heldOn))}</p>}
        <Signatures meeting={meeting} />
      </article>
    </>
  )
}

// The verifier at the door, on a phone in one hand: who is next, what they said, and the end of it.

import './verification.css'
import { useState } from 'react'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { useConfirm } from '../../../platform/web/components/confirm.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { Note, PageHead } from '../../../platform/web/components/page.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { showInstant } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useParam } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { FinishVisits, ListVisits, RecordVisit, type VisitOutcome } from '../contract.ts'
import { placeTitle } from './place-title.ts'
import { visitWords } from './visit-words.ts'
import { lotWords } from './words.ts'

type Visits = OutputOf<typeof ListVisits>
type Row = Visits['rows'][number]

export default function VisitsPage() {
  const [w, words] = [useWords(visitWords), useWords(lotWords)]
  const language = useLanguage()
  const lotId = useParam('lotId')
  const shown = useAnswer(ListVisits, { lotId })
  const lot = shown.answer
  return (
    <>
      <PageHead
        title={
          lot
            ? words.lotOf(placeTitle({ name: lot.place, type: lot.placeType }, language), lot.group[language])
            : w.title
        }
        crumbs={[{ label: words.drives, to: '/commitments' }, { label: w.title }]}
        facts={
          lot && (
            <span>
              {lot.place !== lot.commune && `${lot.commune} · `}
              {lot.drive[language]}
            </span>
          )
        }
      />
      <Shown from={shown} lines={8}>
        {(answer) => <Visiting visits={answer} />}
      </Shown>
    </>
  )
}

function Visiting({ visits }: { visits: Visits }) {
  const w = useWords(visitWords)
  const [done, waiting] = [visits.rows.filter(isDone), visits.rows.filter((row) => !isDone(row))]
  return (
    <div className="visits stack">
      {visits.now !== undefined && <Note icon="merge">{visits.now === null ? w.nowUnknown : w.now(visits.now)}</Note>}
      {visits.over ? <Note icon="check-c">{w.over}</Note> : <Note icon="talk">{w.ask}</Note>}
      {waiting.length > 0 && <Rows title={w.waiting(waiting.length)} rows={waiting} visits={visits} />}
      {done.length > 0 && <Rows title={w.done(done.length)} rows={done} visits={visits} />}
      {!visits.over && <Finish visits={visits} waiting={waiting.length} />}
    </div>
  )
}

const isDone = ({ outcome }: Row): boolean => outcome !== null

function Rows({ title, rows, visits }: { title: string; rows: readonly Row[]; visits: Visits }) {
  return (
    <Card title={title}>
      <ol className="doors">
        {rows.map((row) => (
          <Door key={row.position} row={row} visits={visits} />
        ))}
      </ol>
    </Card>
  )
}

function Door({ row, visits }: { row: Row; visits: Visits }) {
  const w = useWords(visitWords)
  const record = useCommand(RecordVisit)
  const [asking, ask] = useState(false)
  const write = async (outcome: VisitOutcome | null) => {
    const sent = await record.send({ lotId: visits.id, position: row.position, outcome })
    ask(false)
    say(sent.ok ? w.wrote : { text: `${sent.problem.title} ${sent.problem.detail ?? ''}`, bad: true })
  }
  return (
    <li>
      <div className="door">
        <b className="semi">{row.name}</b>
        <span className="sub">
          {[
            row.number !== null && w.number(row.number),
            row.address,
            row.standsIn && w.standsIn,
            row.tries > 0 && row.triedAt && w.triedTimes(row.tries, visits.tries, showInstant(row.triedAt)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      {row.outcome !== null ? (
        <div className="door-said">
          <Status kind={row.outcome === 'confirmed' ? 'done' : 'unknown'}>{w[row.outcome]}</Status>
          {!visits.over && (
            <Button
              small
              quiet
              icon="undo"
              aria-label={w.changeOf(row.name)}
              busy={record.sending}
              onClick={() => void write(null)}
            >
              {w.change}
            </Button>
          )}
        </div>
      ) : (
        <div className="door-deeds">
          <Button
            main
            icon="check"
            aria-label={`${w.confirm}: ${row.name}`}
            busy={record.sending}
            onClick={() => void write('confirmed')}
          >
            {w.confirm}
          </Button>
          <Button aria-label={`${w.other}: ${row.name}`} onClick={() => ask(true)}>
            {w.other}
          </Button>
        </div>
      )}
      {asking && <OtherDialog row={row} most={visits.tries} write={write} onClose={() => ask(false)} />}
    </li>
  )
}

const others = ['away', 'moved', 'denied', 'unknown', 'silent'] as const

type OtherProps = {
  row: Row
  most: number
  write: (outcome: VisitOutcome) => Promise<void>
  onClose: () => void
}

function OtherDialog({ row, most, write, onClose }: OtherProps) {
  const w = useWords(visitWords)
  const note: Partial<Record<VisitOutcome, string>> = { away: w.awayNote(most), moved: w.movedNote }
  return (
    <Dialog
      open
      title={w.otherTitle(row.name)}
      icon="user"
      onClose={onClose}
      actions={<Button onClick={onClose}>{w.back}</Button>}
    >
      <div className="said-choices">
        {others.map((outcome) => (
          <div key={outcome}>
            <Button onClick={() => void write(outcome)}>{w[outcome]}</Button>
            {note[outcome] && <span className="sub">{note[outcome]}</span>}
          </div>
        ))}
      </div>
    </Dialog>
  )
}

function Finish({ visits, waiting }: { visits: Visits; waiting: number }) {
  const [w, words] = [useWords(visitWords), useWords(lotWords)]
  const ask = useConfirm()
  const finish = useCommand(FinishVisits)
  const finishIt = async () => {
    if (!(await ask({ title: w.finishAsk, text: w.finishWhy, yes: w.finish, icon: 'check' }))) return
    const sent = await finish.send({ lotId: visits.id })
    say(sent.ok ? w.finished : { text: `${sent.problem.title} ${sent.problem.detail ?? ''}`, bad: true })
  }
  return (
    <div className="visits-end">
      <span>{words.visitedOf(visits.visited, visits.of)}</span>
      <Button main busy={finish.sending} disabled={waiting > 0} onClick={() => void finishIt()}>
        {w.finish}
      </Button>
    </div>
  )
}

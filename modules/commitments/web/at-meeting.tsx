// Signing at a meeting: the meeting is chosen, who of the place is present is ticked, and one batch signs with the minutes as proof.

import './commitments.css'
import { useEffect, useRef, useState } from 'react'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { SelectField, TextField } from '../../../platform/web/components/field.tsx'
import { FileField } from '../../../platform/web/components/file-field.tsx'
import { BulkBar } from '../../../platform/web/components/list-bar.tsx'
import { AsOf } from '../../../platform/web/components/marks.tsx'
import { Note, PageHead } from '../../../platform/web/components/page.tsx'
import { Empty, Loading, Refused, Shown } from '../../../platform/web/components/states.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { usePages } from '../../../platform/web/pages.ts'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useGo, useParam, useSearch } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ListEntries, ListSigningMeetings, ShowCoverage } from '../contract.ts'
import { atMeetingWords } from './at-meeting-words.ts'
import { Attendance } from './attendance.tsx'
import { entriesAddress } from './coverage-address.ts'
import { useTellResults } from './sign-batches.ts'
import { useMeetingBatch } from './use-meeting-batch.ts'
import { commitmentWords } from './words.ts'

type First = OutputOf<typeof ListEntries>
type Coverage = OutputOf<typeof ShowCoverage>
const paperKinds = ['.pdf', '.png', '.jpg', '.jpeg', '.webp', '.docx']

export default function AtMeetingPage() {
  const [w, words] = [useWords(atMeetingWords), useWords(commitmentWords)]
  const language = useLanguage()
  const { on } = useView()
  const [driveId, communeId] = [useParam('driveId'), useParam('areaId')]
  const search = useSearch()
  const [hamletId, bodyId, group] = [search.get('hamlet'), search.get('body'), search.get('group')]
  const coverage = useAnswer(ShowCoverage, { driveId, on })
  const pages = usePages(
    ListEntries,
    { driveId, communeId, hamletId, bodyId, on, group, state: 'unsigned', limit: 500 },
    { rows: (answer: First) => answer.rows, next: (answer: First) => answer.next },
  )
  // Attendance is taken of everybody: a place is a hamlet or a body, and its pages are few.
  const { more, askMore } = pages
  useEffect(() => {
    if (more) askMore()
  }, [more, askMore])
  const place = pages.first?.area.name ?? words.area
  const back = entriesAddress(driveId, communeId, { hamlet: hamletId, body: bodyId, group })
  return (
    <>
      <PageHead
        title={w.title(place)}
        tab={w.tab}
        crumbs={[
          { label: words.title, to: '/commitments' },
          { label: coverage.answer?.drive.name[language] ?? words.drive, to: `/commitments/${driveId}` },
          { label: place, to: back },
          { label: w.tab },
        ]}
        facts={<AsOf>{words.asOf(showDay(on))}</AsOf>}
      />
      <p className="muted sign-why">{w.why}</p>
      {pages.loading && <Loading lines={8} />}
      {pages.problem && pages.rows.length === 0 && <Refused problem={pages.problem} onAgain={pages.again} />}
      {pages.first && !more && (
        <Shown from={coverage} lines={8}>
          {(answer) => (
            <Batch coverage={answer} rows={pages.rows} communeId={communeId} hamletId={hamletId} back={back} />
          )}
        </Shown>
      )}
    </>
  )
}

type BatchProps = {
  coverage: Coverage
  rows: readonly First['rows'][number][]
  communeId: string
  hamletId: string | undefined
  back: string
}

function Batch({ coverage, rows, communeId, hamletId, back }: BatchProps) {
  const w = useWords(atMeetingWords)
  const language = useLanguage()
  const go = useGo()
  const tell = useTellResults()
  const { sendAll, sending, problem, uploadProblem } = useMeetingBatch()
  const [present, setPresent] = useState<ReadonlySet<string>>(new Set())
  const [proof, setProof] = useState<ProofTyped>({ meetingId: '', papers: [], witness: '' })
  const [noteAbsent, setNoteAbsent] = useState(false)
  /** As it was when it was last sent: what was wrong is said until it is changed. */
  const [tried, setTried] = useState<ProofTyped>()
  const top = useRef<HTMLDivElement>(null)
  const asked = new Map(coverage.groups.filter(({ ways }) => ways.includes('meeting')).map((each) => [each.id, each]))
  const waiting = rows.filter(({ groupId }) => asked.has(groupId))
  if (waiting.length === 0)
    return (
      <Card>
        <Empty icon="check-c" title={rows.length === 0 ? w.everybody : w.notAsked} />
      </Card>
    )
  const send = async () => {
    setTried(proof)
    const done =
      proof.meetingId === ''
        ? undefined
        : await sendAll({
            driveId: coverage.drive.id,
            communeId,
            meetingId: proof.meetingId,
            paper: proof.papers[0],
            witness: proof.witness,
            rows: waiting,
            present,
            noteAbsent,
            textOf: (groupId) => asked.get(groupId)?.text?.number ?? 1,
          })
    // What is wrong stands with the proof, at the top of a list that may be long.
    if (!done) return top.current?.scrollIntoView({ block: 'start' })
    // Where nobody could sign, it is still to be mended here.
    if (tell(done.results, done.noted > 0 ? w.noted(done.noted) : '') > 0) go(back)
  }
  const standing = tried === proof ? problem : undefined
  const wrong = {
    meeting: tried === proof && proof.meetingId === '' ? w.mustChoose : fieldProblem(standing, 'meetingId'),
    paper: uploadProblem?.title ?? fieldProblem(standing, 'fileId'),
    witness: fieldProblem(standing, 'witness'),
  }
  /** What stands beside its field is not said twice. */
  const said = tried !== proof || Object.values(wrong).some(Boolean)
  const names = new Map([...asked.values()].map(({ id, name }) => [id, name[language]]))
  const several = new Set(waiting.map(({ groupId }) => groupId)).size > 1
  return (
    <div className="stack">
      <div ref={top} className="at-meeting-proof">
        <Card title={w.proof}>
          <div className="card-b form">
            {problem && !said && (
              <div className="form-p" role="alert">
                <Note icon={problem.status === 0 ? 'wifi-off' : 'alert'} tone="late">
                  <b className="semi">{problem.title}</b> {problem.detail}
                </Note>
              </div>
            )}
            <Proof
              communeId={communeId}
              hamletId={hamletId}
              typed={proof}
              change={(part) => setProof({ ...proof, ...part })}
              wrong={wrong}
            />
          </div>
        </Card>
      </div>
      <Attendance
        rows={waiting}
        present={present}
        onChange={setPresent}
        groupNames={several ? names : new Map<string, string>()}
        noteAbsent={noteAbsent}
        onNoteAbsent={setNoteAbsent}
      />
      <BulkBar count={present.size}>
        <Button small main icon="pen" busy={sending} onClick={() => void send()}>
          {w.send(present.size)}
        </Button>
      </BulkBar>
      {present.size === 0 && <p className="muted">{w.nobodyPresent}</p>}
    </div>
  )
}

type ProofTyped = { meetingId: string; papers: readonly File[]; witness: string }
type ProofProps = {
  communeId: string
  hamletId: string | undefined
  typed: ProofTyped
  change: (part: Partial<ProofTyped>) => void
  wrong: { meeting: string | undefined; paper: string | undefined; witness: string | undefined }
}

/** The paper is asked for only where the meeting has no minutes on record. */
function Proof({ communeId, hamletId, typed, change, wrong }: ProofProps) {
  const [w, words] = [useWords(atMeetingWords), useWords(commitmentWords)]
  const { on } = useView()
  const meetings = useAnswer(ListSigningMeetings, { communeId, hamletId, on })
  return (
    <Shown from={meetings} lines={3}>
      {({ rows }) => {
        const meeting = rows.find(({ id }) => id === typed.meetingId)
        if (rows.length === 0)
          return (
            <Empty icon="calendar" title={w.noMeeting}>
              {w.noMeetingWhy}
            </Empty>
          )
        return (
          <>
            <SelectField
              label={w.meeting}
              reason={wrong.meeting ? undefined : meeting ? w[meeting.minutes] : w.meetingWhy}
              value={typed.meetingId}
              onChange={(meetingId) => change({ meetingId, papers: [] })}
              empty="—"
              choices={rows.map(({ id, title, heldOn, area }) => ({
                value: id,
                label: `${showDay(heldOn)} · ${title} · ${area.name}`,
              }))}
              {...(wrong.meeting ? { problem: wrong.meeting } : {})}
            />
            {meeting?.minutes === 'none' && (
              <FileField
                label={w.paper}
                kinds={paperKinds}
                files={typed.papers}
                onChange={(papers) => change({ papers })}
                {...(wrong.paper ? { problem: wrong.paper } : {})}
              />
            )}
            <TextField
              optional
              label={words.witness}
              value={typed.witness}
              onChange={(witness) => change({ witness })}
              {...(wrong.witness ? { problem: wrong.witness } : {})}
            />
          </>
        )
      }}
    </Shown>
  )
}

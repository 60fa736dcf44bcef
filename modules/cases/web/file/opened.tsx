// A file that is open: the purpose above, the reader's mark over all, and the parts that this reader sees.

import { lazy, Suspense, useEffect, useState } from 'react'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Tag } from '../../../../platform/web/components/marks.tsx'
import { PageHead } from '../../../../platform/web/components/page.tsx'
import { Shown } from '../../../../platform/web/components/states.tsx'
import { Status } from '../../../../platform/web/components/status.tsx'
import { showDay, showInstant } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useMayOpen } from '../../../../platform/web/may-open.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { dayOf, type Moment } from '../../../../rules/law/moment.ts'
import { periods } from '../../../../rules/law/periods.ts'
import { caseRefusals, ListOpenings, ListRequests, ReadFile, ReadInEmergency, ReadRetention } from '../../contract.ts'
import { CommuneProvider } from '../events/circle.ts'
import { fileSections } from '../file-sections.ts'
import { momentOfInstant, useNow } from '../left.ts'
import { RequestsCard } from '../retention/requests-card.tsx'
import { RetentionCard } from '../retention/retention-card.tsx'
import { MergesCard } from '../same/merges-card.tsx'
import { statusName } from '../status-name.ts'
import { EmergencyCard } from '../watch/emergency-card.tsx'
import { CheckDialog } from './check.tsx'
import { ClocksCard } from './clocks.tsx'
import { EnterDialog } from './enter.tsx'
import { GiveFileDialog } from './give-file.tsx'
import { IdentityCard } from './identity.tsx'
import { LawCards } from './law-cards.tsx'
import { NextCards } from './next.tsx'
import type { Opening } from './opening.ts'
import { CommitmentsCard, PaperCard } from './paper/card.tsx'
import { type Made, Making } from './paper/making.tsx'
import { PurposeBar, Watermark } from './purpose-bar.tsx'
import { ReadersDialog } from './readers.tsx'
import { SeeingCard } from './seeing.tsx'
import { TeamCard } from './team.tsx'
import { EventsCard } from './timeline.tsx'
import { fileWords } from './words.ts'

export type FileShown = OutputOf<typeof ReadFile>
/** What every question about an open file names. */
export type At = { communeId: string; fileId: string; openingId: string }

// The engine of the law comes with the first question "what if", not with the file.
const WhatIfDialog = lazy(() => import('./what-if.tsx'))
const FormDialog = lazy(() => import('./paper/form-dialog.tsx'))

type Props = {
  at: At
  opening: Opening
  /** The residence check is what it was opened for, and its form stands open. */
  check?: boolean
  onChecked?: () => void
  onOver: () => void
  onClose: () => void
  /** None for what was opened in an emergency. */
  onOtherPurpose?: () => void
}

export function Opened({ at, opening, check = false, onChecked, onOver, onClose, onOtherPurpose }: Props) {
  const w = useWords(fileWords)
  const inEmergency = opening.purpose === 'emergency'
  const read = useAnswer(inEmergency ? ReadInEmergency : ReadFile, at)
  const isOver = read.problem?.code === caseRefusals.not_open.code
  useEffect(() => {
    if (isOver) onOver()
  }, [isOver, onOver])
  return (
    <div className="case">
      <PurposeBar
        opening={opening}
        actingFor={read.answer?.opening.actingFor ?? null}
        openedAt={read.answer?.opening.openedAt}
        onClose={onClose}
        onOtherPurpose={onOtherPurpose}
      />
      {read.answer && <Watermark reader={read.answer.reader} at={w.readAt(showInstant(read.asOf ?? new Date()))} />}
      {!read.answer && <h1 className="sr">{w.sealedFile}</h1>}
      <Shown from={read} lines={10}>
        {(file) => (
          <CommuneProvider value={at.communeId}>
            <FileView
              file={file}
              at={at}
              check={check}
              onChecked={onChecked ?? onClose}
              onStale={read.again}
              onOtherPurpose={onOtherPurpose ?? onClose}
            />
          </CommuneProvider>
        )}
      </Shown>
    </div>
  )
}

type ViewProps = {
  file: FileShown
  at: At
  check: boolean
  onChecked: () => void
  onStale: () => void
  onOtherPurpose: () => void
}

function FileView({ file, at, check, onChecked, onStale, onOtherPurpose }: ViewProps) {
  const w = useWords(fileWords)
  const inEmergency = file.opening.purpose === 'emergency'
  const isWritten = file.closedOn === null && !file.onItsWay && !inEmergency
  const mayRecord = useMayOpen()('/files/new') && isWritten
  const mayAssign = useMayOpen()('/work/officers') && file.view === 'police' && isWritten
  const [doing, setDoing] = useState<'enter' | 'what-if' | 'readers' | 'give'>()
  const [making, setMaking] = useState<Made>()
  const openings = useAnswer(ListOpenings, at, { when: !inEmergency })
  const now = momentOfInstant(useNow(30))
  const { life } = file
  const stop = () => setDoing(undefined)
  return (
    <Making value={inEmergency ? undefined : setMaking}>
      <PageHead
        title={w.title(file.number)}
        facts={<Facts file={file} />}
        actions={
          <>
            {openings.answer && (
              <Button small icon="eye" onClick={() => setDoing('readers')}>
                {w.readings(openings.answer.rows.length)}
              </Button>
            )}
            <Button small icon="print" onClick={() => window.print()}>
              {w.print}
            </Button>
            {mayRecord && (
              <Button small main icon="pen" onClick={() => setDoing('enter')}>
                {w.enter}
              </Button>
            )}
          </>
        }
      />
      <div className="case-cols">
        {life && (
          <div className="stack case-next-col">
            <NextCards life={life} events={file.events} now={now} onWhatIf={() => setDoing('what-if')} />
          </div>
        )}
        <div className="stack case-main-col">
          {life && <ClocksCard life={life} now={now} />}
          <EventsCard file={file} />
          {life && !inEmergency && <PaperCard file={file} at={at} now={now} />}
        </div>
        <div className="stack case-side-col">
          {(inEmergency ? [] : fileSections(file.view)).map(({ key, Section }) => (
            <Suspense key={key} fallback={null}>
              <Section at={at} purpose={file.opening.purpose} onOtherPurpose={onOtherPurpose} />
            </Suspense>
          ))}
          {life && <LawCards life={life} />}
          {life && <CommitmentsCard file={file} now={now} />}
          <IdentityCard file={file} at={at} mayCorrect={mayRecord && file.view === 'police'} onStale={onStale} />
          <TeamCard file={file} onGive={mayAssign ? () => setDoing('give') : undefined} />
          {file.view === 'police' && !inEmergency && <Kept at={at} now={now} />}
          {mayRecord && file.view === 'police' && <MergesCard at={at} version={file.version} />}
          {inEmergency ? <EmergencyCard /> : <SeeingCard file={file} />}
        </div>
      </div>
      {making && (
        <Suspense fallback={null}>
          <FormDialog
            key={`${making.form} ${making.eventId ?? ''}`}
            at={at}
            made={making}
            onClose={() => setMaking(undefined)}
          />
        </Suspense>
      )}
      {doing === 'enter' && <EnterDialog file={file} at={at} now={now} onStale={onStale} onClose={stop} />}
      {check && mayRecord && <CheckDialog file={file} at={at} now={now} onStale={onStale} onClose={onChecked} />}
      {doing === 'give' && <GiveFileDialog file={file} communeId={at.communeId} onClose={stop} />}
      {doing === 'readers' && <ReadersDialog rows={openings.answer?.rows ?? []} onClose={stop} />}
      {doing === 'what-if' && (
        <Suspense fallback={null}>
          <WhatIfDialog file={file} now={now} onClose={stop} />
        </Suspense>
      )}
    </Making>
  )
}

/** Asked apart from the file: who does not decide on it need not wait for it. */
function Kept({ at, now }: { at: At; now: Moment }) {
  const requests = useAnswer(ListRequests, at)
  const keeping = useAnswer(ReadRetention, at)
  return (
    <>
      {requests.answer && <RequestsCard requests={requests.answer} at={at} now={now} />}
      {keeping.answer && <RetentionCard keeping={keeping.answer} at={at} />}
    </>
  )
}

function Facts({ file: { life, closedOn, onItsWay, demo } }: { file: FileShown }) {
  const w = useWords(fileWords)
  const language = useLanguage()
  const status = life?.status
  const awaits = life?.awaits
  const period = periods.find(({ id }) => id === status?.period)
  return (
    <>
      {life && (
        <Status kind="sealed">
          {status || awaits ? statusName((status ?? awaits)?.kind ?? '')[language] : w.noStatus}
          {status?.suspendedBy && `, ${w.suspended}`}
        </Status>
      )}
      {life?.monitoring && <Tag icon="device">{w.monitored}</Tag>}
      {status && <Tag>{w.statusSince(showDay(dayOf(status.since)))}</Tag>}
      {period && <Tag>{w.rulesFrom(showDay(period.from))}</Tag>}
      {closedOn && <Tag icon="lock">{w.closedOn(showDay(closedOn))}</Tag>}
      {onItsWay && <Tag icon="lock">{w.onItsWay}</Tag>}
      {demo && <Tag>{w.demo}</Tag>}
    </>
  )
}

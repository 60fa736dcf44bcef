// One target: what it asks for, where it stands, the records behind that, and how it came to be.

import './programme.css'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { unitTitle } from '../../../platform/contract/unit-name.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Card } from '../../../platform/web/components/card.tsx'
import { AsOf } from '../../../platform/web/components/marks.tsx'
import { Note, PageHead } from '../../../platform/web/components/page.tsx'
import { Empty, Shown, TooMany } from '../../../platform/web/components/states.tsx'
import { Status, type StatusKind } from '../../../platform/web/components/status.tsx'
import { Timeline } from '../../../platform/web/components/timeline.tsx'
import { showDay, showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { Go, useParam } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { documentName } from '../../documents/web/public.tsx'
import { TargetDetail } from '../contract.ts'
import { BodiesCard } from './bodies-card.tsx'
import { DocumentsCard } from './documents-card.tsx'
import { Became, isUnitLine, ResultCell, useWanted } from './result.tsx'
import { targetWords } from './target-words.ts'
import { UnitsCard } from './units-card.tsx'
import { ChangeLine } from './versions-card.tsx'
import { programmeWords } from './words.ts'

export type Detail = OutputOf<typeof TargetDetail>

export default function TargetPage() {
  const lineId = useParam('lineId')
  const { on } = useView()
  const detail = useAnswer(TargetDetail, { lineId, on }, { keep: true })
  return <Shown from={detail}>{(answer) => <Page detail={answer} />}</Shown>
}

const stateKind: Record<Detail['line']['result']['state'], StatusKind> = {
  met: 'met',
  open: 'ontime',
  missed: 'late',
  'no-data': 'nodata',
}

function Page({ detail }: { detail: Detail }) {
  const w = useWords(targetWords)
  const common = useWords(programmeWords)
  const language = useLanguage()
  const { line, plan, programme, on } = detail
  const stateWords = { met: w.met, open: w.open, missed: w.missed, 'no-data': common.noData }
  const removed = detail.history.find((step) => step.change?.what === 'removed' && step.effectiveOn <= on)
  return (
    <>
      <PageHead
        title={line.title[language]}
        tab={w.target}
        crumbs={[
          { label: common.title(programme.name[language]), to: `/programme?programme=${programme.slug}` },
          { label: plan.title, to: `/programme?programme=${programme.slug}&year=${plan.year}` },
          { label: w.target },
        ]}
        facts={<Status kind={stateKind[line.result.state]}>{stateWords[line.result.state]}</Status>}
      />
      <div className="stack">
        {removed && <Note icon="info">{w.removedNote(showDay(removed.effectiveOn))}</Note>}
        {detail.measuredOn < on && <Note icon="calendar">{common.over(showDay(detail.measuredOn))}</Note>}
        <Facts detail={detail} />
        {line.kind === 'commitments' && (
          <Card title={w.records}>
            {line.result.count === null ? (
              <Empty icon="pen" title={w.noRecords}>
                {line.result.of ? `${w.listClosed(showNumber(line.result.of, language))} ` : ''}
                {w.noRecordsWhy}
              </Empty>
            ) : (
              <p className="card-b">
                {w.signedOf(showNumber(line.result.count, language), showNumber(line.result.of ?? 0, language))}{' '}
                <Go to="/commitments">{w.toDrives}</Go>
              </p>
            )}
          </Card>
        )}
        {detail.units.length > 0 && <UnitsCard detail={detail} />}
        {line.kind === 'bodies-standard' && <BodiesCard detail={detail} />}
        {detail.hidden > 0 && <TooMany>{w.hidden(detail.hidden)}</TooMany>}
        <div className="two">
          <History detail={detail} />
          <DocumentsCard documents={detail.documents} />
        </div>
      </div>
    </>
  )
}

function Facts({ detail }: { detail: Detail }) {
  const common = useWords(programmeWords)
  const language = useLanguage()
  const wanted = useWanted()
  const { line } = detail
  const facts: [string, React.ReactNode][] = [
    [
      common.colUnit,
      <Go key="unit" className="n" to={`/areas/${line.area.id}`}>
        {unitTitle(line.area, language)}
      </Go>,
    ],
    [common.colBaseline, wanted.baseline(line)],
    [common.colValue, wanted.value(line)],
    [common.colResult, <ResultCell key="result" line={line} />],
    [common.colDue, showDay(line.dueOn)],
  ]
  return (
    <Card padded end={<AsOf>{common.asOf(showDay(detail.measuredOn))}</AsOf>}>
      <dl className="pg-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {isUnitLine(line) && <Became line={line} />}
    </Card>
  )
}

function History({ detail }: { detail: Detail }) {
  const w = useWords(targetWords)
  const common = useWords(programmeWords)
  const language = useLanguage()
  return (
    <Card title={w.history} padded>
      <Timeline
        label={w.history}
        items={detail.history.map((step) => ({
          id: String(step.number),
          when: showDay(step.effectiveOn),
          icon: step.number === 1 ? 'flag' : 'pen',
          kind: 'decision',
          title: step.number === 1 ? common.issued : common.version(step.number),
          children: (
            <>
              {step.document && (
                <p className="t13">
                  <Go to={`/documents/${step.document.id}`}>{documentName(step.document, language)}</Go>
                </p>
              )}
              {step.reason && <p className="t13 muted">{step.reason}</p>}
              {step.change && <ChangeLine change={step.change} />}
            </>
          ),
        }))}
      />
    </Card>
  )
}

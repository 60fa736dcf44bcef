// Verification of one drive: how much of it is verified, one's own visits, the lots, and the questions for the head.

import './verification.css'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Chip, Chips } from '../../../platform/web/components/chip.tsx'
import { Listed } from '../../../platform/web/components/listed.tsx'
import { Empty, Shown } from '../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { usePages } from '../../../platform/web/pages.ts'
import { Go, useGo, useSearch } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ListLots, MyVisits, ShowVerified } from '../contract.ts'
import { LotStatus } from './lot-status.tsx'
import { placeTitle } from './place-title.ts'
import { Questions } from './questions.tsx'
import { lotWords } from './words.ts'

type First = OutputOf<typeof ListLots>
type Lot = First['rows'][number]
const states = ['open', 'passed', 'failed'] as const

export function VerificationTab({ driveId }: { driveId: string }) {
  const w = useWords(lotWords)
  const { on } = useView()
  const asked = useSearch().get('lots')
  const state = states.find((each) => each === asked)
  const verified = useAnswer(ShowVerified, { driveId, on })
  const pages = usePages(
    ListLots,
    { driveId, on, limit: 50, ...(state ? { state } : {}) },
    { rows: (answer: First) => answer.rows, next: (answer: First) => answer.next },
  )
  const may = pages.first?.may
  const address = (to?: string) => `/commitments/${driveId}?tab=verification${to ? `&lots=${to}` : ''}`
  return (
    <div className="stack">
      <Card title={w.title} padded end={may?.make && <MakeButton driveId={driveId} />}>
        <Shown from={verified} lines={2}>
          {({ lots, passed, failed }) => (
            <>
              <p>{w.summary(passed, failed, lots)}</p>
              <p className="muted">
                {w.summaryWhy} <Go to="/verification/risks">{w.risks}</Go>
              </p>
            </>
          )}
        </Shown>
      </Card>
      <Mine />
      <Card title={w.lots}>
        <div className="lot-chips">
          <Chips label={w.lots}>
            <Chip to={address()} on={!state}>
              {w.all}
            </Chip>
            {states.map((each) => (
              <Chip key={each} to={address(each)} on={state === each} count={pages.first?.counts[each]}>
                {w[each]}
              </Chip>
            ))}
          </Chips>
        </div>
        <Listed
          from={pages}
          lines={4}
          empty={
            <Empty icon="check-c" title={w.noLots}>
              {w.noLotsWhy}
            </Empty>
          }
        >
          <Lots rows={pages.rows} onEnd={pages.askMore} />
        </Listed>
      </Card>
      {may?.questions && <Questions driveId={driveId} />}
    </div>
  )
}

function MakeButton({ driveId }: { driveId: string }) {
  const w = useWords(lotWords)
  return (
    <LinkButton main icon="plus" to={`/verification/${driveId}/new`}>
      {w.make}
    </LinkButton>
  )
}

/** Lots that were given to the reader, of whatever drive; nothing when there are none, or when one does not visit. */
function Mine() {
  const w = useWords(lotWords)
  const language = useLanguage()
  const mine = useAnswer(MyVisits, {})
  if (!mine.answer || mine.answer.rows.length === 0) return null
  return (
    <Card title={w.mine}>
      <ul className="my-lots">
        {mine.answer.rows.map((row) => (
          <li key={row.id}>
            <span>
              <b className="semi">
                {w.lotOf(placeTitle({ name: row.place, type: row.placeType }, language), row.group[language])}
              </b>
              <span className="sub">
                {row.commune} · {w.visitedOf(row.visited, row.of)}
              </span>
            </span>
            <LinkButton main to={`/verification/visits/${row.id}`} label={`${w.visit}: ${row.place}`}>
              {w.visit}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Lots({ rows, onEnd }: { rows: readonly Lot[]; onEnd: () => void }) {
  const w = useWords(lotWords)
  const language = useLanguage()
  const go = useGo()
  const columns: Column<Lot>[] = [
    {
      key: 'place',
      title: w.place,
      cell: (lot) => (
        <>
          <Go className="job" to={`/verification/lots/${lot.id}`}>
            {placeTitle(lot.place, language)}
          </Go>
          <span className="sub">
            {[lot.place.name !== lot.place.commune && lot.place.commune, lot.group.name[language], lot.demo && w.demo]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </>
      ),
    },
    {
      key: 'plan',
      title: w.plan,
      width: '220px',
      cell: (lot) => w.planShort(lot.sample, lot.allowed, lot.size),
    },
    {
      key: 'state',
      title: w.state,
      width: '220px',
      cell: (lot) => (
        <>
          <LotStatus state={lot.state} />
          <span className="sub">
            {showDay(lot.decidedOn ?? lot.closedOn)}
            {lot.state === 'failed' && !lot.followedUp && ` · ${w.toFollow}`}
          </span>
        </>
      ),
    },
  ]
  return (
    <Table
      label={w.lots}
      columns={columns}
      rows={rows}
      rowKey={(lot) => lot.id}
      onOpen={(lot) => go(`/verification/lots/${lot.id}`)}
      onEnd={onEnd}
    />
  )
}

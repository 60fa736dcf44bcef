// Khó khăn, vướng mắc: what holds units up, who was asked, and whether somebody has answered; beside it what worked.

import './obstacles.css'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Chip, Chips } from '../../../platform/web/components/chip.tsx'
import { Filters, SearchField, ShowMore } from '../../../platform/web/components/list-bar.tsx'
import { Listed } from '../../../platform/web/components/listed.tsx'
import { AsOf } from '../../../platform/web/components/marks.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Empty } from '../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showDay, showShortDay } from '../../../platform/web/format.ts'
import { usePages } from '../../../platform/web/pages.ts'
import { Go, useGo, useSearch } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ListObstacles } from '../contract.ts'
import { ObstacleMark } from './public.tsx'
import { postName, useUnitTitle } from './shown.ts'
import { obstacleWords } from './words.ts'

type First = OutputOf<typeof ListObstacles>
type Row = First['rows'][number]
type State = Row['state']['kind']
const states: State[] = ['waiting', 'answered', 'removed']

export default function ObstacleList() {
  const w = useWords(obstacleWords)
  const { on, programme } = useView()
  const search = useSearch()
  const state = states.find((each) => each === search.get('state'))
  const mine = search.get('mine') === 'true'
  const pages = usePages(
    ListObstacles,
    {
      programme,
      on,
      q: search.get('q'),
      state: state ? [state] : [],
      mine: mine ? 'true' : undefined,
      area: search.get('area'),
      limit: 100,
    },
    { rows: (answer: First) => answer.rows, next: (answer: First) => answer.next },
  )
  const counts = pages.first?.counts
  const filtered = Boolean(state ?? search.get('q')) || mine
  return (
    <>
      <PageHead
        title={w.title}
        facts={<AsOf>{w.asOf(showDay(on))}</AsOf>}
        actions={
          <>
            <LinkButton icon="heart" to="/obstacles/practices">
              {w.practices}
            </LinkButton>
            {pages.first?.may.raise && (
              <LinkButton main icon="plus" to="/obstacles/new">
                {w.raise}
              </LinkButton>
            )}
          </>
        }
      />
      <Chips label={w.views}>
        <Chip to="/obstacles" on={!filtered} count={counts?.all}>
          {w.all}
        </Chip>
        {states.map((each) => (
          <Chip key={each} to={`/obstacles?state=${each}`} on={state === each && !mine} count={counts?.[each]}>
            {w[each]}
          </Chip>
        ))}
        {(counts?.mine ?? 0) > 0 || mine ? (
          <Chip icon="talk" to="/obstacles?mine=true" on={mine} count={counts?.mine}>
            {w.mine}
          </Chip>
        ) : null}
      </Chips>
      <Card>
        <Filters>
          <SearchField value={search.get('q') ?? ''} onChange={(q) => search.set({ q })} />
        </Filters>
        <Listed
          from={pages}
          lines={5}
          empty={
            <Empty icon="talk" title={filtered ? w.nothingMatches : w.nothing}>
              {filtered ? undefined : w.nothingWhy}
            </Empty>
          }
        >
          <Rows rows={pages.rows} onEnd={pages.askMore} total={pages.first?.total} />
        </Listed>
        <ShowMore from={pages} />
      </Card>
    </>
  )
}

function Rows({ rows, onEnd, total }: { rows: readonly Row[]; onEnd: () => void; total: number | undefined }) {
  const w = useWords(obstacleWords)
  const { on } = useView()
  const go = useGo()
  const unitTitle = useUnitTitle()
  const columns: Column<Row>[] = [
    {
      key: 'what',
      title: w.what,
      cell: (row) => (
        <>
          <Go className="job" to={`/obstacles/${row.id}`}>
            {row.title}
          </Go>
          <span className="sub">
            {unitTitle(row.area)}
            {row.task && ` · ${w.aboutTask(String(row.task.number).padStart(2, '0'))}`}
          </span>
        </>
      ),
    },
    { key: 'asked', title: w.asked, width: '210px', cell: (row) => postName(row.asked) },
    {
      key: 'state',
      title: w.state,
      width: '230px',
      cell: (row) => (
        <>
          <ObstacleMark state={row.state} />
          {row.answers > 0 && row.state.kind !== 'answered' && <span className="sub">{w.answers(row.answers)}</span>}
        </>
      ),
    },
    {
      key: 'raised',
      title: w.raised,
      width: '100px',
      cell: (row) => <span className="nw">{showShortDay(row.raisedOn, on)}</span>,
    },
  ]
  return (
    <Table
      foldInTwo
      label={w.title}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowName={(row) => w.name(row.number)}
      onOpen={(row) => go(`/obstacles/${row.id}`)}
      onEnd={onEnd}
      total={total}
    />
  )
}

// The meetings of a programme, the latest first, with what still waits to become work.

import './meetings.css'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Chip } from '../../../platform/web/components/chip.tsx'
import { Filters, SearchField } from '../../../platform/web/components/list-bar.tsx'
import { Listed } from '../../../platform/web/components/listed.tsx'
import { AsOf, Tag } from '../../../platform/web/components/marks.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Empty } from '../../../platform/web/components/states.tsx'
import { Status, type StatusKind } from '../../../platform/web/components/status.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showDay, showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { usePages } from '../../../platform/web/pages.ts'
import { Go, useGo, useSearch } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ListMeetings } from '../contract.ts'
import { postName } from './names.ts'
import { meetingWords } from './words.ts'

type Row = OutputOf<typeof ListMeetings>['rows'][number]

const stateKind: Record<Row['state'], StatusKind> = { coming: 'ontime', today: 'ontime', held: 'done', closed: 'done' }

export function MeetingState({ state }: { state: Row['state'] }) {
  const w = useWords(meetingWords)
  if (state === 'held' || state === 'closed')
    return <Tag icon={state === 'closed' ? 'lock' : undefined}>{w[state]}</Tag>
  return <Status kind={stateKind[state]}>{w[state]}</Status>
}

export default function Meetings() {
  const w = useWords(meetingWords)
  const language = useLanguage()
  const search = useSearch()
  const { programme, on } = useView()
  const q = search.get('q') ?? ''
  const waiting = search.get('waiting') === 'yes'
  const list = usePages(
    ListMeetings,
    { programme, on, q, waiting: waiting ? 'true' : undefined },
    { rows: (answer) => answer.rows, next: (answer) => answer.next },
  )
  return (
    <>
      <PageHead
        title={w.title}
        tab={w.meetings}
        facts={list.first && <AsOf>{w.total(showNumber(list.first.total, language))}</AsOf>}
        actions={
          list.first?.may.call && (
            <LinkButton main icon="plus" to="/meetings/new">
              {w.call}
            </LinkButton>
          )
        }
      />
      <Card>
        <Filters>
          <SearchField value={q} onChange={(typed) => search.set({ q: typed })} label={w.find} placeholder={w.find} />
          <Chip icon="tasks" on={waiting} onPress={() => search.set({ waiting: waiting ? undefined : 'yes' })}>
            {w.onlyWaiting}
          </Chip>
        </Filters>
        <Listed
          from={list}
          empty={
            <Empty icon="talk" title={w.none}>
              {w.noneWhy}
            </Empty>
          }
        >
          <Rows rows={list.rows} total={list.first?.total} onEnd={list.askMore} />
        </Listed>
      </Card>
    </>
  )
}

function Rows({ rows, total, onEnd }: { rows: readonly Row[]; total?: number; onEnd: () => void }) {
  const w = useWords(meetingWords)
  const language = useLanguage()
  const go = useGo()
  const columns: Column<Row>[] = [
    {
      key: 'meeting',
      title: w.colMeeting,
      cell: (row) => (
        <>
          <Go className="job" to={`/meetings/${row.id}`}>
            {row.title}
          </Go>{' '}
          {row.demo && <Tag>{w.demo}</Tag>}
          <span className="sub">{row.place}</span>
        </>
      ),
    },
    {
      key: 'day',
      title: w.colDay,
      width: '112px',
      cell: (row) => (
        <>
          <span className="nw">{showDay(row.heldOn)}</span>
          <span className="sub">{row.startsAt}</span>
        </>
      ),
    },
    { key: 'state', title: w.colState, width: '156px', cell: (row) => <MeetingState state={row.state} /> },
    {
      key: 'chair',
      title: w.colChair,
      width: '180px',
      cell: (row) => (row.chair ? postName(row.chair, language) : '–'),
    },
    {
      key: 'present',
      title: w.colPresent,
      width: '86px',
      align: 'right',
      cell: (row) => (row.present === null ? w.invited(row.invited) : w.presentOf(row.present, row.invited)),
    },
    {
      key: 'conclusions',
      title: w.colConclusions,
      width: '140px',
      cell: (row) =>
        row.conclusions === 0 ? (
          <span className="faint">–</span>
        ) : row.waiting > 0 ? (
          <Go className="n" to={`/meetings/${row.id}#ket-luan`}>
            {w.waiting(row.waiting)}
          </Go>
        ) : (
          w.allGiven(row.conclusions)
        ),
    },
  ]
  return (
    <Table
      label={w.title}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      total={total}
      onOpen={(row) => go(`/meetings/${row.id}`)}
      onEnd={onEnd}
    />
  )
}

// What the keeper of the machine did with the files as a whole, and who else was in the database.

import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { Card } from '../../../../platform/web/components/card.tsx'
import { Empty, Shown } from '../../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../../platform/web/components/table.tsx'
import { showInstant } from '../../../../platform/web/format.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { ListKeepings } from '../../contract.ts'
import { watchWords } from './words.ts'

type Listed = OutputOf<typeof ListKeepings>

export function Keeper() {
  const w = useWords(watchWords)
  const listed = useAnswer(ListKeepings, {})
  const at = (instant: string) => <span className="num">{showInstant(instant)}</span>
  const works: Column<Listed['works'][number]>[] = [
    { key: 'work', title: w.work, width: '22%', cell: (row) => <b className="semi">{w[row.work]}</b> },
    { key: 'by', title: w.saidBy, cell: (row) => row.by },
    { key: 'begun', title: w.begun, width: '170px', cell: (row) => at(row.begunAt) },
    {
      key: 'ended',
      title: w.ended,
      width: '200px',
      cell: (row) => (row.endedAt ? at(row.endedAt) : <span className="muted">{w.notEnded}</span>),
    },
  ]
  const sessions: Column<Listed['sessions'][number]>[] = [
    {
      key: 'application',
      title: w.application,
      width: '22%',
      cell: (row) => <b className="semi">{row.application || w.unnamed}</b>,
    },
    { key: 'role', title: w.role, cell: (row) => row.role },
    { key: 'from', title: w.from, cell: (row) => <span className="num">{row.address || '—'}</span> },
    { key: 'first', title: w.firstSeen, width: '170px', cell: (row) => at(row.firstSeen) },
    { key: 'last', title: w.lastSeen, width: '170px', cell: (row) => at(row.lastSeen) },
  ]
  return (
    <Shown from={listed} lines={6}>
      {(answer) => (
        <div className="stack">
          <Card title={w.works} icon="sealed">
            <p className="muted watch-said">{w.worksWhy}</p>
            {answer.works.length === 0 ? (
              <Empty icon="history" title={w.noWorks} />
            ) : (
              <Table label={w.works} columns={works} rows={answer.works} rowKey={({ id }) => id} />
            )}
          </Card>
          <Card title={w.sessions} icon="device">
            <p className="muted watch-said">{w.sessionsWhy}</p>
            {answer.sessions.length === 0 ? (
              <Empty icon="check-c" title={w.noSessions} />
            ) : (
              <Table label={w.sessions} columns={sessions} rows={answer.sessions} rowKey={({ id }) => id} />
            )}
          </Card>
        </div>
      )}
    </Shown>
  )
}

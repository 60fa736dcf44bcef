// Notices of stay that came to a commune: what waits first. Never a name before somebody reads one.

import { useState } from 'react'
import { unitName } from '../../../../platform/contract/unit-name.ts'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { Tag } from '../../../../platform/web/components/marks.tsx'
import { Empty, Shown } from '../../../../platform/web/components/states.tsx'
import { Status } from '../../../../platform/web/components/status.tsx'
import { type Column, Table } from '../../../../platform/web/components/table.tsx'
import { showInstant } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { leftWords, momentOfInstant, untilWords, useNow } from '../../../cases/web/public.tsx'
import { ListNotices, type NoticeRow } from '../../contract.ts'
import { pressingOfAnswer } from '../answered.tsx'
import { handOverWords } from '../words.ts'
import { NoticeDialog } from './read.tsx'
import { noticeWords } from './words.ts'

export function Notices({ communeId }: { communeId: string }) {
  const w = useWords(noticeWords)
  const listed = useAnswer(ListNotices, { communeId }, { everySeconds: 60 })
  const [reading, setReading] = useState<string>()
  const read = listed.answer?.rows.find(({ id }) => id === reading)
  return (
    <Card>
      <Shown from={listed}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty icon="check-c" title={w.none}>
              {w.why}
            </Empty>
          ) : (
            <Rows rows={rows} onRead={setReading} />
          )
        }
      </Shown>
      {read && <NoticeDialog notice={read} communeId={communeId} onClose={() => setReading(undefined)} />}
    </Card>
  )
}

function Rows({ rows, onRead }: { rows: readonly NoticeRow[]; onRead: (id: string) => void }) {
  const w = useWords(noticeWords)
  const common = useWords(handOverWords)
  const language = useLanguage()
  const columns: Column<NoticeRow>[] = [
    {
      key: 'number',
      title: w.notice,
      cell: (row) => (
        <>
          <span className="job num">{row.number}</span>
          <span className="sub num">
            {common.sentOn} {showInstant(row.sentAt)} {row.demo && <Tag>{common.demo}</Tag>}
          </span>
        </>
      ),
    },
    {
      key: 'between',
      title: w.between,
      width: '36%',
      fold: false,
      cell: (row) => (
        <>
          {w.from(unitName(row.from, language))}
          <span className="sub">
            {[
              w.residesIn(unitName(row.residesIn, language)),
              row.addressed && w.addressed(unitName(row.addressed, language)),
            ]
              .filter(Boolean)
              .join(', ')}
          </span>
        </>
      ),
    },
    { key: 'result', title: w.result, width: '230px', cell: (row) => <Standing row={row} /> },
    {
      key: 'deed',
      title: w.read,
      hiddenTitle: true,
      fold: false,
      width: '110px',
      align: 'right',
      cell: (row) =>
        row.readable && (
          <Button small icon="eye" onClick={() => onRead(row.id)}>
            {w.read}
            <span className="sr"> {row.number}</span>
          </Button>
        ),
    },
  ]
  return <Table label={w.title} columns={columns} rows={rows} rowKey={(row) => row.id} rowName={(row) => row.number} />
}

function Standing({ row: { state, dueAt, decidedAt, decidedBy, readable, reminded } }: { row: NoticeRow }) {
  const w = useWords(noticeWords)
  const common = useWords(handOverWords)
  const long = useWords(leftWords)
  const now = useNow(30)
  if (state === 'sent')
    return (
      <>
        <Status kind={pressingOfAnswer(dueAt, now)}>
          {untilWords(momentOfInstant(now), momentOfInstant(dueAt), long)}
        </Status>
        <span className="sub num">{common.by(showInstant(dueAt))}</span>
        {reminded.map(({ level, at }) => (
          <span key={level} className="sub">
            {common.reminded(level)}, <span className="num">{showInstant(at)}</span>
          </span>
        ))}
      </>
    )
  return (
    <>
      <Status kind={state === 'acknowledged' ? 'done' : 'unknown'} icon={state === 'acknowledged' ? 'check-c' : 'undo'}>
        {w[state]}
      </Status>
      <span className="sub">
        {[decidedAt && showInstant(decidedAt), state === 'acknowledged' && decidedBy, !readable && w.forgotten]
          .filter(Boolean)
          .join(', ')}
      </span>
    </>
  )
}

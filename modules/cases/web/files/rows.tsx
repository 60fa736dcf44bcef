// Rows of files: the number, a masked name, where the person stands, and what is due when.

import { Tag } from '../../../../platform/web/components/marks.tsx'
import { Status } from '../../../../platform/web/components/status.tsx'
import { type Column, Table } from '../../../../platform/web/components/table.tsx'
import { showDay, showInstant } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { Go, useGo } from '../../../../platform/web/route.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import type { FileRow } from '../../contract.ts'
import { leftWords, momentOfInstant, pressingOf, untilWords, useNow } from '../left.ts'
import { statusName } from '../status-name.ts'
import { filesWords } from './words.ts'

export function FileRows({
  rows,
  communeId,
  law,
  label,
  total,
  onEnd,
}: {
  rows: readonly FileRow[]
  communeId: string
  /** Whether the reader sees status and time limits. */
  law: boolean
  label: string
  total?: number
  onEnd?: () => void
}) {
  const w = useWords(filesWords)
  const language = useLanguage()
  const go = useGo()
  const addressOf = (row: FileRow) => `/files/${communeId}/${row.id}`
  const columns: Column<FileRow>[] = [
    {
      key: 'file',
      title: w.file,
      cell: (row) => (
        <>
          <Go className="job num" to={addressOf(row)}>
            {row.number}
          </Go>
          <span className="sub">
            {row.name} {row.demo && <Tag>{w.demo}</Tag>}
          </span>
        </>
      ),
    },
    {
      key: 'status',
      title: w.status,
      width: '40%',
      cell: (row) =>
        row.status ? (
          <>
            {statusName(row.status)[language]}
            {row.since && <span className="sub">{w.since(showDay(row.since))}</span>}
          </>
        ) : (
          <span className="muted">{w.noStatus}</span>
        ),
    },
    { key: 'due', title: w.next, width: '230px', cell: (row) => <Due row={row} /> },
  ]
  return (
    <Table
      label={label}
      columns={law ? columns : columns.slice(0, 1)}
      rows={rows}
      rowKey={(row) => row.id}
      rowName={(row) => row.number}
      onOpen={(row) => go(addressOf(row))}
      onEnd={onEnd}
      total={total}
    />
  )
}

function Due({ row: { nextDue, closedOn } }: { row: FileRow }) {
  const w = useWords(filesWords)
  const left = useWords(leftWords)
  const now = momentOfInstant(useNow(60))
  if (closedOn)
    return (
      <span className="muted">
        {w.closedOn} <span className="num">{showDay(closedOn)}</span>
      </span>
    )
  if (!nextDue) return <span className="muted">{w.nothingDue}</span>
  const due = momentOfInstant(nextDue)
  return (
    <>
      <Status kind={pressingOf(now, due)}>{untilWords(now, due, left)}</Status>
      <span className="sub num">{w.by(showInstant(nextDue))}</span>
    </>
  )
}

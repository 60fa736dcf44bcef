// Rows of work: by when, what by which article, in which file, who answers for it, and the way to do it.

import { LinkButton } from '../../../../platform/web/components/button.tsx'
import { Tag } from '../../../../platform/web/components/marks.tsx'
import { Status } from '../../../../platform/web/components/status.tsx'
import { type Column, Table } from '../../../../platform/web/components/table.tsx'
import { showDay, showInstant } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { Go, useGo } from '../../../../platform/web/route.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { dayOf } from '../../../../rules/law/moment.ts'
import type { WorkRow } from '../../contract.ts'
import { actWords } from '../../rules/act-words.ts'
import { leftWords, momentOfInstant, pressingOf, untilWords, useNow } from '../left.ts'
import { workWords } from './words.ts'

const isCheck = ({ act }: WorkRow): boolean => act.startsWith('check-residence')

export function WorkRows({
  rows,
  communeId,
  label,
  total,
  onEnd,
}: {
  rows: readonly WorkRow[]
  communeId: string
  label: string
  total?: number
  onEnd: () => void
}) {
  const w = useWords(workWords)
  const language = useLanguage()
  const go = useGo()
  const addressOf = (row: WorkRow) => `/files/${communeId}/${row.fileId}${isCheck(row) ? '?do=check' : ''}`
  const columns: Column<WorkRow>[] = [
    {
      key: 'act',
      title: w.act,
      cell: (row) => {
        const words = actWords(row.act)
        return (
          <>
            <Go className="job" to={addressOf(row)}>
              {words?.what[language] ?? row.act}
            </Go>
            <span className="sub">{words?.source[language]}</span>
          </>
        )
      },
    },
    { key: 'due', title: w.due, width: '190px', cell: (row) => <Due row={row} /> },
    {
      key: 'file',
      title: w.file,
      width: '150px',
      cell: (row) => (
        <>
          <span className="num">{row.number}</span>
          <span className="sub">
            {row.name} {row.demo && <Tag>{w.demo}</Tag>}
          </span>
        </>
      ),
    },
    { key: 'officer', title: w.officer, width: '23%', cell: (row) => <Officer row={row} /> },
    {
      key: 'deed',
      title: w.deed,
      hiddenTitle: true,
      fold: false,
      width: '140px',
      align: 'right',
      cell: (row) =>
        isCheck(row) && !row.waits ? (
          <LinkButton small icon="home" to={addressOf(row)}>
            {w.check}
          </LinkButton>
        ) : null,
    },
  ]
  return (
    <Table
      label={label}
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.fileId} ${row.act} ${row.because}`}
      rowName={(row) => row.number}
      onOpen={(row) => go(addressOf(row))}
      onEnd={onEnd}
      total={total}
    />
  )
}

function Due({ row: { due, opens, begins, waits } }: { row: WorkRow }) {
  const w = useWords(workWords)
  const left = useWords(leftWords)
  const now = momentOfInstant(useNow(60))
  if (waits)
    return (
      <>
        <Status kind="ontime" icon="pause">
          {w.waits}
        </Status>
        <span className="sub">{w.waitsWhy}</span>
      </>
    )
  if (!due)
    return (
      <>
        <Status kind="soon">{w.atOnce}</Status>
        <span className="sub num">{w.asked(showInstant(begins))}</span>
      </>
    )
  const moment = momentOfInstant(due)
  const isClosed = opens && momentOfInstant(opens) > now
  return (
    <>
      <Status kind={pressingOf(now, moment)}>{untilWords(now, moment, left)}</Status>
      <span className="sub num">{isClosed ? w.from(showInstant(opens)) : w.by(showInstant(due))}</span>
    </>
  )
}

function Officer({ row: { officer, standsIn, inherited } }: { row: WorkRow }) {
  const w = useWords(workWords)
  if (!officer) return <Status kind="unknown">{w.noOfficer}</Status>
  return (
    <>
      {officer.name} {standsIn && <Tag icon="swap">{w.standsIn}</Tag>}
      {inherited && (
        <span className="sub">
          {w.inherited(inherited.from ?? w.somebody, showDay(dayOf(momentOfInstant(inherited.at))))}
          {inherited.wasLate && ` · ${w.wasLate}`}
        </span>
      )}
    </>
  )
}

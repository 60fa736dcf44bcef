// A table of records: folds into labelled lines on a phone, moves by arrow keys, selects, sorts, and stays light with a million rows.

import './table.css'
import { type KeyboardEvent, lazy, type ReactNode, Suspense } from 'react'
import { defineWords, useWords } from '../words.ts'
import { Icon } from './icon.tsx'
import { TableRow } from './table-row.tsx'

const words = defineWords({
  choose: { vi: 'Chọn', en: 'Choose' },
  chooseAll: { vi: 'Chọn tất cả', en: 'Choose all' },
})

export type Column<Row> = {
  key: string
  title: string
  /** A small word above the title ("Rõ"). */
  lead?: string
  cell: (row: Row) => ReactNode
  align?: 'right'
  /** "168px" or "20%". */
  width?: string
  /** The label of the folded line; by default the title, and none for the first column. */
  fold?: string | false
  sorts?: boolean
  hiddenTitle?: boolean
}

export type Sort = { by: string; down: boolean }

export type TableProps<Row> = {
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** What the table holds, for a screen reader. */
  label: string
  /** Enter or a double press on a row. */
  onOpen?: (row: Row) => void
  /** The row open beside the table. */
  current?: string
  selected?: ReadonlySet<string>
  onSelect?: (selected: ReadonlySet<string>) => void
  /** "việc 07", for the box of a row. */
  rowName?: (row: Row) => string
  sort?: Sort
  onSort?: (sort: Sort) => void
  /** Two columns when folded. */
  foldInTwo?: boolean
  /** Fixed widths, smaller type: many columns. */
  tight?: boolean
  /** Called when the last rows come into view. */
  onEnd?: () => void
  /** Rows that follow one another under one heading: the unit whose posts they are. */
  group?: (row: Row) => { key: string; title: ReactNode }
  /** How many there are in all, when more wait on the server. */
  total?: number
  foot?: ReactNode
}

/** From this many rows on, only those in view are in the page. */
const windowFrom = 150
const WindowBody = lazy(() => import('./table-window.tsx')) as unknown as <Row>(props: BodyProps<Row>) => ReactNode

export type BodyProps<Row> = Pick<
  TableProps<Row>,
  'columns' | 'rows' | 'rowKey' | 'onOpen' | 'current' | 'selected' | 'rowName' | 'onEnd' | 'group'
> & {
  onToggle?: (key: string) => void
  moves: boolean
}

function focusRow(from: HTMLElement, step: 'previousElementSibling' | 'nextElementSibling'): void {
  let row = from.closest('tr')?.[step]
  while (row && !(row as HTMLElement).dataset.row) row = row[step]
  ;(row as HTMLElement | null | undefined)?.focus()
}

export function Table<Row>(props: TableProps<Row>) {
  const { columns, rows, rowKey, label, selected, onSelect, sort, onSort, foldInTwo, tight, onOpen, total } = props
  const w = useWords(words)
  const moves = Boolean(onOpen ?? onSelect)
  const toggle = (key: string) => {
    if (!onSelect) return
    const next = new Set(selected)
    if (!next.delete(key)) next.add(key)
    onSelect(next)
  }
  const all = rows.length > 0 && rows.every((row) => selected?.has(rowKey(row)))
  const pressed = (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement
    if (event.key === 'ArrowDown') focusRow(target, 'nextElementSibling')
    else if (event.key === 'ArrowUp') focusRow(target, 'previousElementSibling')
    else return
    event.preventDefault()
  }
  const body: BodyProps<Row> = { ...props, onToggle: onSelect && toggle, moves }
  const plain = (count: number) => (
    <tbody onKeyDown={moves ? pressed : undefined}>
      {rows.slice(0, count).map((row, index) => (
        <TableRow key={rowKey(row)} row={row} index={index} {...body} />
      ))}
    </tbody>
  )
  return (
    <table
      className={['tbl', 'fold', foldInTwo && 'fold2', tight && 'tight'].filter(Boolean).join(' ')}
      aria-label={label}
      aria-rowcount={total !== undefined && total > rows.length ? total + 1 : undefined}
    >
      <thead>
        <tr>
          {onSelect && (
            <th className="cb" scope="col">
              <input
                type="checkbox"
                aria-label={w.chooseAll}
                checked={all}
                onChange={() => onSelect(all ? new Set() : new Set(rows.map(rowKey)))}
              />
            </th>
          )}
          {columns.map((column) => (
            <Head key={column.key} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      {rows.length > windowFrom ? (
        <Suspense fallback={plain(60)}>
          <WindowBody {...body} />
        </Suspense>
      ) : (
        plain(rows.length)
      )}
      {props.foot && <tfoot>{props.foot}</tfoot>}
    </table>
  )
}

function Head<Row>({ column, sort, onSort }: { column: Column<Row>; sort?: Sort; onSort?: (sort: Sort) => void }) {
  const here = sort?.by === column.key
  const inside = (
    <>
      {column.lead}
      {column.lead ? <b>{column.title}</b> : column.title}
    </>
  )
  return (
    <th
      scope="col"
      className={column.align === 'right' ? 'r' : undefined}
      style={column.width ? { width: column.width } : undefined}
      aria-sort={here ? (sort.down ? 'descending' : 'ascending') : undefined}
    >
      {column.hiddenTitle ? (
        <span className="sr">{inside}</span>
      ) : column.sorts && onSort ? (
        <button
          type="button"
          className="th"
          onClick={() => onSort({ by: column.key, down: here ? !sort.down : false })}
        >
          <span>{inside}</span>
          {here && <Icon name={sort.down ? 'chev-d' : 'chev-u'} />}
        </button>
      ) : (
        inside
      )}
    </th>
  )
}

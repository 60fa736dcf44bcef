// One row of a table: its box, its cells, and the keys that open or choose it; before it the heading of its group, when it is the first.

import type { KeyboardEvent, Ref } from 'react'
import { defineWords, useWords } from '../words.ts'
import type { BodyProps } from './table.tsx'

const words = defineWords({ choose: { vi: (what: string) => `Chọn ${what}`, en: (what: string) => `Choose ${what}` } })

type RowProps<Row> = BodyProps<Row> & { row: Row; index: number; ref?: Ref<HTMLTableRowElement> }

export function TableRow<Row>({
  row,
  index,
  columns,
  rowKey,
  onOpen,
  current,
  selected,
  rowName,
  onToggle,
  moves,
  rows,
  group,
  ref,
}: RowProps<Row>) {
  const w = useWords(words)
  const key = rowKey(row)
  const chosen = selected?.has(key) ?? false
  const name = rowName?.(row) ?? String(index + 1)
  const pressed = (event: KeyboardEvent<HTMLTableRowElement>) => {
    if (event.target !== event.currentTarget) return
    if (event.key === 'Enter' && onOpen) onOpen(row)
    else if (event.key === ' ' && onToggle) onToggle(key)
    else return
    event.preventDefault()
  }
  const above = rows[index - 1]
  const heading = group?.(row)
  const starts = heading !== undefined && (above === undefined || group?.(above).key !== heading.key)
  return (
    <>
      {starts && (
        <tr className="grp">
          <th scope="rowgroup" colSpan={columns.length + (onToggle ? 1 : 0)}>
            {heading.title}
          </th>
        </tr>
      )}
      <tr
        ref={ref}
        data-row={key}
        data-index={index}
        className={[current === key && 'cur', chosen && 'sel'].filter(Boolean).join(' ') || undefined}
        tabIndex={moves ? (index === 0 || current === key ? 0 : -1) : undefined}
        onKeyDown={moves ? pressed : undefined}
        onDoubleClick={onOpen ? () => onOpen(row) : undefined}
      >
        {onToggle && (
          <td className="cb">
            <input type="checkbox" aria-label={w.choose(name)} checked={chosen} onChange={() => onToggle(key)} />
          </td>
        )}
        {columns.map((column, at) => (
          <td
            key={column.key}
            className={[column.align === 'right' && 'r', at === 0 && 'first'].filter(Boolean).join(' ') || undefined}
            data-l={
              column.fold === false || (at === 0 && column.fold === undefined)
                ? undefined
                : (column.fold ?? foldLabel(column.lead, column.title))
            }
          >
            {column.cell(row)}
          </td>
        ))}
      </tr>
    </>
  )
}

const foldLabel = (lead: string | undefined, title: string): string => (lead ? `${lead} ${title.toLowerCase()}` : title)

// The body of a very long table: only the rows near the window are in the page; two spacers stand for the rest.

import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { BodyProps } from './table.tsx'
import { TableRow } from './table-row.tsx'

export default function WindowBody<Row>(props: BodyProps<Row>) {
  const { rows, columns, onEnd, onToggle, moves } = props
  const body = useRef<HTMLTableSectionElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    if (body.current) setTop(body.current.getBoundingClientRect().top + window.scrollY)
  }, [])
  const window_ = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => 58,
    overscan: 14,
    scrollMargin: top,
    getItemKey: (index) => {
      const row = rows[index]
      return row === undefined ? index : props.rowKey(row)
    },
  })
  const items = window_.getVirtualItems()
  const first = items[0]
  const last = items[items.length - 1]
  const nearEnd = last !== undefined && last.index >= rows.length - 20
  useEffect(() => {
    if (nearEnd) onEnd?.()
  }, [nearEnd, onEnd])

  const pressed = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const at = (event.target as HTMLElement).closest('tr')?.dataset.index
    if (!step || at === undefined) return
    event.preventDefault()
    body.current?.querySelector<HTMLElement>(`tr[data-index="${Number(at) + step}"]`)?.focus()
  }
  const span = columns.length + (onToggle ? 1 : 0)
  return (
    <tbody ref={body} onKeyDown={moves ? pressed : undefined}>
      {first && first.start > top && <Spacer height={first.start - top} span={span} />}
      {items.map((item) => {
        const row = rows[item.index]
        return row === undefined ? null : (
          <TableRow key={item.key} ref={window_.measureElement} row={row} index={item.index} {...props} />
        )
      })}
      {last && <Spacer height={window_.getTotalSize() - (last.end - top)} span={span} />}
    </tbody>
  )
}

function Spacer({ height, span }: { height: number; span: number }) {
  if (height <= 0) return null
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row takes no focus
    <tr className="spacer" aria-hidden="true">
      <td colSpan={span} style={{ height, padding: 0, border: 0 }} />
    </tr>
  )
}

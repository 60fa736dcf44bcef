// Above a list: the filter that finds as one types. Below it: the next page, what to do with the chosen rows, and how to take it back.

import './list-bar.css'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Pages } from '../pages.ts'
import { defineWords, useWords } from '../words.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

const words = defineWords({
  filter: { vi: 'Gõ để lọc, có dấu hay không', en: 'Type to filter, marks optional' },
  label: { vi: 'Lọc danh sách', en: 'Filter the list' },
  chosen: { vi: (n: number) => `Đã chọn ${n}`, en: (n: number) => `${n} chosen` },
  region: { vi: 'Việc với các dòng đã chọn', en: 'What to do with the chosen rows' },
  showMore: { vi: 'Xem tiếp', en: 'Show more' },
  none: { vi: 'Bỏ chọn', en: 'Choose none' },
  undo: { vi: 'Hoàn tác', en: 'Undo' },
})

/** The row above a list: search, filters, switch of view. */
export function Filters({ children }: { children: ReactNode }) {
  return <div className="filters">{children}</div>
}

/** `/` goes here from anywhere on the page. The caller is told after a short rest, so that typing never waits. */
export function SearchField({
  value,
  onChange,
  label,
  placeholder,
}: {
  value: string
  onChange: (value: string) => void
  label?: string
  placeholder?: string
}) {
  const w = useWords(words)
  const [text, setText] = useState(value)
  // What was handed on and has not come back yet: its coming back must not take away what was typed meanwhile.
  const underWay = useRef<string[]>([])
  useEffect(() => {
    const at = underWay.current.indexOf(value)
    underWay.current = at < 0 ? [] : underWay.current.slice(at + 1)
    if (at < 0) setText(value)
  }, [value])
  useEffect(() => {
    if (text === (underWay.current.at(-1) ?? value)) return
    const timer = setTimeout(() => {
      underWay.current.push(text)
      onChange(text)
    }, 150)
    return () => clearTimeout(timer)
  }, [text, value, onChange])
  return (
    <span className="search">
      <Icon name="search" />
      <input
        type="search"
        aria-label={label ?? w.label}
        aria-keyshortcuts="/"
        placeholder={placeholder ?? w.filter}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </span>
  )
}

/** Below a list that goes on: its next page. */
export function ShowMore({ from }: { from: Pick<Pages<unknown, unknown>, 'more' | 'askMore'> }) {
  const w = useWords(words)
  if (!from.more) return null
  return (
    <p className="show-more noprint">
      <Button small onClick={from.askMore}>
        {w.showMore}
      </Button>
    </p>
  )
}

export type BulkBarProps = {
  count: number
  onNone?: () => void
  /** What was just done to several, with its way back. */
  done?: { text: string; onUndo?: () => void }
  children?: ReactNode
}

/** Sticks to the lower edge while rows are chosen, or while something can be taken back. */
export function BulkBar({ count, onNone, done, children }: BulkBarProps) {
  const w = useWords(words)
  if (count === 0 && !done) return null
  return (
    <section className="bulk" aria-label={w.region}>
      {count > 0 && (
        <>
          <span aria-live="polite">{w.chosen(count)}</span>
          {children}
          {onNone && (
            <Button small quiet icon="x" onClick={onNone}>
              {w.none}
            </Button>
          )}
        </>
      )}
      <span className="grow" />
      {done && (
        <span className="undo" role="status">
          {done.text}
          {done.onUndo && (
            <Button small icon="undo" onClick={done.onUndo}>
              {w.undo}
            </Button>
          )}
        </span>
      )}
    </section>
  )
}

// How much of a whole, as a bar. No data is hatched and dashed, never an empty bar.

import './bar.css'

export type BarProps = {
  /** 0 to 1; undefined or null means that there is no data. */
  share?: number | null
  /** For a screen reader, where the figure does not already stand beside the bar. */
  label?: string
  thin?: boolean
  /** Work in progress of unknown length. */
  busy?: boolean
}

export function Bar({ share, label, thin, busy }: BarProps) {
  const none = (share === undefined || share === null) && !busy
  const classes = ['bar', none && 'none', thin && 'thin', busy && 'busy'].filter(Boolean).join(' ')
  const percent = Math.round(Math.min(1, Math.max(0, share ?? 0)) * 1000) / 10
  const meaning = label
    ? { role: 'progressbar', 'aria-label': label, 'aria-valuenow': none || busy ? undefined : percent }
    : { 'aria-hidden': true }
  return (
    <span className={classes} {...meaning}>
      {!none && <i style={busy ? undefined : { width: `${percent}%` }} />}
    </span>
  )
}

export type MixPart = { kind: 'done' | 'going' | 'late' | 'none'; count: number }

/** How the work of one post is made up: done, in time, late, no evidence yet. The figures stand beside it. */
export function Mix({ parts }: { parts: readonly MixPart[] }) {
  return (
    <span className="mix" aria-hidden="true">
      {parts.map(
        (part) => part.count > 0 && <i key={part.kind} className={part.kind} style={{ flexGrow: part.count }} />,
      )}
    </span>
  )
}

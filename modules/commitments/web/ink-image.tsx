// The strokes of a signature as a drawing.

import './commitments.css'
import { decodeInk, gridHeight, gridWidth } from '../contract.ts'

export function InkImage({ ink, label }: { ink: string; label: string }) {
  const strokes = decodeInk(Uint8Array.from(atob(ink), (letter) => letter.charCodeAt(0)))
  if (!strokes) return null
  const path = strokes.map((stroke) => `M${stroke.map(([x, y]) => `${x} ${y}`).join('L')}`).join('')
  return (
    <svg className="ink" viewBox={`0 0 ${gridWidth} ${gridHeight}`} role="img" aria-label={label}>
      <path d={path} fill="none" stroke="currentColor" strokeWidth="10" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}

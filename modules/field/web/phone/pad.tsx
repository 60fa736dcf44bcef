// Ink on glass. Points are kept on the grid of contract/ink.ts; the size of the phone does not matter afterwards.

import { forwardRef, useEffect, useImperativeHandle, useRef } from 'react'
import SignaturePad from 'signature_pad'
import { Icon } from '../../../../platform/web/components/icon.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { gridHeight, gridWidth, type Ink } from '../../../commitments/contract/ink.ts'
import { phoneWords } from './words.ts'

export type PadHandle = { ink(): Ink; clear(): void }

export const Pad = forwardRef<PadHandle>(function Pad(_, handle) {
  const w = useWords(phoneWords)
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<SignaturePad>(undefined)
  useEffect(() => {
    const element = canvas.current
    if (!element) return undefined
    const own = new SignaturePad(element, { minWidth: 1.4, maxWidth: 3.6, penColor: '#1b2a4a', throttle: 8 })
    pad.current = own
    const refit = () => {
      const strokes = own.toData()
      const sharpness = Math.max(window.devicePixelRatio, 1)
      element.width = element.offsetWidth * sharpness
      element.height = element.offsetHeight * sharpness
      element.getContext('2d')?.scale(sharpness, sharpness)
      own.clear()
      own.fromData(strokes)
    }
    refit()
    const watching = new ResizeObserver(refit)
    watching.observe(element)
    return () => {
      watching.disconnect()
      own.off()
    }
  }, [])
  useImperativeHandle(handle, () => ({
    ink: () => inkOf(pad.current, canvas.current),
    clear: () => pad.current?.clear(),
  }))
  return (
    <div className="pad">
      <canvas ref={canvas} role="img" aria-label={w.pad} />
      <span className="hint">{w.signHere}</span>
      <button type="button" className="redo" onClick={() => pad.current?.clear()}>
        <Icon name="undo" />
        {w.redo}
      </button>
    </div>
  )
})

/** One scale for both directions, so that a name is not stretched. */
function inkOf(pad: SignaturePad | undefined, canvas: HTMLCanvasElement | null): Ink {
  if (!pad || !canvas) return []
  const scale = Math.min(gridWidth / canvas.offsetWidth, gridHeight / canvas.offsetHeight)
  const at = (value: number, most: number): number => Math.min(most, Math.max(0, Math.round(value * scale)))
  return pad
    .toData()
    .map(({ points }) => thinned(points.map(({ x, y }) => [at(x, gridWidth), at(y, gridHeight)] as [number, number])))
    .filter((stroke) => stroke.length > 0)
}

/** Points that add nothing are left out: ink stays at a few hundred bytes. */
function thinned(points: [number, number][]): [number, number][] {
  const kept: [number, number][] = []
  for (const [at, point] of points.entries()) {
    const before = kept.at(-1)
    const far = !before || Math.hypot(point[0] - before[0], point[1] - before[1]) >= 4
    if (far || at === points.length - 1) kept.push(point)
  }
  return kept
}

// The map with real boundaries, when they have been imported; the drawing code comes only when there is something to draw.

import { lazy, Suspense } from 'react'
import type { BoundaryShape } from '../flat-map.ts'
import type { HexUnit } from './hex-map.tsx'
import { Loading } from './states.tsx'

export type BoundaryUnit = HexUnit & { shape: BoundaryShape }
export type BoundaryMapProps = {
  units: readonly BoundaryUnit[]
  label: string
  /** Where the boundaries come from and of which date; always said. */
  source: string
}

const BoundaryBox = lazy(() => import('./boundary-box.tsx'))

export function BoundaryMap(props: BoundaryMapProps) {
  return (
    <Suspense fallback={<Loading lines={6} />}>
      <BoundaryBox {...props} />
    </Suspense>
  )
}

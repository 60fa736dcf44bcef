// The map of units by their status: with real boundaries where every unit has one, otherwise a diagram of positions that says so.

import type { BoundaryShape } from '../flat-map.ts'
import { defineWords, useWords } from '../words.ts'
import { BoundaryMap } from './boundary-map.tsx'
import { HexMap, type HexMapProps } from './hex-map.tsx'

const words = defineWords({
  schematic: { vi: 'Sơ đồ vị trí, chưa có ranh giới', en: 'A diagram of positions, no boundaries yet' },
  boundaries: { vi: (source: string) => `Ranh giới: ${source}`, en: (source: string) => `Boundaries: ${source}` },
})

type UnitMapProps = Pick<HexMapProps, 'units' | 'merges' | 'label'> & {
  /** Where the boundaries come from; null: not every unit has one. */
  source: string | null
  /** The boundary of each unit, in the order of the units, as the server answers it. */
  boundaries: readonly unknown[]
}

export function UnitMap({ units, merges, label, source, boundaries }: UnitMapProps) {
  const w = useWords(words)
  if (source === null) return <HexMap quiet label={label} units={units} {...(merges ? { merges } : {})} />
  return (
    <BoundaryMap
      label={label}
      source={w.boundaries(source)}
      units={units.map((unit, index) => ({ ...unit, shape: boundaries[index] as BoundaryShape }))}
    />
  )
}

/** What the slider under the map says: that it is no map of boundaries, as long as it is none. */
export function useSchematic(source: string | null): string | undefined {
  const w = useWords(words)
  return source === null ? w.schematic : undefined
}

// The gallery of the kit: every component in every state, inside the real frame, to be looked at while developing.

import type { ComponentType } from 'react'
import { Shell } from '../../../platform/web/components/shell.tsx'
import { useSearch } from '../../../platform/web/route.tsx'
import { ViewProvider } from '../../../platform/web/view.tsx'
import { FormPart } from './form-part.tsx'
import { HomePart } from './home-part.tsx'
import { LineagePart } from './lineage-part.tsx'
import { ListPart } from './list-part.tsx'
import { MapPart } from './map-part.tsx'
import { sampleFeed, sampleScreens } from './sample.ts'
import { StatePart } from './state-part.tsx'

const parts: Record<string, ComponentType> = {
  home: HomePart,
  lineage: LineagePart,
  list: ListPart,
  map: MapPart,
  form: FormPart,
  state: StatePart,
}

const programmes = [
  { slug: 'kim-dong-2024', name: 'Kim Động 2024' },
  { slug: 'hung-yen-2026', name: 'Hưng Yên 2026' },
]

export default function Gallery() {
  const Part = parts[useSearch().get('part') ?? 'home'] ?? HomePart
  return (
    <ViewProvider today="2024-11-15" programmes={programmes}>
      <Shell feed={sampleFeed} screens={sampleScreens} ofToday={false}>
        <Part />
      </Shell>
    </ViewProvider>
  )
}

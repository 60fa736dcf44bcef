// The slot for what other modules show on a unit's page: each registers a lazy section in app/web/unit-sections.ts, because
// this module, on which the others stand, may not import them.

import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { Day } from '../../../platform/web/format.ts'

export type UnitSectionProps = {
  areaId: string
  /** The day in view. */
  on: Day
}
export type UnitSection = {
  key: string
  /** `top`: the full width, above the lineage (a status history); `grid`: one of the two columns below it. */
  place: 'top' | 'grid'
  /** The screen that the section is a part of: who may not open that one is not shown the section either. */
  screen: string
  load: () => Promise<{ default: ComponentType<UnitSectionProps> }>
}
type Ready = UnitSection & { Section: LazyExoticComponent<ComponentType<UnitSectionProps>> }

let registered: readonly Ready[] = []

/** Called once, before the first screen is drawn. A section draws its own Card, and nothing where it has nothing to say. */
export function provideUnitSections(sections: readonly UnitSection[]): void {
  registered = sections.map((section) => ({ ...section, Section: lazy(section.load) }))
}

export const unitSections = (place: UnitSection['place']): readonly Ready[] =>
  registered.filter((section) => section.place === place)

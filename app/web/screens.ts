// Every screen of the staff application, gathered from the modules. A module's list stands in modules/<module>/web/screens.ts.

import { screens as access } from '../../modules/access/web/screens.ts'
import { screens as areas } from '../../modules/areas/web/screens.ts'
import { screens as audit } from '../../modules/audit/web/screens.ts'
import { screens as cases } from '../../modules/cases/web/screens.ts'
import { screens as commitments } from '../../modules/commitments/web/screens.ts'
import { screens as documents } from '../../modules/documents/web/screens.ts'
import { screens as field } from '../../modules/field/web/screens.ts'
import { screens as handover } from '../../modules/handover/web/screens.ts'
import { screens as home } from '../../modules/home/web/screens.ts'
import { screens as meetings } from '../../modules/meetings/web/screens.ts'
import { screens as obstacles } from '../../modules/obstacles/web/screens.ts'
import { screens as paper } from '../../modules/paper/web/screens.ts'
import { screens as portal } from '../../modules/portal/web/screens.ts'
import { screens as programme } from '../../modules/programme/web/screens.ts'
import { screens as recognition } from '../../modules/recognition/web/screens.ts'
import { screens as rosters } from '../../modules/rosters/web/screens.ts'
import { screens as settings } from '../../modules/settings/web/screens.ts'
import { screens as tasks } from '../../modules/tasks/web/screens.ts'
import { screens as verification } from '../../modules/verification/web/screens.ts'
import type { Screen } from '../../platform/web/screen.ts'

/** The gallery of the kit exists while developing only; a build leaves it out. */
const kit: readonly Screen[] = import.meta.env.DEV
  ? [
      {
        path: '_kit',
        title: { vi: 'Bộ giao diện', en: 'The kit' },
        load: () => import('./gallery/gallery.tsx'),
        bare: true,
      },
    ]
  : []

/** What other modules show on a unit's page comes with the first areas screen, not with the first page of all. */
const areasWithSections = areas.map((screen) => ({
  ...screen,
  load: async () => {
    await import('./unit-sections.ts')
    return screen.load()
  },
}))

/** And what they show beside an open file comes with the first screen of files. */
const casesWithSections = cases.map((screen) => ({
  ...screen,
  load: async () => {
    await import('./file-sections.ts')
    return screen.load()
  },
}))

/** And what they say on the first screen. */
const homeWithCards = home.map((screen) => ({
  ...screen,
  load: async () => {
    await import('./home-cards.ts')
    return screen.load()
  },
}))

export const screens: readonly Screen[] = [
  ...kit,
  ...access,
  ...areasWithSections,
  ...homeWithCards,
  ...audit,
  ...documents,
  ...meetings,
  ...programme,
  ...settings,
  ...recognition,
  ...tasks,
  ...verification,
  ...obstacles,
  ...portal,
  ...casesWithSections,
  ...handover,
  ...commitments,
  ...paper,
  ...rosters,
  ...field,
]

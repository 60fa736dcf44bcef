// What other modules show on a unit's page and on maps of units: the areas module may not import them, so they are handed to
// it here, before the first screen is drawn. A module adds its section with one line.

import { provideUnitMarks, type UnitMark, type UnitMarks } from '../../modules/areas/web/unit-marks.ts'
import { provideUnitSections, type UnitSection } from '../../modules/areas/web/unit-sections.ts'
import { ShowHome } from '../../modules/home/contract.ts'
import { ShowMap } from '../../modules/recognition/contract.ts'
import { useAnswer } from '../../platform/web/answer.ts'
import type { TimeMark } from '../../platform/web/components/time-slider.tsx'
import { type Day, showShortDay } from '../../platform/web/format.ts'
import { useMayOpen } from '../../platform/web/may-open.tsx'
import { useView } from '../../platform/web/view.tsx'

const sections: readonly UnitSection[] = [
  { key: 'tasks', place: 'grid', screen: '/tasks', load: () => import('../../modules/tasks/web/unit-tasks.tsx') },
  {
    key: 'targets',
    place: 'grid',
    screen: '/programme',
    load: () => import('../../modules/programme/web/unit-targets.tsx'),
  },
  {
    key: 'documents',
    place: 'grid',
    screen: '/documents',
    load: () => import('../../modules/documents/web/unit-documents.tsx'),
  },
  {
    key: 'recognition',
    place: 'top',
    screen: '/recognition',
    load: () => import('../../modules/recognition/web/unit-history.tsx'),
  },
]

/** The status of each unit of the programme in view, by the register of recognition. */
function useMarks(on: Day | undefined): UnitMarks {
  const { programme } = useView()
  const mayOpen = useMayOpen()
  const map = useAnswer(
    ShowMap,
    { programme, on: on ?? '' },
    { when: programme !== '' && on !== undefined && mayOpen('/recognition'), keep: true },
  )
  return new Map((map.answer?.units ?? []).map((unit): [string, UnitMark] => [unit.id, { status: unit.status }]))
}

/** The launch of the programme: a day that the slider marks besides changes of territory. */
function useDays(): readonly TimeMark[] {
  const { programme, on } = useView()
  const home = useAnswer(ShowHome, { programme, on }, { when: programme !== '', keep: true })
  return (home.answer?.events ?? [])
    .filter((event) => event.kind === 'launch')
    .map((event) => ({ day: event.on, text: `${showShortDay(event.on, on)} ${event.label}` }))
}

provideUnitMarks({ useMarks, useDays })
provideUnitSections(sections)

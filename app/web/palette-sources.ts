// Where the command palette looks: screens, places, tasks and papers, as they stood on the day in view.

import { ListAreas, levelNames } from '../../modules/areas/contract.ts'
import { ListDocuments } from '../../modules/documents/contract.ts'
import { ListTasks } from '../../modules/tasks/contract.ts'
import { unitName, unitTitle } from '../../platform/contract/unit-name.ts'
import { ask } from '../../platform/web/call.ts'
import type { PaletteSource } from '../../platform/web/components/palette.tsx'
import { showDay } from '../../platform/web/day.ts'
import { finds } from '../../platform/web/fold.ts'
import { mayOpenOf } from '../../platform/web/may-open.tsx'
import { screens } from './screens.ts'

const most = 6

/** Screens that one opens from anywhere, and that the reader may open. */
const screenSource = (holds: (permission: string) => boolean): PaletteSource => ({
  label: { vi: 'Màn hình', en: 'Screens' },
  find: (typed, language) =>
    screens
      .filter((screen) => !screen.path.includes('$') && !screen.bare && finds(typed, screen.title[language]))
      .filter((screen) => mayOpenOf(screens, holds)(`/${screen.path}`))
      .slice(0, most)
      .map((screen) => ({
        id: `screen-${screen.path}`,
        label: screen.title[language],
        icon: screen.nav?.icon,
        to: `/${screen.path}`,
      })),
})

/** The sources for one programme on one day. */
export function paletteSources(programme: string, on: string, holds: (permission: string) => boolean): PaletteSource[] {
  const areas: PaletteSource = {
    label: { vi: 'Địa bàn', en: 'Areas' },
    find: async (typed, language, signal) => {
      const { rows } = await ask(ListAreas, { text: typed, on, limit: most }, signal)
      return rows.map((row) => ({
        id: `area-${row.id}`,
        label: unitTitle(row, language),
        note: `${row.code} · ${row.parent ? unitName(row.parent, language) : levelNames[row.level][language]}`,
        icon: 'map',
        to: `/areas/${row.id}`,
      }))
    },
  }
  const tasks: PaletteSource = {
    label: { vi: 'Nhiệm vụ', en: 'Tasks' },
    find: async (typed, _, signal) => {
      const { rows } = await ask(ListTasks, { programme, on, q: typed, limit: most }, signal)
      return rows.map((row) => ({
        id: `task-${row.id}`,
        label: row.title,
        note: `${row.area.name} · ${showDay(row.dueOn)}`,
        icon: 'tasks',
        to: `/tasks/${row.id}`,
      }))
    },
  }
  const documents: PaletteSource = {
    label: { vi: 'Văn bản', en: 'Documents' },
    find: async (typed, _, signal) => {
      const { rows } = await ask(ListDocuments, { q: typed, on, limit: most }, signal)
      return rows.map((row) => ({
        id: `document-${row.id}`,
        label: [row.number, row.title].filter(Boolean).join(' · '),
        note: row.issuer,
        icon: 'doc',
        to: `/documents/${row.id}`,
      }))
    },
  }
  return [
    screenSource(holds),
    areas,
    ...(programme && holds('tasks.read') ? [tasks] : []),
    ...(holds('documents.read') ? [documents] : []),
  ]
}

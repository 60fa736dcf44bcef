// Where the command palette looks. Screens are known here; what modules can find is added as they come.

import type { PaletteSource } from '../../platform/web/components/palette.tsx'
import { finds } from '../../platform/web/fold.ts'
import { screens } from './screens.ts'

const screenSource: PaletteSource = {
  label: { vi: 'Màn hình', en: 'Screens' },
  find: (typed, language) =>
    screens
      .filter((screen) => !screen.path.includes('$') && !screen.bare && finds(typed, screen.title[language]))
      .slice(0, 8)
      .map((screen) => ({
        id: `screen-${screen.path}`,
        label: screen.title[language],
        icon: screen.nav?.icon,
        to: `/${screen.path}`,
      })),
}

const areaSource: PaletteSource = {
  label: { vi: 'Địa bàn', en: 'Areas' },
  find: async (typed, language, signal) =>
    typed.trim() === '' ? [] : (await import('../../modules/areas/web/palette.ts')).findAreas(typed, language, signal),
}

export const paletteSources: readonly PaletteSource[] = [screenSource, areaSource]

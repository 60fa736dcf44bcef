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

export const paletteSources: readonly PaletteSource[] = [screenSource]

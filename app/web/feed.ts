// What the frame shows around every screen: who is at work, what waits, where the palette looks.

import type { ShellFeed } from '../../platform/web/components/shell.tsx'
import { finds } from '../../platform/web/fold.ts'
import { defineWords, useWords } from '../../platform/web/words.ts'
import { screens } from './screens.ts'

const words = defineWords({ foot: { vi: 'Bình Yên 0.1', en: 'Bình Yên 0.1' } })

const screenSource: ShellFeed['sources'][number] = {
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
const sources = [screenSource]
const holds = () => true

export function useShellFeed(): ShellFeed {
  const w = useWords(words)
  return { whoItems: [], counts: {}, alerts: 0, alertItems: [], foot: w.foot, holds, sources }
}

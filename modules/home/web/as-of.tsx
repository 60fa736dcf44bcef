// As of when the figures hold: the moment for today, the day for any other day.

import { AsOf } from '../../../platform/web/components/marks.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import type { HomeAnswer } from './standing-card.tsx'
import { homeWords } from './words.ts'

export function HomeAsOf({ home }: { home: HomeAnswer }) {
  const w = useWords(homeWords)
  const { today } = useView()
  if (home.on === today) return <AsOf at={home.asOf} />
  return <AsOf>{w.asOfDay(showDay(home.on))}</AsOf>
}

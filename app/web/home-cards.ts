// What other modules say on the first screen: home may not ask the files of persons, so their card is handed over here, before the
// first screen is drawn. Whoever may not see files never loads it; that their rights wait is said to whoever would.

import { provideHomeCards } from '../../modules/home/web/home-cards.ts'
import { WithheldCard } from './withheld-card.tsx'

provideHomeCards([
  { key: 'files-withheld', screen: '/profile', load: async () => ({ default: WithheldCard }) },
  { key: 'reminders', screen: '/files', load: () => import('../../modules/cases/web/work/home-card.tsx') },
])

// What the files do by themselves: what time has changed is read again, and what is due is reminded of.

import type { Chore } from '../../../platform/server/periodic.ts'
import { sendReminders } from './remind.ts'
import { rereadFiles } from './reread.ts'

export const caseChores: readonly Chore[] = [
  {
    name: 'cases-reread',
    everySeconds: 300,
    run: async ({ db, clock }) => {
      await rereadFiles(db, clock.now())
    },
  },
  {
    name: 'cases-remind',
    everySeconds: 600,
    run: async ({ db, clock }) => {
      await sendReminders(db, clock.now())
    },
  },
]

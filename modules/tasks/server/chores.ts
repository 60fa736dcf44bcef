// What the tasks do by themselves: send the reminders and escalations of the day. Asked every hour, sent once.

import type { Chore } from '../../../platform/server/periodic.ts'
import { sendReminders } from './send-reminders.ts'

export const taskChores: readonly Chore[] = [
  {
    name: 'tasks-reminders',
    everySeconds: 3600,
    run: async ({ db, clock }) => {
      await sendReminders(db, clock.today())
    },
  },
]

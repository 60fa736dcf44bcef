// What the hand-over does by itself: follows communes that were merged, brings up what is late, forgets old keys.

import type { Chore } from '../../../platform/server/periodic.ts'
import { forgetOldKeys } from './far/installation.ts'
import { followReceivers } from './following.ts'
import { forgetNotices } from './notices/keeping.ts'
import { remindLate } from './reminding.ts'
import { overAllThatWaits } from './waiting.ts'

export const handOverChores: readonly Chore[] = [
  {
    name: 'handover-follow',
    everySeconds: 600,
    run: async ({ db, clock }) => {
      await followReceivers(db, clock.today())
    },
  },
  {
    name: 'handover-remind',
    everySeconds: 300,
    run: async ({ db, clock }) => {
      await remindLate(db, clock.now())
    },
  },
  {
    name: 'handover-forget',
    everySeconds: 3600,
    run: async ({ db, clock }) => {
      await forgetNotices(db, clock.now())
    },
  },
  {
    name: 'handover-forget-keys',
    everySeconds: 86_400,
    run: async ({ db, clock }) => {
      await overAllThatWaits(db, (inside) => forgetOldKeys(inside, clock.now()))
    },
  },
]

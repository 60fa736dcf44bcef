// What the product does by itself, again and again.

import { areaChores } from '../modules/areas/server/public.ts'
import {
  caseChores,
  countChores,
  listChores,
  retentionChores,
  watchChores,
  writeErasures,
} from '../modules/cases/server/public.ts'
import { commitmentChores } from '../modules/commitments/server/public.ts'
import { fieldChores } from '../modules/field/server/public.ts'
import { handOverChores } from '../modules/handover/server/public.ts'
import { paperChores } from '../modules/paper/server/public.ts'
import { rosterChores } from '../modules/rosters/server/public.ts'
import { settingsOf } from '../modules/settings/server/public.ts'
import { taskChores } from '../modules/tasks/server/public.ts'
import { verificationChores } from '../modules/verification/server/public.ts'
import type { Chore } from '../platform/server/periodic.ts'
import { readSettings } from '../platform/settings.ts'
import { erasedFile } from './erasures.ts'

export const chores: readonly Chore[] = [
  ...areaChores,
  ...caseChores,
  ...commitmentChores,
  ...listChores,
  ...countChores,
  ...watchChores,
  ...fieldChores,
  ...handOverChores,
  ...retentionChores,
  ...paperChores,
  ...rosterChores,
  ...taskChores,
  ...verificationChores,
  {
    // What was erased is written down outside the database within a minute, and at every start.
    name: 'write-erasures',
    everySeconds: 60,
    run: async ({ db }) => {
      await writeErasures(db, erasedFile(readSettings(process.env)))
    },
  },
  {
    // An id is kept long enough for a device that was off for weeks to send its command again.
    name: 'forget-old-commands',
    everySeconds: 3600,
    run: async ({ db, clock }) => {
      const { retention } = await settingsOf(db)
      const oldest = new Date(clock.now().getTime() - retention.commandDays * 86_400_000).toISOString()
      await db.deleteFrom('command').where('claimed_at', '<', oldest).execute()
    },
  },
]

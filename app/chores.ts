// What the product does by itself, again and again.

import type { Chore } from '../platform/server/periodic.ts'

export const chores: readonly Chore[] = [
  {
    // An id is kept long enough for a device that was off for weeks to send its command again.
    name: 'forget-old-commands',
    everySeconds: 3600,
    run: async ({ db }) => {
      await db
        .deleteFrom('command')
        .where('claimed_at', '<', new Date(Date.now() - 90 * 86_400_000).toISOString())
        .execute()
    },
  },
]

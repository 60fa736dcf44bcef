// What likely duplicates do by themselves: new lists are searched, and what was signed in the moment of a merge finds its entry.

import type { Chore } from '../../../../platform/server/periodic.ts'
import { communesToSearch } from './asking.ts'
import { giveLatePromises } from './late-promises.ts'
import { searchCommune } from './search.ts'

export const duplicateChores: readonly Chore[] = [
  {
    name: 'roster-duplicates',
    everySeconds: 3,
    run: async ({ db, clock }) => {
      for (const communeId of await communesToSearch(db)) await searchCommune(db, communeId, clock.today())
    },
  },
  { name: 'roster-late-promises', everySeconds: 3, run: giveLatePromises },
]

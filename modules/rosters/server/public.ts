// What the servers of other modules, and the demonstration, may ask of rosters.

import type { Chore } from '../../../platform/server/periodic.ts'
import { duplicateChores } from './duplicates/chores.ts'
import { rosterChores as importChores } from './import/chores.ts'

export { changeEntry, type EntryChange } from './change-entry.ts'
export { providePromisesOfMerges } from './duplicates/promises-slot.ts'
export { searchCommune as searchForDuplicates } from './duplicates/search.ts'
export { waitingPairs } from './duplicates/waiting.ts'
export { rosterRoutes } from './export/routes.ts'
export { provideIdentityKey } from './import/identity-key.ts'
export { provideSignedOfEntry, provideSignedOfLists } from './import/signed-slot.ts'
export { storeList } from './store.ts'

/** What rosters do by themselves. */
export const rosterChores: readonly Chore[] = [...importChores, ...duplicateChores]

// What the servers of other modules, and the demonstration, may ask of rosters.

export { changeEntry, type EntryChange } from './change-entry.ts'
export { rosterRoutes } from './export/routes.ts'
export { rosterChores } from './import/chores.ts'
export { provideIdentityKey } from './import/identity-key.ts'
export { provideSignedOfLists } from './import/signed-slot.ts'
export { storeList } from './store.ts'

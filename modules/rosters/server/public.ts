// What the servers of other modules, and the demonstration, may ask of rosters.

export { storeList } from './store.ts'

// What the rest of the server may ask of hand-overs: its chores, its keys, and the demonstration that sends and accepts.

export { handOverChores } from './chores.ts'
export { accept, read } from './deciding.ts'
export { handOversOfErased } from './erasing.ts'
export { farRoutes } from './far/routes.ts'
export { rekeyHandOvers } from './rekey.ts'
export { type Order, send } from './sending.ts'

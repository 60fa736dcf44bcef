// What the rest of the server may use of field work.

export { countConflicts } from './correct/settle.ts'
export { fieldChores } from './kept/forget.ts'
export { countKept } from './kept/list.ts'
export { fieldRoutes } from './routes.ts'
export { silentDevices } from './silent.ts'

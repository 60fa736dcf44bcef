// What the rest of the server may use of field work.

export { fieldChores } from './kept/forget.ts'
export { fieldRoutes } from './routes.ts'
export { silentDevices } from './silent.ts'

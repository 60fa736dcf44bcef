// What the rest of the server may use of field work.

export { fieldChores } from './kept/forget.ts'
export { fieldRoutes } from './routes.ts'
export { type SilentDevices, silentDevices } from './silent.ts'

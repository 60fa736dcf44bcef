// What a module's command of `npm run cli` is given: the product's database for the time of its work.
// A command that finds something wrong sets `process.exitCode`; it never leaves the process by itself.
import type { Database } from './database/connect.ts'
import type { Settings } from './settings.ts'

export type WithDatabase = (work: (parts: Database & { settings: Settings }) => Promise<void>) => Promise<void>

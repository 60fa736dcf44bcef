// Imports are carried out in the background, a few seconds after they were asked for.

import type { Chore } from '../../../../platform/server/periodic.ts'
import { runWaitingImports } from './work.ts'

export const rosterChores: readonly Chore[] = [{ name: 'roster-imports', everySeconds: 2, run: runWaitingImports }]

// What the areas module does by itself: carry out the imports that were started from a screen.

import type { Chore } from '../../../platform/server/periodic.ts'
import { runWaitingImports } from './import/web-imports.ts'

export const areaChores: readonly Chore[] = [{ name: 'areas-imports', everySeconds: 1, run: runWaitingImports }]

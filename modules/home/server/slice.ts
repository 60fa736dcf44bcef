// What the home module plugs into the server.

import type { Slice } from '../../../platform/server/slice.ts'
import { showHome } from './show.ts'
import { showWaiting } from './waiting.ts'

export const slice: Slice = { module: 'home', handlers: [showHome, showWaiting] }

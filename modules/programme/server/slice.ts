// Plugs programmes, plans and targets into the server.

import type { Slice } from '../../../platform/server/slice.ts'
import { listProgrammes } from './queries/list.ts'

export const slice: Slice = { module: 'programme', handlers: [listProgrammes] }

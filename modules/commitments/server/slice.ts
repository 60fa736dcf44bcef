// What commitments plug into the server.

import type { Slice } from '../../../platform/server/slice.ts'
import { sign } from './signing/sign.ts'

export const slice: Slice = { module: 'commitments', handlers: [sign] }

// The answer to "who am I", as the cards of a profile take it.

import type { OutputOf } from '../../../platform/contract/operation.ts'
import type { Me } from '../contract/me.ts'

export type MeAnswer = OutputOf<typeof Me>

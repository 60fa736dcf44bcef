// Where a person stands in law, in words.

import type { Bilingual } from '../../../platform/contract/words.ts'
import { statusNames } from '../rules/life.ts'

/** A status that this version does not know yet is shown by its own name rather than by none. */
export const statusName = (status: string): Bilingual =>
  (statusNames as Record<string, Bilingual>)[status] ?? { vi: status, en: status }

// Where a person stands in law, or what they wait for between two statuses, in words.

import type { Bilingual } from '../../../platform/contract/words.ts'
import { awaitingNames, statusNames } from '../rules/life.ts'

/** A status that this version does not know yet is shown by its own name rather than by none. */
export const statusName = (status: string): Bilingual =>
  (({ ...statusNames, ...awaitingNames }) as Record<string, Bilingual>)[status] ?? { vi: status, en: status }

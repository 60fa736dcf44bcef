// The sentence of a reason, whichever of the lists it stands in.

import type { Bilingual, Language } from '../../../platform/contract/words.ts'
import { signingReasons } from '../../commitments/contract.ts'
import { doubts, rejectionNames, unreadReasons } from '../contract.ts'

const all: Record<string, Bilingual> = { ...signingReasons, ...unreadReasons, ...doubts, ...rejectionNames }

export const sentenceOf = (reason: string | null | undefined, language: Language): string =>
  (reason && all[reason]?.[language]) || (reason ?? '')

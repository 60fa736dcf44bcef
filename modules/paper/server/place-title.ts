// Where those live whose sheets lie together: a body, else a hamlet, else the commune itself.

import { unitTitle } from '../../../platform/contract/unit-name.ts'
import type { Language } from '../../../platform/contract/words.ts'

type Place = { body: string | null; hamlet: string | null; hamlet_type: string | null }

export const placeTitle = (place: Place, commune: { type: string; name: string }, language: Language): string =>
  place.body ?? unitTitle(place.hamlet ? { type: place.hamlet_type ?? '', name: place.hamlet } : commune, language)

// How the place of a lot is called: a unit with its kind, a body by its name.

import { unitTitle } from '../../../platform/contract/unit-name.ts'
import type { Language } from '../../../platform/contract/words.ts'

export const placeTitle = ({ name, type }: { name: string; type: string }, language: Language): string =>
  type === 'body' ? name : unitTitle({ name, type }, language)

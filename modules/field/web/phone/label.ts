// What whoever holds the phone calls an entry: by its number at a door, by its name in an office that has no numbers.

import { useWords } from '../../../../platform/web/words.ts'
import type { Pack } from './kept.ts'
import { phoneWords } from './words.ts'

export function useLabel(): (pack: Pack, entry: { number: number | null; name: string }) => string {
  const w = useWords(phoneWords)
  return ({ hamlet }, { number, name }) => {
    const body = hamlet.kind === 'body'
    if (number === null) return body ? name : w.noNumber
    return (body ? w.member : w.household)(String(number))
  }
}

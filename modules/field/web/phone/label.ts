// What whoever holds the phone calls an entry: by its number at a door, by its name in an office that has no numbers. A business is
// no household, and is not called one.

import { useWords } from '../../../../platform/web/words.ts'
import { isHousehold, type Pack } from './kept.ts'
import { phoneWords } from './words.ts'

type Called = { number: number | null; name: string; groupId: string }

export function useLabel(): (pack: Pack, entry: Called) => string {
  const w = useWords(phoneWords)
  return ({ hamlet }, { number, name, groupId }) => {
    if (number === null) return hamlet.kind === 'body' ? name : w.noNumber
    return (isHousehold(groupId) ? w.household : w.member)(String(number))
  }
}

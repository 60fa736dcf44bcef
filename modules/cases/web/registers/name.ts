// What a register is called on the screen.

import type { Language } from '../../../../platform/contract/words.ts'
import { hasNumber } from '../../forms.ts'
import { type RegisterId, registers } from '../../registers.ts'

/** "III-10: Danh sách …", or the title alone. */
export const registerName = (id: RegisterId, language: Language): string => {
  const title = registers[id].title[language]
  return hasNumber(id) ? `${id}: ${title}` : title
}

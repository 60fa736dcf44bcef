// The code of a copy: chance, which tells nothing of anybody. It stands at the foot in letters and as a QR that holds these letters and
// nothing else, no address either: whoever scans it learns the code, and asks nobody (docs/decisions/forms-of-files.md).

import { randomInt } from 'node:crypto'
import { toBuffer } from 'qrcode'

/** Without letters and digits that are taken for one another; said over the telephone it is still the same. */
const signs = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const four = (): string => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('')
export const newCode = (): string => `BY-${four()}-${four()}`

/** What a scanner or a person types: spaces, small letters and missing dashes are let be. */
export function copyCodeIn(text: string): string | undefined {
  const [, one, two] =
    new RegExp(`^BY-?([${signs}]{4})-?([${signs}]{4})$`).exec(text.toUpperCase().replace(/\s/g, '')) ?? []
  return one && two ? `BY-${one}-${two}` : undefined
}

/** 21 by 21 modules with room around them. */
export const qrOfCode = (code: string): Promise<Uint8Array> =>
  toBuffer([{ data: code, mode: 'alphanumeric' }], { errorCorrectionLevel: 'M', margin: 2, scale: 8, type: 'png' })

// What makes the code of a sheet ours: a keyed check beside it. Nothing about a person, and nobody without the key of this
// product can write another that passes.

import { createHmac, timingSafeEqual } from 'node:crypto'
import { addressOfSheet, checkLength, type Sealed, sealedIn, sheetInQr } from '../rules/sheet-qr.ts'

let readKey: () => string = () => {
  throw new Error('nobody has said which key sheets are checked with')
}
/** app/ hands over the product's secret. */
export function providePaperKey(secret: () => string): void {
  readKey = secret
}

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 40 bits: enough that guessing meets nothing, short enough for a QR that a dim photograph still shows. */
function checkOf(code: string): string {
  const digest = createHmac('sha256', readKey()).update(`commitment sheet\n${code}`).digest()
  return Array.from(digest.subarray(0, checkLength), (byte) => letters[byte & 31]).join('')
}

/** The address that a phone opens, with the check that the reader of sheets asks for. */
export const qrTextOf = (code: string, publicUrl: string): string =>
  addressOfSheet(publicUrl, { code, check: checkOf(code) })

/** The code of a sheet of ours; `forged` where it looks like one and is none; `foreign` for any other QR. */
export type QrMeaning = { code: string } | 'forged' | 'foreign'
export function meaningOfQr(text: string): QrMeaning {
  const said = sheetInQr(text)
  if (said === undefined) return 'foreign'
  return said !== 'broken' && passes(said) ? { code: said.code } : 'forged'
}

/** What stands behind the address of a QR; undefined where it is no code with a check at all. */
export function meaningOfSealed(text: string): Exclude<QrMeaning, 'foreign'> | undefined {
  const said = sealedIn(text)
  return said && (passes(said) ? { code: said.code } : 'forged')
}

const passes = ({ code, check }: Sealed): boolean => timingSafeEqual(Buffer.from(checkOf(code)), Buffer.from(check))

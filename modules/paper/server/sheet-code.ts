// What the QR of a sheet says: its check code, and a keyed check of that code. Nothing about a person, and nobody without
// the key of this product can write another that passes.

import { createHmac, timingSafeEqual } from 'node:crypto'
import { qrPrefix } from '../rules/layout.ts'

let readKey: () => string = () => {
  throw new Error('nobody has said which key sheets are checked with')
}
/** app/ hands over the product's secret. */
export function providePaperKey(secret: () => string): void {
  readKey = secret
}

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 16
const checkLength = 8

/** 40 bits: enough that guessing meets nothing, short enough for a QR that a dim photograph still shows. */
function checkOf(code: string): string {
  const digest = createHmac('sha256', readKey()).update(`commitment sheet\n${code}`).digest()
  return Array.from(digest.subarray(0, checkLength), (byte) => letters[byte & 31]).join('')
}

export const qrTextOf = (code: string): string => `${qrPrefix}${code}${checkOf(code)}`

/** The code of a sheet of ours; `forged` where it looks like one and is none; `foreign` for any other QR. */
export type QrMeaning = { code: string } | 'forged' | 'foreign'
export function meaningOfQr(text: string): QrMeaning {
  if (!text.startsWith('BYP')) return 'foreign'
  const rest = text.startsWith(qrPrefix) ? text.slice(qrPrefix.length) : ''
  const [code, check] = [rest.slice(0, codeLength), rest.slice(codeLength)]
  if (code.length < codeLength || check.length !== checkLength) return 'forged'
  const wanted = Buffer.from(checkOf(code))
  const given = Buffer.from(check)
  return wanted.length === given.length && timingSafeEqual(wanted, given) ? { code } : 'forged'
}

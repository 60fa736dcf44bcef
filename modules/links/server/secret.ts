// What only the holder of a link knows: kept as hashes, with a key of the product's, so that a copied table opens nothing.

import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

let key = ''
/** app/ hands over the product's secret. */
export function provideLinkKey(secret: () => string): void {
  readKey = secret
}
let readKey: () => string = () => {
  throw new Error('nobody has said which key links are kept with')
}
const keyed = (text: string): Buffer => {
  key ||= readKey()
  return createHmac('sha256', key).update(`commitment link\n${text}`).digest()
}

/** 160 bits: nobody guesses one. */
export const newToken = (): string => randomBytes(20).toString('base64url')
export const newCode = (): string => String(randomInt(100_000, 1_000_000))
export const tokenHash = (token: string): Buffer => keyed(`token ${token}`)
export const codeHash = (linkId: string, code: string): Buffer => keyed(`code ${linkId} ${code}`)
export const sameHash = (one: Buffer, other: Buffer): boolean =>
  one.length === other.length && timingSafeEqual(one, other)

// Envelopes: what is secret is sealed with a key of its own, that key is wrapped with a master key that never lies in the
// database. AES-256-GCM throughout (NIST SP 800-38D): 12 bytes of chance, the sealed bytes, 16 bytes that prove them whole.
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

const nonceBytes = 12
const tagBytes = 16
export const keyBytes = 32

export const newKey = (): Buffer => randomBytes(keyBytes)

/** `bound` names the place it is sealed for (`person:0192…`): elsewhere it does not open, so rows cannot be exchanged. */
export function seal(key: Buffer, plain: Buffer, bound: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(bound))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Throws where the key is another, a byte was changed, or it was sealed for another place. */
export function unseal(key: Buffer, sealed: Buffer, bound: string): Buffer {
  const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes))
  cipher.setAAD(Buffer.from(bound))
  cipher.setAuthTag(sealed.subarray(-tagBytes))
  return Buffer.concat([cipher.update(sealed.subarray(nonceBytes, -tagBytes)), cipher.final()])
}

/**
 * A blind index: the same words give the same 16 bytes, and whoever has no key can neither read nor guess them. `kind`
 * keeps words of different meaning apart (a name that looks like a number).
 */
export const blind = (key: Buffer, kind: string, word: string): Buffer =>
  createHmac('sha256', key).update(`${kind}\0${word}`).digest().subarray(0, 16)

// The authenticator app of a test: the six digits that it would show (RFC 6238: SHA-1, 30 seconds).

import { createHmac } from 'node:crypto'

export function digitsOf(key: string): string {
  const bits = [...key.replace(/=+$/, '')].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  )
  const secret = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const digest = createHmac('sha1', secret).update(counter).digest()
  return String((digest.readUInt32BE((digest.at(-1) ?? 0) & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** The same, of the address that the QR code holds. */
export const codeOf = (address: string): string => digitsOf(new URL(address).searchParams.get('secret') ?? '')

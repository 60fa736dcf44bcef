// A phone that has emptied itself says so by its secret. Who only knows its id, or carries what it had sealed, cannot say it for the
// phone. POST /api/field/wiped is no operation: the phone has no session left, and nobody has to be signed in on it.

import * as z from 'zod/mini'
import { Id } from '../../../platform/contract/schemas.ts'
import { fromBase64, idBytes, joined, macKey, toBase64 } from './bytes.ts'

export const wipedPath = '/api/field/wiped'

export const WipedInput = z.object({
  deviceId: Id,
  /** HMAC-SHA256 by the device's secret over this purpose and the device's id, in base64. */
  proof: z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/)),
})
export type WipedInput = z.output<typeof WipedInput>

const purpose = new TextEncoder().encode('binh-yen wiped 1')
const signed = (deviceId: string) => joined(purpose, idBytes(deviceId))

/** Worked out while the secret is still there, kept only once everything else is gone. */
export async function wipedProof({ deviceId, secret }: { deviceId: string; secret: string }): Promise<WipedInput> {
  const proof = await crypto.subtle.sign('HMAC', await macKey(fromBase64(secret)), signed(deviceId))
  return { deviceId, proof: toBase64(new Uint8Array(proof)) }
}

export async function isWipedProof({ deviceId, proof }: WipedInput, secret: Uint8Array): Promise<boolean> {
  return crypto.subtle.verify('HMAC', await macKey(secret), fromBase64(proof), signed(deviceId))
}

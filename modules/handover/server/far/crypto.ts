// How a file is sealed for another installation and signed by ours: X25519 with a key made for this one file, HKDF-SHA-256,
// AES-256-GCM (as in HPKE, RFC 9180, base mode), Ed25519 over the lines that say whose it is and for whom.

import {
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { seal, unseal } from '../../../../platform/server/envelope.ts'
import { type CarriedKind, signedPart } from '../../rules/far/container.ts'

type Curve = 'X25519' | 'Ed25519'
/** A public key as 32 bytes. */
const publicFrom = (curve: Curve, bytes: Buffer): KeyObject =>
  createPublicKey({ key: { kty: 'OKP', crv: curve, x: bytes.toString('base64url') }, format: 'jwk' })
const bytesOf = (key: KeyObject): Buffer => Buffer.from(String(key.export({ format: 'jwk' }).x), 'base64url')

export type Pairs = { box: KeyObject; sign: KeyObject; boxPublic: Buffer; signPublic: Buffer }

export function newPairs(): Pairs {
  return fromPrivate({
    box: generateKeyPairSync('x25519').privateKey,
    sign: generateKeyPairSync('ed25519').privateKey,
  })
}
const fromPrivate = ({ box, sign: signing }: { box: KeyObject; sign: KeyObject }): Pairs => ({
  ...{ box, sign: signing },
  boxPublic: bytesOf(createPublicKey(box)),
  signPublic: bytesOf(createPublicKey(signing)),
})

/** Both private halves as what the master key wraps. */
export const writtenPairs = ({ box, sign: signing }: Pairs): Buffer =>
  Buffer.from(
    JSON.stringify([box, signing].map((key) => key.export({ format: 'der', type: 'pkcs8' }).toString('base64'))),
  )
export function readPairs(written: Buffer): Pairs {
  const [box, signing] = (JSON.parse(written.toString()) as string[]).map((key) =>
    createPrivateKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs8' }),
  )
  return fromPrivate({ box: box as KeyObject, sign: signing as KeyObject })
}

/** Of the installation and both public halves: a card that differs in one of them has another. */
export const fingerprint = (installation: string, box: Buffer, signing: Buffer): string =>
  createHash('sha256').update(`binhyen card\0${installation}\0`).update(box).update(signing).digest('hex')

export type SealedFor = { ephemeral: string; sealed: Buffer }

/** `bound` says what it is and between whom: sealed for one thing it does not open as another. */
export function sealFor(boxPublic: Buffer, plain: Buffer, bound: string): SealedFor {
  const once = generateKeyPairSync('x25519')
  const ephemeral = bytesOf(once.publicKey)
  const shared = diffieHellman({ privateKey: once.privateKey, publicKey: publicFrom('X25519', boxPublic) })
  return {
    ephemeral: ephemeral.toString('base64'),
    sealed: seal(keyFrom(shared, ephemeral, boxPublic, bound), plain, bound),
  }
}

/** Undefined where it was sealed for somebody else, for another thing, or was changed. */
export function openFor(
  { box, boxPublic }: Pairs,
  { ephemeral, sealed }: SealedFor,
  bound: string,
): Buffer | undefined {
  try {
    const once = Buffer.from(ephemeral, 'base64')
    const shared = diffieHellman({ privateKey: box, publicKey: publicFrom('X25519', once) })
    return unseal(keyFrom(shared, once, boxPublic, bound), sealed, bound)
  } catch {
    return undefined
  }
}

const keyFrom = (shared: Buffer, once: Buffer, boxPublic: Buffer, bound: string): Buffer =>
  Buffer.from(hkdfSync('sha256', shared, Buffer.concat([once, boxPublic]), `binhyen ${bound}`, 32))

/** The same facts and the same key give the same file: a receipt that was lost is made again. */
export function signedFile(pairs: Pairs, kind: CarriedKind, header: unknown, body: Buffer = Buffer.alloc(0)): Buffer {
  const signed = Buffer.from(signedPart(kind, header))
  return Buffer.concat([signed, Buffer.from(`${sign(null, signed, pairs.sign).toString('base64')}\n`), body])
}

export function isSignedBy(signPublic: Buffer, signed: Uint8Array, signature: Uint8Array): boolean {
  try {
    return verify(null, signed, publicFrom('Ed25519', signPublic), signature)
  } catch {
    return false
  }
}

export const digestOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

// A sealed bundle: the outbox of a device as bytes that anybody may carry and only the server can open. The same code
// seals in the browser and opens on the server (WebCrypto): ECDH on P-256 with a key for this bundle alone, HKDF, AES-GCM;
// inside, an HMAC by the device's secret, so that the server knows whose it is without a session.

import { type Bytes, fromBase64, idBytes, idText, joined, macKey, same, toBase64 } from './bytes.ts'
import type { ServerKey } from './devices.ts'
import type { FieldCommand } from './push.ts'

export type BundleBody = { id: string; madeAt: string; waiting: number; commands: FieldCommand[] }

const mark = new TextEncoder().encode('BYB1')
const [keyAt, ephemeralAt, ivAt, headerLength] = [4, 20, 85, 97]
const macLength = 32
const curve = { name: 'ECDH', namedCurve: 'P-256' }
/** More than this unpacked is no outbox. */
const largestBody = 32 * 1024 * 1024

export async function sealBundle(
  serverKey: ServerKey,
  device: { id: string; secret: string },
  body: BundleBody,
): Promise<Uint8Array> {
  const pair = await crypto.subtle.generateKey(curve, false, ['deriveBits'])
  const ephemeral = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const header = joined(mark, idBytes(serverKey.id), ephemeral, iv)
  const inside = joined(idBytes(device.id), await packed(new TextEncoder().encode(JSON.stringify(body))))
  const mac = await crypto.subtle.sign('HMAC', await macKey(fromBase64(device.secret)), joined(header, inside))
  const server = await crypto.subtle.importKey('raw', fromBase64(serverKey.key), curve, false, [])
  const key = await bundleKey(pair.privateKey, server, ephemeral)
  const closed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: header },
    key,
    joined(new Uint8Array(mac), inside),
  )
  return joined(header, new Uint8Array(closed))
}

export type BundleKeys = {
  privateKey(id: string): Promise<CryptoKey | undefined>
  secretOf(deviceId: string): Promise<Uint8Array | undefined>
}

/** What was sealed, and by which device; undefined when it is damaged, forged, or sealed for another server. */
export async function openBundle(
  given: Uint8Array,
  keys: BundleKeys,
): Promise<{ deviceId: string; body: unknown } | undefined> {
  const bytes = Uint8Array.from(given)
  if (bytes.length <= headerLength || !same(bytes.subarray(0, 4), mark)) return undefined
  const header = bytes.slice(0, headerLength)
  const own = await keys.privateKey(idText(header.subarray(keyAt, ephemeralAt)))
  if (!own) return undefined
  const opened = await unsealed(own, header, bytes.slice(headerLength))
  if (!opened || opened.length <= macLength + 16) return undefined
  const [mac, inside] = [opened.slice(0, macLength), opened.slice(macLength)]
  const deviceId = idText(inside.subarray(0, 16))
  // Who cannot look up a device just now has to say so: a bundle that is called unreadable is thrown away by whoever carries it.
  const secret = await keys.secretOf(deviceId)
  if (!secret) return undefined
  const good = await crypto.subtle.verify('HMAC', await macKey(secret), mac, joined(header, inside))
  const body = good ? await readBody(inside.slice(16)) : undefined
  return body === undefined ? undefined : { deviceId, body }
}

async function unsealed(own: CryptoKey, header: Bytes, closed: Bytes): Promise<Bytes | undefined> {
  try {
    const ephemeral = header.slice(ephemeralAt, ivAt)
    const other = await crypto.subtle.importKey('raw', ephemeral, curve, false, [])
    const key = await bundleKey(own, other, ephemeral)
    const how = { name: 'AES-GCM', iv: header.slice(ivAt), additionalData: header }
    return new Uint8Array(await crypto.subtle.decrypt(how, key, closed))
  } catch {
    return undefined
  }
}

async function readBody(bytes: Bytes): Promise<unknown> {
  try {
    return JSON.parse(new TextDecoder().decode(await unpacked(bytes)))
  } catch {
    return undefined
  }
}

/** The results of a bundle on their way back: only the device with the secret can read them. */
export async function sealReceipt(secret: Uint8Array, results: unknown): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const key = await receiptKey(Uint8Array.from(secret))
  const text = await packed(new TextEncoder().encode(JSON.stringify(results)))
  return toBase64(joined(iv, new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, text))))
}

export async function openReceipt(secret: string, receipt: string): Promise<unknown> {
  try {
    const bytes = fromBase64(receipt)
    const key = await receiptKey(fromBase64(secret))
    const open = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes.slice(0, 12) }, key, bytes.slice(12))
    return JSON.parse(new TextDecoder().decode(await unpacked(new Uint8Array(open))))
  } catch {
    return undefined
  }
}

async function bundleKey(own: CryptoKey, other: CryptoKey, salt: Bytes): Promise<CryptoKey> {
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, own, 256)
  return stretched(new Uint8Array(shared), salt, 'binh-yen bundle 1')
}

const receiptKey = (secret: Bytes): Promise<CryptoKey> => stretched(secret, new Uint8Array(), 'binh-yen receipt 1')

async function stretched(from: Bytes, salt: Bytes, info: string): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', from, 'HKDF', false, ['deriveKey'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info: new TextEncoder().encode(info) }
  return crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

async function packed(bytes: Bytes): Promise<Bytes> {
  return throughStream(bytes, new CompressionStream('deflate-raw'), Number.POSITIVE_INFINITY)
}
async function unpacked(bytes: Bytes): Promise<Bytes> {
  return throughStream(bytes, new DecompressionStream('deflate-raw'), largestBody)
}

async function throughStream(
  bytes: Bytes,
  stream: CompressionStream | DecompressionStream,
  most: number,
): Promise<Bytes> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader()
  const parts: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return joined(...parts)
    length += value.length
    if (length > most) throw new Error('the bundle is larger than an outbox can be')
    parts.push(value)
  }
}

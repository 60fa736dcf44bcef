// The lock of the phone's store. Everything kept is closed with a random key (AES-GCM, 256 bits); that key lies on the phone
// only wrapped by another, which the PIN makes anew each time (PBKDF2-SHA256). Nothing is ever stored in clear.

export type Sealed = { iv: Uint8Array<ArrayBuffer>; closed: ArrayBuffer }
export type Lock = {
  salt: Uint8Array<ArrayBuffer>
  rounds: number
  iv: Uint8Array<ArrayBuffer>
  wrapped: ArrayBuffer
}

/**
 * What OWASP asks of PBKDF2-SHA256 (Password Storage Cheat Sheet, 2023): a third of a second on a cheap phone for who knows
 * the PIN, and days of reckoning for who has copied the store. The store is therefore also wiped after ten wrong PINs.
 */
const rounds = 600_000
export const pinLength = { least: 6, most: 12 }
export const mostWrongPins = 10

const random = (bytes: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(bytes))

async function keyOfPin(pin: string, salt: Uint8Array<ArrayBuffer>, times: number): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveKey'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: times }
  return crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['wrapKey', 'unwrapKey'])
}

async function wrap(key: CryptoKey, pin: string): Promise<Lock> {
  const [salt, iv] = [random(16), random(12)]
  const own = await keyOfPin(pin, salt, rounds)
  return { salt, rounds, iv, wrapped: await crypto.subtle.wrapKey('raw', key, own, { name: 'AES-GCM', iv }) }
}

async function unwrap(lock: Lock, pin: string, extractable: boolean): Promise<CryptoKey | undefined> {
  const own = await keyOfPin(pin, lock.salt, lock.rounds)
  const how = { name: 'AES-GCM', iv: lock.iv }
  try {
    return await crypto.subtle.unwrapKey('raw', lock.wrapped, own, how, 'AES-GCM', extractable, ['encrypt', 'decrypt'])
  } catch {
    return undefined
  }
}

/** A new key and its lock. The key in hand cannot be taken out of the browser again. */
export async function makeLock(pin: string): Promise<{ lock: Lock; key: CryptoKey }> {
  const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt'])
  const lock = await wrap(fresh, pin)
  return { lock, key: (await unwrap(lock, pin, false)) as CryptoKey }
}

/** The key, or undefined for a wrong PIN. */
export const openLock = (lock: Lock, pin: string): Promise<CryptoKey | undefined> => unwrap(lock, pin, false)

/** The same key behind another PIN; undefined when the old one is wrong. */
export async function changeLock(lock: Lock, from: string, to: string): Promise<Lock | undefined> {
  const key = await unwrap(lock, from, true)
  return key && wrap(key, to)
}

export async function seal(key: CryptoKey, value: unknown): Promise<Sealed> {
  const iv = random(12)
  const bytes = new TextEncoder().encode(JSON.stringify(value))
  return { iv, closed: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes) }
}

export async function unseal<T>(key: CryptoKey, { iv, closed }: Sealed): Promise<T> {
  const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, closed)
  return JSON.parse(new TextDecoder().decode(bytes)) as T
}

/** As the server asks for the device's own secret: 32 bytes in base64. */
export const newSecret = (): string => btoa(String.fromCharCode(...random(32)))

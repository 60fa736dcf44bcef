// An answer that a module keeps and gives again is checked against its shape once, and written out once: as text, as bytes and
// compressed. Only an answer that was handed over as kept is treated so: nobody changes it any more.

import { gzipSync } from 'node:zlib'

const kept = new WeakSet<object>()
const checked = new WeakMap<object, unknown>()
const written = new WeakMap<object, Written>()

type Written = { text: string; length: number; bytes?: Uint8Array<ArrayBuffer>; packed?: Uint8Array<ArrayBuffer> }
/** What goes to a caller: `length` in bytes as it is sent. */
export type Sent = { body: string | Uint8Array<ArrayBuffer>; length: number; encoding?: 'gzip' }

/** Smaller answers go as text: neither bytes nor compression would save anything. In bytes. */
const worthKeepingAsBytes = 1024

/** Hands an answer over: it will be given again as it is. */
export function keepAsAnswer<T extends object>(answer: T): T {
  kept.add(answer)
  return answer
}

/** The answer in its declared shape. */
export function checkedAnswer(answer: unknown, check: (unchecked: unknown) => unknown): unknown {
  if (!isKept(answer)) return check(answer)
  const known = checked.get(answer)
  if (known !== undefined) return known
  const body = check(answer)
  checked.set(answer, body)
  if (typeof body === 'object' && body !== null) kept.add(body)
  return body
}

/** The answer as JSON. */
export const writtenAnswer = (body: unknown): string => writtenOut(body).text

/** The answer as it is sent; one that is kept is compressed once for all who take it so. */
export function sentAnswer(body: unknown, takesGzip: boolean): Sent {
  const out = writtenOut(body)
  if (!isKept(body) || out.length < worthKeepingAsBytes) return { body: out.text, length: out.length }
  out.bytes ??= new Uint8Array(Buffer.from(out.text))
  if (!takesGzip) return { body: out.bytes, length: out.length }
  out.packed ??= new Uint8Array(gzipSync(out.bytes))
  return { body: out.packed, length: out.packed.length, encoding: 'gzip' }
}

function writtenOut(body: unknown): Written {
  const known = isKept(body) ? written.get(body) : undefined
  if (known) return known
  const text = JSON.stringify(body)
  const out = { text, length: Buffer.byteLength(text) }
  if (isKept(body)) written.set(body, out)
  return out
}

const isKept = (answer: unknown): answer is object => typeof answer === 'object' && answer !== null && kept.has(answer)

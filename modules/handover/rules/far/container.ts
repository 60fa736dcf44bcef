// The files that are carried between installations, from their bytes alone. All have one shape: a line that names kind and
// version, a line of JSON, a line with the signature of both, and for a pack what is sealed.
//
//   binhyen pack 1
//   {"pack":"0192…",…}
//   MEUCIQD…                (Ed25519, of the two lines above)
//   …sealed bytes…

export const carriedKinds = ['card', 'pack', 'receipt', 'request'] as const
export type CarriedKind = (typeof carriedKinds)[number]
export const carriedVersion = 1

export type Carried = {
  kind: CarriedKind
  header: unknown
  /** What was signed, as it was written. */
  signed: Uint8Array
  signature: Uint8Array
  body: Uint8Array
}
export type ReadCarried = { ok: true; carried: Carried } | { ok: false; fault: 'not-ours' | 'other-version' | 'broken' }

const newLine = 10
/** Nobody's header is longer; a file of two gigabytes is not searched for the end of a line. */
const longestLine = 256 * 1024

export function readCarried(bytes: Uint8Array): ReadCarried {
  const first = lineFrom(bytes, 0)
  const named = first && /^binhyen (card|pack|receipt|request) (\d{1,3})$/.exec(first.text)
  if (!first || !named) return { ok: false, fault: 'not-ours' }
  if (Number(named[2]) !== carriedVersion) return { ok: false, fault: 'other-version' }
  const second = lineFrom(bytes, first.next)
  const third = second && lineFrom(bytes, second.next)
  if (!third) return { ok: false, fault: 'broken' }
  const header = jsonIn(second.text)
  const signature = signatureIn(third.text)
  if (header === undefined || !signature) return { ok: false, fault: 'broken' }
  const signed = bytes.subarray(0, second.next)
  const kind = named[1] as CarriedKind
  return { ok: true, carried: { kind, header, signed, signature, body: bytes.subarray(third.next) } }
}

/** What is signed of a file; the signature and the body follow it. */
export const signedPart = (kind: CarriedKind, header: unknown): string =>
  `binhyen ${kind} ${carriedVersion}\n${JSON.stringify(header)}\n`

function lineFrom(bytes: Uint8Array, start: number): { text: string; next: number } | undefined {
  const end = bytes.subarray(start, start + longestLine).indexOf(newLine)
  if (end < 0) return undefined
  return { text: new TextDecoder().decode(bytes.subarray(start, start + end)), next: start + end + 1 }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** 64 bytes in base64, written in the one way there is. */
function signatureIn(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/]{86}==$/.test(text)) return undefined
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
}

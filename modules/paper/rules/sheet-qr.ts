// What the QR of a sheet says, by its shape alone: the address at which anybody checks it, or, on paper that was printed
// before, the bare code. Whether it is one of ours, only its keyed check says (server/sheet-code.ts).

import { type Box, qr, qrBefore } from './layout.ts'

const codeLength = 16
export const checkLength = 8
const letters = '[0-9A-HJKMNP-TV-Z]'
const sealedShape = new RegExp(`^(${letters}{${codeLength}})(${letters}{${checkLength}})$`)
const addressShape = new RegExp(`^https?://[^/\\s]+/v/(${letters}{${codeLength + checkLength}})$`, 'i')
const before = 'BYP'
const beforeAddresses = `${before}1.`

export type Sealed = { code: string; check: string }

/** Where on the sheet the QR stands that says this. */
export const qrBoxOf = (text: string): Box => (text.startsWith(before) ? qrBefore : qr)

/** A code with its check, in capitals or not; undefined where it is none. */
export function sealedIn(text: string): Sealed | undefined {
  const [, code, check] = sealedShape.exec(text.toUpperCase()) ?? []
  return code && check ? { code, check } : undefined
}

/** In capitals a QR code packs letters half as large again; scheme and host mean the same in either case. */
export const addressOfSheet = (publicUrl: string, { code, check }: Sealed): string =>
  `${new URL(publicUrl).origin}/v/${code}${check}`.toUpperCase()

/** `broken` where it begins like one of ours and says no code; undefined for any other QR. Whose host it names is no matter: an address may change. */
export function sheetInQr(text: string): Sealed | 'broken' | undefined {
  const address = addressShape.exec(text)?.[1]
  if (address) return sealedIn(address)
  if (!text.startsWith(before)) return undefined
  return (text.startsWith(beforeAddresses) && sealedIn(text.slice(beforeAddresses.length))) || 'broken'
}

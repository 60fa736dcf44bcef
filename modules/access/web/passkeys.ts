// Passkeys in the browser: the server's challenge goes to the device, and what the device signed comes back.

import { type Asked, askAuth } from './auth-call.ts'

/** The parts of WebAuthn that read and write JSON; older browsers lack them, and are not offered passkeys. */
type Ceremonies = {
  parseCreationOptionsFromJSON?: (options: unknown) => PublicKeyCredentialCreationOptions
  parseRequestOptionsFromJSON?: (options: unknown) => PublicKeyCredentialRequestOptions
}
const ceremonies = (): Ceremonies | undefined =>
  'PublicKeyCredential' in window ? (window.PublicKeyCredential as unknown as Ceremonies) : undefined

export const passkeysWork = (): boolean => {
  const found = ceremonies()
  return Boolean(found?.parseCreationOptionsFromJSON && found.parseRequestOptionsFromJSON)
}

/** Undefined when the person closed the window of their device. */
export type Outcome = Asked<unknown> | undefined

const signed = async (asking: Promise<Credential | null>): Promise<unknown> => {
  try {
    return (await asking) as unknown
  } catch (fault) {
    if (fault instanceof DOMException) return undefined
    throw fault
  }
}

export async function signInWithPasskey(): Promise<Outcome> {
  const options = await askAuth<unknown>('GET', '/passkey/generate-authenticate-options')
  if (!options.ok) return options
  const publicKey = ceremonies()?.parseRequestOptionsFromJSON?.(options.answer)
  const response = await signed(navigator.credentials.get({ publicKey }))
  return response ? askAuth('POST', '/passkey/verify-authentication', { response }) : undefined
}

export async function addPasskey(name: string): Promise<Outcome> {
  const options = await askAuth<unknown>('GET', '/passkey/generate-register-options')
  if (!options.ok) return options
  const publicKey = ceremonies()?.parseCreationOptionsFromJSON?.(options.answer)
  const response = await signed(navigator.credentials.create({ publicKey }))
  return response ? askAuth('POST', '/passkey/verify-registration', { name, response }) : undefined
}

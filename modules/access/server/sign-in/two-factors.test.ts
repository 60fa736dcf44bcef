// What a session is worth after each deed, as a table.

import { expect, test } from 'vitest'
import type { SignedIn } from './sessions.ts'
import { type Deed, provenByTwo } from './two-factors.ts'

const session = (sessionId: string, twoFactors = false): SignedIn => ({
  id: 'somebody',
  name: '',
  language: 'vi',
  sessionId,
  twoFactors,
})
const [weak, strong, fresh] = [session('old'), session('old', true), session('new')]

test.each<[Partial<Deed> & Pick<Deed, 'occasion'>, boolean | undefined]>([
  [{ occasion: 'sign-in', way: 'password', after: fresh }, false],
  [{ occasion: 'sign-in', way: 'password', before: strong, after: fresh }, false],
  [{ occasion: 'sign-in', way: 'passkey', after: fresh }, true],
  [{ occasion: 'sign-in', way: 'organisation', after: fresh }, false],
  [{ occasion: 'sign-in', way: 'organisation', after: fresh, organisationAsksTwo: true }, true],
  [{ occasion: 'sign-in', way: 'password', after: fresh, organisationAsksTwo: true }, false],
  [{ occasion: 'second-factor', way: 'authenticator', after: fresh }, true],
  [{ occasion: 'second-factor', way: 'backup-code', after: fresh }, true],
  [{ occasion: 'authenticator-on', way: 'authenticator', before: weak, after: fresh }, true],
  [{ occasion: 'authenticator-on', way: 'authenticator', before: weak, after: weak }, undefined],
  [{ occasion: 'authenticator-on', way: 'backup-code', before: weak, after: weak }, undefined],
  [{ occasion: 'authenticator-on', way: 'backup-code', before: weak, after: fresh }, false],
  [{ occasion: 'authenticator-off', before: strong, after: fresh }, false],
  [{ occasion: 'password', before: strong, after: fresh }, true],
  [{ occasion: 'password', before: weak, after: fresh }, false],
  [{ occasion: 'authenticator-started', before: weak, after: weak }, undefined],
  [{ occasion: 'passkey-added', before: weak, after: weak }, undefined],
  [{ occasion: 'passkey-removed', before: strong, after: strong }, undefined],
])('%j', (deed, worth) => {
  const nothing = { way: undefined, before: undefined, after: undefined, organisationAsksTwo: false }
  expect(provenByTwo({ ...nothing, ...deed })).toBe(worth)
})

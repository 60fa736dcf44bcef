// What people and rights plug into the server.

import type { Slice } from '../../../platform/server/slice.ts'
import { refusals } from '../contract/refusals.ts'
import { setLanguage } from './commands/set-language.ts'
import { me } from './queries/me.ts'

export const slice: Slice = {
  module: 'access',
  handlers: [me, setLanguage],
  constraints: { person_email: refusals.email_taken },
}

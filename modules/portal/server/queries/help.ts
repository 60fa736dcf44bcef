// The places that help, and whether the asker may change them.

import { answers } from '../../../../platform/server/slice.ts'
import { ListHelp } from '../../contract.ts'
import { helpLines } from '../help-lines.ts'

export const listHelp = answers(ListHelp, async ({ db, scopeFor }) => ({
  lines: await helpLines(db),
  may: { change: scopeFor('settings.manage').everywhere },
}))

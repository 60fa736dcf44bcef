// The sealed log in parts, for a screen that puts them together into one file; the file can be checked anywhere.

import { refuse } from '../../../../platform/contract/refusal.ts'
import { answers, type Handler } from '../../../../platform/server/slice.ts'
import { ExportAudit, refusals } from '../../contract.ts'
import { exportPart } from '../export-log.ts'
import type { Signer } from '../signer.ts'

export const exportAudit = (signer: () => Signer): Handler =>
  answers(ExportAudit, async ({ db, now }, { from, to, cursor, limit }) => {
    if (from && to && to < from) throw refuse(refusals.days_reversed, { from, to }, 'to')
    const part = await exportPart(db, signer(), now, { from, to, cursor, limit: Math.max(1, limit) })
    if (!part) throw refuse(refusals.cursor_unknown)
    return part
  })

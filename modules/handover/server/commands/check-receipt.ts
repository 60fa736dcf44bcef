// Checks a receipt that somebody holds against what is on record: forged, of another hand-over, or the one that was signed.

import { sql } from 'kysely'
import * as z from 'zod/mini'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut } from '../../../../platform/server/slice.ts'
import { insideFiles } from '../../../cases/server/public.ts'
import { CheckReceipt, handOverRefusals as no } from '../../contract.ts'
import { isSignedHere } from '../receipts.ts'
import { sendingsWhere } from '../rows.ts'

/** As it is downloaded from the page of a hand-over. */
const File = z.object({ statement: z.string(), signature: z.base64() })

export const checkReceipt = carriesOut(CheckReceipt, async ({ db, person }, { communeId, id, receipt }) => {
  const given = fileIn(receipt)
  const way = { communeId, readerId: person.id, purpose: 'list' }
  const { sending, signed } = await insideFiles(db, way, async (files) => {
    const [found] = await sendingsWhere(files, sql`id = ${id}`)
    if (!found) throw refuse(platformRefusals.not_found)
    return {
      sending: found,
      signed: await isSignedHere(files, given.statement, Buffer.from(given.signature, 'base64')),
    }
  })
  if (!signed) throw refuse(no.receipt_forged)
  // What was signed here and is not the one of this hand-over is of another.
  if (given.statement !== sending.receipt || !sending.decided_at)
    throw refuse(no.receipt_of_another, { number: sending.number })
  return {
    answer: {
      decision: sending.state === 'accepted' ? ('accepted' as const) : ('returned' as const),
      at: sending.decided_at,
    },
    audit: { subject: `case-file:${sending.file_id}`, areaId: communeId, after: { receiptChecked: sending.number } },
  }
})

function fileIn(text: string): z.output<typeof File> {
  try {
    return z.parse(File, JSON.parse(text))
  } catch {
    throw refuse(no.receipt_unreadable)
  }
}

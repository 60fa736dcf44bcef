// Cancels an entry that should not stand in the register; nothing is ever deleted from it.

import { carriesOut } from '../../../../platform/server/slice.ts'
import { CancelDecision } from '../../contract.ts'
import { areaOfDecision, findEntry } from '../entries.ts'
import { takeOutOfForce } from '../entry.ts'

export const cancelDecision = carriesOut(
  CancelDecision,
  async (context, input) => {
    const before = await findEntry(context.db, input.id)
    await takeOutOfForce(context, input.id, input.version, input.because)
    return {
      answer: { id: input.id, version: input.version + 1 },
      audit: { subject: `recognition:${input.id}`, before, after: { cancelledBecause: input.because } },
    }
  },
  (context, input) => areaOfDecision(context.db, input.id),
)

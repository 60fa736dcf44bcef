// Enters a decision into the register.

import { carriesOut } from '../../../../platform/server/slice.ts'
import { RegisterDecision } from '../../contract.ts'
import { enter, statusAfter } from '../entry.ts'

export const registerDecision = carriesOut(RegisterDecision, async (context, input) => {
  await enter(context, input, null)
  const { id, ...after } = input
  return {
    answer: { id, version: 1, status: await statusAfter(context.db, input.areaId, context.today) },
    audit: { subject: `recognition:${id}`, areaId: input.areaId, after },
  }
})

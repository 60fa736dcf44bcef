// Assigns a task to one unit, or one instruction to many.

import { carriesOut } from '../../../../platform/server/slice.ts'
import { AssignTask } from '../../contract.ts'
import { assign } from '../assigning.ts'
import { viewOf } from '../programme-in-view.ts'

export const assignTaskCommand = carriesOut(AssignTask, async (context, input) => {
  const { programme, day } = await viewOf(context, input)
  const { tasks, instructionId, audit } = await assign(
    context.db,
    { ...input, assignedOn: input.assignedOn ?? day },
    { personId: context.person.id, scope: context.scope, programme, day },
  )
  return { answer: { tasks, instructionId }, audit }
})

// More time: asked for by the side of the holder, decided by somebody else; the deadline first given stays visible.

import * as z from 'zod/mini'
import { defineCommand } from '../../../platform/contract/operation.ts'
import { Id, OptionalText, PlainDate, Text } from '../../../platform/contract/schemas.ts'
import { taskRefusals } from './refusals.ts'

const sharedRefusals = [
  taskRefusals.extension_not_later,
  taskRefusals.extension_pending,
  taskRefusals.already_done,
  taskRefusals.already_cancelled,
  taskRefusals.waits_for_decision,
  taskRefusals.due_after_parent,
  taskRefusals.plan_closed,
]

export const AskMoreTime = defineCommand({
  name: 'tasks.askMoreTime',
  title: { vi: 'Xin gia hạn, có lý do', en: 'Ask for more time, with a reason' },
  permission: 'tasks.report',
  place: 'record',
  input: z.object({ id: Id, taskId: Id, newDueOn: PlainDate, reason: Text(2000) }),
  output: z.object({ version: z.int() }),
  refusals: sharedRefusals,
})

export const DecideMoreTime = defineCommand({
  name: 'tasks.decideMoreTime',
  title: { vi: 'Duyệt hoặc không duyệt gia hạn', en: 'Grant or refuse more time' },
  permission: 'tasks.extend',
  place: 'record',
  input: z.object({ id: Id, approved: z.boolean(), reason: OptionalText(2000) }),
  output: z.object({ dueOn: PlainDate, version: z.int() }),
  refusals: [
    taskRefusals.extension_decided,
    taskRefusals.extension_withdrawn,
    taskRefusals.own_request,
    taskRefusals.reason_missing,
    taskRefusals.due_after_parent,
    taskRefusals.already_done,
    taskRefusals.already_cancelled,
    taskRefusals.plan_closed,
  ],
})

export const WithdrawRequest = defineCommand({
  name: 'tasks.withdrawRequest',
  title: { vi: 'Rút đề nghị gia hạn của mình', en: 'Take back one’s own request for more time' },
  permission: 'tasks.report',
  place: 'record',
  input: z.object({ id: Id }),
  output: z.object({ version: z.int() }),
  refusals: [taskRefusals.not_own_request, taskRefusals.extension_decided, taskRefusals.extension_withdrawn],
})

export const GiveMoreTime = defineCommand({
  name: 'tasks.giveMoreTime',
  title: { vi: 'Gia hạn có lý do cho các việc đã chọn', en: 'Give chosen tasks more time, with a reason' },
  permission: 'tasks.extend',
  place: 'record',
  input: z.object({
    taskIds: z.array(Id).check(z.minLength(1), z.maxLength(500)),
    newDueOn: PlainDate,
    reason: Text(2000),
  }),
  output: z.object({ tasks: z.int() }),
  refusals: [...sharedRefusals, taskRefusals.own_request],
})

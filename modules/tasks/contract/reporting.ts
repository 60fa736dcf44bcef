// Reporting on a task, handing its result in, deciding on the result, and opening a finished task again.

import * as z from 'zod/mini'
import { defineCommand } from '../../../platform/contract/operation.ts'
import { Id, OptionalText, PlainDate, Text, Version } from '../../../platform/contract/schemas.ts'
import { taskRefusals } from './refusals.ts'
import { Lane } from './shapes.ts'

const Count = z.int().check(z.minimum(0), z.maximum(100_000_000))

export const ReportTask = defineCommand({
  name: 'tasks.report',
  title: { vi: 'Báo cáo một việc', en: 'Report on a task' },
  permission: 'tasks.report',
  place: 'record',
  input: z.object({
    id: Id,
    taskId: Id,
    /** The claimed day; the programme's day when left out. */
    reportedOn: z.optional(PlainDate),
    text: Text(10_000),
    doneCount: z.optional(z.nullable(Count)),
    totalCount: z.optional(z.nullable(Count)),
    /** The work is finished and its result is handed in. */
    done: z._default(z.boolean(), false),
    /** Said openly: there is no evidence for the finished work. */
    noEvidence: z._default(z.boolean(), false),
    fileIds: z._default(z.array(Id).check(z.maxLength(50)), []),
  }),
  output: z.object({ lane: Lane, version: z.int() }),
  refusals: [
    taskRefusals.report_in_future,
    taskRefusals.report_before_assignment,
    taskRefusals.report_before_reopening,
    taskRefusals.already_done,
    taskRefusals.already_cancelled,
    taskRefusals.waits_for_decision,
    taskRefusals.evidence_missing,
    taskRefusals.evidence_contradicts,
    taskRefusals.file_unknown,
    taskRefusals.count_over_total,
    taskRefusals.open_subtasks,
  ],
})

export const DecideResult = defineCommand({
  name: 'tasks.decideResult',
  title: { vi: 'Duyệt hoặc trả lại kết quả', en: 'Accept or return a result' },
  permission: 'tasks.accept',
  place: 'record',
  input: z.object({
    /** The report that handed the result in. */
    id: Id,
    accepted: z.boolean(),
    reason: OptionalText(2000),
  }),
  output: z.object({ lane: Lane, version: z.int() }),
  refusals: [
    taskRefusals.result_decided,
    taskRefusals.own_request,
    taskRefusals.reason_missing,
    taskRefusals.already_cancelled,
  ],
})

export const ReopenTask = defineCommand({
  name: 'tasks.reopen',
  title: { vi: 'Mở lại việc đã xong, có lý do', en: 'Open a finished task again, with a reason' },
  permission: 'tasks.accept',
  place: 'record',
  input: z.object({ id: Id, taskId: Id, version: Version, reason: Text(2000) }),
  output: z.object({ lane: Lane, version: z.int() }),
  refusals: [
    taskRefusals.not_done,
    taskRefusals.already_cancelled,
    taskRefusals.parent_closed,
    taskRefusals.plan_closed,
  ],
})

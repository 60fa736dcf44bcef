// One task with all that belongs to it, and what the reader may do with it.

import * as z from 'zod/mini'
import { defineQuery } from '../../../platform/contract/operation.ts'
import { Id, Instant, PlainDate } from '../../../platform/contract/schemas.ts'
import { ExtensionShown, PostShown, ProgrammeSlug, ReportShown, StatusShown, TaskRow } from './shapes.ts'

const Linked = z.object({ id: Id, number: z.int(), title: z.string(), status: StatusShown })

export const ShowTask = defineQuery({
  name: 'tasks.one',
  title: { vi: 'Một nhiệm vụ', en: 'One task' },
  permission: 'tasks.read',
  place: 'record',
  input: z.object({ id: Id, on: z.optional(PlainDate) }),
  output: z.object({
    on: PlainDate,
    programme: ProgrammeSlug,
    task: TaskRow,
    detail: z.string(),
    resultTotal: z.nullable(z.int()),
    resultUnit: z.string(),
    lead: z.nullable(PostShown),
    doers: z.array(PostShown),
    authorityPost: z.nullable(PostShown),
    assignedOn: PlainDate,
    assignedBy: z.string(),
    recordedAt: Instant,
    acceptedOn: z.nullable(PlainDate),
    cancelled: z.nullable(z.object({ on: PlainDate, reason: z.string() })),
    document: z.nullable(z.object({ id: Id, number: z.string(), title: z.string() })),
    /** The target that the work serves. */
    target: z.nullable(z.object({ lineId: Id, title: z.string() })),
    /** What the task came from, as `meeting-conclusion:…`. */
    origin: z.nullable(z.string()),
    instruction: z.nullable(z.object({ id: Id, title: z.string() })),
    parent: z.nullable(Linked),
    subtasks: z.array(TaskRow),
    reports: z.array(ReportShown),
    extensions: z.array(ExtensionShown),
    /** Each time that the finished task was opened again. */
    reopenings: z.array(
      z.object({ id: Id, on: PlainDate, recordedAt: Instant, by: z.string(), reason: z.string(), doneOn: PlainDate }),
    ),
    reminders: z.array(
      z.object({
        id: Id,
        sentOn: PlainDate,
        kind: z.enum(['soon', 'late', 'escalation', 'by-hand']),
        to: z.string(),
        by: z.string(),
        withdrawn: z.boolean(),
      }),
    ),
    /** Who held the post while the task ran, by dates; no names. */
    holders: z.array(z.object({ from: PlainDate, to: z.nullable(PlainDate) })),
    may: z.object({
      report: z.boolean(),
      askMoreTime: z.boolean(),
      decideMoreTime: z.boolean(),
      withdrawRequest: z.boolean(),
      giveMoreTime: z.boolean(),
      decideResult: z.boolean(),
      edit: z.boolean(),
      cancel: z.boolean(),
      reopen: z.boolean(),
      remind: z.boolean(),
      addSubtask: z.boolean(),
    }),
  }),
})

// Giving out work: to one unit or to many at once, with subtasks; changing it, and taking it back with a reason.

import * as z from 'zod/mini'
import { defineCommand } from '../../../platform/contract/operation.ts'
import { Id, OptionalText, PlainDate, Text, Version } from '../../../platform/contract/schemas.ts'
import { taskRefusals } from './refusals.ts'
import { ProgrammeSlug } from './shapes.ts'

/** The most units that one instruction reaches in one go: every commune of the country. */
export const mostUnits = 3500

const Unit = z.object({
  /** The id of the task that this unit gets. */
  id: Id,
  areaId: Id,
  /** Rõ trách nhiệm: the post that answers. */
  headPostId: Id,
})

const Content = {
  /** Rõ việc. */
  title: Text(300),
  detail: OptionalText(10_000),
  /** What it rests on, in words: a plan's section, a meeting's conclusion. */
  basis: OptionalText(200),
  documentId: z.optional(z.nullable(Id)),
  targetLineId: z.optional(z.nullable(Id)),
  /** Rõ người. */
  doer: Text(200),
  doerWith: OptionalText(200),
  doerPostIds: z._default(z.array(Id).check(z.maxLength(50)), []),
  leadPostId: z.optional(z.nullable(Id)),
  coordinatingPostIds: z._default(z.array(Id).check(z.maxLength(50)), []),
  /** Rõ kết quả: what is handed in, how many, counted in what. */
  expectedResult: Text(300),
  resultTotal: z.optional(z.nullable(z.int().check(z.positive(), z.maximum(100_000_000)))),
  resultUnit: OptionalText(40),
  /** Rõ thẩm quyền: who signs or issues, and the post that accepts the result when it needs acceptance. */
  authority: Text(200),
  authorityPostId: z.optional(z.nullable(Id)),
}

export const AssignTask = defineCommand({
  name: 'tasks.assign',
  title: { vi: 'Giao việc cho một hoặc nhiều đơn vị', en: 'Assign a task to one unit or to several' },
  permission: 'tasks.assign',
  place: { in: (input) => input.to.map((unit) => unit.areaId) },
  input: z.object({
    programme: ProgrammeSlug,
    to: z.array(Unit).check(z.minLength(1), z.maxLength(mostUnits)),
    /** Names the instruction that several units get; made by the server when left out. */
    instructionId: z.optional(Id),
    parentId: z.optional(z.nullable(Id)),
    ...Content,
    startsOn: PlainDate,
    dueOn: PlainDate,
    /** The claimed day of assignment; the programme's day when left out. */
    assignedOn: z.optional(PlainDate),
    /** What it came from, as `meeting-conclusion:…`; the same origin is assigned to a unit once. */
    origin: z.optional(Text(200)),
  }),
  output: z.object({
    tasks: z.array(z.object({ id: Id, number: z.int() })),
    instructionId: z.nullable(Id),
  }),
  refusals: [
    taskRefusals.due_before_start,
    taskRefusals.starts_before_programme,
    taskRefusals.assigned_in_future,
    taskRefusals.due_before_assigned,
    taskRefusals.post_out_of_reach,
    taskRefusals.post_elsewhere,
    taskRefusals.post_unknown,
    taskRefusals.document_unknown,
    taskRefusals.target_unknown,
    taskRefusals.already_assigned,
    taskRefusals.same_unit_twice,
    taskRefusals.unit_outside_programme,
    taskRefusals.unit_not_there,
    taskRefusals.parent_unfit,
    taskRefusals.due_after_parent,
    taskRefusals.starts_before_parent,
    taskRefusals.plan_closed,
  ],
})

export const EditTask = defineCommand({
  name: 'tasks.edit',
  title: { vi: 'Sửa nội dung một việc', en: 'Change a task' },
  permission: 'tasks.assign',
  place: 'record',
  input: z.object({ id: Id, version: Version, headPostId: Id, ...Content, startsOn: PlainDate }),
  output: z.object({ version: z.int() }),
  refusals: [
    taskRefusals.due_before_start,
    taskRefusals.starts_before_programme,
    taskRefusals.starts_before_parent,
    taskRefusals.post_out_of_reach,
    taskRefusals.post_elsewhere,
    taskRefusals.post_unknown,
    taskRefusals.document_unknown,
    taskRefusals.target_unknown,
    taskRefusals.already_done,
    taskRefusals.already_cancelled,
    taskRefusals.plan_closed,
  ],
})

export const CancelTask = defineCommand({
  name: 'tasks.cancel',
  title: { vi: 'Hủy một việc, có lý do', en: 'Cancel a task, with a reason' },
  permission: 'tasks.assign',
  place: 'record',
  input: z.object({ id: Id, version: Version, reason: Text(2000) }),
  output: z.object({
    version: z.int(),
    /** Open subtasks that were cancelled with it. */
    subtasks: z.int(),
  }),
  refusals: [taskRefusals.already_done, taskRefusals.already_cancelled, taskRefusals.plan_closed],
})

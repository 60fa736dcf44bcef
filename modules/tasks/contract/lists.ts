// Questions about many tasks: the list with its filters, the file of it, by head, instructions, hand-over, what I must do.

import * as z from 'zod/mini'
import { defineQuery } from '../../../platform/contract/operation.ts'
import {
  CountParameter,
  FlagParameter,
  Id,
  ListParameter,
  Page,
  PlainDate,
} from '../../../platform/contract/schemas.ts'
import { taskRefusals } from './refusals.ts'
import { AreaShown, HeadShown, Lane, PostShown, ProgrammeSlug, StatusKind, StatusShown, TaskRow } from './shapes.ts'

/** The filters of the list; export and saved views use the same. */
export const TaskFilters = {
  programme: ProgrammeSlug,
  /** The day whose state is asked for; the programme's own day when left out. */
  on: z.optional(PlainDate),
  /** Words of the title, the number, the doer or the basis, with or without diacritics. */
  q: z.optional(z.string().check(z.maxLength(200))),
  status: ListParameter(StatusKind),
  lane: ListParameter(Lane),
  dueFrom: z.optional(PlainDate),
  dueTo: z.optional(PlainDate),
  /** A unit and everything below it. */
  area: z.optional(Id),
  /** The post that answers. */
  head: z.optional(Id),
  instruction: z.optional(Id),
  parent: z.optional(Id),
  /** Only tasks of the posts that I hold. */
  mine: z.optional(FlagParameter),
  /** Only tasks with a request or a result that waits for my decision. */
  waiting: z.optional(FlagParameter),
  /** Only tasks of the units that the plan converts. */
  converting: z.optional(FlagParameter),
  /** Only tasks taken over late from an earlier holder of the post. */
  inherited: z.optional(FlagParameter),
  /** Only tasks that are late or finished without evidence. */
  evidenceMissing: z.optional(FlagParameter),
  sort: z._default(z.enum(['due', 'number', 'title', 'area', 'head']), 'due'),
  dir: z._default(z.enum(['asc', 'desc']), 'asc'),
}

const LaneCounts = z.object({ new: z.int(), doing: z.int(), waiting: z.int(), done: z.int(), cancelled: z.int() })

export const ListTasks = defineQuery({
  name: 'tasks.list',
  title: { vi: 'Danh sách nhiệm vụ', en: 'List tasks' },
  permission: 'tasks.read',
  place: 'scope',
  input: z.object({ ...TaskFilters, ...Page }),
  output: z.object({
    on: PlainDate,
    rows: z.array(TaskRow),
    total: z.int(),
    lanes: LaneCounts,
    next: z.nullable(z.string()),
    /** The saved chips, whatever else is filtered; `converting` is null when the plan converts no unit. */
    counts: z.object({
      all: z.int(),
      late: z.int(),
      soon: z.int(),
      waiting: z.int(),
      mine: z.int(),
      converting: z.nullable(z.int()),
      /** How many units the plan converts. */
      convertingUnits: z.int(),
    }),
    may: z.object({ assign: z.boolean(), extend: z.boolean() }),
  }),
  refusals: [taskRefusals.cursor_unreadable],
})

/** The list as a CSV file: everything that matches, or the chosen of it; too long for an answer, so it is no operation. */
export const taskExportPath = '/api/tasks/export'
export const TaskExport = z.object({
  ...TaskFilters,
  ids: ListParameter(Id),
  language: z._default(z.enum(['vi', 'en']), 'vi'),
})

export const HeadSummary = z.object({
  head: HeadShown,
  /** True when the holder changed within the programme: the day it was taken over is worth showing. */
  tookOver: z.boolean(),
  assigned: z.int(),
  done: z.int(),
  doneLate: z.int(),
  open: z.int(),
  late: z.int(),
  inherited: z.int(),
  evidenceMissing: z.int(),
})
export const TasksByHead = defineQuery({
  name: 'tasks.byHead',
  title: { vi: 'Nhiệm vụ theo người đứng đầu', en: 'Tasks by accountable head' },
  permission: 'tasks.read',
  place: 'scope',
  input: z.object({ programme: ProgrammeSlug, on: z.optional(PlainDate), area: z.optional(Id) }),
  output: z.object({ on: PlainDate, rows: z.array(HeadSummary) }),
})

export const InheritedTasks = defineQuery({
  name: 'tasks.inherited',
  title: { vi: 'Việc nhận bàn giao của một chức danh', en: 'Open tasks a post handed over' },
  permission: 'tasks.read',
  place: 'record',
  input: z.object({
    programme: ProgrammeSlug,
    post: Id,
    /** The day of the hand-over; the day the holder of `on` took over when left out. */
    day: z.optional(PlainDate),
    on: z.optional(PlainDate),
  }),
  output: z.object({
    post: PostShown,
    /** Null when the post never changed hands by that day. */
    day: z.nullable(PlainDate),
    earlierHolderFrom: z.nullable(PlainDate),
    rows: z.array(
      z.object({
        id: Id,
        number: z.int(),
        title: z.string(),
        area: AreaShown,
        dueOn: PlainDate,
        /** As it stood on the day of the hand-over. */
        atHandOver: StatusShown,
        now: StatusShown,
      }),
    ),
  }),
})

export const InstructionRow = z.object({
  id: Id,
  title: z.string(),
  basis: z.string(),
  area: AreaShown,
  issuedOn: PlainDate,
  dueOn: PlainDate,
  units: z.int(),
  done: z.int(),
  late: z.int(),
  soon: z.int(),
  demo: z.boolean(),
})
export const ListInstructions = defineQuery({
  name: 'tasks.instructions',
  title: { vi: 'Các chỉ đạo giao cho nhiều đơn vị', en: 'Instructions issued to several units' },
  permission: 'tasks.read',
  place: 'scope',
  input: z.object({ programme: ProgrammeSlug, on: z.optional(PlainDate) }),
  output: z.object({ on: PlainDate, rows: z.array(InstructionRow) }),
})
export const ShowInstruction = defineQuery({
  name: 'tasks.instruction',
  title: { vi: 'Một chỉ đạo và tiến độ từng đơn vị', en: 'One instruction with progress in each unit' },
  permission: 'tasks.read',
  place: 'scope',
  input: z.object({ id: Id, on: z.optional(PlainDate) }),
  output: z.object({
    on: PlainDate,
    instruction: z.extend(InstructionRow, { detail: z.string(), programme: ProgrammeSlug }),
    tasks: z.array(TaskRow),
    may: z.object({ remind: z.boolean() }),
  }),
})

export const MyItem = z.object({
  kind: z.enum(['decide-extension', 'decide-result', 'task', 'obstacle']),
  /** The task, or the obstacle. */
  id: Id,
  title: z.string(),
  area: AreaShown,
  /** The deadline asked for, of the task, or by which help is wanted. */
  dueOn: z.nullable(PlainDate),
  status: z.nullable(StatusShown),
})
export const MyWork = defineQuery({
  name: 'tasks.mine',
  title: { vi: 'Việc của tôi hôm nay', en: 'What I must do today' },
  permission: 'signed-in',
  place: 'nowhere',
  input: z.object({ programme: ProgrammeSlug, on: z.optional(PlainDate) }),
  output: z.object({ on: PlainDate, items: z.array(MyItem) }),
})

export const Assignable = z.extend(PostShown, {
  kind: z.string(),
  areaId: Id,
  areaName: z.string(),
  level: z.string(),
  held: z.boolean(),
})
export const ListPosts = defineQuery({
  name: 'tasks.posts',
  title: { vi: 'Chức danh có thể giao việc', en: 'Posts that work can be assigned to' },
  permission: 'tasks.read',
  place: 'scope',
  input: z.object({
    programme: ProgrammeSlug,
    on: z.optional(PlainDate),
    q: z.optional(z.string().check(z.maxLength(100))),
    kind: z.optional(z.string().check(z.maxLength(100))),
    level: z.optional(z.enum(['province', 'district', 'commune', 'village'])),
    area: z.optional(Id),
    limit: z._default(CountParameter(5000), 200),
  }),
  output: z.object({
    rows: z.array(Assignable),
    /** The kinds of posts that communes have, for one instruction to many. */
    kinds: z.array(z.object({ kind: z.string(), title: z.string(), posts: z.int() })),
  }),
})

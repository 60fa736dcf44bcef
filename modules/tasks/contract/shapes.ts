// The shapes in which tasks are answered: a row of a list, a post, a status with its reason.

import * as z from 'zod/mini'
import { Id, Instant, PlainDate } from '../../../platform/contract/schemas.ts'

export const ProgrammeSlug = z.string().check(z.minLength(1), z.maxLength(100))

export const StatusKind = z.enum(['done', 'done-late', 'late', 'soon', 'ontime', 'cancelled', 'no-evidence'])
export const Lane = z.enum(['new', 'doing', 'waiting', 'done', 'cancelled'])

export const AreaShown = z.object({ id: Id, name: z.string(), type: z.string(), level: z.string() })
export const PostShown = z.object({
  id: Id,
  title: z.string(),
  /** The unit of the post; empty for posts of a district or a province, whose title says enough. */
  place: z.string(),
})
export const HeadShown = z.extend(PostShown, {
  /** Since when the present holder answers; null when nobody holds the post on that day. */
  holderFrom: z.nullable(PlainDate),
})

export const StatusShown = z.object({
  kind: StatusKind,
  days: z.int(),
  inheritedDays: z.int(),
  reason: z.enum([
    'cancelled',
    'done-without-evidence',
    'done-after-deadline',
    'done-in-time',
    'waits-for-decision',
    'handed-in-late',
    'past-deadline',
    'deadline-near',
    'time-left',
  ]),
})

/** How far the work is: by its subtasks, by the latest report that counts, or `none` while nobody has reported a count. */
export const Progress = z.object({
  done: z.int(),
  total: z.int(),
  unit: z.string(),
  from: z.enum(['report', 'subtasks', 'none']),
})

export const TaskRow = z.object({
  id: Id,
  number: z.int(),
  title: z.string(),
  area: AreaShown,
  basis: z.string(),
  doer: z.string(),
  doerWith: z.string(),
  head: HeadShown,
  coordinating: z.array(PostShown),
  startsOn: PlainDate,
  dueOn: PlainDate,
  originalDueOn: PlainDate,
  status: StatusShown,
  lane: Lane,
  expectedResult: z.string(),
  progress: z.nullable(Progress),
  evidence: z.enum(['there', 'not-yet', 'missing']),
  authority: z.string(),
  doneOn: z.nullable(PlainDate),
  askedFor: z.nullable(PlainDate),
  instructionId: z.nullable(Id),
  parentId: z.nullable(Id),
  subtasks: z.nullable(z.object({ done: z.int(), total: z.int() })),
  version: z.int(),
  demo: z.boolean(),
})

export const FileShown = z.object({ id: Id, name: z.string(), mediaType: z.string(), size: z.int() })
export const ReportShown = z.object({
  id: Id,
  reportedOn: PlainDate,
  recordedAt: Instant,
  by: z.string(),
  text: z.string(),
  doneCount: z.nullable(z.int()),
  totalCount: z.nullable(z.int()),
  done: z.boolean(),
  noEvidence: z.boolean(),
  files: z.array(FileShown),
  decision: z.nullable(z.object({ accepted: z.boolean(), on: PlainDate, by: z.string(), reason: z.string() })),
  /** The result waits for a decision. */
  waits: z.boolean(),
})
export const ExtensionShown = z.object({
  id: Id,
  askedOn: PlainDate,
  recordedAt: Instant,
  askedBy: z.string(),
  oldDueOn: PlainDate,
  newDueOn: PlainDate,
  reason: z.string(),
  decision: z.nullable(z.object({ approved: z.boolean(), on: PlainDate, by: z.string(), reason: z.string() })),
  /** The day on which who asked took it back. */
  withdrawnOn: z.nullable(PlainDate),
})

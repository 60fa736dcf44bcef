// Obstacles: raised by a unit, asked of a post, answered by whoever can, tracked until removed; good practice shared from them.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../platform/contract/operation.ts'
import { defineRefusals } from '../../platform/contract/refusal.ts'
import {
  FlagParameter,
  Id,
  Instant,
  ListParameter,
  Page,
  PlainDate,
  Text,
  Version,
} from '../../platform/contract/schemas.ts'

export const obstacleRefusals = defineRefusals('obstacles', {
  raised_in_future: {
    status: 422,
    vi: 'Ngày nêu không được sau ngày {day}.',
    en: 'The day on which it was raised may not be after {day}.',
  },
  entered_in_future: { status: 422, vi: 'Ngày ghi không được sau ngày {day}.', en: 'The day may not be after {day}.' },
  entered_before_raised: {
    status: 422,
    vi: 'Ngày ghi sớm hơn ngày nêu vướng mắc {day}.',
    en: 'The day is before the obstacle was raised on {day}.',
  },
  wanted_before_raised: {
    status: 422,
    vi: 'Ngày mong được trả lời sớm hơn ngày nêu.',
    en: 'The day on which help is wanted is before it was raised.',
  },
  unit_outside_programme: {
    status: 422,
    vi: 'Đơn vị không thuộc địa bàn của chương trình.',
    en: 'The unit does not belong to the territory of the programme.',
  },
  asked_elsewhere: {
    status: 422,
    vi: 'Chỉ hỏi được chức danh của đơn vị mình hoặc cấp trên trực tiếp quản lý địa bàn.',
    en: 'Only posts of the unit itself or of a unit above it can be asked.',
  },
  task_elsewhere: {
    status: 422,
    vi: 'Việc này không liên quan đến đơn vị nêu vướng mắc.',
    en: 'This task does not concern the unit that raises the obstacle.',
  },
  already_removed: { vi: 'Vướng mắc đã được tháo gỡ ngày {day}.', en: 'The obstacle was removed on {day}.' },
  not_removed: { vi: 'Vướng mắc vẫn đang mở.', en: 'The obstacle is still open.' },
  same_post: { status: 422, vi: 'Chức danh này đang được hỏi rồi.', en: 'This post is the one that is asked now.' },
  already_recorded: { vi: 'Nội dung mang mã này đã được ghi rồi.', en: 'Something with this id is already on record.' },
  cursor_unreadable: {
    status: 422,
    vi: 'Vị trí trong danh sách không đọc được, hãy tải lại.',
    en: 'The place in the list cannot be read; load the list again.',
  },
})

const ProgrammeSlug = z.string().check(z.minLength(1), z.maxLength(100))
const Area = z.object({ id: Id, name: z.string(), type: z.string(), level: z.string() })
const Post = z.object({ id: Id, title: z.string(), place: z.string() })
export const StateShown = z.object({
  kind: z.enum(['waiting', 'answered', 'removed']),
  time: z.enum(['late', 'soon', 'ontime', 'none']),
  days: z.int(),
  reason: z.enum(['removed', 'answered', 'past-wanted-day', 'wanted-day-near', 'wanted-later', 'no-day-wanted']),
})
export const ObstacleRow = z.object({
  id: Id,
  number: z.int(),
  title: z.string(),
  area: Area,
  asked: Post,
  raisedOn: PlainDate,
  wantedBy: z.nullable(PlainDate),
  state: StateShown,
  task: z.nullable(z.object({ id: Id, number: z.int(), title: z.string() })),
  answers: z.int(),
  version: z.int(),
  demo: z.boolean(),
})
export const Practice = z.object({
  id: Id,
  title: z.string(),
  text: z.string(),
  area: Area,
  sharedOn: PlainDate,
  /** The obstacle that it came from, when the reader may open it. */
  obstacleId: z.nullable(Id),
  demo: z.boolean(),
})

export const ListObstacles = defineQuery({
  name: 'obstacles.list',
  title: { vi: 'Khó khăn, vướng mắc', en: 'List obstacles' },
  permission: 'obstacles.read',
  place: 'scope',
  input: z.object({
    programme: ProgrammeSlug,
    on: z.optional(PlainDate),
    q: z.optional(z.string().check(z.maxLength(200))),
    state: ListParameter(z.enum(['waiting', 'answered', 'removed'])),
    area: z.optional(Id),
    task: z.optional(Id),
    /** Only those that my posts are asked about. */
    mine: z.optional(FlagParameter),
    ...Page,
  }),
  output: z.object({
    on: PlainDate,
    rows: z.array(ObstacleRow),
    total: z.int(),
    next: z.nullable(z.string()),
    counts: z.object({ all: z.int(), waiting: z.int(), answered: z.int(), removed: z.int(), mine: z.int() }),
    may: z.object({ raise: z.boolean() }),
  }),
  refusals: [obstacleRefusals.cursor_unreadable],
})

export const ShowObstacle = defineQuery({
  name: 'obstacles.one',
  title: { vi: 'Một vướng mắc', en: 'One obstacle' },
  permission: 'obstacles.read',
  place: 'record',
  input: z.object({ id: Id, on: z.optional(PlainDate) }),
  output: z.object({
    on: PlainDate,
    programme: ProgrammeSlug,
    obstacle: ObstacleRow,
    detail: z.string(),
    raisedBy: z.string(),
    recordedAt: Instant,
    entries: z.array(
      z.object({
        id: Id,
        kind: z.enum(['answer', 'note', 'passed', 'removed', 'reopened']),
        text: z.string(),
        by: z.string(),
        to: z.nullable(z.string()),
        enteredOn: PlainDate,
        recordedAt: Instant,
      }),
    ),
    practices: z.array(Practice),
    may: z.object({
      answer: z.boolean(),
      note: z.boolean(),
      pass: z.boolean(),
      remove: z.boolean(),
      reopen: z.boolean(),
      share: z.boolean(),
    }),
  }),
})

export const ListAskable = defineQuery({
  name: 'obstacles.askable',
  title: { vi: 'Chức danh có thể hỏi', en: 'Posts that can be asked' },
  permission: 'obstacles.read',
  place: { in: (input) => input.areaId },
  input: z.object({ programme: ProgrammeSlug, areaId: Id, on: z.optional(PlainDate) }),
  output: z.object({ rows: z.array(z.extend(Post, { level: z.string() })) }),
})
export const ListRaisable = defineQuery({
  name: 'obstacles.units',
  title: { vi: 'Đơn vị mà tôi được nêu vướng mắc', en: 'Units for which I may raise obstacles' },
  permission: 'obstacles.raise',
  place: 'scope',
  input: z.object({ programme: ProgrammeSlug, on: z.optional(PlainDate) }),
  output: z.object({ rows: z.array(Area) }),
})
export const ListPractices = defineQuery({
  name: 'obstacles.practices',
  title: { vi: 'Cách làm hay', en: 'Good practice' },
  permission: 'obstacles.read',
  place: 'scope',
  input: z.object({
    programme: ProgrammeSlug,
    on: z.optional(PlainDate),
    q: z.optional(z.string().check(z.maxLength(200))),
    ...Page,
  }),
  output: z.object({ on: PlainDate, rows: z.array(Practice), total: z.int(), next: z.nullable(z.string()) }),
  refusals: [obstacleRefusals.cursor_unreadable],
})

export const RaiseObstacle = defineCommand({
  name: 'obstacles.raise',
  title: { vi: 'Nêu khó khăn, vướng mắc', en: 'Raise an obstacle' },
  permission: 'obstacles.raise',
  place: { in: (input) => input.areaId },
  input: z.object({
    id: Id,
    programme: ProgrammeSlug,
    areaId: Id,
    taskId: z.optional(z.nullable(Id)),
    title: Text(300),
    detail: Text(10_000),
    askedPostId: Id,
    wantedBy: z.optional(z.nullable(PlainDate)),
    raisedOn: z.optional(PlainDate),
  }),
  output: z.object({ id: Id, number: z.int() }),
  refusals: [
    obstacleRefusals.raised_in_future,
    obstacleRefusals.wanted_before_raised,
    obstacleRefusals.unit_outside_programme,
    obstacleRefusals.asked_elsewhere,
    obstacleRefusals.task_elsewhere,
    obstacleRefusals.already_recorded,
  ],
})

const Step = {
  /** The id of the entry. */
  id: Id,
  obstacleId: Id,
  text: Text(10_000),
  enteredOn: z.optional(PlainDate),
}
const stepRefusals = [
  obstacleRefusals.entered_in_future,
  obstacleRefusals.entered_before_raised,
  obstacleRefusals.already_removed,
  obstacleRefusals.already_recorded,
]
const Stepped = z.object({ version: z.int() })

export const AnswerObstacle = defineCommand({
  name: 'obstacles.answer',
  title: { vi: 'Trả lời vướng mắc', en: 'Answer an obstacle' },
  permission: 'obstacles.answer',
  place: 'record',
  input: z.object(Step),
  output: Stepped,
  refusals: stepRefusals,
})
export const NoteObstacle = defineCommand({
  name: 'obstacles.note',
  title: { vi: 'Ghi thêm về vướng mắc', en: 'Add a note to an obstacle' },
  permission: 'obstacles.raise',
  place: 'record',
  input: z.object(Step),
  output: Stepped,
  refusals: stepRefusals,
})
export const PassObstacle = defineCommand({
  name: 'obstacles.pass',
  title: { vi: 'Chuyển vướng mắc cho chức danh khác', en: 'Pass an obstacle on to another post' },
  permission: 'obstacles.answer',
  place: 'record',
  input: z.object({ ...Step, toPostId: Id }),
  output: Stepped,
  refusals: [...stepRefusals, obstacleRefusals.asked_elsewhere, obstacleRefusals.same_post],
})
export const RemoveObstacle = defineCommand({
  name: 'obstacles.remove',
  title: { vi: 'Xác nhận đã tháo gỡ', en: 'Confirm that an obstacle is removed' },
  permission: 'obstacles.raise',
  place: 'record',
  input: z.object({ ...Step, version: Version }),
  output: Stepped,
  refusals: stepRefusals,
})
export const ReopenObstacle = defineCommand({
  name: 'obstacles.reopen',
  title: { vi: 'Mở lại vướng mắc', en: 'Reopen an obstacle' },
  permission: 'obstacles.raise',
  place: 'record',
  input: z.object({ ...Step, version: Version }),
  output: Stepped,
  refusals: [...stepRefusals, obstacleRefusals.not_removed],
})
export const SharePractice = defineCommand({
  name: 'obstacles.share',
  title: { vi: 'Chia sẻ cách làm hay', en: 'Share good practice' },
  permission: 'obstacles.answer',
  place: 'record',
  input: z.object({ id: Id, obstacleId: Id, title: Text(300), text: Text(10_000) }),
  output: z.object({ id: Id }),
  refusals: [obstacleRefusals.already_recorded],
})

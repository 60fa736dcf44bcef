// Meetings: the list, one with everything said in it, calling one, changing it.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { defineRefusals } from '../../../platform/contract/refusal.ts'
import { FlagParameter, Id, OptionalText, Page, PlainDate, Text, Version } from '../../../platform/contract/schemas.ts'

export const meetingRefusals = defineRefusals('meetings', {
  closed: {
    vi: 'Biên bản đã khóa ngày {closedOn}, không sửa được nữa.',
    en: 'The minutes were closed on {closedOn} and cannot be changed any more.',
  },
  called_after_held: {
    status: 422,
    vi: 'Ngày mời họp không được sau ngày họp.',
    en: 'A meeting cannot be called after it was held.',
  },
  called_in_future: {
    status: 422,
    vi: 'Ngày mời họp {calledOn} sau ngày làm việc {today}.',
    en: 'The day of the call, {calledOn}, lies after the working day {today}.',
  },
  not_held_yet: {
    status: 422,
    vi: 'Cuộc họp ngày {heldOn} chưa diễn ra, chưa ghi biên bản được.',
    en: 'The meeting of {heldOn} has not been held yet; there is nothing to record.',
  },
  post_unknown: {
    status: 422,
    vi: 'Không tìm thấy chức danh này trong địa bàn của chương trình.',
    en: 'The post was not found in the area of the programme.',
  },
  invited_twice: {
    status: 422,
    vi: 'Chức danh này đã có trong danh sách mời.',
    en: 'The post is on the list already.',
  },
  attendance_unknown: {
    status: 422,
    vi: 'Dòng này không có trong danh sách mời của cuộc họp.',
    en: 'This line is not on the list of those invited to the meeting.',
  },
  area_elsewhere: {
    status: 422,
    vi: 'Nơi tổ chức không thuộc địa bàn của chương trình.',
    en: 'The area does not belong to the programme.',
  },
  due_before_held: {
    status: 422,
    vi: 'Hạn của kết luận không được trước ngày họp.',
    en: 'A conclusion cannot be due before the meeting.',
  },
  number_taken: {
    vi: 'Số biên bản này đã dùng cho cuộc họp khác trong năm.',
    en: 'Another meeting of the year has minutes of this number already.',
  },
  ends_before_start: {
    status: 422,
    vi: 'Giờ kết thúc phải sau giờ bắt đầu ({startsAt}).',
    en: 'The meeting has to end after it began ({startsAt}).',
  },
  conclusion_settled: {
    vi: 'Kết luận này đã thành việc hoặc thành bản sửa đổi kế hoạch, không sửa hay giao lại được.',
    en: 'The conclusion has become a task or an amendment already; it cannot be changed or given out again.',
  },
})

const Names = z.object({ vi: z.string(), en: z.string() })
const AreaName = z.object({ id: Id, code: z.string(), name: z.string(), type: z.string() })
const PostName = z.object({ id: Id, title: Names, place: z.string() })
/** `HH:MM` */
export const ClockTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))

export const meetingStates = ['coming', 'today', 'held', 'closed'] as const

const Row = z.object({
  id: Id,
  title: z.string(),
  heldOn: PlainDate,
  startsAt: z.nullable(ClockTime),
  place: z.string(),
  area: AreaName,
  chair: z.nullable(PostName),
  state: z.enum(meetingStates),
  invited: z.int(),
  /** null: not noted yet. */
  present: z.nullable(z.int()),
  conclusions: z.int(),
  /** Conclusions that have not become work yet. */
  waiting: z.int(),
  demo: z.boolean(),
})

export const ListMeetings = defineQuery({
  name: 'meetings.list',
  title: { vi: 'Các cuộc họp', en: 'Meetings' },
  permission: 'meetings.read',
  place: 'scope',
  input: z.object({
    programme: z.string().check(z.maxLength(80)),
    on: z.optional(PlainDate),
    q: z.optional(z.string().check(z.maxLength(200))),
    /** Only meetings with conclusions that wait to become work. */
    waiting: z.optional(FlagParameter),
    ...Page,
  }),
  output: z.object({
    on: PlainDate,
    rows: z.array(Row),
    total: z.int(),
    next: z.nullable(z.string()),
    may: z.object({ call: z.boolean() }),
  }),
})

/** What the paper of the minutes says besides the meeting itself, as Decree 30/2020 asks. */
const PaperShown = z.object({
  number: z.string(),
  /** Empty: the People's Committee of the area. */
  issuer: z.string(),
  secretary: z.nullable(PostName),
  endsAt: z.nullable(ClockTime),
  recipients: z.array(z.string()),
})

export const conclusionKinds = ['direction', 'conclusion'] as const

const Conclusion = z.object({
  id: Id,
  kind: z.enum(conclusionKinds),
  text: z.string(),
  post: z.nullable(PostName),
  dueOn: z.nullable(PlainDate),
  became: z.nullable(
    z.object({
      kind: z.enum(['task', 'instruction', 'amendment']),
      on: PlainDate,
      label: Names,
      /** Where it is shown; null: outside the reach of the one who asks. */
      to: z.nullable(z.string()),
    }),
  ),
})

export const OneMeeting = defineQuery({
  name: 'meetings.one',
  title: { vi: 'Một cuộc họp', en: 'A meeting' },
  permission: 'meetings.read',
  place: 'scope',
  input: z.object({ id: Id, on: z.optional(PlainDate) }),
  output: z.object({
    ...Row.shape,
    on: PlainDate,
    calledOn: PlainDate,
    closedOn: z.nullable(PlainDate),
    programme: z.object({ id: Id, slug: z.string(), name: Names, endsOn: PlainDate }),
    agenda: z.array(z.object({ id: Id, title: z.string(), post: z.nullable(PostName) })),
    attendance: z.array(
      z.object({
        id: Id,
        post: z.nullable(PostName),
        guest: z.nullable(z.string()),
        invited: z.boolean(),
        present: z.nullable(z.boolean()),
        note: z.string(),
      }),
    ),
    contributions: z.array(z.object({ id: Id, post: z.nullable(PostName), speaker: z.string(), text: z.string() })),
    conclusionList: z.array(Conclusion),
    paper: PaperShown,
    documents: z.array(
      z.object({ id: Id, kind: z.string(), number: z.string(), issuedOn: z.nullable(PlainDate), title: z.string() }),
    ),
    /** Conclusions of earlier meetings of the programme that still wait. */
    earlier: z.array(z.object({ meetingId: Id, title: z.string(), heldOn: PlainDate, waiting: z.int() })),
    /** The plan that an amendment would change; null: none, or it is closed. */
    planId: z.nullable(Id),
    version: Version,
    may: z.object({ edit: z.boolean(), assign: z.boolean(), amend: z.boolean() }),
  }),
})

const Content = {
  title: Text(300),
  calledOn: PlainDate,
  heldOn: PlainDate,
  startsAt: z.nullable(ClockTime),
  place: OptionalText(300),
  chairPostId: z.nullable(Id),
  agenda: z.array(z.object({ id: Id, title: Text(500), postId: z.nullable(Id) })).check(z.maxLength(100)),
  /** Posts by id, guests by the name of their body. */
  invited: z.array(z.object({ id: Id, postId: z.nullable(Id), guest: z.nullable(Text(200)) })).check(z.maxLength(500)),
}
const refusals = [
  meetingRefusals.called_after_held,
  meetingRefusals.called_in_future,
  meetingRefusals.post_unknown,
  meetingRefusals.invited_twice,
]

export const CallMeeting = defineCommand({
  name: 'meetings.call',
  title: { vi: 'Mời họp', en: 'Call a meeting' },
  permission: 'meetings.manage',
  place: { in: (input) => input.areaId },
  input: z.object({ id: Id, programme: z.string().check(z.maxLength(80)), areaId: Id, ...Content }),
  output: z.object({ id: Id, version: Version }),
  refusals: [...refusals, meetingRefusals.area_elsewhere],
})

export const ChangeMeeting = defineCommand({
  name: 'meetings.change',
  title: { vi: 'Sửa cuộc họp', en: 'Change a meeting' },
  permission: 'meetings.manage',
  place: 'record',
  input: z.object({ id: Id, version: Version, ...Content }),
  output: z.object({ id: Id, version: Version }),
  refusals: [...refusals, meetingRefusals.closed],
})

/** What the form offers: where one may call a meeting, and the posts that can be invited. */
export const MeetingChoices = defineQuery({
  name: 'meetings.choices',
  title: { vi: 'Các lựa chọn khi mời họp', en: 'What can be chosen when calling a meeting' },
  permission: 'meetings.manage',
  place: 'scope',
  input: z.object({ programme: z.string().check(z.maxLength(80)), on: z.optional(PlainDate) }),
  output: z.object({
    today: PlainDate,
    areas: z.array(AreaName),
    posts: z.array(z.extend(PostName, { kind: z.string(), areaId: Id, level: z.string() })),
  }),
})

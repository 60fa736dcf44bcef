// What came of a meeting: who was present, what was said, what was concluded; and conclusions becoming work.

import * as z from 'zod/mini'
import { defineCommand } from '../../../platform/contract/operation.ts'
import { Id, OptionalText, PlainDate, Text, Version } from '../../../platform/contract/schemas.ts'
import { Amendment, amendmentRefusals } from '../../programme/contract.ts'
import { AssignTask } from '../../tasks/contract.ts'
import { ClockTime, conclusionKinds, meetingRefusals } from './meetings.ts'

export const RecordMeeting = defineCommand({
  name: 'meetings.record',
  title: { vi: 'Ghi biên bản', en: 'Record the minutes' },
  permission: 'meetings.manage',
  place: 'record',
  input: z.object({
    id: Id,
    version: Version,
    attendance: z
      .array(z.object({ id: Id, present: z.nullable(z.boolean()), note: OptionalText(300) }))
      .check(z.maxLength(500)),
    contributions: z
      .array(z.object({ id: Id, postId: z.nullable(Id), speaker: Text(200), text: Text(5000) }))
      .check(z.maxLength(300)),
    conclusions: z
      .array(
        z.object({
          id: Id,
          kind: z.enum(conclusionKinds),
          text: Text(2000),
          postId: z.nullable(Id),
          dueOn: z.nullable(PlainDate),
        }),
      )
      .check(z.maxLength(100)),
    /** What the paper says besides; left out, it stays as it is. */
    paper: z.optional(
      z.object({
        number: OptionalText(40),
        issuer: OptionalText(200),
        secretaryPostId: z.nullable(Id),
        endsAt: z.nullable(ClockTime),
        recipients: z.array(Text(200)).check(z.maxLength(30)),
      }),
    ),
  }),
  output: z.object({ id: Id, version: Version }),
  refusals: [
    meetingRefusals.closed,
    meetingRefusals.not_held_yet,
    meetingRefusals.post_unknown,
    meetingRefusals.attendance_unknown,
    meetingRefusals.number_taken,
    meetingRefusals.ends_before_start,
    meetingRefusals.due_before_held,
    meetingRefusals.conclusion_settled,
  ],
})

export const CloseMinutes = defineCommand({
  name: 'meetings.close',
  title: { vi: 'Khóa biên bản', en: 'Close the minutes' },
  permission: 'meetings.manage',
  place: 'record',
  input: z.object({ id: Id, version: Version }),
  output: z.object({ id: Id, version: Version }),
  refusals: [meetingRefusals.closed, meetingRefusals.not_held_yet],
})

/** One conclusion given out as work, to one unit or to several: the same six clears as any other task. */
export const AssignConclusion = defineCommand({
  name: 'meetings.assignConclusion',
  title: { vi: 'Giao việc từ một kết luận', en: 'Turn a conclusion into work' },
  permission: 'tasks.assign',
  place: { in: (input) => input.to.map((unit) => unit.areaId) },
  input: z.extend(
    z.pick(AssignTask.input, {
      to: true,
      title: true,
      detail: true,
      basis: true,
      documentId: true,
      targetLineId: true,
      doer: true,
      doerWith: true,
      doerPostIds: true,
      leadPostId: true,
      coordinatingPostIds: true,
      expectedResult: true,
      resultTotal: true,
      resultUnit: true,
      authority: true,
      authorityPostId: true,
      startsOn: true,
      dueOn: true,
    }),
    { conclusionId: Id },
  ),
  output: z.object({ tasks: z.array(z.object({ id: Id, number: z.int() })), instructionId: z.nullable(Id) }),
  refusals: [meetingRefusals.conclusion_settled, ...(AssignTask.refusals ?? [])],
})

/** One conclusion carried out as an amendment of the plan. */
export const AmendFromConclusion = defineCommand({
  name: 'meetings.amendFromConclusion',
  title: { vi: 'Sửa đổi kế hoạch theo một kết luận', en: 'Amend the plan as a meeting concluded' },
  permission: 'programme.manage',
  place: 'record',
  input: z.extend(Amendment, { conclusionId: Id }),
  output: z.object({ planId: Id, number: z.int(), version: Version }),
  refusals: [meetingRefusals.conclusion_settled, ...amendmentRefusals],
})

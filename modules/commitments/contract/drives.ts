// Making a drive: who signs what, with whom, between which days; drafted, published, reworded, prolonged, closed, renewed.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { defineRefusals } from '../../../platform/contract/refusal.ts'
import { Id, OptionalText, PlainDate, Text, Version } from '../../../platform/contract/schemas.ts'
import { counterparts } from './coverage.ts'
import { ways } from './signing.ts'

export const driveRefusals = defineRefusals('commitments', {
  closes_before_opening: {
    status: 422,
    vi: 'Ngày đóng đợt phải từ ngày mở trở đi.',
    en: 'The last day may not be before the first.',
  },
  closes_in_past: {
    status: 422,
    vi: 'Ngày đóng đợt đã qua (ngày làm việc là {day}).',
    en: 'The last day has passed (the working day is {day}).',
  },
  group_twice: { status: 422, vi: 'Nhóm này đã có trong đợt.', en: 'This group is in the drive already.' },
  group_unknown: { status: 422, vi: 'Không có nhóm này.', en: 'There is no such group.' },
  renews_elsewhere: {
    status: 422,
    vi: 'Đợt làm lại phải cùng địa bàn với đợt trước, và đợt trước đã được mở.',
    en: 'The drive to renew must be of the same area and have been published.',
  },
  published_already: {
    vi: 'Đợt ký đã mở, không sửa được phần này.',
    en: 'The drive is published; this cannot change.',
  },
  not_published: { vi: 'Đợt ký chưa được mở.', en: 'The drive has not been published.' },
  over: { vi: 'Đợt ký đã đóng.', en: 'The drive is closed.' },
  text_in_past: {
    status: 422,
    vi: 'Lời mới chỉ có hiệu lực từ ngày {day} trở đi: ai đã ký thì đã ký theo lời cũ.',
    en: 'A new wording takes effect from {day} on: those who signed did so on the old one.',
  },
})

const Wording = {
  title: Text(200),
  opening: Text(2_000),
  promises: z.array(Text(1_000)).check(z.minLength(1), z.maxLength(30)),
  closing: OptionalText(2_000),
}
const Content = {
  nameVi: Text(200),
  nameEn: Text(200),
  recurs: z.enum(['once', 'yearly']),
  year: z.int().check(z.minimum(2000), z.maximum(2200)),
  opensOn: PlainDate,
  closesOn: PlainDate,
  groups: z
    .array(
      z.object({
        groupId: z.string().check(z.minLength(1), z.maxLength(60)),
        counterpart: z.enum(counterparts),
        ways: z.array(z.enum(ways)).check(z.minLength(1), z.maxLength(5)),
        countersign: z.boolean(),
        text: z.object(Wording),
      }),
    )
    .check(z.minLength(1), z.maxLength(20)),
}
const Saved = z.object({ id: Id, version: z.int() })
const Names = z.object({ vi: z.string(), en: z.string() })
const contentRefusals = [driveRefusals.closes_before_opening, driveRefusals.group_twice, driveRefusals.group_unknown]

export const ShowDrive = defineQuery({
  name: 'commitments.drive',
  title: { vi: 'Một đợt ký: nhóm, lời cam kết, ai quyết định', en: 'One drive: groups, wordings, what may be done' },
  permission: 'commitments.read',
  place: 'scope',
  input: z.object({ id: Id, on: PlainDate }),
  output: z.object({
    id: z.string(),
    name: Names,
    area: z.object({ id: z.string(), name: z.string(), type: z.string() }),
    recurs: z.enum(['once', 'yearly']),
    year: z.int(),
    opensOn: z.string(),
    closesOn: z.string(),
    closedOn: z.nullable(z.string()),
    state: z.enum(['draft', 'before', 'open', 'closed']),
    demo: z.boolean(),
    version: z.int(),
    groups: z.array(
      z.object({
        id: z.string(),
        name: Names,
        counterpart: z.enum(counterparts),
        ways: z.array(z.enum(ways)),
        countersign: z.boolean(),
        /** The number of the wording in force on the day. */
        current: z.int(),
        texts: z.array(
          z.object({
            number: z.int(),
            effectiveOn: z.string(),
            title: z.string(),
            opening: z.string(),
            promises: z.array(z.string()),
            closing: z.string(),
          }),
        ),
      }),
    ),
    /** The drive that this one renews: its promises are not carried over. */
    renews: z.nullable(z.object({ id: z.string(), name: Names, closesOn: z.string() })),
    may: z.object({
      manage: z.boolean(),
      /** Takes signatures somewhere in its area. */
      sign: z.boolean(),
    }),
  }),
})

export const ChoicesOfDrive = defineQuery({
  name: 'commitments.driveChoices',
  title: { vi: 'Nhóm và địa bàn để soạn đợt ký', en: 'Groups and areas for a drive' },
  permission: 'commitments.manage',
  place: 'scope',
  input: z.object({ on: PlainDate }),
  output: z.object({
    groups: z.array(z.object({ id: z.string(), name: Names })),
    areas: z.array(z.object({ id: z.string(), name: z.string(), type: z.string() })),
  }),
})

export const CreateDrive = defineCommand({
  name: 'commitments.createDrive',
  title: { vi: 'Soạn một đợt ký', en: 'Draft a drive' },
  permission: 'commitments.manage',
  place: { in: (input) => input.areaId },
  input: z.object({ id: Id, areaId: Id, renewsId: z.optional(z.nullable(Id)), ...Content }),
  output: Saved,
  refusals: [...contentRefusals, driveRefusals.renews_elsewhere],
})

export const ChangeDrive = defineCommand({
  name: 'commitments.changeDrive',
  title: { vi: 'Sửa đợt ký chưa mở', en: 'Change a draft of a drive' },
  permission: 'commitments.manage',
  place: 'record',
  input: z.object({ id: Id, version: Version, ...Content }),
  output: Saved,
  refusals: [...contentRefusals, driveRefusals.published_already],
})

const staged = { permission: 'commitments.manage', place: 'record', output: Saved } as const

export const PublishDrive = defineCommand({
  ...staged,
  name: 'commitments.publishDrive',
  title: { vi: 'Mở đợt ký', en: 'Publish a drive' },
  input: z.object({ id: Id, version: Version }),
  refusals: [driveRefusals.published_already, driveRefusals.closes_in_past],
})

export const ProlongDrive = defineCommand({
  ...staged,
  name: 'commitments.prolongDrive',
  title: { vi: 'Đổi ngày đóng đợt ký', en: 'Change the last day of a drive' },
  input: z.object({ id: Id, version: Version, closesOn: PlainDate }),
  refusals: [
    driveRefusals.not_published,
    driveRefusals.over,
    driveRefusals.closes_before_opening,
    driveRefusals.closes_in_past,
  ],
})

export const CloseDrive = defineCommand({
  ...staged,
  name: 'commitments.closeDrive',
  title: { vi: 'Đóng đợt ký', en: 'Close a drive' },
  input: z.object({ id: Id, version: Version }),
  refusals: [driveRefusals.not_published, driveRefusals.over],
})

export const RewordGroup = defineCommand({
  ...staged,
  name: 'commitments.rewordGroup',
  title: { vi: 'Thay lời cam kết của một nhóm', en: 'Give a group a new wording' },
  input: z.object({
    id: Id,
    version: Version,
    groupId: z.string().check(z.minLength(1), z.maxLength(60)),
    effectiveOn: PlainDate,
    ...Wording,
  }),
  refusals: [driveRefusals.not_published, driveRefusals.over, driveRefusals.group_unknown, driveRefusals.text_in_past],
})

// Posts and their dated holders; a hand-over lists what is inherited.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { Id, OptionalText, Page, PlainDate, Text, Version } from '../../../platform/contract/schemas.ts'
import { refusals } from './refusals.ts'
import { AreaBrief, PersonBrief, PostBrief } from './shapes.ts'

const Holder = z.object({
  person: PersonBrief,
  from: z.string(),
  to: z.nullable(z.string()),
  document: z.string(),
})

/** Work that goes over with a post: it stays late or on time as it was, and says since when the new holder has it. */
export const InheritedItem = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  due: z.nullable(z.string()),
  late: z.boolean(),
  /** The screen that opens it, below /app. */
  to: z.nullable(z.string()),
})

const PostRow = z.object({
  id: z.string(),
  titleVi: z.string(),
  titleEn: z.string(),
  kind: z.string(),
  area: AreaBrief,
  body: z.nullable(z.object({ id: z.string(), name: z.string() })),
  holder: z.nullable(Holder),
  /** The one who acts for the holder by a delegation in force. */
  acting: z.nullable(PersonBrief),
})

export const ListPosts = defineQuery({
  name: 'access.posts',
  title: { vi: 'Chức danh và người giữ', en: 'Posts and their holders' },
  permission: 'access.read',
  place: 'scope',
  input: z.object({
    on: z.optional(PlainDate),
    text: OptionalText(100),
    area: z.optional(Id),
    held: z._default(z.enum(['all', 'held', 'vacant']), 'all'),
    ...Page,
  }),
  output: z.object({
    on: z.string(),
    rows: z.array(PostRow),
    total: z.number(),
    /** How many match everything but `held`. */
    counts: z.object({ held: z.number(), vacant: z.number() }),
    next: z.nullable(z.string()),
    may: z.object({ add: z.boolean() }),
  }),
})

export const PostTree = defineQuery({
  name: 'access.postTree',
  title: { vi: 'Chức danh theo cây đơn vị', en: 'Posts by the tree of units' },
  permission: 'access.read',
  place: 'scope',
  input: z.object({
    on: z.optional(PlainDate),
    /** The units right below this one; left out: where the reader’s areas begin. */
    under: z.optional(Id),
  }),
  output: z.object({
    on: z.string(),
    units: z.array(
      z.extend(AreaBrief, {
        /** Posts of the unit and of all below it, and how many of them nobody holds on that day. */
        posts: z.number(),
        vacant: z.number(),
        /** How many units right below it have posts. */
        below: z.number(),
      }),
    ),
  }),
})

export const ViewPost = defineQuery({
  name: 'access.post',
  title: {
    vi: 'Một chức danh: người giữ qua các thời kỳ, việc đang mở',
    en: 'One post: its holders and its open work',
  },
  permission: 'access.read',
  place: 'record',
  input: z.object({ id: Id, on: z.optional(PlainDate) }),
  output: z.object({
    on: z.string(),
    post: z.extend(PostRow, { version: z.number() }),
    reportsTo: z.nullable(PostBrief),
    holders: z.array(Holder),
    inherited: z.array(InheritedItem),
    may: z.object({ change: z.boolean(), handOver: z.boolean() }),
  }),
})

export const AddPost = defineCommand({
  name: 'access.addPost',
  title: { vi: 'Thêm chức danh', en: 'Add a post' },
  permission: 'access.manage',
  place: { in: (input) => input.areaId },
  input: z.object({
    id: Id,
    areaId: Id,
    bodyId: z.nullable(Id),
    kind: z.string().check(z.regex(/^[a-z][a-z0-9-]{1,40}$/)),
    titleVi: Text(120),
    titleEn: Text(120),
    reportsToId: z.nullable(Id),
  }),
  output: z.object({ id: z.string() }),
  refusals: [refusals.line_outside, refusals.no_such_body, refusals.id_taken],
})

export const ChangePost = defineCommand({
  name: 'access.changePost',
  title: { vi: 'Sửa chức danh', en: 'Change a post' },
  permission: 'access.manage',
  place: 'record',
  input: z.object({ id: Id, version: Version, titleVi: Text(120), titleEn: Text(120), reportsToId: z.nullable(Id) }),
  output: z.object({ version: z.number() }),
  refusals: [refusals.line_outside, refusals.line_circle],
})

export const HandOverPost = defineCommand({
  name: 'access.handOver',
  title: { vi: 'Bàn giao chức danh', en: 'Hand over a post' },
  permission: 'access.manage',
  place: 'record',
  input: z.object({
    postId: Id,
    version: Version,
    /** Null leaves the post vacant from that day. */
    personId: z.nullable(Id),
    from: PlainDate,
    document: OptionalText(200),
  }),
  output: z.object({
    version: z.number(),
    before: z.nullable(PersonBrief),
    after: z.nullable(PersonBrief),
    /** What the new holder inherits on that day. */
    inherited: z.array(InheritedItem),
  }),
  refusals: [
    refusals.no_such_person,
    refusals.person_disabled,
    refusals.holder_already,
    refusals.vacant_already,
    refusals.held_later,
  ],
})

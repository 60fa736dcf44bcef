// What staff can ask of and do to the public portal: news, and the lines that give help. Readers need no operation.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../platform/contract/operation.ts'
import { Id, Instant, ListParameter, OptionalText, Page, Text, Version } from '../../platform/contract/schemas.ts'
import { portalRefusals as refusals } from './refusals.ts'
import { articleStates } from './rules.ts'

export const StateName = z.enum(articleStates)
const Area = z.object({ id: Id, code: z.string(), name: z.string(), type: z.string() })

const text = {
  title: Text(200),
  summary: Text(500),
  /** Markdown; HTML inside it is shown as it is typed. */
  body: Text(50_000),
  /** Who stands behind it: "Công an huyện". */
  source: OptionalText(200),
  pictureId: z.optional(Id),
  pictureCaption: OptionalText(300),
  related: z._default(z.array(Id).check(z.maxLength(6)), []),
}

const Row = z.object({
  id: Id,
  slug: z.string(),
  title: z.string(),
  state: StateName,
  area: Area,
  language: z.enum(['vi', 'en']),
  publishAt: z.nullable(Instant),
  withdrawnAt: z.nullable(Instant),
  changedAt: Instant,
  corrections: z.int(),
  views: z.int(),
  demo: z.boolean(),
  version: Version,
})

export const ListArticles = defineQuery({
  name: 'portal.list',
  title: { vi: 'Tin của cổng công khai', en: 'News of the public portal' },
  permission: 'portal.write',
  place: 'scope',
  input: z.object({
    programme: OptionalText(100),
    state: ListParameter(StateName),
    q: OptionalText(100),
    ...Page,
  }),
  output: z.object({
    rows: z.array(Row),
    total: z.int(),
    next: z.nullable(z.string()),
    counts: z.object({ draft: z.int(), scheduled: z.int(), published: z.int(), withdrawn: z.int() }),
  }),
})

export const FindArticle = defineQuery({
  name: 'portal.find',
  title: { vi: 'Một tin', en: 'One item of news' },
  permission: 'portal.write',
  place: 'record',
  input: z.object({ id: Id }),
  output: z.object({
    article: z.extend(Row, {
      summary: z.string(),
      body: z.string(),
      source: z.string(),
      pictureId: z.nullable(Id),
      pictureCaption: z.string(),
      withdrawnReason: z.string(),
      related: z.array(z.object({ id: Id, title: z.string(), state: StateName })),
    }),
    corrections: z.array(
      z.object({
        id: Id,
        at: Instant,
        reason: z.string(),
        earlierTitle: z.string(),
        earlierSummary: z.string(),
        earlierBody: z.string(),
      }),
    ),
    may: z.object({ change: z.boolean(), publish: z.boolean(), correct: z.boolean(), withdraw: z.boolean() }),
  }),
})

/** Where a writer may place an item: the programme's area and what lies in it, cut to the writer's reach. */
export const ListPlaces = defineQuery({
  name: 'portal.places',
  title: { vi: 'Địa bàn được viết tin', en: 'Areas I may write for' },
  permission: 'portal.write',
  place: 'scope',
  input: z.object({ programme: Text(100) }),
  output: z.object({ areas: z.array(Area) }),
  refusals: [refusals.no_programme],
})

export const WriteArticle = defineCommand({
  name: 'portal.write',
  title: { vi: 'Viết tin mới', en: 'Write a new item' },
  permission: 'portal.write',
  place: { in: (input) => input.areaId },
  input: z.object({
    id: Id,
    programme: Text(100),
    areaId: Id,
    language: z._default(z.enum(['vi', 'en']), 'vi'),
    ...text,
  }),
  output: z.object({ id: Id, slug: z.string(), version: Version }),
  refusals: Object.values(refusals),
})

export const ChangeArticle = defineCommand({
  name: 'portal.change',
  title: { vi: 'Sửa tin chưa đăng', en: 'Change an item that is not public yet' },
  permission: 'portal.write',
  place: 'record',
  input: z.object({ id: Id, version: Version, ...text }),
  output: z.object({ id: Id, version: Version }),
  refusals: Object.values(refusals),
})

export const PublishArticle = defineCommand({
  name: 'portal.publish',
  title: { vi: 'Đăng tin, hoặc hẹn giờ đăng', en: 'Publish an item, or schedule it' },
  permission: 'portal.publish',
  place: 'record',
  /** Left out: now. */
  input: z.object({ id: Id, version: Version, publishAt: z.optional(Instant) }),
  output: z.object({ id: Id, version: Version, publishAt: Instant }),
  refusals: [refusals.published_already, refusals.withdrawn_already, refusals.publish_in_the_past],
})

export const CorrectArticle = defineCommand({
  name: 'portal.correct',
  title: { vi: 'Đính chính tin đã đăng', en: 'Correct a published item' },
  permission: 'portal.publish',
  place: 'record',
  input: z.object({ id: Id, version: Version, because: Text(1000), ...text }),
  output: z.object({ id: Id, version: Version }),
  refusals: Object.values(refusals),
})

export const WithdrawArticle = defineCommand({
  name: 'portal.withdraw',
  title: { vi: 'Gỡ tin đã đăng', en: 'Withdraw a published item' },
  permission: 'portal.publish',
  place: 'record',
  input: z.object({ id: Id, version: Version, because: Text(1000) }),
  output: z.object({ id: Id, version: Version }),
  refusals: [refusals.not_published, refusals.withdrawn_already],
})

export const HelpLine = z.object({
  id: Id,
  kind: z.enum(['counsel', 'emergency', 'place']),
  number: OptionalText(30),
  titleVi: Text(100),
  titleEn: Text(100),
  noteVi: OptionalText(200),
  noteEn: OptionalText(200),
  /** The number is not a real one yet, and the portal says so. */
  placeholder: z.boolean(),
})

export const ListHelp = defineQuery({
  name: 'portal.help',
  title: { vi: 'Nơi giúp đỡ trên cổng công khai', en: 'Help lines on the portal' },
  permission: 'signed-in',
  place: 'nowhere',
  input: z.object({}),
  output: z.object({ lines: z.array(HelpLine), may: z.object({ change: z.boolean() }) }),
})

export const ChangeHelp = defineCommand({
  name: 'portal.changeHelp',
  title: { vi: 'Thay danh sách nơi giúp đỡ', en: 'Replace the list of help lines' },
  permission: 'settings.manage',
  place: 'nowhere',
  /** The whole list in the order of the portal; `before` is the list that the writer was shown. */
  input: z.object({ lines: z.array(HelpLine).check(z.minLength(1), z.maxLength(30)), before: z.array(HelpLine) }),
  output: z.object({ lines: z.array(HelpLine) }),
  refusals: [refusals.number_needed],
})

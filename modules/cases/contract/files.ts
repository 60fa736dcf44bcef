// A file: begun, found, opened for a purpose, read, written to.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { Id, Instant, Page, PlainDate, Text, Version } from '../../../platform/contract/schemas.ts'
import { eventRefusals } from './event-refusals.ts'
import { HolidaysShown } from './holidays.ts'
import { Identity, IdentityShown, paperDoubts } from './identity.ts'
import { LifeShown } from './life.ts'
import { purposeIds } from './purposes.ts'
import { caseRefusals as no } from './refusals.ts'
import { retentionRefusals as kept } from './retention-refusals.ts'

const here = { in: (input: { communeId: string }) => input.communeId }

export const FileRow = z.object({
  id: Id,
  number: z.string(),
  /** Masked: enough to tell two rows apart. */
  name: z.string(),
  status: z.nullable(z.string()),
  since: z.nullable(PlainDate),
  nextDue: z.nullable(Instant),
  closedOn: z.nullable(PlainDate),
  demo: z.boolean(),
})
export type FileRow = z.output<typeof FileRow>

/** Whether the reader sees status and time limits; where not, the rows have none and stand in the order of their beginning. */
const SeesLaw = z.boolean()

/** Counts of lists go so far; more is said to be more. */
export const mostCounted = 1_000
export const whichFiles = ['open', 'late', 'closed'] as const

export const ListFiles = defineQuery({
  name: 'cases.files',
  title: { vi: 'Hồ sơ của xã theo hạn', en: 'Files of a commune by time limit' },
  permission: 'cases.read',
  place: here,
  input: z.object({
    communeId: Id,
    show: z._default(z.enum(whichFiles), 'open'),
    ...Page,
  }),
  output: z.object({
    rows: z.array(FileRow),
    next: z.nullable(z.string()),
    counts: z.object({ open: z.int(), late: z.int(), closed: z.int() }),
    law: SeesLaw,
  }),
  refusals: [no.cursor_unreadable, no.key_missing],
})

/** A command, so that what was typed stands in no address and no log. */
export const FindFiles = defineCommand({
  name: 'cases.find',
  sealsInput: true,
  title: {
    vi: 'Tìm hồ sơ theo tên, số giấy tờ, năm sinh, mã bản',
    en: 'Find files by name, paper number, year of birth, code of a copy',
  },
  permission: 'cases.read',
  place: here,
  input: z.object({
    communeId: Id,
    text: Text(200),
    /** Among those that are restricted, to answer a person or a competent body: told apart in the audit. */
    among: z._default(z.enum(['ordinary', 'restricted']), 'ordinary'),
  }),
  output: z.object({
    rows: z.array(FileRow),
    law: SeesLaw,
    /** Where the code of a copy was asked for: which paper bears it, for those who may make that paper too. */
    copy: z.nullable(z.object({ code: z.string(), form: z.string(), by: z.nullable(z.string()), at: Instant })),
  }),
  forgetAnswer: true,
  refusals: [no.key_missing, no.opens_for_others],
})

export const BeginFile = defineCommand({
  name: 'cases.begin',
  sealsInput: true,
  title: { vi: 'Lập hồ sơ', en: 'Begin a file' },
  permission: 'cases.record',
  place: here,
  input: z.object({
    communeId: Id,
    id: Id,
    personId: Id,
    identity: Identity,
    /** Looked at those that may be the same person, and it is somebody else. */
    although: z._default(z.boolean(), false),
  }),
  output: z.object({
    id: Id,
    number: z.string(),
    version: Version,
    /** What looks mistyped in a number: a warning, never a wall. */
    doubts: z.array(z.enum(paperDoubts)),
  }),
  refusals: [no.already_recorded, no.likely_same, no.key_missing],
})

export const OpenFile = defineCommand({
  name: 'cases.open',
  sealsInput: true,
  title: { vi: 'Mở hồ sơ theo mục đích', en: 'Open a file for a purpose' },
  permission: 'cases.read',
  place: here,
  input: z.object({ communeId: Id, fileId: Id, id: Id, purpose: z.enum(purposeIds), ground: Text(300) }),
  output: z.object({ id: Id, until: Instant }),
  refusals: [no.already_recorded, no.opens_for_others, no.erased, no.merged_into, kept.restricted],
})

export const CloseOpening = defineCommand({
  name: 'cases.close-opening',
  sealsInput: true,
  title: { vi: 'Đóng lượt mở hồ sơ', en: 'Close a file that one opened' },
  permission: 'cases.read',
  place: here,
  input: z.object({ communeId: Id, fileId: Id, openingId: Id }),
  output: z.object({ closedAt: Instant }),
  refusals: [no.not_open],
})

const opened = { communeId: Id, fileId: Id, openingId: Id }

export const EventShown = z.object({
  id: Id,
  folio: z.int(),
  kind: z.string(),
  at: z.string(),
  recordedAt: Instant,
  recordedBy: z.nullable(z.string()),
  details: z.record(z.string(), z.unknown()),
  /** Where it stood before its file was merged into this one. */
  from: z.nullable(z.object({ number: z.string(), folio: z.int() })),
})
export type EventShown = z.output<typeof EventShown>

export const ReadFile = defineQuery({
  name: 'cases.one',
  title: { vi: 'Đọc một hồ sơ đã mở', en: 'Read a file that is open' },
  permission: 'cases.read',
  place: here,
  input: z.object(opened),
  sensitive: true,
  output: z.object({
    id: Id,
    number: z.string(),
    view: z.enum(['police', 'health', 'helper']),
    opening: z.object({
      purpose: z.enum(purposeIds),
      ground: z.string(),
      openedAt: Instant,
      until: Instant,
      /** For whom the reader stands in. */
      actingFor: z.nullable(z.string()),
    }),
    reader: z.string(),
    identity: IdentityShown,
    events: z.array(EventShown),
    /** Who is around the person now, for those who see support. */
    team: z.object({
      officer: z.nullable(z.object({ id: Id, name: z.string(), since: z.string(), before: z.nullable(z.string()) })),
      members: z.array(z.object({ role: z.string(), name: z.string(), isOfficer: z.boolean(), isReader: z.boolean() })),
    }),
    /** Events that this reader does not see, as a number. */
    hidden: z.int(),
    status: z.nullable(z.string()),
    /** For those who see decisions; null for the others. */
    life: z.nullable(LifeShown),
    /** The answers to open points of the law on which that reading rests. */
    law: z.nullable(z.record(z.string(), z.string())),
    /** Years of holidays that were entered here, by which it counts working days. */
    holidays: z.array(HolidaysShown),
    openedAt: Instant,
    closedOn: z.nullable(PlainDate),
    /** To another installation: until its receipt comes the file is read and not written to. */
    onItsWay: z.boolean(),
    demo: z.boolean(),
    version: Version,
  }),
  refusals: [no.not_open, no.key_missing, no.erased],
})

export const ListOpenings = defineQuery({
  name: 'cases.openings',
  title: { vi: 'Ai đã mở hồ sơ này', en: 'Who opened this file' },
  permission: 'cases.read',
  place: here,
  input: z.object(opened),
  sensitive: true,
  output: z.object({
    rows: z.array(
      z.object({
        id: Id,
        reader: z.nullable(z.string()),
        purpose: z.enum(purposeIds),
        ground: z.string(),
        openedAt: Instant,
        closedAt: z.nullable(Instant),
        actingFor: z.nullable(z.string()),
      }),
    ),
  }),
  refusals: [no.not_open],
})

export const RecordEvent = defineCommand({
  name: 'cases.record',
  sealsInput: true,
  title: { vi: 'Ghi sự việc vào hồ sơ', en: 'Enter an event into a file' },
  permission: 'cases.record',
  place: here,
  input: z.object({
    ...opened,
    id: Id,
    kind: Text(60),
    at: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)),
    details: z.record(z.string(), z.unknown()),
    version: Version,
  }),
  output: z.object({ folio: z.int(), version: Version }),
  refusals: [
    no.not_open,
    no.already_recorded,
    no.closed,
    no.sent_away,
    no.hand_over_enters,
    no.details_wrong,
    no.key_missing,
    no.erased,
    ...Object.values(eventRefusals),
  ],
})

export const ChangeIdentity = defineCommand({
  name: 'cases.change-identity',
  sealsInput: true,
  title: { vi: 'Sửa thông tin nhận biết', en: 'Correct who the person is' },
  permission: 'cases.record',
  place: here,
  input: z.object({ ...opened, identity: Identity, version: Version }),
  output: z.object({ version: Version }),
  refusals: [no.not_open, no.sent_away, no.key_missing, no.erased],
})

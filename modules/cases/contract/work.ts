// The work of a commune by its time limits: for the officer in charge, for the head, in somebody's stead; and reminders of it.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { Id, Instant, Page, PlainDate, Text } from '../../../platform/contract/schemas.ts'
import { caseRefusals as no } from './refusals.ts'

const here = { in: (input: { communeId: string }) => input.communeId }
const Named = z.object({ id: Id, name: z.string() })

export const whoseWork = ['mine', 'team', 'all'] as const
export const whenDue = ['late', 'today', 'week', 'all'] as const

export const WorkRow = z.object({
  fileId: Id,
  number: z.string(),
  /** Masked, as in every list. */
  name: z.string(),
  demo: z.boolean(),
  status: z.nullable(z.string()),
  /** What has to be done, by the id of the step. */
  act: z.string(),
  because: Id,
  begins: Instant,
  opens: z.nullable(Instant),
  /** Null: to be done at once. */
  due: z.nullable(Instant),
  waits: z.boolean(),
  officer: z.nullable(Named),
  /** The officer is absent and lent the reader their rights. */
  standsIn: z.boolean(),
  /** The officer took the file over from this one; what was late by then is not of their making. */
  inherited: z.nullable(z.object({ from: z.nullable(z.string()), at: Instant, wasLate: z.boolean() })),
})
export type WorkRow = z.output<typeof WorkRow>

export const ListWork = defineQuery({
  name: 'cases.work',
  title: { vi: 'Việc theo hạn của xã', en: 'Work of a commune by time limit' },
  permission: 'cases.police',
  place: here,
  input: z.object({
    communeId: Id,
    whose: z._default(z.enum(whoseWork), 'mine'),
    due: z._default(z.enum(whenDue), 'all'),
    /** Of one officer; `none`: of files that nobody is in charge of. */
    officer: z.optional(z.union([Id, z.literal('none')])),
    ...Page,
  }),
  output: z.object({
    rows: z.array(WorkRow),
    next: z.nullable(z.string()),
    /** Whatever the page shows: of the chosen files, by when. */
    counts: z.object({ late: z.int(), today: z.int(), week: z.int(), all: z.int() }),
    whose: z.object({ mine: z.int(), team: z.int(), all: z.int() }),
    /** For whom the reader stands in now. */
    standsInFor: z.array(Named),
    mayAssign: z.boolean(),
  }),
  refusals: [no.cursor_unreadable, no.key_missing],
})

export const ListOfficers = defineQuery({
  name: 'cases.officers',
  title: { vi: 'Hồ sơ theo cán bộ phụ trách', en: 'Files by officer in charge' },
  permission: 'cases.assign',
  place: here,
  input: z.object({ communeId: Id }),
  output: z.object({
    rows: z.array(
      z.object({
        /** Null: files without an officer. */
        officer: z.nullable(Named),
        /** Still of the commune police here. */
        serves: z.boolean(),
        files: z.int(),
        late: z.int(),
        soon: z.int(),
        /** Taken over from somebody, and how many of these were late by then. */
        inherited: z.int(),
        inheritedLate: z.int(),
        /** Who stands in for them today. */
        standIns: z.array(z.object({ name: z.string(), until: PlainDate })),
      }),
    ),
    colleagues: z.array(Named),
  }),
})

export const NameOfficer = defineCommand({
  name: 'cases.name-officer',
  sealsInput: true,
  title: { vi: 'Phân công, bàn giao hồ sơ cho cán bộ', en: 'Give files to an officer' },
  permission: 'cases.assign',
  place: here,
  input: z.object({
    communeId: Id,
    /** Whose open files; null: those without an officer. */
    from: z.nullable(Id),
    to: Id,
    ground: Text(300),
  }),
  output: z.object({ files: z.int(), numbers: z.array(z.string()) }),
  refusals: [no.officer_elsewhere, no.officer_same, no.nothing_to_hand_over, no.key_missing],
})

export const ListReminders = defineQuery({
  name: 'cases.reminders',
  title: { vi: 'Nhắc hạn của tôi', en: 'My reminders' },
  permission: 'cases.police',
  place: here,
  input: z.object({ communeId: Id }),
  output: z.object({
    fresh: z.int(),
    rows: z.array(
      z.object({
        fileId: Id,
        number: z.string(),
        act: z.string(),
        because: Id,
        kind: z.enum(['soon', 'late', 'escalation']),
        due: Instant,
        sentAt: Instant,
        officer: z.nullable(z.string()),
        fresh: z.boolean(),
      }),
    ),
  }),
})

/** The open files of one officer, for whoever hands some of them over. */
export const ListFilesOfOfficer = defineQuery({
  name: 'cases.files-of-officer',
  title: { vi: 'Hồ sơ đang mở của một cán bộ', en: 'Open files of one officer' },
  permission: 'cases.assign',
  place: here,
  input: z.object({ communeId: Id, officer: z.union([Id, z.literal('none')]) }),
  output: z.object({
    rows: z.array(
      z.object({ id: Id, number: z.string(), name: z.string(), nextDue: z.nullable(Instant), demo: z.boolean() }),
    ),
    /** How many there are; the rows are the first of them. */
    files: z.int(),
  }),
  refusals: [no.key_missing],
})

export const GiveFiles = defineCommand({
  name: 'cases.give-files',
  sealsInput: true,
  title: { vi: 'Bàn giao một số hồ sơ cho cán bộ khác', en: 'Hand some files over to another officer' },
  permission: 'cases.assign',
  place: here,
  input: z.object({
    communeId: Id,
    fileIds: z.array(Id).check(z.minLength(1), z.maxLength(200)),
    /** Who was shown to be in charge of them; null: nobody. */
    from: z.nullable(Id),
    to: Id,
    ground: Text(300),
  }),
  output: z.object({ files: z.int(), numbers: z.array(z.string()) }),
  refusals: [no.officer_elsewhere, no.officer_same, no.officer_changed, no.key_missing],
})

/** For the bell and the first screen: numbers of files and time limits of all communes in reach, never a name. */
export const MyReminders = defineQuery({
  name: 'cases.my-reminders',
  title: { vi: 'Nhắc hạn của tôi ở mọi xã', en: 'My reminders in all communes' },
  permission: 'cases.read',
  place: 'scope',
  input: z.object({}),
  output: z.object({
    late: z.int(),
    soon: z.int(),
    fresh: z.int(),
    /** In which communes some are new, those that the rows leave out among them. */
    freshIn: z.array(Id),
    /** The nearest first; the counts are of all. */
    rows: z.array(
      z.object({
        ...{ communeId: Id, commune: z.string(), fileId: Id, number: z.string(), act: z.string(), because: Id },
        kind: z.enum(['soon', 'late', 'escalation']),
        due: Instant,
        fresh: z.boolean(),
        /** The one who is in charge is absent and lent the reader their rights. */
        standsIn: z.boolean(),
      }),
    ),
  }),
})

export const SeeReminders = defineCommand({
  name: 'cases.see-reminders',
  sealsInput: true,
  title: { vi: 'Đánh dấu đã xem nhắc hạn', en: 'Mark reminders as seen' },
  permission: 'cases.read',
  place: here,
  input: z.object({ communeId: Id }),
  output: z.object({ seenAt: Instant }),
})

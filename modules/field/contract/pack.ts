// The pack of a hamlet, and what changed since: rows as short lists, so that three thousand households are a small answer.

import * as z from 'zod/mini'
import { defineQuery } from '../../../platform/contract/operation.ts'
import { CountParameter, Id } from '../../../platform/contract/schemas.ts'
import { correctedFields } from './correct.ts'
import { Contact, ServerKey } from './devices.ts'
import { placeKinds } from './places.ts'
import { fieldRefusals } from './refusals.ts'

const Name = z.object({ vi: z.string(), en: z.string() })

/** Id, number, name, address, headcount, group, version, which of the answer's `homes` it is at, the day it ended or null. */
const Entry = z.tuple([
  z.string(),
  z.nullable(z.number()),
  z.string(),
  z.string(),
  z.nullable(z.number()),
  z.string(),
  z.number(),
  z.number(),
  z.nullable(z.string()),
])
export type PackEntry = z.output<typeof Entry>
/** Entry, drive, day, way; a day of null: that promise has been voided. */
const Signed = z.tuple([z.string(), z.string(), z.nullable(z.string()), z.string()])
export type PackSigned = z.output<typeof Signed>
/** Entry, drive, reason, day to come again. */
const Unsigned = z.tuple([z.string(), z.string(), z.string(), z.nullable(z.string())])
export type PackUnsigned = z.output<typeof Unsigned>

/** Id, entry, field, what was said, when, on which device (null: in the office), by whom. */
const Conflict = z.tuple([
  z.string(),
  z.string(),
  z.enum(correctedFields),
  z.nullable(z.union([z.string(), z.number()])),
  z.string(),
  z.nullable(z.string()),
  z.string(),
])
export type PackConflict = z.output<typeof Conflict>

const Wording = z.object({
  number: z.number(),
  effectiveOn: z.string(),
  title: z.string(),
  opening: z.string(),
  promises: z.array(z.string()),
  closing: z.string(),
})
const Drive = z.object({
  id: z.string(),
  name: Name,
  opensOn: z.string(),
  closesOn: z.string(),
  /** `closed` for thirty days, so that a device learns of it; then the drive is gone from the answers. */
  state: z.enum(['open', 'closed']),
  /** The day that a demonstration stands still on; null: today. */
  workday: z.nullable(z.string()),
  demo: z.boolean(),
  groups: z.array(z.object({ id: z.string(), name: Name, ways: z.array(z.string()), texts: z.array(Wording) })),
})
export type PackDrive = z.output<typeof Drive>

const Hamlet = z.object({ id: z.string(), name: z.string(), type: z.string(), kind: z.enum(placeKinds) })
/**
 * Where entries are on record for ever, whatever has merged since: what a command about an entry names as `communeId` and
 * `hamletId` (null where households are listed for the whole commune).
 */
const Home = z.object({ communeId: z.string(), hamletId: z.nullable(z.string()) })
export type PackHome = z.output<typeof Home>

/** Drives change seldom: sent when the tag differs from the one that the device has. */
const drives = { drivesTag: z.string(), drives: z.optional(z.array(Drive)) }

const question = {
  /** A hamlet, a commune where no hamlets are kept, or a body. */
  hamletId: Id,
  deviceId: Id,
  /** How many commands the device has not sent. */
  waiting: z._default(CountParameter(1_000_000), 0),
}

const pack = {
  input: z.object(question),
  output: z.object({
    ...Contact,
    serverKey: ServerKey,
    cursor: z.string(),
    hamlet: Hamlet,
    drivesTag: z.string(),
    drives: z.array(Drive),
    homes: z.array(Home),
    entries: z.array(Entry),
    signed: z.array(Signed),
    unsigned: z.array(Unsigned),
    conflicts: z.array(Conflict),
  }),
  refusals: [
    fieldRefusals.device_unknown,
    fieldRefusals.device_wiped,
    fieldRefusals.device_withdrawn,
    fieldRefusals.hamlet_merged,
  ],
} as const

export const PullPack = defineQuery({
  name: 'field.pack',
  title: { vi: 'Tải danh sách một thôn về máy', en: 'Pull the pack of a hamlet' },
  permission: 'commitments.sign',
  place: 'record',
  sensitive: true,
  ...pack,
})

/** For whoever heads an agency, a school or a firm: its members, and nobody else of the commune. */
export const PullOwnPack = defineQuery({
  name: 'field.ownPack',
  title: { vi: 'Tải danh sách đơn vị mình về máy', en: 'Pull the pack of one’s own body' },
  permission: 'commitments.own-body',
  place: 'record',
  sensitive: true,
  ...pack,
})

const changes = {
  input: z.object({
    ...question,
    cursor: z.string().check(z.maxLength(60)),
    drivesTag: z._default(z.string().check(z.maxLength(60)), ''),
  }),
  output: z.object({
    ...Contact,
    /** The copy is of no more use: send what waits, drop it, and pull a pack (of `successors` where the hamlet merged). */
    reset: z.nullable(
      z.object({
        reason: z.enum(['hamlet_merged', 'cursor_too_old', 'cursor_unknown']),
        successors: z.array(z.object({ id: z.string(), name: z.string() })),
      }),
    ),
    cursor: z.string(),
    ...drives,
    homes: z.array(Home),
    /** New and changed ones; one that ended carries its day. A row may come twice: the last one counts. */
    entries: z.array(Entry),
    /** Entries that belong to another place by now: drop them. */
    gone: z.array(z.string()),
    signed: z.array(Signed),
    /** All of them, each time: what is not here any more is settled. */
    unsigned: z.array(Unsigned),
    /** All that are open, each time. */
    conflicts: z.array(Conflict),
  }),
  refusals: [fieldRefusals.device_unknown, fieldRefusals.device_wiped, fieldRefusals.device_withdrawn],
} as const

export const PullChanges = defineQuery({
  name: 'field.pull',
  title: { vi: 'Lấy thay đổi của một thôn', en: 'Pull what changed in a hamlet' },
  permission: 'commitments.sign',
  place: 'record',
  ...changes,
})

export const PullOwnChanges = defineQuery({
  name: 'field.ownPull',
  title: { vi: 'Lấy thay đổi của đơn vị mình', en: 'Pull what changed in one’s own body' },
  permission: 'commitments.own-body',
  place: 'record',
  ...changes,
})

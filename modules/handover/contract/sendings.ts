// Sendings: what comes in, what is on its way, one of them; sending a file, taking it back.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { Id, Instant, OptionalText } from '../../../platform/contract/schemas.ts'
import { caseRefusals, eventRefusals } from '../../cases/contract.ts'
import { returnReasonIds } from '../rules/reasons.ts'
import { handOverRefusals as no } from './refusals.ts'

const here = { in: (input: { communeId: string }) => input.communeId }

export const UnitShown = z.object({ id: Id, name: z.string(), type: z.string() })
export type UnitShown = z.output<typeof UnitShown>

/** Who was reminded that an answer is late. */
export const Reminded = z.object({ level: z.enum(['head', 'province']), at: Instant })

/** `asked-back`: between two installations the sender has asked, and waits for the receipt. */
export const states = ['sent', 'asked-back', 'accepted', 'returned', 'withdrawn'] as const
export const SendingRow = z.object({
  id: Id,
  number: z.string(),
  side: z.enum(['in', 'out']),
  from: UnitShown,
  to: UnitShown,
  /** The sister system that the other commune works with, where it is not on this installation. */
  system: z.nullable(z.string()),
  /** Whom it was addressed to, where that commune was merged or renamed meanwhile. */
  addressed: z.nullable(UnitShown),
  /** The number of the file in the commune that sent it. */
  fileNumber: z.nullable(z.string()),
  /** Null where none is fixed for the status, or where it lies in a sealed pack of another installation. */
  form: z.nullable(z.string()),
  movedAt: z.nullable(Instant),
  lawDueAt: z.nullable(Instant),
  sentAt: Instant,
  dueAt: Instant,
  state: z.enum(states),
  decidedAt: z.nullable(Instant),
  reason: z.nullable(z.enum(returnReasonIds)),
  reminded: z.array(Reminded),
  demo: z.boolean(),
})
export type SendingRow = z.output<typeof SendingRow>

export const ListSendings = defineQuery({
  name: 'handover.list',
  title: { vi: 'Hồ sơ chuyển đến và chuyển đi của xã', en: 'Files that come to and leave a commune' },
  permission: 'cases.police',
  place: here,
  input: z.object({ communeId: Id, show: z._default(z.enum(['in', 'out', 'done']), 'in') }),
  output: z.object({
    rows: z.array(SendingRow),
    counts: z.object({ in: z.int(), out: z.int(), done: z.int() }),
  }),
})

export const Receipt = z.object({
  /** What was signed: pack, digest, both communes, decision, time. */
  statement: z.string(),
  signature: z.string(),
  publicKey: z.string(),
  holds: z.boolean(),
})

export const ViewSending = defineQuery({
  name: 'handover.one',
  title: { vi: 'Một lần chuyển hồ sơ', en: 'One hand-over' },
  permission: 'cases.police',
  place: here,
  input: z.object({ communeId: Id, id: Id }),
  output: z.object({
    row: SendingRow,
    sentBy: z.nullable(z.string()),
    decidedBy: z.nullable(z.string()),
    /** For whoever holds the file now. */
    fileId: z.nullable(Id),
    digest: z.string(),
    /** Who has to be told of the move, and why. */
    told: z.array(
      z.object({
        unit: UnitShown,
        why: z.enum(['residence', 'stay']),
        /** The notice to the commune of stay, and whether it was acknowledged. */
        notice: z.nullable(
          z.object({
            number: z.string(),
            state: z.enum(['sent', 'acknowledged', 'withdrawn']),
            dueAt: Instant,
            decidedAt: z.nullable(Instant),
            reminded: z.array(Reminded),
          }),
        ),
      }),
    ),
    readings: z.array(z.object({ reader: z.nullable(z.string()), at: Instant })),
    receipt: z.nullable(Receipt),
    /** The receiving commune was divided or is gone since it was sent: between these a person chooses. */
    lost: z.nullable(z.object({ why: z.enum(['divided', 'gone']), heirs: z.array(UnitShown) })),
  }),
})

const opened = { communeId: Id, fileId: Id, openingId: Id }

export const SendingsOfFile = defineQuery({
  name: 'handover.of-file',
  title: { vi: 'Các lần chuyển của một hồ sơ đã mở', en: 'The hand-overs of a file that is open' },
  permission: 'cases.police',
  place: here,
  input: z.object(opened),
  sensitive: true,
  output: z.object({
    /** Where the person stands, or what they wait for between two statuses: it decides on the form. Null where nothing runs, and
     * the file is not handed over. */
    status: z.nullable(z.string()),
    /** The move that waits for its hand-over, where one is on record. */
    moved: z.nullable(z.object({ at: Instant, dueAt: z.nullable(Instant) })),
    /** Without a stable residence both places are told by law. */
    stable: z.boolean(),
    rows: z.array(z.object({ row: SendingRow, note: z.nullable(z.string()) })),
    /** Departures to sister systems, the latest first. */
    far: z.array(z.object({ row: SendingRow, note: z.nullable(z.string()) })),
  }),
  refusals: [caseRefusals.not_open, caseRefusals.key_missing, caseRefusals.erased],
})

export const SendFile = defineCommand({
  name: 'handover.send',
  sealsInput: true,
  title: { vi: 'Chuyển hồ sơ cho Công an xã nơi đến', en: 'Send a file to the police of another commune' },
  permission: 'cases.police',
  place: here,
  input: z.object({
    ...opened,
    id: Id,
    /** A commune of any day: one that was merged or renamed is followed. */
    toId: Id,
    /** Left out where the move is on record. */
    movedAt: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/))),
    /** The new address; the old one is kept in the events. */
    residence: OptionalText(300),
    /** Where the person stays, if that is elsewhere. */
    stayId: z.optional(Id),
    stay: OptionalText(300),
  }),
  output: z.object({ id: Id, number: z.string(), dueAt: Instant, to: UnitShown }),
  refusals: [
    no.to_oneself,
    no.other_purpose,
    no.nothing_runs,
    no.when_moved,
    no.not_a_commune,
    no.divided,
    no.gone,
    no.already_on_its_way,
    caseRefusals.not_open,
    caseRefusals.already_recorded,
    caseRefusals.key_missing,
    caseRefusals.erased,
    ...Object.values(eventRefusals),
  ],
})

export const TakeBack = defineCommand({
  name: 'handover.take-back',
  sealsInput: true,
  title: { vi: 'Thu hồi lần chuyển chưa được tiếp nhận', en: 'Take a sending back before it is decided on' },
  permission: 'cases.police',
  place: here,
  input: z.object({ communeId: Id, id: Id }),
  output: z.object({ state: z.enum(states) }),
  refusals: [no.already_decided],
})

export const FindPlaces = defineQuery({
  name: 'handover.places',
  title: { vi: 'Tìm xã, phường nhận, kể cả tên cũ', en: 'Find a receiving commune, by an old name as well' },
  permission: 'cases.police',
  place: here,
  input: z.object({ communeId: Id, text: z.string().check(z.maxLength(100)) }),
  output: z.object({
    rows: z.array(
      z.object({
        unit: UnitShown,
        /** The unit above it on its last day. */
        within: z.nullable(z.string()),
        /** Its last day, where it is over. */
        until: z.nullable(z.string()),
        /** Who holds its territory today: one unit, several between which a person chooses, or none on record. */
        heirs: z.array(z.extend(UnitShown, { code: z.string() })),
      }),
    ),
    /** Communes of sister systems, by their own name or as heirs of one of the above. */
    far: z.array(
      z.object({
        correspondentId: Id,
        system: z.string(),
        code: z.string(),
        name: z.string(),
        type: z.string(),
        /** The old name by which it was found. */
        formerly: z.nullable(z.string()),
      }),
    ),
    more: z.boolean(),
  }),
})

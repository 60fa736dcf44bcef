// Lots: closed, drawn from, given to a verifier from elsewhere; passed or failed. Numbers only, no name of who signed.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { Id, Page, PlainDate, Text, Version } from '../../../platform/contract/schemas.ts'
import { verificationRefusals as refusals } from './refusals.ts'
import { Names, Saved } from './shapes.ts'

export const lotStates = ['closed', 'drawn', 'visiting', 'passed', 'failed', 'withdrawn'] as const
export type LotState = (typeof lotStates)[number]

const Place = z.object({
  communeId: z.string(),
  commune: z.string(),
  hamletId: z.nullable(z.string()),
  bodyId: z.nullable(z.string()),
  /** The hamlet, the body, or the commune. */
  name: z.string(),
  type: z.string(),
})
const Lot = {
  id: z.string(),
  place: Place,
  group: z.object({ id: z.string(), name: Names }),
  state: z.enum(lotStates),
  size: z.int(),
  sample: z.int(),
  allowed: z.int(),
  closedOn: z.string(),
  decidedOn: z.nullable(z.string()),
  followedUp: z.boolean(),
  demo: z.boolean(),
}

export const ListLots = defineQuery({
  name: 'verification.lots',
  title: { vi: 'Các lô phúc tra của một đợt ký', en: 'Lots of a drive that are verified' },
  permission: 'commitments.read',
  place: 'scope',
  input: z.object({
    driveId: Id,
    on: PlainDate,
    state: z.optional(z.enum(['open', 'passed', 'failed'])),
    ...Page,
  }),
  output: z.object({
    rows: z.array(z.object(Lot)),
    next: z.optional(z.string()),
    /** All lots of the drive in reach. */
    counts: z.object({ open: z.int(), passed: z.int(), failed: z.int(), toFollow: z.int() }),
    may: z.object({ make: z.boolean(), questions: z.boolean() }),
  }),
})

/** What the plan really does: chances between 0 and 1. */
const Chances = {
  /** The number of wrong ones up to which the lot is good, and from which on it is bad. */
  goodUpTo: z.int(),
  badFrom: z.int(),
  producer: z.number(),
  consumer: z.number(),
}
/** As they were stated, in percent. */
const Risks = {
  acceptable: z.number(),
  rejectable: z.number(),
  producer: z.number(),
  consumer: z.number(),
  tries: z.int(),
}

export const ChoicesOfLot = defineQuery({
  name: 'verification.choices',
  title: { vi: 'Nơi và nhóm để lập lô phúc tra', en: 'Places and groups of which a lot can be made' },
  permission: 'verification.manage',
  place: 'scope',
  input: z.object({ driveId: Id, on: PlainDate, q: z.optional(z.string().check(z.maxLength(120))) }),
  output: z.object({
    drive: z.object({ id: z.string(), name: Names }),
    risks: z.object({ ...Risks, effectiveOn: z.string() }),
    rows: z.array(
      z.object({
        place: Place,
        group: z.object({ id: z.string(), name: Names }),
        size: z.int(),
        sample: z.int(),
        allowed: z.int(),
        ...Chances,
        /** The newest lot of it. */
        last: z.nullable(z.object({ id: z.string(), state: z.enum(lotStates), on: z.string() })),
      }),
    ),
    /** How many more fit the search. */
    more: z.int(),
  }),
})

export const CloseLot = defineCommand({
  name: 'verification.closeLot',
  title: { vi: 'Đóng một lô để phúc tra', en: 'Close a lot for verification' },
  permission: 'verification.manage',
  place: { in: (input) => (input.hamletId ? [input.communeId, input.hamletId] : input.communeId) },
  input: z.object({
    id: Id,
    driveId: Id,
    communeId: Id,
    hamletId: z.nullable(Id),
    bodyId: z.nullable(Id),
    groupId: z.string().check(z.minLength(1), z.maxLength(60)),
  }),
  output: z.object({ id: z.string(), size: z.int(), sample: z.int(), allowed: z.int() }),
  refusals: [refusals.drive_not_open, refusals.nobody_signed, refusals.place_ended],
})

export const ShowLot = defineQuery({
  name: 'verification.lot',
  title: { vi: 'Một lô phúc tra', en: 'One lot' },
  permission: 'commitments.read',
  place: 'record',
  input: z.object({ id: Id, on: PlainDate }),
  output: z.object({
    ...Lot,
    drive: z.object({ id: z.string(), name: Names }),
    /** Where the place lies now, when it is no longer what it was; null where nobody can say. */
    now: z.optional(z.nullable(z.string())),
    risks: z.object(Risks),
    ...Chances,
    digest: z.string(),
    draw: z.nullable(
      z.object({
        at: z.string(),
        seal: z.string(),
        position: z.nullable(z.int()),
        /** Drawn again from the seal just now, with the same result. */
        same: z.boolean(),
        reserve: z.int(),
      }),
    ),
    verifier: z.nullable(z.object({ id: z.string(), name: z.string() })),
    /** How far the visits are; what they found is told when the lot is judged. */
    visits: z.object({ visited: z.int(), of: z.int() }),
    result: z.nullable(
      z.object({
        wrong: z.int(),
        denied: z.int(),
        unknown: z.int(),
        silent: z.int(),
        unmet: z.int(),
        stoodIn: z.int(),
        /** Of the whole lot, 95 times of 100 between these. */
        least: z.int(),
        most: z.int(),
      }),
    ),
    followUp: z.nullable(z.object({ what: z.string(), on: z.string() })),
    withdrawn: z.nullable(z.object({ on: z.string(), reason: z.string() })),
    version: z.int(),
    may: z.object({
      draw: z.boolean(),
      /** Take home what it takes to draw again. */
      audit: z.boolean(),
      assign: z.boolean(),
      withdraw: z.boolean(),
      follow: z.boolean(),
      visit: z.boolean(),
    }),
  }),
})

export const ShowFrame = defineQuery({
  name: 'verification.frame',
  title: { vi: 'Danh sách để tự rút thăm lại một lô', en: 'What it takes to draw a lot again' },
  permission: 'audit.read',
  place: 'record',
  input: z.object({ id: Id }),
  /** Ids of promises, no names: whoever has these can draw with any tool. */
  output: z.object({
    lot: z.string(),
    digest: z.string(),
    seal: z.nullable(z.string()),
    sealPosition: z.nullable(z.int()),
    seed: z.nullable(z.string()),
    sample: z.int(),
    members: z.array(z.string()),
    drawn: z.array(z.string()),
  }),
})

export const DrawLot = defineCommand({
  name: 'verification.draw',
  title: { vi: 'Rút thăm một lô', en: 'Draw the sample of a lot' },
  permission: 'verification.manage',
  place: 'record',
  input: z.object({ id: Id, version: Version }),
  output: Saved,
  refusals: [refusals.not_sealed_yet, refusals.drawn_already, refusals.lot_over],
})

export const ListVerifiers = defineQuery({
  name: 'verification.verifiers',
  title: { vi: 'Ai phúc tra được lô này', en: 'Who can verify this lot' },
  permission: 'verification.manage',
  place: 'record',
  input: z.object({ id: Id }),
  output: z.object({
    rows: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        /** Where they work. */
        where: z.string(),
        why: z.nullable(z.enum(['may_not_visit', 'took_signatures', 'from_there'])),
      }),
    ),
  }),
})

export const AssignVerifier = defineCommand({
  name: 'verification.assign',
  title: { vi: 'Giao người phúc tra', en: 'Assign the verifier' },
  permission: 'verification.manage',
  place: 'record',
  input: z.object({ id: Id, version: Version, verifierId: Id }),
  output: Saved,
  refusals: [
    refusals.may_not_visit,
    refusals.took_signatures,
    refusals.from_there,
    refusals.visits_begun,
    refusals.lot_over,
  ],
})

export const WithdrawLot = defineCommand({
  name: 'verification.withdraw',
  title: { vi: 'Bỏ một lô', en: 'Withdraw a lot' },
  permission: 'verification.manage',
  place: 'record',
  input: z.object({ id: Id, version: Version, reason: Text(500) }),
  output: Saved,
  refusals: [refusals.lot_over],
})

export const FollowUpLot = defineCommand({
  name: 'verification.followUp',
  title: { vi: 'Ghi việc làm tiếp sau lô không đạt', en: 'Record what follows a lot that did not pass' },
  permission: 'commitments.decide',
  place: 'record',
  input: z.object({ id: Id, version: Version, what: Text(2_000) }),
  output: Saved,
  refusals: [refusals.not_failed, refusals.followed_already],
})

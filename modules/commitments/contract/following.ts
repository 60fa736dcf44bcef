// Following a drive: what waits where, broken promises of bodies, pledges of the heads, one promise.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { defineRefusals } from '../../../platform/contract/refusal.ts'
import { Id, OptionalText, PlainDate, Text, Version } from '../../../platform/contract/schemas.ts'
import { WaitsForCounterpart } from './countersigning.ts'
import { counterparts } from './coverage.ts'
import { ways } from './signing.ts'

/** The groups whose promise is that of a body; only such a promise can be recorded as broken. */
export const bodyGroups = ['firms', 'conditional-businesses', 'cluster-owners', 'hamlets'] as const

export const followingRefusals = defineRefusals('commitments', {
  breach_of_person: {
    status: 422,
    vi: 'Chỉ ghi việc không thực hiện cam kết của đơn vị, cơ sở; không bao giờ của một người hay một hộ.',
    en: 'Only the broken promise of a body is recorded, never that of a person or a household.',
  },
  breach_before_signing: {
    status: 422,
    vi: 'Việc xảy ra phải từ ngày ký {day} đến ngày làm việc.',
    en: 'It must have happened between the day of signing, {day}, and the working day.',
  },
  breach_settled: { vi: 'Việc này đã giải quyết xong.', en: 'This has been settled already.' },
})

export const CountFollowUp = defineQuery({
  name: 'commitments.followUp',
  title: {
    vi: 'Việc còn phải theo dõi của đợt ký, theo xã',
    en: 'What is still to be followed up in a drive, by commune',
  },
  permission: 'commitments.read',
  place: 'scope',
  input: z.object({ driveId: Id, on: PlainDate }),
  output: z.object({
    rows: z.array(
      z.object({
        communeId: z.string(),
        name: z.string(),
        /** Noted to be visited again; only ever a count here. */
        again: z.int(),
        /** Of these, the day has come. */
        due: z.int(),
        held: z.int(),
        breaches: z.int(),
        mayDecide: z.boolean(),
      }),
    ),
  }),
})

export const ListBreaches = defineQuery({
  name: 'commitments.breaches',
  title: { vi: 'Cam kết của đơn vị không được thực hiện', en: 'Promises that bodies did not keep' },
  permission: 'commitments.read',
  place: 'scope',
  input: z.object({ driveId: Id }),
  output: z.object({
    rows: z.array(
      z.object({
        id: z.string(),
        communeId: z.string(),
        commune: z.string(),
        promiseId: z.string(),
        signer: z.string(),
        happenedOn: z.string(),
        what: z.string(),
        followUp: z.string(),
        followUpBy: z.nullable(z.string()),
        /** Days since it was to be followed up; 0 while there is time, no day was set, or it is settled. */
        daysLate: z.int(),
        settledOn: z.nullable(z.string()),
        settledHow: z.nullable(z.string()),
        version: z.int(),
        mayDecide: z.boolean(),
      }),
    ),
  }),
})

export const RecordBreach = defineCommand({
  name: 'commitments.recordBreach',
  title: { vi: 'Ghi việc đơn vị không thực hiện cam kết', en: 'Record that a body did not keep its promise' },
  permission: 'commitments.decide',
  place: { in: (input) => input.communeId },
  input: z.object({
    id: Id,
    communeId: Id,
    promiseId: Id,
    happenedOn: PlainDate,
    what: Text(2_000),
    followUp: OptionalText(2_000),
    followUpBy: z.optional(z.nullable(PlainDate)),
  }),
  output: z.object({ id: z.string() }),
  refusals: [followingRefusals.breach_of_person, followingRefusals.breach_before_signing],
})

export const SettleBreach = defineCommand({
  name: 'commitments.settleBreach',
  title: { vi: 'Ghi kết quả giải quyết', en: 'Record how a broken promise was settled' },
  permission: 'commitments.decide',
  place: { in: (input) => input.communeId },
  input: z.object({ id: Id, communeId: Id, version: Version, settledHow: Text(2_000) }),
  output: z.object({ id: z.string() }),
  refusals: [followingRefusals.breach_settled],
})

const Names = z.object({ vi: z.string(), en: z.string() })

/** The heads of communes, one row a head: of eleven, not of a hundred per cent. */
export const ListPledges = defineQuery({
  name: 'commitments.pledges',
  title: { vi: 'Cam kết của người đứng đầu các xã', en: 'Pledges of the heads of communes' },
  permission: 'commitments.read',
  place: 'scope',
  input: z.object({ driveId: Id, on: PlainDate }),
  output: z.object({
    rows: z.array(
      z.object({
        communeId: z.string(),
        commune: z.string(),
        /** Null where nobody of that commune is on the roster of leaders yet. */
        name: z.nullable(z.string()),
        signed: z.nullable(z.object({ id: z.string(), on: z.string(), way: z.enum(ways) })),
      }),
    ),
  }),
})

export const ShowPromise = defineQuery({
  name: 'commitments.promise',
  title: { vi: 'Một bản cam kết đã ký', en: 'One signed promise' },
  permission: 'rosters.read',
  place: { in: (input) => input.communeId },
  input: z.object({ communeId: Id, id: Id }),
  output: z.object({
    id: z.string(),
    drive: z.object({ id: z.string(), name: Names, demo: z.boolean() }),
    commune: z.string(),
    hamlet: z.nullable(z.string()),
    body: z.nullable(z.string()),
    signer: z.object({ name: z.string(), address: z.string(), groupId: z.string(), group: Names }),
    counterpart: z.enum(counterparts),
    countersign: z.boolean(),
    text: z.object({
      number: z.int(),
      title: z.string(),
      opening: z.string(),
      promises: z.array(z.string()),
      closing: z.string(),
    }),
    way: z.enum(ways),
    signedOn: z.string(),
    recordedAt: z.string(),
    recordedBy: z.nullable(z.string()),
    witness: z.nullable(z.string()),
    /** The name that the signer typed, with a code. */
    typedName: z.nullable(z.string()),
    meeting: z.nullable(z.object({ title: z.string(), heldOn: z.string() })),
    /** Base64 of the strokes. */
    ink: z.nullable(z.string()),
    code: z.string(),
    countersigned: z.nullable(z.object({ on: z.string(), by: z.nullable(z.string()) })),
    waits: z.nullable(WaitsForCounterpart),
    voided: z.nullable(z.object({ on: z.string(), reason: z.string() })),
    may: z.object({ decide: z.boolean(), breach: z.boolean() }),
  }),
})

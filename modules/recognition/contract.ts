// What can be asked of and done to the register of recognition decisions.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../platform/contract/operation.ts'
import {
  CountParameter,
  Id,
  Instant,
  ListParameter,
  OptionalText,
  Page,
  PlainDate,
  Text,
  Version,
} from '../../platform/contract/schemas.ts'
import { mapStatuses } from './progress.ts'
import { recognitionRefusals as refusals } from './refusals.ts'
import { outcomes } from './standing.ts'

const Words = z.object({ vi: z.string(), en: z.string() })
export const Unit = z.object({ id: Id, code: z.string(), name: z.string(), type: z.string() })
export const OutcomeName = z.enum(outcomes)
export const StandingName = z.enum(['none', 'recognised', 'again', 'lost', 'expired'])
export const StatusName = z.enum(mapStatuses)

const written = {
  areaId: Id,
  outcome: OutcomeName,
  /** Empty where it is not known; then `source` says which paper states the decision. */
  number: OptionalText(60),
  decidedOn: PlainDate,
  /** Left out: from the day of the decision. */
  effectiveOn: z.optional(PlainDate),
  /** The first day on which it no longer holds. */
  validTo: z.optional(PlainDate),
  issuer: Text(200),
  criteriaVersion: Text(40),
  reason: OptionalText(2000),
  source: OptionalText(300),
  fileId: z.optional(Id),
  /** Published as fact: it counts in the public progress. */
  public: z._default(z.boolean(), true),
}

const Row = z.object({
  id: Id,
  unit: Unit,
  outcome: OutcomeName,
  number: z.string(),
  decidedOn: PlainDate,
  effectiveOn: PlainDate,
  validTo: z.nullable(PlainDate),
  issuer: z.string(),
  criteriaVersion: z.string(),
  fileId: z.nullable(Id),
  public: z.boolean(),
  demo: z.boolean(),
  cancelledOn: z.nullable(PlainDate),
  replacedById: z.nullable(Id),
  version: Version,
})

export const ListDecisions = defineQuery({
  name: 'recognition.list',
  title: { vi: 'Sổ quyết định công nhận', en: 'Register of recognition decisions' },
  permission: 'recognition.read',
  place: 'scope',
  input: z.object({
    /** Decisions of this day and before; left out: all. */
    on: z.optional(PlainDate),
    q: OptionalText(100),
    outcome: ListParameter(OutcomeName),
    /** `cancelled`: those that were cancelled or corrected; `all`: both. */
    state: z._default(z.enum(['valid', 'cancelled', 'all']), 'valid'),
    areaId: z.optional(Id),
    ...Page,
  }),
  output: z.object({
    rows: z.array(Row),
    total: z.int(),
    /** How many of each outcome match everything but the chosen outcomes. */
    outcomes: z.object({ recognised: z.int(), kept: z.int(), lost: z.int(), reappraise: z.int() }),
    next: z.nullable(z.string()),
    may: z.object({ register: z.boolean() }),
  }),
})

export const FindDecision = defineQuery({
  name: 'recognition.find',
  title: { vi: 'Một quyết định công nhận', en: 'One recognition decision' },
  permission: 'recognition.read',
  place: 'record',
  input: z.object({ id: Id }),
  output: z.object({
    decision: z.extend(Row, {
      reason: z.string(),
      source: z.string(),
      cancelledReason: z.string(),
      cancelledBy: z.nullable(z.string()),
      recordedAt: Instant,
      recordedBy: z.nullable(z.string()),
      file: z.nullable(z.object({ id: Id, name: z.string(), mediaType: z.string(), size: z.int() })),
    }),
    /** The entries that this one came after and before, the oldest first; this one included. */
    entries: z.array(
      z.object({
        id: Id,
        number: z.string(),
        decidedOn: PlainDate,
        recordedAt: Instant,
        cancelledOn: z.nullable(PlainDate),
        cancelledReason: z.string(),
      }),
    ),
    /** Whether the unit's standing today rests on it. */
    inForce: z.boolean(),
    may: z.object({ correct: z.boolean(), cancel: z.boolean() }),
  }),
})

export const ShowHistory = defineQuery({
  name: 'recognition.history',
  title: { vi: 'Lịch sử tình trạng của một đơn vị', en: 'The status history of a unit' },
  permission: 'recognition.read',
  place: { in: (input) => input.areaId },
  input: z.object({ areaId: Id, on: z.optional(PlainDate) }),
  output: z.object({
    on: PlainDate,
    status: StatusName,
    standing: StandingName,
    /** Its own steps, then those of the units that took it over; the oldest first. */
    steps: z.array(
      z.object({
        unit: Unit,
        on: PlainDate,
        standing: StandingName,
        cause: z.enum(['decision', 'succession', 'expiry', 'plan']),
        outcome: z.nullable(OutcomeName),
        reason: Words,
        decision: z.nullable(z.object({ id: Id, number: z.string(), issuer: z.string(), demo: z.boolean() })),
      }),
    ),
    may: z.object({ register: z.boolean() }),
  }),
})

export const ShowMap = defineQuery({
  name: 'recognition.map',
  title: { vi: 'Bản đồ tình trạng công nhận', en: 'The map of recognition' },
  permission: 'recognition.read',
  place: 'scope',
  input: z.object({ programme: Text(100), on: z.optional(PlainDate) }),
  output: z.object({
    on: PlainDate,
    asOf: Instant,
    areas: z.object({
      total: z.int(),
      drugFree: z.int(),
      target: z.nullable(z.int()),
      kept: z.int(),
      converted: z.int(),
      keepAim: z.int(),
      convertAim: z.int(),
    }),
    units: z.array(
      z.extend(Unit, {
        lat: z.nullable(z.number()),
        lon: z.nullable(z.number()),
        status: StatusName,
        standing: StandingName,
        since: z.nullable(PlainDate),
        reason: z.nullable(Words),
        decisionId: z.nullable(Id),
        /** GeoJSON, as coarse as the map is small; null unless every unit has one. */
        boundary: z.nullable(z.unknown()),
      }),
    ),
    /** Where the boundaries come from; null: the map is a diagram of positions. */
    boundarySource: z.nullable(z.string()),
    partial: z.array(Unit),
    merges: z.array(z.object({ on: PlainDate, unitIds: z.array(Id), into: z.string() })),
    /** The days on which something changes, in numbers. */
    days: z.array(
      z.discriminatedUnion('kind', [
        z.object({
          on: PlainDate,
          kind: z.literal('decision'),
          count: z.int(),
          outcomes: z.array(z.object({ outcome: OutcomeName, count: z.int() })),
        }),
        z.object({ on: PlainDate, kind: z.literal('merge'), count: z.int(), before: z.int(), after: z.int() }),
      ]),
    ),
    range: z.object({ from: PlainDate, to: PlainDate }),
    may: z.object({ register: z.boolean() }),
  }),
  refusals: [refusals.no_programme],
})

export const ListUnits = defineQuery({
  name: 'recognition.units',
  title: {
    vi: 'Đơn vị mà mình được vào sổ quyết định, tại một ngày',
    en: 'Units for which I may register a decision, on a day',
  },
  permission: 'recognition.decide',
  place: 'scope',
  input: z.object({ on: PlainDate, q: OptionalText(100), limit: z._default(CountParameter(200), 50) }),
  output: z.object({
    units: z.array(z.extend(Unit, { standing: StandingName, parent: z.string() })),
    more: z.boolean(),
  }),
})

export const RegisterDecision = defineCommand({
  name: 'recognition.register',
  title: { vi: 'Vào sổ một quyết định công nhận', en: 'Register a recognition decision' },
  permission: 'recognition.decide',
  place: { in: (input) => input.areaId },
  input: z.object({ id: Id, ...written }),
  output: z.object({ id: Id, version: Version, status: StatusName }),
  refusals: Object.values(refusals),
})

export const CorrectDecision = defineCommand({
  name: 'recognition.correct',
  title: { vi: 'Đính chính một quyết định đã vào sổ', en: 'Correct a registered decision' },
  permission: 'recognition.decide',
  place: 'record',
  input: z.object({ id: Id, version: Version, newId: Id, because: Text(1000), ...written }),
  output: z.object({ id: Id, version: Version, status: StatusName }),
  refusals: Object.values(refusals),
})

export const CancelDecision = defineCommand({
  name: 'recognition.cancel',
  title: { vi: 'Hủy một mục đã vào sổ', en: 'Cancel a registered entry' },
  permission: 'recognition.decide',
  place: 'record',
  input: z.object({ id: Id, version: Version, because: Text(1000) }),
  output: z.object({ id: Id, version: Version }),
  refusals: [refusals.cancelled_already],
})

const PublicTarget = z.object({
  kind: z.enum(['areas-drug-free', 'area-keep', 'area-convert', 'bodies-standard', 'commitments']),
  title: Words,
  /** The group that signs, or the kind of body. */
  of: z.nullable(z.string()),
  unit: z.enum(['count', 'share']),
  value: z.number(),
  /** Null: no data yet, which is never nought. */
  current: z.nullable(z.number()),
  dueOn: PlainDate,
  /** Codes of the units that it is about. */
  areas: z.array(z.string()),
})

export const ShowProgress = defineQuery({
  name: 'recognition.progress',
  path: '/api/public/programmes/{slug}/progress',
  title: { vi: 'Tiến độ công khai của một chương trình', en: 'The public progress of a programme' },
  permission: 'public',
  place: 'nowhere',
  input: z.object({ slug: Text(100), on: z.optional(PlainDate) }),
  output: z.object({
    on: PlainDate,
    asOf: Instant,
    areas: z.object({
      total: z.int(),
      drugFree: z.int(),
      /** Null while no plan is in force. */
      target: z.nullable(z.int()),
      kept: z.int(),
      converted: z.int(),
    }),
    targets: z.array(PublicTarget),
  }),
  refusals: [refusals.no_programme],
})

// One target: what it asks for, where it stands, and the records behind that.

import * as z from 'zod/mini'
import { defineQuery } from '../../../platform/contract/operation.ts'
import { Id, PlainDate } from '../../../platform/contract/schemas.ts'
import {
  AreaName,
  Became,
  DocumentName,
  LineChange,
  MeasuredLine,
  Names,
  Slug,
  targetKinds,
  unitStandings,
} from './shapes.ts'

const UnitRecord = z.object({
  area: AreaName,
  standing: z.enum(unitStandings),
  since: z.nullable(PlainDate),
  /** The decision that it follows from. */
  decisionId: z.nullable(Id),
  reason: z.nullable(Names),
  /** Which part of the plan it belongs to; null: outside the targets. */
  part: z.nullable(z.enum(['keep', 'convert'])),
  became: z.array(Became),
})

export const BodyRecord = z.object({
  id: Id,
  name: z.string(),
  kind: z.string(),
  area: AreaName,
  /** null: not decided yet. */
  met: z.nullable(z.boolean()),
  decidedOn: z.nullable(PlainDate),
  document: z.nullable(DocumentName),
  demo: z.boolean(),
  mayRecord: z.boolean(),
})

export const TargetDetail = defineQuery({
  name: 'programme.target',
  title: { vi: 'Một chỉ tiêu và hồ sơ đứng sau', en: 'A target and the records behind it' },
  permission: 'programme.read',
  place: 'scope',
  input: z.object({ lineId: Id, on: z.optional(PlainDate) }),
  output: z.object({
    programme: z.object({ id: Id, slug: Slug, name: Names, demo: z.boolean() }),
    plan: z.object({ id: Id, year: z.int(), title: z.string(), closedOn: z.nullable(PlainDate) }),
    on: PlainDate,
    measuredOn: PlainDate,
    line: MeasuredLine,
    units: z.array(UnitRecord),
    bodies: z.array(BodyRecord),
    /** Records of areas outside the reach of the one who asks: counted, not shown. */
    hidden: z.int(),
    history: z.array(
      z.object({
        number: z.int(),
        effectiveOn: PlainDate,
        reason: z.string(),
        document: z.nullable(DocumentName),
        change: z.nullable(LineChange),
      }),
    ),
    documents: z.array(DocumentName),
  }),
})

/** The targets that a place has, for the page of a unit. */
export const TargetsOfArea = defineQuery({
  name: 'programme.targetsOfArea',
  title: { vi: 'Chỉ tiêu của một địa bàn', en: 'The targets of an area' },
  permission: 'programme.read',
  place: { in: (input) => input.areaId },
  input: z.object({ areaId: Id, on: z.optional(PlainDate), kind: z.optional(z.enum(targetKinds)) }),
  output: z.object({
    on: PlainDate,
    plans: z.array(
      z.object({
        programme: z.object({ slug: Slug, name: Names, demo: z.boolean() }),
        year: z.int(),
        measuredOn: PlainDate,
        lines: z.array(MeasuredLine),
      }),
    ),
  }),
})

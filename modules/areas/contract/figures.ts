// Dated denominators with their source, as they were and restated on the units of another day.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { Id, PlainDate, Text, Version } from '../../../platform/contract/schemas.ts'
import { measures } from './kinds.ts'
import { areaRefusals } from './refusals.ts'
import { UnitBrief } from './units.ts'

export const ListFigures = defineQuery({
  name: 'areas.figures',
  title: { vi: 'Số liệu nền của một địa bàn', en: 'The base figures of an area' },
  permission: 'areas.read',
  place: { in: (input) => input.areaId },
  input: z.object({ areaId: Id, on: z.optional(PlainDate) }),
  output: z.object({
    on: z.string(),
    rows: z.array(
      z.object({
        id: z.string(),
        measure: z.string(),
        asOf: z.string(),
        value: z.number(),
        source: z.string(),
        demo: z.boolean(),
        version: z.number(),
        /** Older figures of the same measure. */
        earlier: z.number(),
      }),
    ),
    may: z.object({ manage: z.boolean() }),
  }),
})

/** Why a figure cannot be restated for a unit; never a guess in its place. */
export const cannotReasons = ['share-unknown', 'no-figure', 'level-removed', 'mixed-since'] as const
const Because = z.object({ unit: UnitBrief, on: z.nullable(z.string()), why: z.enum(cannotReasons) })

export const RestateFigures = defineQuery({
  name: 'areas.restate',
  title: { vi: 'Số liệu quy về đơn vị của một ngày', en: 'Figures restated on the units of a day' },
  permission: 'areas.read',
  place: 'scope',
  input: z.object({
    /** Any unit of the territory: the same one that the flow picture is asked for. */
    id: Id,
    measure: z.enum(measures),
    /** The day of the question: figures and changes known by then. */
    on: z.optional(PlainDate),
    /** The day whose units carry the result; by default the same. */
    to: z.optional(PlainDate),
  }),
  output: z.object({
    on: z.string(),
    to: z.string(),
    /** Each unit's own latest figure. */
    asItWas: z.array(
      z.object({ unit: UnitBrief, asOf: z.string(), value: z.number(), source: z.string(), demo: z.boolean() }),
    ),
    restated: z.array(
      z.object({
        unit: UnitBrief,
        value: z.nullable(z.number()),
        /** Filled when the value is null: 'cannot be restated', and why. */
        because: z.array(Because),
      }),
    ),
  }),
  refusals: [areaRefusals.no_such_unit],
})

const FigureInput = {
  asOf: PlainDate,
  /** People, households, firms: there is no half of one. */
  value: z.int().check(z.minimum(0), z.maximum(1_000_000_000)),
  source: Text(300),
}
export const AddFigure = defineCommand({
  name: 'areas.addFigure',
  title: { vi: 'Thêm số liệu nền', en: 'Add a base figure' },
  permission: 'areas.manage',
  place: { in: (input) => input.areaId },
  input: z.object({ id: Id, areaId: Id, measure: z.enum(measures), ...FigureInput }),
  output: z.object({ id: z.string(), version: z.number() }),
  refusals: [areaRefusals.outside_validity, areaRefusals.denominator_twice, areaRefusals.in_the_future],
})

export const CorrectFigure = defineCommand({
  name: 'areas.correctFigure',
  title: { vi: 'Sửa số liệu nền', en: 'Correct a base figure' },
  permission: 'areas.manage',
  place: 'record',
  input: z.object({ id: Id, version: Version, ...FigureInput }),
  output: z.object({ id: z.string(), version: z.number() }),
  refusals: [areaRefusals.outside_validity, areaRefusals.denominator_twice, areaRefusals.in_the_future],
})

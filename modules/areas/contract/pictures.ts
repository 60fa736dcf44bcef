// Pictures of territory: the map of a day, the days on which something changes, and the flow of a lineage.

import * as z from 'zod/mini'
import { defineQuery } from '../../../platform/contract/operation.ts'
import { Id, PlainDate } from '../../../platform/contract/schemas.ts'
import { levels } from './kinds.ts'
import { areaRefusals } from './refusals.ts'
import { UnitBrief, UnitShape } from './units.ts'

const Event = z.object({
  date: z.string(),
  document: z.string(),
  kind: z.string(),
  /** How many units of the picture there were the day before, and on the day. */
  before: z.number(),
  after: z.number(),
})

export const AreaMap = defineQuery({
  name: 'areas.map',
  title: { vi: 'Bản đồ một địa bàn tại một ngày', en: 'The map of an area on a day' },
  permission: 'signed-in',
  place: 'nowhere',
  input: z.object({ within: Id, on: z.optional(PlainDate), level: z._default(z.enum(levels), 'commune') }),
  output: z.object({
    on: z.string(),
    within: UnitShape,
    /** True when `within` was no unit on that day, and the units shown are those that hold its territory. */
    within_ended: z.boolean(),
    units: z.array(
      z.extend(UnitShape, {
        lat: z.nullable(z.number()),
        lon: z.nullable(z.number()),
        positionApproximate: z.boolean(),
        /** Only a part of it lies in the area that was asked for. */
        inPart: z.boolean(),
        boundary: z.nullable(z.unknown()),
      }),
    ),
    boundarySource: z.nullable(z.string()),
    /** Units that the next change joins, to be marked on their shared edge. */
    merges: z.array(z.object({ date: z.string(), into: z.string(), unitIds: z.array(z.string()) })),
    events: z.array(Event),
  }),
  refusals: [areaRefusals.no_such_unit],
})

export const FlowNode = z.extend(UnitBrief, {
  /** The name that the same code stood for in the column before. */
  codeWas: z.nullable(z.string()),
  /** Only parts came here; the rest of it lies outside the picture. */
  inPart: z.boolean(),
})
export const LineageFlow = defineQuery({
  name: 'areas.flow',
  title: { vi: 'Sơ đồ kế thừa của địa bàn', en: 'The lineage of an area as a flow' },
  permission: 'signed-in',
  place: 'nowhere',
  input: z.object({ id: Id, on: z.optional(PlainDate) }),
  output: z.object({
    on: z.string(),
    /** The unit whose territory the picture shows, for example the district. */
    about: z.nullable(UnitShape),
    columns: z.array(
      z.object({ date: z.nullable(z.string()), documents: z.array(z.string()), nodes: z.array(FlowNode) }),
    ),
    /** From a node of column `column` to one of the next; share null: unknown. */
    links: z.array(
      z.object({
        column: z.number(),
        from: z.string(),
        to: z.string(),
        share: z.nullable(z.number()),
        kind: z.string(),
      }),
    ),
    /** The nodes and links that this unit's own path takes. */
    path: z.array(z.string()),
    /** Larger than a picture can hold: only the unit's own path is given. */
    cut: z.boolean(),
  }),
  refusals: [areaRefusals.no_such_unit],
})

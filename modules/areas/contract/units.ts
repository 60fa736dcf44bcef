// Units on a date: what anyone may ask (public by nature), and what the staff screens show.

import * as z from 'zod/mini'
import { defineQuery } from '../../../platform/contract/operation.ts'
import { Id, OptionalText, Page, PlainDate } from '../../../platform/contract/schemas.ts'
import { levels } from './kinds.ts'
import { areaRefusals } from './refusals.ts'

export const Code = z.string().check(z.trim(), z.regex(/^[\p{L}\p{N}._-]{1,20}$/u))
const Share = z.nullable(z.number())

export const UnitBrief = z.object({ id: z.string(), code: z.string(), name: z.string(), type: z.string() })
export const UnitShape = z.extend(UnitBrief, {
  level: z.enum(levels),
  validFrom: z.string(),
  /** The first day on which it is no longer valid; null while no end is known on the day of the question. */
  validTo: z.nullable(z.string()),
})
/** A unit at the other end of a change. */
export const LinkedUnit = z.extend(UnitBrief, {
  date: z.string(),
  document: z.string(),
  kind: z.string(),
  share: Share,
  note: z.string(),
})
/** A unit that holds the territory now, with the last change that brought it there. */
export const Holder = z.extend(UnitBrief, { date: z.string(), kind: z.string(), share: Share })

export const PublicAreas = defineQuery({
  name: 'areas.publicList',
  title: { vi: 'Danh sách đơn vị hành chính tại một ngày', en: 'The administrative units on a day' },
  permission: 'public',
  place: 'nowhere',
  path: '/api/public/areas',
  input: z.object({
    on: z.optional(PlainDate),
    within: z.optional(Code),
    level: z._default(z.enum(levels), 'commune'),
  }),
  output: z.object({ on: z.string(), areas: z.array(UnitBrief) }),
  refusals: [areaRefusals.no_such_code],
})

export const PublicLineage = defineQuery({
  name: 'areas.publicLineage',
  title: { vi: 'Một đơn vị từ đâu đến, nay thuộc đâu', en: 'Where a unit came from and what became of it' },
  permission: 'public',
  place: 'nowhere',
  path: '/api/public/areas/lineage',
  input: z.object({ code: Code, on: z.optional(PlainDate) }),
  output: z.object({
    unit: UnitBrief,
    from: z.array(z.extend(UnitBrief, { date: z.string(), kind: z.string(), share: Share })),
    became: z.array(z.object({ code: z.string(), name: z.string(), date: z.string(), kind: z.string(), share: Share })),
  }),
  refusals: [areaRefusals.no_such_code],
})

/** Territory is public knowledge, so these three are cut by no scope; what sits in it (bodies, figures) is. */
export const AreaTree = defineQuery({
  name: 'areas.tree',
  title: { vi: 'Một nhánh của cây địa bàn', en: 'One branch of the tree of areas' },
  permission: 'signed-in',
  place: 'nowhere',
  input: z.object({ on: z.optional(PlainDate), under: z.optional(Id) }),
  output: z.object({
    on: z.string(),
    units: z.array(z.extend(UnitShape, { children: z.number() })),
    /** At the root only: the unit that the reader's own work lies in, with those above it, the highest first. */
    start: z.array(z.string()),
    may: z.object({ import: z.boolean() }),
  }),
})

export const ListAreas = defineQuery({
  name: 'areas.list',
  title: { vi: 'Tìm trong danh sách địa bàn', en: 'Search the list of areas' },
  permission: 'signed-in',
  place: 'nowhere',
  input: z.object({
    on: z.optional(PlainDate),
    within: z.optional(Id),
    level: z.optional(z.enum(levels)),
    text: OptionalText(100),
    ...Page,
  }),
  output: z.object({
    on: z.string(),
    rows: z.array(
      z.extend(UnitShape, {
        parent: z.nullable(UnitBrief),
        /** The next change that is known, for "sẽ nhập từ". */
        changesOn: z.nullable(z.string()),
      }),
    ),
    total: z.number(),
    next: z.nullable(z.string()),
  }),
})

export const ShowUnit = defineQuery({
  name: 'areas.unit',
  title: { vi: 'Một đơn vị: hiệu lực, cấp trên, từ đâu, về đâu', en: 'One unit: validity, ancestors, lineage' },
  permission: 'signed-in',
  place: 'nowhere',
  input: z.object({ id: Id, on: z.optional(PlainDate) }),
  output: z.object({
    on: z.string(),
    unit: z.extend(UnitShape, {
      lat: z.nullable(z.number()),
      lon: z.nullable(z.number()),
      positionApproximate: z.boolean(),
      km2: z.nullable(z.number()),
    }),
    standing: z.enum(['valid', 'ended', 'not-yet']),
    ancestors: z.array(UnitShape),
    children: z.array(z.object({ level: z.enum(levels), count: z.number() })),
    from: z.array(LinkedUnit),
    to: z.array(LinkedUnit),
    holders: z.array(Holder),
    /** Other units that bore the same code at another time. */
    sameCode: z.array(UnitShape),
    boundarySource: z.nullable(z.string()),
    /** `read`: bodies and figures of the unit lie within reach. */
    may: z.object({ read: z.boolean(), manage: z.boolean() }),
  }),
  refusals: [areaRefusals.no_such_unit],
})

// Agencies, schools, firms and other bodies that sit in a unit.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { CountParameter, Id, OptionalText, PlainDate, Text, Version } from '../../../platform/contract/schemas.ts'
import { bodyKinds, trees } from './kinds.ts'
import { areaRefusals } from './refusals.ts'
import { UnitBrief } from './units.ts'

export const BodyShape = z.object({
  id: z.string(),
  area: UnitBrief,
  tree: z.enum(trees),
  kind: z.enum(bodyKinds),
  name: z.string(),
  address: z.string(),
  members: z.nullable(z.number()),
  superior: z.nullable(z.object({ id: z.string(), name: z.string() })),
  validFrom: z.string(),
  validTo: z.nullable(z.string()),
  demo: z.boolean(),
  version: z.number(),
})

export const ListBodies = defineQuery({
  name: 'areas.bodies',
  title: { vi: 'Cơ quan, đơn vị, trường học trong địa bàn', en: 'Agencies, units and schools of an area' },
  permission: 'areas.read',
  place: 'scope',
  input: z.object({
    /** Bodies of the unit itself and of all that it covers: units below it, and units that it wholly took over. */
    areaId: Id,
    on: z.optional(PlainDate),
    tree: z.optional(z.enum(trees)),
    kind: z.optional(z.enum(bodyKinds)),
    text: OptionalText(100),
    cursor: z.optional(z.string().check(z.maxLength(300))),
    limit: z._default(CountParameter(500), 100),
  }),
  output: z.object({
    on: z.string(),
    rows: z.array(BodyShape),
    total: z.number(),
    next: z.nullable(z.string()),
    /** Agencies, units and schools: what a plan counts. */
    counted: z.number(),
    may: z.object({ manage: z.boolean() }),
  }),
})

const Members = z.optional(z.nullable(z.int().check(z.minimum(0), z.maximum(1_000_000))))

export const AddBody = defineCommand({
  name: 'areas.addBody',
  title: { vi: 'Thêm cơ quan, đơn vị, trường học', en: 'Add an agency, unit or school' },
  permission: 'areas.manage',
  place: { in: (input) => input.areaId },
  input: z.object({
    id: Id,
    areaId: Id,
    tree: z._default(z.enum(trees), 'government'),
    kind: z.enum(bodyKinds),
    name: Text(200),
    address: OptionalText(300),
    members: Members,
    superiorId: z.optional(z.nullable(Id)),
    validFrom: PlainDate,
  }),
  output: z.object({ id: z.string(), version: z.number() }),
  refusals: [areaRefusals.outside_validity, areaRefusals.superior_wrong],
})

export const ChangeBody = defineCommand({
  name: 'areas.changeBody',
  title: { vi: 'Sửa cơ quan, đơn vị, trường học', en: 'Change an agency, unit or school' },
  permission: 'areas.manage',
  place: 'record',
  input: z.object({
    id: Id,
    version: Version,
    kind: z.enum(bodyKinds),
    name: Text(200),
    address: OptionalText(300),
    members: Members,
    superiorId: z.optional(z.nullable(Id)),
  }),
  output: z.object({ id: z.string(), version: z.number() }),
  refusals: [areaRefusals.body_ended, areaRefusals.superior_wrong],
})

export const EndBody = defineCommand({
  name: 'areas.endBody',
  title: { vi: 'Kết thúc một cơ quan, đơn vị', en: 'End an agency or unit' },
  permission: 'areas.manage',
  place: 'record',
  input: z.object({ id: Id, version: Version, validTo: PlainDate }),
  output: z.object({ id: z.string(), version: z.number() }),
  refusals: [areaRefusals.body_ended, areaRefusals.ends_before_start],
})

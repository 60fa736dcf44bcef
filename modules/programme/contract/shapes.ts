// Shapes that the answers of this module share.

import * as z from 'zod/mini'
import { Id, PlainDate } from '../../../platform/contract/schemas.ts'

export const Names = z.object({ vi: z.string(), en: z.string() })
/** The part of an address that names a programme: `kim-dong-2024`. */
export const Slug = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(80))
export const AreaName = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  type: z.string(),
  level: z.enum(['province', 'district', 'commune', 'village']),
})
/** A document as far as a line needs it. */
export const DocumentName = z.object({
  id: Id,
  kind: z.string(),
  number: z.string(),
  issuedOn: z.nullable(PlainDate),
  title: z.string(),
})

/** What a target asks for. */
export const targetKinds = ['areas-drug-free', 'area-keep', 'area-convert', 'bodies-standard', 'commitments'] as const
export type TargetKind = (typeof targetKinds)[number]

/** One line of a plan as it was decided. */
export const Line = z.object({
  lineId: Id,
  kind: z.enum(targetKinds),
  area: AreaName,
  group: z.nullable(z.object({ id: z.string(), name: Names })),
  title: Names,
  /** What stood at the beginning; null: not known. */
  baseline: z.nullable(z.number()),
  value: z.number(),
  unit: z.enum(['count', 'share']),
  dueOn: PlainDate,
})

/** `no-data`: there are no records to compute from, which is never the same as nothing done. */
export const resultStates = ['no-data', 'open', 'met', 'missed'] as const
/** How the unit of a line stands: from decisions alone. */
export const unitStandings = ['kept', 'converted', 'not-yet', 'lost', 'reappraise', 'no-decision'] as const

/** What a share is of: the list closed for the plan, the rosters counted until a day, or what papers declare. */
export const Basis = z.object({
  from: z.enum(['plan', 'lists', 'papers']),
  asOf: PlainDate,
  /** Null where it is no single one. */
  source: z.nullable(z.string()),
  documentId: z.nullable(z.string()),
})
export type Basis = z.output<typeof Basis>

export const Result = z.object({
  state: z.enum(resultStates),
  /** How many meet it, of how many; null where nothing is recorded. */
  count: z.nullable(z.number()),
  of: z.nullable(z.number()),
  standing: z.nullable(z.enum(unitStandings)),
  since: z.nullable(PlainDate),
  basis: z.nullable(Basis),
})

/** What a unit of the plan has become, by the day shown. */
export const Became = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  type: z.string(),
  on: PlainDate,
  kind: z.string(),
  document: z.string(),
  /** 0..1 of the older unit; null: not known, and then never divided. */
  share: z.nullable(z.number()),
})

export const MeasuredLine = z.extend(Line, { result: Result, became: z.array(Became) })

/** One change of one line between two versions. */
export const LineChange = z.object({
  lineId: Id,
  what: z.enum(['added', 'changed', 'removed']),
  title: Names,
  area: AreaName,
  fields: z.array(
    z.object({
      field: z.enum(['area', 'title', 'baseline', 'value', 'dueOn', 'kind', 'group']),
      before: z.nullable(z.union([z.string(), z.number()])),
      after: z.nullable(z.union([z.string(), z.number()])),
      unit: z.optional(z.enum(['count', 'share'])),
    }),
  ),
})

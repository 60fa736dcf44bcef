// The programme: which there are, where one stands on a day, and setting one up.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { defineRefusals } from '../../../platform/contract/refusal.ts'
import { Id, PlainDate, Text, Version } from '../../../platform/contract/schemas.ts'
import { AreaName, DocumentName, LineChange, MeasuredLine, Names, Slug } from './shapes.ts'

export const ListProgrammes = defineQuery({
  name: 'programme.list',
  title: { vi: 'Các chương trình của địa bàn mình', en: 'The programmes of my areas' },
  permission: 'signed-in',
  place: 'scope',
  input: z.object({}),
  output: z.object({
    programmes: z.array(
      z.object({
        id: Id,
        slug: Slug,
        name: Names,
        area: AreaName,
        startsOn: PlainDate,
        endsOn: PlainDate,
        opensOn: z.nullable(PlainDate),
        demo: z.boolean(),
      }),
    ),
  }),
})

const Phase = z.object({ id: Id, name: Names, startsOn: PlainDate, endsOn: PlainDate })

export const PlanVersion = z.object({
  number: z.int(),
  decidedOn: PlainDate,
  effectiveOn: PlainDate,
  /** `coming`: decided, and not yet in force on the day shown. */
  state: z.enum(['past', 'in-force', 'coming']),
  document: z.nullable(DocumentName),
  reason: z.string(),
  demo: z.boolean(),
  recordedOn: PlainDate,
  /** What it changed against the version before; empty for the plan as issued. */
  changes: z.array(LineChange),
})

export const ProgrammeOverview = defineQuery({
  name: 'programme.overview',
  title: { vi: 'Chương trình đang ở đâu', en: 'Where a programme stands' },
  permission: 'programme.read',
  place: 'scope',
  input: z.object({
    slug: Slug,
    on: z.optional(PlainDate),
    /** The year of the plan; without it the plan of the day shown. */
    year: z.optional(z.coerce.number().check(z.int(), z.minimum(2000), z.maximum(2200))),
  }),
  output: z.object({
    programme: z.object({
      id: Id,
      slug: Slug,
      name: Names,
      area: AreaName,
      startsOn: PlainDate,
      endsOn: PlainDate,
      demo: z.boolean(),
      public: z.boolean(),
    }),
    on: PlainDate,
    /** The day up to which results count: the day shown, at the latest the end of the programme. */
    measuredOn: PlainDate,
    phases: z.array(Phase),
    years: z.array(z.int()),
    plan: z.nullable(
      z.object({
        id: Id,
        year: z.int(),
        title: z.string(),
        closedOn: z.nullable(PlainDate),
        version: Version,
        inForce: z.nullable(z.int()),
        versions: z.array(PlanVersion),
      }),
    ),
    stands: z.object({
      total: z.int(),
      drugFree: z.nullable(z.int()),
      target: z.nullable(z.number()),
      dueOn: z.nullable(PlainDate),
      keep: z.object({ met: z.int(), of: z.int() }),
      convert: z.object({ met: z.int(), of: z.int() }),
    }),
    lines: z.array(MeasuredLine),
    /** Lines of units outside the areas of the one who asks. */
    hidden: z.int(),
    documents: z.array(DocumentName),
    may: z.object({ amend: z.boolean(), recordStandard: z.boolean(), makePlan: z.boolean() }),
  }),
})

export const programmeRefusals = defineRefusals('programme', {
  slug_taken: { vi: 'Đã có chương trình dùng địa chỉ này.', en: 'A programme with this address exists already.' },
  ends_before_start: {
    status: 422,
    vi: 'Ngày kết thúc phải sau ngày bắt đầu.',
    en: 'The end must lie after the start.',
  },
})

export const CreateProgramme = defineCommand({
  name: 'programme.create',
  title: { vi: 'Lập chương trình', en: 'Set up a programme' },
  permission: 'programme.manage',
  place: { in: (input) => input.areaId },
  input: z.object({
    id: Id,
    slug: Slug,
    nameVi: Text(200),
    nameEn: Text(200),
    areaId: Id,
    startsOn: PlainDate,
    endsOn: PlainDate,
    phases: z
      .array(z.object({ nameVi: Text(200), nameEn: Text(200), startsOn: PlainDate, endsOn: PlainDate }))
      .check(z.maxLength(20)),
    public: z.boolean(),
  }),
  output: z.object({ id: Id, slug: Slug }),
  refusals: [programmeRefusals.slug_taken, programmeRefusals.ends_before_start],
})

// Home answers three questions at a glance: where do we stand, what is late and who answers for it, what must I do today.

import * as z from 'zod/mini'
import { defineQuery } from '../../platform/contract/operation.ts'
import { Id, Instant, PlainDate } from '../../platform/contract/schemas.ts'
import { Basis } from '../programme/contract/shapes.ts'

/** What a unit shows on the map: how it stands towards the plan and by decision. */
export const Standing = z.enum(['kept', 'converted', 'appraising', 'working', 'outside', 'again', 'lost'])

const UnitOnMap = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  type: z.string(),
  standing: Standing,
  lat: z.nullable(z.number()),
  lon: z.nullable(z.number()),
  late: z.int(),
  /** GeoJSON, as coarse as the map is small; null unless every unit has one. */
  boundary: z.nullable(z.unknown()),
})
const Reached = z.object({ have: z.int(), of: z.int() })
const LateTask = z.object({
  id: Id,
  title: z.string(),
  dueOn: PlainDate,
  daysLate: z.int(),
  /** Days that were late already when the present holder took the post over. */
  inheritedDays: z.int(),
  post: z.string(),
  place: z.string(),
})
const Mine = z.object({
  kind: z.enum([
    'decide-extension',
    'decide-result',
    'due-task',
    'answer-obstacle',
    'meeting',
    'visit-lot',
    'follow-lot',
    'answer-question',
  ]),
  id: Id,
  title: z.string(),
  note: z.string(),
  dueOn: z.nullable(PlainDate),
  daysLeft: z.nullable(z.int()),
})
/** A share of a group: `no-data` while nothing is on record, which is never 0 %. */
const Coverage = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(['counted', 'no-data']),
  have: z.nullable(z.int()),
  of: z.nullable(z.int()),
  /** What `of` rests on; null for those who do not sign. */
  basis: z.nullable(Basis),
})

export const ShowHome = defineQuery({
  name: 'home.show',
  title: { vi: 'Trang chủ của một chương trình', en: 'Home of a programme' },
  permission: 'programme.read',
  place: 'scope',
  input: z.object({ programme: z.string().check(z.maxLength(100)), on: z.optional(PlainDate) }),
  output: z.object({
    on: PlainDate,
    asOf: Instant,
    due: z.nullable(z.object({ on: PlainDate, daysLeft: z.int() })),
    areas: z.object({
      total: z.int(),
      drugFree: z.int(),
      target: z.nullable(z.int()),
      kept: Reached,
      converted: Reached,
      outside: z.int(),
    }),
    /** Every unit, up to a number that a map can show; beyond it the groups say the same. */
    units: z.array(UnitOnMap),
    /** Where the boundaries come from; null: the map is a diagram of positions. */
    boundarySource: z.nullable(z.string()),
    groups: z.array(z.object({ id: Id, name: z.string(), total: z.int(), drugFree: z.int(), late: z.int() })),
    /** Days on which something happens on the map: the slider marks them. */
    events: z.array(z.object({ on: PlainDate, label: z.string(), kind: z.enum(['merge', 'launch', 'due']) })),
    /** Units that merge after the day that is shown. */
    merges: z.array(z.object({ on: PlainDate, unitIds: z.array(Id), into: z.string() })),
    /** Null for those who see no tasks: that nothing is late would not be true. */
    late: z.nullable(z.object({ count: z.int(), soon: z.int(), rows: z.array(LateTask) })),
    mine: z.object({ count: z.int(), rows: z.array(Mine) }),
    coverage: z.array(Coverage),
    bodies: Coverage,
  }),
})

/** More than this of one kind is not counted: whoever reads it has enough to do. */
export const mostWaiting = 1_000
export const waitingKinds = ['held', 'kept', 'conflicts', 'paper', 'pairs', 'again', 'breaches'] as const

export const ShowWaiting = defineQuery({
  name: 'home.waiting',
  title: { vi: 'Việc ký cam kết đang chờ tôi', en: 'What waits for me in the signing of commitments' },
  permission: 'commitments.read',
  place: 'scope',
  input: z.object({}),
  output: z.object({
    rows: z.array(
      z.object({
        kind: z.enum(waitingKinds),
        count: z.int(),
        /** Of these, the day by which it was to be done has passed. */
        late: z.int(),
        /** Where most of it waits: what the link opens. Null where one screen shows all of it. */
        at: z.nullable(
          z.object({
            driveId: z.nullable(Id),
            communeId: Id,
            hamletId: z.nullable(Id),
            name: z.string(),
          }),
        ),
      }),
    ),
  }),
})

// Where a device may work: hamlets, communes without hamlets, and bodies, in reach of whoever holds it.

import * as z from 'zod/mini'
import { defineQuery } from '../../../platform/contract/operation.ts'

export const mostPlaces = 500
export const placeKinds = ['hamlet', 'commune', 'body'] as const

const places = z.array(
  z.object({
    id: z.string(),
    kind: z.enum(placeKinds),
    name: z.string(),
    type: z.string(),
    /** The commune that it lies in today; its own name for a commune. */
    commune: z.string(),
    /** How many are on the rosters there: households, or members of a body. */
    households: z.number(),
  }),
)

export const ListPlaces = defineQuery({
  name: 'field.places',
  title: { vi: 'Các thôn, đơn vị có thể tải về máy', en: 'Hamlets and bodies that a device may pull' },
  permission: 'commitments.sign',
  place: 'scope',
  input: z.object({}),
  /** `own`: a body of one's own may be among the own places. */
  output: z.object({ places, may: z.object({ decide: z.boolean(), settle: z.boolean(), own: z.boolean() }) }),
})

export const ListOwnPlaces = defineQuery({
  name: 'field.ownPlaces',
  title: { vi: 'Đơn vị mình có thể tải về máy', en: 'The own bodies that a device may pull' },
  permission: 'commitments.own-body',
  place: 'scope',
  input: z.object({}),
  output: z.object({ places }),
})

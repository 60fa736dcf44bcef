// Where a device may work: the hamlets (or communes without hamlets) in reach of whoever holds it.

import * as z from 'zod/mini'
import { defineQuery } from '../../../platform/contract/operation.ts'

export const mostPlaces = 500

export const ListPlaces = defineQuery({
  name: 'field.places',
  title: { vi: 'Các thôn có thể tải về máy', en: 'Hamlets that a device may pull' },
  permission: 'commitments.sign',
  place: 'scope',
  input: z.object({}),
  output: z.object({
    places: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        type: z.string(),
        /** The commune that it lies in today; its own name for a commune. */
        commune: z.string(),
        households: z.number(),
      }),
    ),
    may: z.object({ decide: z.boolean() }),
  }),
})

// A world whose people carry phones: the slices that phones ask, and the routes on which they push what they kept.

import { Hono } from 'hono'
import { slice as commitments } from '../../modules/commitments/server/slice.ts'
import { fieldRoutes } from '../../modules/field/server/public.ts'
import { slice as field } from '../../modules/field/server/slice.ts'
import { problemAnswer } from '../../platform/server/http.ts'
import { openLog } from '../../platform/server/log.ts'
import { world } from './world.ts'

/** With which a phone of a test is enrolled, and seals. */
export const secret = Buffer.alloc(32, 7).toString('base64')

export async function fieldWorld() {
  const slices = [field, commitments]
  const log = openLog('silent')
  const there = await world(slices)
  const site = new Hono().route('/', fieldRoutes(there.parts, slices, log))
  site.onError(problemAnswer({}, log))
  return { there, site }
}

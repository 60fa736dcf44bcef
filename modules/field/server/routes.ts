// The two addresses that take what devices send. They are no operations: what they carry are operations, and each of
// those passes the one door.

import { Hono } from 'hono'
import { platformRefusals, Refusal, refuse } from '../../../platform/contract/refusal.ts'
import { languageOf } from '../../../platform/contract/words.ts'
import { limited } from '../../../platform/server/http.ts'
import type { Log } from '../../../platform/server/log.ts'
import { parseInput } from '../../../platform/server/parse.ts'
import { scopeOf } from '../../../platform/server/rights.ts'
import type { Handler, Parts, Slice } from '../../../platform/server/slice.ts'
import { bundlePath, largestPush, type PushAnswer, PushInput, pushPath } from '../contract/push.ts'
import { takeBundle } from './bundle/take.ts'
import { noteSeen, noteTold, ownDevice } from './devices/known.ts'
import { carryCommands, type Door } from './push/carry.ts'

export function fieldRoutes(parts: Parts, slices: readonly Slice[], log: Log): Hono {
  const door = doorOf(parts, slices, log)
  const routes = new Hono()
  routes.post(pushPath, limited(largestPush), async (http) => {
    const language = languageOf(http.req.header('accept-language'))
    const { headers } = http.req.raw
    const person = await parts.authority.personOf(headers)
    if (!person) throw refuse(platformRefusals.not_signed_in)
    const input = parseInput(PushInput, await http.req.json().catch(unreadable), language)
    const device = await ownDevice(parts.db, input.deviceId, person.id)
    const results = await carryCommands(door, { device, headers, language }, input.commands)
    const now = parts.clock.now()
    if (device.wipeOrderedAt) await noteTold(parts.db, device.id, now)
    const order = device.wipeOrderedAt ? 'wipe' : 'stay'
    const answer: PushAnswer = { ...(await noteSeen(parts.db, device.id, now, input.waiting)), order, results }
    return http.json(answer as never)
  })
  routes.post(bundlePath, limited(largestPush), async (http) => {
    const person = await parts.authority.personOf(http.req.raw.headers)
    if (!person) throw refuse(platformRefusals.not_signed_in)
    const rights = await parts.authority.rightsOf(parts.db, person.id, parts.clock.today())
    const may = ['commitments.sign', 'devices.manage'].some((permission) => {
      const scope = scopeOf(rights, permission)
      return scope.everywhere || scope.roots.length > 0
    })
    if (!may) throw refuse(platformRefusals.not_allowed, { permission: 'commitments.sign' })
    const bytes = new Uint8Array(await http.req.arrayBuffer())
    return http.json(await takeBundle(door, person, bytes, languageOf(http.req.header('accept-language'))))
  })
  return routes
}

const unreadable = (): never => {
  throw new Refusal(platformRefusals.not_json)
}

/** The operations that a device may have carried out without a network, by name. */
function doorOf(parts: Parts, slices: readonly Slice[], log: Log): Door {
  const offline = ({ operation }: Handler) => operation.kind === 'command' && operation.worksOffline === true
  const handlers = slices.flatMap((slice) => slice.handlers).filter(offline)
  return {
    parts,
    handlers: new Map(handlers.map((handler) => [handler.operation.name, handler])),
    constraints: Object.assign({}, ...slices.map((slice) => slice.constraints ?? {})),
    log,
  }
}

// The addresses that take what devices send, and are no operations: of two, what they carry are operations, and each of those
// passes the one door; at the third a device that has emptied itself says so, and nobody is signed in on it any more.

import { Hono, type MiddlewareHandler } from 'hono'
import { platformRefusals, Refusal, refuse } from '../../../platform/contract/refusal.ts'
import { languageOf } from '../../../platform/contract/words.ts'
import { jsonLimited, limited } from '../../../platform/server/http.ts'
import type { Log } from '../../../platform/server/log.ts'
import { parseInput } from '../../../platform/server/parse.ts'
import { type Person, scopeOf } from '../../../platform/server/rights.ts'
import type { Handler, Parts, Slice } from '../../../platform/server/slice.ts'
import { bundlePath, largestPush, type PushAnswer, PushInput, pushPath } from '../contract/push.ts'
import { WipedInput, wipedPath } from '../contract/wiped.ts'
import { takeBundle } from './bundle/take.ts'
import { noteSeen, ownDevice } from './devices/known.ts'
import { noteWiped } from './devices/wiped.ts'
import { carryCommands, type Door } from './push/carry.ts'

export function fieldRoutes(parts: Parts, slices: readonly Slice[], log: Log): Hono {
  const door = doorOf(parts, slices, log)
  const routes = new Hono()
  routes.post(pushPath, onlyForThoseWhoMay(parts), limited(largestPush), async (http) => {
    const language = languageOf(http.req.header('accept-language'))
    const { headers } = http.req.raw
    const person = await signedIn(parts, headers)
    const input = parseInput(PushInput, await http.req.json().catch(unreadable), language)
    const device = await ownDevice(parts.db, input.deviceId, person.id)
    const results = await carryCommands(door, { device, headers, language }, input.commands)
    const now = parts.clock.now()
    const order = device.wipeOrderedAt ? 'wipe' : 'stay'
    const answer: PushAnswer = { ...(await noteSeen(parts.db, device.id, now, input.waiting)), order, results }
    return http.json(answer as never)
  })
  routes.post(bundlePath, onlyForThoseWhoMay(parts, bundlePermissions), limited(largestPush), async (http) => {
    const person = await signedIn(parts, http.req.raw.headers)
    const bytes = new Uint8Array(await http.req.arrayBuffer())
    return http.json(await takeBundle(door, person, bytes, languageOf(http.req.header('accept-language'))))
  })
  routes.post(wipedPath, jsonLimited, async (http) => {
    const body = await http.req.json().catch(unreadable)
    const input = parseInput(WipedInput, body, languageOf(http.req.header('accept-language')))
    await noteWiped(parts, input)
    return http.json({ deviceId: input.deviceId })
  })
  return routes
}

const bundlePermissions = ['commitments.sign', 'commitments.own-body', 'devices.manage']

async function signedIn(parts: Parts, headers: Headers): Promise<Person> {
  const person = await parts.authority.personOf(headers)
  if (!person) throw refuse(platformRefusals.not_signed_in)
  return person
}

/** What is sent here fills memory: it is read only of somebody who may send it, by any of the permissions. */
function onlyForThoseWhoMay(parts: Parts, permissions: readonly string[] = []): MiddlewareHandler {
  return async (http, next) => {
    const person = await signedIn(parts, http.req.raw.headers)
    const rights = await parts.authority.rightsOf(parts.db, person, parts.clock.today())
    const may = permissions.some((permission) => {
      const scope = scopeOf(rights, permission)
      return scope.everywhere || scope.roots.length > 0
    })
    const [permission] = permissions
    if (permission && !may) throw refuse(platformRefusals.not_allowed, { permission })
    await next()
  }
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

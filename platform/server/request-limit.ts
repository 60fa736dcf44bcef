// How many requests a second: counted per signed-in person, and per address for everybody else. Kept in memory, one
// process each; a bucket refills by the second and holds four seconds' worth.

import type { Authority } from './slice.ts'

export type Limits = { perPerson: number; perAddress: number }
/** 0, or the seconds after which to come again. */
type Wait = number

export type RequestLimit = {
  /** Takes one request out of the caller's bucket. An empty address has no socket behind it and is not counted. */
  take(headers: Headers, address: string): Wait
  /** The same authority; whoever it finds signed in is counted as that person from the next request on. */
  noticing(authority: Authority): Authority
}

const secondsHeld = 4
const mostCallers = 50_000
const mostSessions = 20_000

export function requestLimit(
  { perPerson, perAddress }: Limits,
  now: () => number = () => performance.now(),
): RequestLimit {
  const people = buckets(perPerson, now)
  const addresses = buckets(perAddress, now)
  // A cookie only chooses the bucket, and only after the authority has found somebody behind it.
  const personBehind = new Map<string, string>()
  const known = (token: string, personId: string | undefined) => {
    if (personId === undefined) personBehind.delete(token)
    else if (personBehind.get(token) !== personId) {
      if (personBehind.size >= mostSessions) personBehind.clear()
      personBehind.set(token, personId)
    }
  }
  return {
    take(headers, address) {
      const token = tokenOf(headers)
      const personId = token ? personBehind.get(token) : undefined
      if (personId) return people.take(personId)
      return address ? addresses.take(networkOf(address)) : 0
    },
    noticing: (authority) => ({
      ...authority,
      personOf: async (headers) => {
        const person = await authority.personOf(headers)
        const token = tokenOf(headers)
        if (token) known(token, person?.id)
        return person
      },
    }),
  }
}

function buckets(perSecond: number, now: () => number) {
  const held = perSecond * secondsHeld
  let kept = new Map<string, { left: number; at: number }>()
  return {
    take(caller: string): Wait {
      if (perSecond === 0) return 0
      const at = now()
      const bucket = kept.get(caller)
      if (!bucket) {
        if (kept.size >= mostCallers) kept = stillFilling(kept, at)
        kept.set(caller, { left: held - 1, at })
        return 0
      }
      bucket.left = Math.min(held, bucket.left + ((at - bucket.at) / 1000) * perSecond)
      bucket.at = at
      if (bucket.left < 1) return Math.max(1, Math.ceil((1 - bucket.left) / perSecond))
      bucket.left -= 1
      return 0
    },
  }
}

/** A full bucket says no more than none; when nearly all are in use, the newest half stays. */
function stillFilling<T extends { at: number }>(kept: Map<string, T>, at: number): Map<string, T> {
  const used = [...kept].filter(([, bucket]) => at - bucket.at < secondsHeld * 1000)
  return new Map(used.length < mostCallers / 2 ? used : used.slice(-mostCallers / 2))
}

const session = /(?:^|;\s*)(?:__Secure-)?binhyen\.session_token=([^;]{16,400})/
const tokenOf = (headers: Headers): string | undefined => session.exec(headers.get('cookie') ?? '')?.[1]

/** Who is given an IPv6 address is given 2^64 of them: they count as one caller. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const [before = '', after] = address.split('::')
  const start = before.split(':').filter(Boolean)
  const end = (after ?? '').split(':').filter(Boolean)
  const middle = after === undefined ? [] : Array<string>(Math.max(0, 8 - start.length - end.length)).fill('0')
  return `${[...start, ...middle, ...end].slice(0, 4).join(':')}::/64`.toLowerCase()
}

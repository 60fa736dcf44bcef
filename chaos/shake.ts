// One run: phones sign, note and correct for a new drive while the office takes households off its lists, and one thing is broken meanwhile.

import { setTimeout as pause } from 'node:timers/promises'
import type { Chance } from './chance.ts'
import { chanceOf } from './chance.ts'
import type { Ground } from './ground.ts'
import { endSome, type Office } from './office.ts'
import { mayEnd } from './phone/deeds.ts'
import type { Trouble } from './phone/owner.ts'
import type { PhoneReport } from './phone/worker.ts'
import type { Phone } from './phones.ts'

/** A crash takes seconds, a bad network none: most runs are about the network and the phones. */
const kinds = {
  'server killed': 1,
  'database crashed': 1,
  'connections cut': 2,
  'network only': 3,
} as const
type Kind = keyof typeof kinds
const likely = (Object.keys(kinds) as Kind[]).flatMap((kind) => Array<Kind>(kinds[kind]).fill(kind))
const troubles: readonly Trouble[] = ['none', 'none', 'none', 'none', 'store full', 'app closed', 'carried by hand']
const deedsOfPhone = 18

export type Holder = { phone: Phone; communeId: string }
export type Shaken = {
  driveId: string
  happened: string[]
  /** Of each phone, in the order of its holders. */
  reports: PhoneReport[]
}

export async function shake(
  ground: Ground,
  offices: readonly Office[],
  holders: readonly Holder[],
  chance: Chance,
): Promise<Shaken> {
  const { driveId, places } = await ground.openRun(offices)
  const kind = chance.pick(likely)
  const own = holders.map(() => chance.pick(troubles))
  const doing = Promise.all(
    holders.map(({ phone, communeId }, at) => {
      const entries = places.find((place) => place.communeId === communeId)?.entries ?? []
      const [trouble = 'none', seed] = [own[at], chance.under(2 ** 31)]
      return phone.doAll({ seed, driveId, communeId, entries, count: deedsOfPhone, trouble })
    }),
  )
  const ending = Promise.all(
    offices.map((office, at) => endSome(office, mayEnd(places[at]?.entries ?? []), chanceOf(chance.under(2 ** 31)))),
  )
  const broken = breakIt(ground, kind, chance).finally(() => {
    for (const { phone } of holders) phone.calm()
  })
  // Whatever goes wrong, what was broken is whole again before anybody clears up.
  const [reports] = await Promise.all([doing, ending, broken]).finally(() => Promise.allSettled([broken]))
  return { driveId, happened: [kind, ...own.filter((trouble) => trouble !== 'none')], reports }
}

async function breakIt(ground: Ground, kind: Kind, chance: Chance): Promise<void> {
  await pause(chance.under(150))
  if (kind === 'connections cut') await ground.cutConnections()
  if (kind === 'server killed') {
    await ground.killServer()
    await ground.startServer()
  }
  if (kind === 'database crashed') {
    ground.crashDatabase()
    await pause(200)
    await ground.reviveDatabase()
    for (let waited = 0; waited < 200 && !(await ground.isUp()); waited += 1) await pause(50)
  }
  await pause(150)
}

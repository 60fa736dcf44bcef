// Signatures through the whole door over HTTP (signed in, authorised, validated, tallied, audited, idempotent), beside
// bare inserts of the same rows into the same tables in the same run; then with everybody in one commune, and on a slow disk.

import { atLeast, atMost, type Bench, percentile, rounded } from './figure.ts'
import { bareServer, insertAllBare } from './signing/bare.ts'
import { callFor, type Measured, sendAll } from './signing/clients.ts'
import { type Commune, type Ground, prepareGround } from './signing/ground.ts'

const entriesPerCommune = 2_000
const clients = 8
const rounds = 3
const batchSize = 50
const batches = 320
const singles = 4_000

/** Calls of `size` signatures, going round the communes, none of an entry twice. */
function callsFor(communes: readonly Commune[], driveId: string, count: number, size: number) {
  const used = communes.map(() => 0)
  return Array.from({ length: count }, (_, index) => {
    const at = index % communes.length
    const { id, entries } = communes[at] as Commune
    const from = used[at] as number
    used[at] = from + size
    return callFor(driveId, id, entries.slice(from, from + size))
  })
}

async function sendSigned(ground: Ground, communes: readonly Commune[], count: number, size: number, many = clients) {
  const bodies = callsFor(communes, await ground.openDrive(), count, size)
  return sendAll({ url: ground.url, path: '/api/commitments/sign', cookie: ground.cookie, clients: many, bodies })
}

/** Both sides run as they do after a minute of work: compiled, with their statements planned. */
async function warmUp(ground: Ground, communes: readonly Commune[]): Promise<void> {
  await sendSigned(ground, communes, 400, 1)
  await sendSigned(ground, communes, 80, batchSize)
  await insertAllBare(ground.pool, clients, callsFor(communes, await ground.openDrive(), 80, batchSize))
}

const perSecond = (count: number, { seconds }: Pick<Measured, 'seconds'>): number => count / seconds
const median = (values: readonly number[]): number => percentile(values, 0.5)

/** Ours and the bare inserts turn about, so that both meet the same machine. */
async function batchShare(
  ground: Ground,
  communes: readonly Commune[],
  count: number,
): Promise<{ share: number; ours: number }> {
  const [ours, bare] = [[] as number[], [] as number[]]
  for (let round = 0; round < rounds; round += 1) {
    ours.push(perSecond(count * batchSize, await sendSigned(ground, communes, count, batchSize)))
    const calls = callsFor(communes, await ground.openDrive(), count, batchSize)
    bare.push(perSecond(count * batchSize, { seconds: await insertAllBare(ground.pool, clients, calls) }))
  }
  console.log(`  in batches: ours ${Math.round(median(ours))}/s, bare ${Math.round(median(bare))}/s`)
  return { share: rounded(median(ours) / median(bare), 2), ours: Math.round(median(ours)) }
}

async function singleShare(ground: Ground, communes: readonly Commune[], count: number) {
  const [ours, bare, waits] = [[] as number[], [] as number[], [] as number[]]
  const server = await bareServer(ground.pool)
  try {
    for (let round = 0; round < rounds; round += 1) {
      const measured = await sendSigned(ground, communes, count, 1)
      ours.push(perSecond(count, measured))
      waits.push(...measured.milliseconds)
      const bodies = callsFor(communes, await ground.openDrive(), count, 1)
      bare.push(perSecond(count, await sendAll({ url: server.url, path: '/bare', cookie: '', clients, bodies })))
    }
  } finally {
    await server.close()
  }
  console.log(`  one by one: ours ${Math.round(median(ours))}/s, bare ${Math.round(median(bare))}/s`)
  return { share: rounded(median(ours) / median(bare), 2), p95: rounded(percentile(waits, 0.95)) }
}

/** One by one, from as many callers as a commune has on a busy evening. */
async function onSlowDisk(ground: Ground, communes: readonly Commune[]) {
  const [speeds, waits] = [[] as number[], [] as number[]]
  for (let round = 0; round < rounds; round += 1) {
    const measured = await sendSigned(ground, communes, singles, 1, 64)
    speeds.push(perSecond(singles, measured))
    waits.push(...measured.milliseconds)
  }
  return { perSecond: Math.round(median(speeds)), p95: rounded(percentile(waits, 0.95)) }
}

export const bench: Bench = {
  name: 'signing',
  run: async () => {
    const ground = await prepareGround(entriesPerCommune, batches * batchSize)
    try {
      const { communes } = ground
      const one = [ground.busy]
      await warmUp(ground, communes)
      const batch = await batchShare(ground, communes, batches)
      const single = await singleShare(ground, communes, singles)
      const oneBatch = await batchShare(ground, one, batches)
      const oneSingle = await singleShare(ground, one, singles)
      await ground.slowDisk()
      const slow = await onSlowDisk(ground, communes)
      const slowOne = await onSlowDisk(ground, one)
      return [
        atLeast('share_of_bare', batch.share, 'ratio', 0.5),
        atLeast('single_share', single.share, 'ratio', 0.5),
        atMost('p95_ms', single.p95, 'ms', 50),
        atLeast('one_commune_share_of_bare', oneBatch.share, 'ratio', 0.5),
        atLeast('one_commune_single_share', oneSingle.share, 'ratio', 0.5),
        atMost('one_commune_p95_ms', oneSingle.p95, 'ms', 50),
        atLeast('slow_disk_per_s', slow.perSecond, 'signatures/s', 2_000),
        atLeast('slow_disk_one_commune_per_s', slowOne.perSecond, 'signatures/s', 2_000),
        atMost('slow_disk_p95_ms', slow.p95, 'ms', 50),
      ]
    } finally {
      await ground.close()
    }
  },
}

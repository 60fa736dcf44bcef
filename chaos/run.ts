// `npm run chaos -- --runs N --seed S`: phones send while the server is killed, the database crashes and connections are cut, at
// chosen instants; after each run nothing acknowledged may be lost, nothing counted twice, and tallies must equal records.

import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { runProgram } from '../app/program.ts'
import { areaId } from '../programmes/kim-dong-2024/ids.ts'
import { type Chance, chanceOf } from './chance.ts'
import { type Ground, prepareGround } from './ground.ts'
import { enrolPhone, type Phone, sendAll, signOn } from './phones.ts'
import { faultsAfter } from './verdict.ts'

const kinds = ['server killed', 'database crashed', 'connections cut', 'network only'] as const
type Kind = (typeof kinds)[number]
/** A crash takes seconds, a bad network none: most runs are about the network. */
const likely: readonly Kind[] = [
  'server killed',
  'database crashed',
  'connections cut',
  'connections cut',
  'network only',
  'network only',
  'network only',
]
const signaturesOfPhone = 12

/** Two officers of one commune, one of whom is the district's, and one of the next commune. */
const holders = [
  { who: 'xa', commune: '12280' },
  { who: 'huyen', commune: '12280' },
  { who: 'ngocthanh', commune: '12322' },
] as const

await runProgram(async () => {
  const { values } = parseArgs({
    options: { runs: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } },
  })
  const [runs, seed] = [Number(values.runs), Number(values.seed)]
  if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed)) {
    console.error('npm run chaos -- --runs N --seed S')
    return 2
  }
  const ground = await prepareGround()
  const counts = new Map<Kind, number>()
  let signatures = 0
  let bad = 0
  try {
    const phones = await Promise.all(holders.map(async ({ who }) => enrolPhone(ground.url, await ground.cookieOf(who))))
    for (let at = 0; at < runs; at += 1) {
      const chance = chanceOf(seed * 1_000_003 + at)
      const { kind, faults, heard } = await oneRun(ground, phones, chance)
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
      signatures += heard
      for (const fault of faults) console.log(`✗ run ${at} of seed ${seed}, ${kind}: ${fault}`)
      if (faults.length > 0) bad += 1
    }
  } finally {
    await ground.close()
  }
  for (const kind of kinds) console.log(`  ${kind.padEnd(18)} ${counts.get(kind) ?? 0}`)
  console.log(
    `${bad === 0 ? '✓' : '✗'} ${runs} runs of seed ${seed}, ${signatures} signatures answered, ${bad} runs with faults`,
  )
  return bad === 0 ? 0 : 1
})

async function oneRun(ground: Ground, phones: readonly Phone[], chance: Chance) {
  const run = await ground.openRun()
  for (const [at, phone] of phones.entries())
    signOn(phone, run, areaId(holders[at]?.commune ?? ''), signaturesOfPhone, chance)
  const kind = chance.pick(likely)
  let over = false
  const sending = Promise.all(
    phones.map((phone, at) => sendAll(phone, ground.url, chanceOf(chance.under(2 ** 31) + at), () => over)),
  )
  const broken = breakIt(ground, kind, chance).finally(() => {
    over = true
  })
  await Promise.all([sending, broken])
  return {
    kind,
    faults: await faultsAfter(ground, run, phones),
    heard: phones.reduce((sum, { heard }) => sum + heard.size, 0),
  }
}

async function breakIt(ground: Ground, kind: Kind, chance: Chance): Promise<void> {
  await pause(chance.under(60))
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
}

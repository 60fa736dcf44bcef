// `npm run chaos -- --runs N --seed S [--from F]`: phones sign and send while the server is killed, the database crashes and
// connections are cut, the network loses, doubles and delays, clocks are two days off, a phone has no room left or is closed, at
// chosen instants; after each run nothing acknowledged may be lost, nothing counted twice, and figures must equal records.

import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { runProgram } from '../app/program.ts'
import { areaId } from '../programmes/kim-dong-2024/ids.ts'
import { type Chance, chanceOf } from './chance.ts'
import { type Ground, prepareGround } from './ground.ts'
import { endSome, type Office } from './office.ts'
import type { PhoneReport, Trouble } from './phone/worker.ts'
import { enrolPhone, type Phone } from './phones.ts'
import { faultsAfter, faultsOfAudit } from './verdict.ts'

/** A crash takes seconds, a bad network none: most runs are about the network and the phones. */
const kinds = {
  'server killed': 1,
  'database crashed': 1,
  'connections cut': 2,
  'network only': 3,
} as const
type Kind = keyof typeof kinds
const likely = (Object.keys(kinds) as Kind[]).flatMap((kind) => Array<Kind>(kinds[kind]).fill(kind))
const troubles: readonly Trouble[] = ['none', 'none', 'none', 'none', 'store full', 'app closed']
const signaturesOfPhone = 12

/** Two officers of one commune, one of whom is the district's, and one of the next commune. */
const holders = [
  { who: 'xa', commune: '12280' },
  { who: 'huyen', commune: '12280' },
  { who: 'ngocthanh', commune: '12322' },
] as const

await runProgram(async () => {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '100' },
      seed: { type: 'string', default: '1' },
      from: { type: 'string', default: '0' },
    },
  })
  const [runs, seed, from] = [Number(values.runs), Number(values.seed), Number(values.from)]
  if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed) || !Number.isInteger(from)) {
    console.error('npm run chaos -- --runs N --seed S [--from F]')
    return 2
  }
  const began = performance.now()
  const ground = await prepareGround()
  const counts = new Map<string, number>()
  const count = (what: string, more = 1) => counts.set(what, (counts.get(what) ?? 0) + more)
  let bad = 0
  let phones: Phone[] = []
  try {
    const cookies = await Promise.all(holders.map(({ who }) => ground.cookieOf(who)))
    const officeOf = (at: number): Office => ({
      communeId: areaId(holders[at]?.commune ?? ''),
      url: ground.url,
      cookie: cookies[at] ?? '',
    })
    const offices = [officeOf(0), officeOf(2)]
    phones = await Promise.all(cookies.map((cookie) => enrolPhone(ground.url, cookie)))
    for (let at = from; at < from + runs; at += 1) {
      const { happened, faults, reports } = await oneRun(
        ground,
        offices,
        phones,
        chanceOf(seed * 1_000_003 + at),
      ).catch((fault: unknown) => {
        console.log(`✗ run ${at} (--runs 1 --seed ${seed} --from ${at}) broke off`)
        throw fault
      })
      for (const what of happened) count(what)
      for (const { kept, said } of reports) {
        count('signatures kept on phones', kept.length)
        count('answers of the office', said.length)
      }
      for (const fault of faults)
        console.log(`✗ run ${at} (--runs 1 --seed ${seed} --from ${at}), ${happened.join(', ')}: ${fault}`)
      if (faults.length > 0) bad += 1
    }
    const audit = await faultsOfAudit(ground)
    count('audit entries sealed and checked', audit.checked)
    for (const fault of audit.faults) console.log(`✗ ${fault}`)
    bad += audit.faults.length
  } finally {
    await Promise.all(phones.map((phone) => phone.throwAway()))
    await ground.close()
  }
  for (const [what, times] of [...counts].sort()) console.log(`  ${what.padEnd(34)} ${times}`)
  const minutes = ((performance.now() - began) / 60_000).toFixed(1)
  console.log(`${bad === 0 ? '✓' : '✗'} ${runs} runs of seed ${seed} in ${minutes} minutes, ${bad} with faults`)
  return bad === 0 ? 0 : 1
})

async function oneRun(ground: Ground, offices: readonly Office[], phones: readonly Phone[], chance: Chance) {
  const run = await ground.openRun(offices)
  const kind = chance.pick(likely)
  const own = phones.map(() => chance.pick(troubles))
  const signing = Promise.all(
    phones.map((phone, at): Promise<PhoneReport> => {
      const communeId = areaId(holders[at]?.commune ?? '')
      const entries = run.places.find((place) => place.communeId === communeId)?.entries ?? []
      const [trouble = 'none', seed] = [own[at], chance.under(2 ** 31)]
      return phone.sign({ seed, driveId: run.driveId, communeId, entries, count: signaturesOfPhone, trouble })
    }),
  )
  const ending = Promise.all(
    offices.map((office, at) => endSome(office, run.places[at]?.entries ?? [], chanceOf(chance.under(2 ** 31)))),
  )
  const broken = breakIt(ground, kind, chance).finally(() => {
    for (const phone of phones) phone.calm()
  })
  // Whatever goes wrong, what was broken is whole again before anybody clears up.
  const [reports] = await Promise.all([signing, ending, broken]).finally(() => Promise.allSettled([broken]))
  return {
    happened: [kind, ...own.filter((trouble) => trouble !== 'none')],
    faults: await faultsAfter(ground, run, reports),
    reports,
  }
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

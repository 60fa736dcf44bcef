// `npm run chaos -- --runs N --seed S [--from F]`: phones sign, note, correct and send while the server is killed, the database crashes and
// connections are cut, the network loses, doubles and delays, clocks are two days off, a phone has no room left, is closed or is
// carried to the office by hand, at chosen instants; after each run the verdict (verdict.ts) over what it touched, and over all
// drives at the end.

import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { runProgram } from '../app/program.ts'
import { areaId } from '../programmes/kim-dong-2024/ids.ts'
import { chanceOf } from './chance.ts'
import { prepareGround } from './ground.ts'
import { newLedger, noteReport } from './ledger.ts'
import type { Office } from './office.ts'
import { latest } from './phone/browser.ts'
import type { PhoneReport } from './phone/worker.ts'
import { enrolPhone, type Phone } from './phones.ts'
import { checkAudit, readOffice } from './records.ts'
import { shake } from './shake.ts'
import { correctedBy, faultsOf } from './verdict.ts'

/** All drives so far are judged after so many runs, and at the end. */
const allAfter = 100

/** Two officers of one commune, one of whom is the district's, and one of the next commune. */
const holders = [
  { who: 'xa', communeId: areaId('12280') },
  { who: 'huyen', communeId: areaId('12280') },
  { who: 'ngocthanh', communeId: areaId('12322') },
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
  const ledger = newLedger()
  let bad = 0
  let phones: Phone[] = []
  try {
    const cookies = await Promise.all(holders.map(({ who }) => ground.cookieOf(who)))
    const offices = [0, 2].map(
      (at): Office => ({ communeId: holders[at]?.communeId ?? '', url: ground.url, cookie: cookies[at] ?? '' }),
    )
    phones = await Promise.all(cookies.map((cookie) => enrolPhone(ground.url, cookie)))
    const held = phones.map((phone, at) => ({ phone, communeId: holders[at]?.communeId ?? '' }))
    const note = (reports: readonly PhoneReport[]): Set<string> => {
      for (const { kept, heard } of reports) {
        count('deeds kept on phones', kept.length)
        count('answers of the office', heard.filter(({ arrived }) => !arrived).length)
      }
      return new Set(reports.flatMap((report, at) => [...noteReport(ledger, at, report)]))
    }
    const judge = async (drives: ReadonlySet<string>, where: string): Promise<void> => {
      const deeds = [...ledger.deeds.values()].filter(({ driveId }) => drives.has(driveId))
      const faults = faultsOf(deeds, await ground.asked((db) => readOffice(db, [...drives], correctedBy(deeds))))
      for (const { name, says } of faults) console.log(`✗ ${where}: ${name}: ${says}`)
      if (faults.length > 0) bad += 1
      for (const { kind } of deeds) count(`${kind}s judged`)
    }
    const drives = new Set<string>()
    for (let at = from; at < from + runs; at += 1) {
      const named = `run ${at} (--runs 1 --seed ${seed} --from ${at})`
      const shaken = await shake(ground, offices, held, chanceOf(seed * 1_000_003 + at)).catch((fault: unknown) => {
        console.log(`✗ ${named} broke off`)
        throw fault
      })
      for (const what of shaken.happened) count(what)
      await judge(note(shaken.reports), `${named}, ${shaken.happened.join(', ')}`)
      drives.add(shaken.driveId)
      if (drives.size % allAfter !== 0) continue
      await judge(drives, `all drives up to run ${at}`)
      console.log(`  ${drives.size} of ${runs} runs, ${bad} with faults`)
    }
    // Copies of what was sent that are still on their way.
    await pause(2 * latest)
    note(await Promise.all(phones.map((phone) => phone.report())))
    await judge(drives, 'all drives')
    const audit = await checkAudit(ground)
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

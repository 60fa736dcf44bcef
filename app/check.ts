// `npm run check`: every check there is. The last line is always `N passed, N failed`; each step and each test counts.
// Two lanes at a time, for two cores: in one the tests and then those that a second server is asked, in the other all that only
// reads the code, chaos and then the browser. Neither waits for the other. Architecture, contracts, schema and documents are
// tests too, in tests/.

import { findMachinePrograms, startMachineServer } from '../platform/testing/machine-server.ts'
import { type Count, runProgramFile, step, stopAll, sum } from './check/step.ts'
import { databaseTests, runSteadily, runTests } from './check/vitest.ts'
import { buildWebWhenChanged } from './web-build.ts'

let stopped = false
const stop = () => {
  stopped = true
  stopAll()
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
// The launcher is gone, even by kill -9.
process.on('disconnect', stop)
process.channel?.unref()

/** Before all that starts the product, which would otherwise build into the same folder at the same time. */
const webBuild = (): Promise<Count> =>
  step('web build', async () => {
    await buildWebWhenChanged()
    return { code: 0, said: '' }
  })

const codeLane = async (): Promise<Count[]> => [
  await step('types', () => runProgramFile('node_modules/typescript7/bin/tsc', ['--noEmit'])),
  await step('lint', () => runProgramFile('node_modules/@biomejs/biome/bin/biome', ['ci', '--colors=off', '.'])),
  await step('dead code', () => runProgramFile('node_modules/knip/bin/knip.js', [])),
]

const machineLane = async (): Promise<Count[]> => {
  const programs = findMachinePrograms()
  if (!programs || stopped) return []
  return [
    await step(`database tests on PostgreSQL ${programs.version} of this machine`, async () => {
      const server = await startMachineServer()
      try {
        return await runTests(databaseTests(), { BINHYEN_TEST_DATABASE_URL: server?.url ?? '' })
      } finally {
        server?.stop()
      }
    }),
  ]
}

const testLane = async (): Promise<Count[]> => [
  await step('unit and integration tests', () => runTests(['--project=apart', '--project=together'])),
]
/** Three at a time: a page that comes to rest leaves the machine to others. */
const journeyLane = async (): Promise<Count[]> =>
  stopped ? [] : [await step('journeys in Chromium', () => runSteadily('--project=journeys', 3))]

/** One hundred runs of chance that can be repeated: nothing acknowledged may be lost, nothing counted twice, on a busy machine too. */
const chaosLane = async (): Promise<Count[]> =>
  stopped ? [] : [await step('chaos, 100 runs', () => runProgramFile('chaos/run.ts', ['--runs', '100', '--seed', '1']))]

/** One after the other. */
async function inTurn(...lanes: (() => Promise<Count[]>)[]): Promise<Count[]> {
  const counts: Count[] = []
  for (const lane of lanes) counts.push(...(await lane()))
  return counts
}
const built = webBuild()
const counts = (
  await Promise.all([
    inTurn(async () => [await built], testLane, machineLane),
    inTurn(codeLane, async () => built.then(() => []), chaosLane, journeyLane),
  ])
).flat()
const { passed, failed } = sum(counts)
console.log(`${passed} passed, ${failed + (stopped ? 1 : 0)} failed`)
process.exit(failed === 0 && !stopped ? 0 : 1)

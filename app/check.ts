// `npm run check`: every check there is. The last line is always `N passed, N failed`; each step and each test counts.
// Two lanes at a time, for two cores: the tests in one, all that only reads the code in the other.

import { findMachinePrograms, startMachineServer } from '../platform/testing/machine-server.ts'
import { type Count, runProgramFile, step, stopAll, sum } from './check/step.ts'
import { databaseTests, runTests } from './check/vitest.ts'
import { buildWebWhenChanged } from './web-build.ts'

const journeys = 'tests/journeys'

let stopped = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    stopped = true
    stopAll()
  })

const codeLane = async (): Promise<Count[]> => [
  await step('types', () => runProgramFile('node_modules/typescript7/bin/tsc', ['--noEmit'])),
  await step('web build', async () => {
    await buildWebWhenChanged()
    return { code: 0, said: '' }
  }),
  await step('lint', () => runProgramFile('node_modules/@biomejs/biome/bin/biome', ['ci', '--colors=off', '.'])),
  await step('architecture', () =>
    runProgramFile('node_modules/dependency-cruiser/bin/dependency-cruise.mjs', [
      ...['--config', '.dependency-cruiser.mjs', 'app', 'modules', 'platform', 'rules', 'programmes', 'bench', 'tests'],
    ]),
  ),
  await step('dead code', () => runProgramFile('node_modules/knip/bin/knip.js', [])),
  await step('docs', () => runProgramFile('app/docs.ts', ['--check'])),
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
  await step('unit and integration tests', () => runTests(['--exclude', `${journeys}/**`])),
]
const journeyLane = async (): Promise<Count[]> =>
  stopped ? [] : [await step('journeys in Chromium', () => runTests([journeys]))]

const counts = [
  ...(await Promise.all([testLane(), codeLane()])).flat(),
  ...(await Promise.all([journeyLane(), machineLane()])).flat(),
]
const { passed, failed } = sum(counts)
console.log(`${passed} passed, ${failed + (stopped ? 1 : 0)} failed`)
process.exit(failed === 0 && !stopped ? 0 : 1)

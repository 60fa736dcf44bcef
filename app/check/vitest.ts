// Runs Vitest and counts every test from its report; a file that does not even load counts as one that failed.
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Count, checkout, type Outcome, runProgramFile } from './step.ts'

type Report = { success: boolean; testResults: { status: string; assertionResults: { status: string }[] }[] }

export async function runTests(
  words: readonly string[],
  environment: Record<string, string> = {},
): Promise<Outcome & Count> {
  const folder = mkdtempSync(path.join(tmpdir(), 'binhyen-report-'))
  const file = path.join(folder, 'report.json')
  try {
    const outcome = await runProgramFile(
      'node_modules/vitest/vitest.mjs',
      ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...words],
      environment,
    )
    const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined
    return { ...outcome, ...countOf(report, outcome.code) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Pure: what a report amounts to, given how Vitest itself ended. */
export function countOf(report: Report | undefined, code: number): Count {
  const tests = report?.testResults.flatMap((result) => result.assertionResults) ?? []
  const passed = tests.filter((test) => test.status === 'passed').length
  const failed = tests.filter((test) => test.status === 'failed').length
  const unloaded =
    report?.testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
    ).length ?? 0
  // A fault outside any test, or no report at all, is a failure as well.
  const silent = code !== 0 && failed + unloaded === 0 ? 1 : 0
  return { passed, failed: failed + unloaded + silent }
}

/**
 * What no second server can make different: what a browser shows, what is read from a picture, what is written about the code,
 * and who is refused what, which the same statements decide that the tests of their own modules run.
 */
const sameOnEveryServer = [
  'tests/journeys/',
  'modules/paper/server/read/',
  'tests/scope.fuzz',
  'tests/security',
  'tests/docs',
]

/** The tests that need a database, and so are worth running on a second server. */
export function databaseTests(): string[] {
  return globSync('{app,bench,platform,modules,rules,programmes,tests}/**/*.test.ts', { cwd: checkout })
    .filter((file) => !sameOnEveryServer.some((folder) => file.startsWith(folder)))
    .filter((file) => {
      const text = readFileSync(path.join(checkout, file), 'utf8')
      return /support\/world\.ts'|testing\/database\.ts'/.test(text) && !/testing\/browser\.ts'/.test(text)
    })
    .sort()
}

// Runs Vitest and counts every test from its report; a file that does not even load counts as one that failed.
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Count, checkout, type Outcome, runProgramFile } from './step.ts'

type FileResult = {
  name: string
  status: string
  /** In milliseconds. */
  startTime: number
  endTime: number
  assertionResults: { status: string; fullName: string }[]
}
type Report = { success: boolean; testResults: FileResult[] }
type Run = Outcome & Count & { report: Report | undefined }

/** More files than these do not fail by chance. */
const mostUnsteady = 4

export async function runTests(words: readonly string[], environment: Record<string, string> = {}): Promise<Run> {
  const folder = mkdtempSync(path.join(tmpdir(), 'binhyen-report-'))
  const file = path.join(folder, 'report.json')
  try {
    const outcome = await runProgramFile(
      'node_modules/vitest/vitest.mjs',
      ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...words],
      environment,
    )
    const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined
    return { ...outcome, ...countOf(report, outcome.code), notes: slowestOf(report), report }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * A browser beside a busy machine may press a moment too early. A file that failed is run once more by itself, from a fresh site: what
 * fails then too has failed. What passes then is named all the same, for a journey that depends on chance is to be mended.
 */
export async function runSteadily(project: string, workers: number): Promise<Outcome & Count> {
  const first = await runTests([project, `--maxWorkers=${workers}`])
  const files = failedFiles(first.report)
  if (first.failed === 0 || files.length === 0 || files.length > mostUnsteady) return first
  const second = await runTests([project, '--maxWorkers=1', ...files])
  console.log(`  run once more by themselves: ${unsteadyOf(first.report).join('; ')}`)
  const report = afterSecond(first.report as Report, second.report)
  const said = `${first.said}\n${second.said}`
  return { code: second.code, said, notes: slowestOf(first.report), ...countOf(report, second.code) }
}

/** Pure: the ten files that took longest, in one line; none of a single file. */
export function slowestOf(report: Report | undefined): string[] {
  const files = (report?.testResults ?? []).map(({ name, startTime, endTime }) => ({
    name: path.relative(checkout, name),
    seconds: (endTime - startTime) / 1000,
  }))
  if (files.length < 2) return []
  const longest = files.sort((one, other) => other.seconds - one.seconds).slice(0, 10)
  return [`longest: ${longest.map(({ name, seconds }) => `${name} ${seconds.toFixed(0)} s`).join(', ')}`]
}

/** Pure: the files that failed, as the report names them. */
export const failedFiles = (report: Report | undefined): string[] =>
  (report?.testResults ?? []).filter(({ status }) => status === 'failed').map(({ name }) => name)

/** Pure: each test that failed, and each file that did not load, by name. */
const unsteadyOf = (report: Report | undefined): string[] =>
  (report?.testResults ?? [])
    .filter(({ status }) => status === 'failed')
    .map(({ name, assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName)
      return [path.relative(checkout, name), ...failed].join(': ')
    })

/** Pure: the first report with the files that were run again as they went then. Without a second report the first stands. */
export function afterSecond(first: Report, second: Report | undefined): Report {
  const again = new Map((second?.testResults ?? []).map((result) => [result.name, result]))
  const testResults = first.testResults.map((result) => again.get(result.name) ?? result)
  return { success: testResults.every(({ status }) => status === 'passed'), testResults }
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

/** The tests that need a database, and so are worth running on a second server: whether they open one or a support of theirs does. */
export function databaseTests(): string[] {
  return globSync('{app,bench,platform,modules,rules,programmes,tests}/**/*.test.ts', { cwd: checkout })
    .filter((file) => !sameOnEveryServer.some((folder) => file.startsWith(folder)))
    .filter((file) => {
      const text = textWithSupport(path.join(checkout, file))
      return /support\/world\.ts'|testing\/database\.ts'/.test(text) && !/testing\/browser\.ts'/.test(text)
    })
    .sort()
}

/** A test's text with that of the supports it brings in, each once. */
function textWithSupport(file: string, seen = new Set<string>()): string {
  if (seen.has(file) || !existsSync(file)) return ''
  seen.add(file)
  const text = readFileSync(file, 'utf8')
  const brought = [...text.matchAll(/from '(\.[^']+\.ts)'/g)]
    .map(([, name]) => path.resolve(path.dirname(file), name as string))
    .filter((name) => name.startsWith(path.join(checkout, 'tests/support/')))
  return [text, ...brought.map((name) => textWithSupport(name, seen))].join('\n')
}

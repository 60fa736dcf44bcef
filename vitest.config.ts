// Where the tests are and how many run at once: each test file has a database of its own on one real PostgreSQL.
import { globSync, readFileSync } from 'node:fs'
import { configDefaults, defineConfig } from 'vitest/config'
import { LongestFirst } from './tests/support/longest-first.ts'

const everything = '{app,bench,chaos,platform,modules,rules,programmes,tests}/**/*.test.{ts,tsx}'
const journeys = 'tests/journeys/**/*.test.ts'

/**
 * Modules are loaded once for all files of a worker, which saves seconds each. Two kinds of files are kept apart: one that
 * gives a module something of its own (a key, an answer of another module), so that nobody meets what it left, and those of
 * tests/ itself, which read the whole tree: a worker would keep their hundreds of megabytes to the end.
 */
const givesOfItsOwn = /\bprovide[A-Z]\w*\(|support\/(roster-imports|reading-process|wall)/
const apart = globSync(everything, { cwd: import.meta.dirname, exclude: [journeys] }).filter(
  (file) => /^tests\/[^/]+$/.test(file) || givesOfItsOwn.test(readFileSync(`${import.meta.dirname}/${file}`, 'utf8')),
)

const project = (name: string, files: { include: string[]; exclude?: string[]; isolate?: true }) => ({
  test: {
    name,
    isolate: false,
    ...files,
    // Only what hangs runs into these: a busy machine takes its time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})

export default defineConfig({
  test: {
    globalSetup: [
      'platform/testing/database-server.ts',
      'tests/support/kim-dong-template.ts',
      'tests/support/site-template.ts',
    ],
    maxWorkers: 2,
    // A second, as it is by itself, is too short for a page on a busy machine.
    expect: { poll: { timeout: 20_000 } },
    sequence: { sequencer: LongestFirst },
    projects: [
      project('apart', { include: apart, isolate: true }),
      project('together', { include: [everything], exclude: [...configDefaults.exclude, journeys, ...apart] }),
      project('journeys', { include: [journeys] }),
    ],
  },
})

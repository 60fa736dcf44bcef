// Where the tests are and how many run at once: each test file has a database of its own on one real PostgreSQL.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{app,bench,chaos,platform,modules,rules,programmes,tests}/**/*.test.{ts,tsx}'],
    globalSetup: ['platform/testing/database-server.ts', 'tests/support/kim-dong-template.ts'],
    maxWorkers: 2,
    // Only what hangs runs into these: a busy machine takes its time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})

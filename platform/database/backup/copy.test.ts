// Rows out of the database as a stream: whatever their size, all of them come, and the connection goes on to the next statement.

import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyDatabase } from '../../testing/database.ts'
import { CopyOut } from './copy.ts'

let client: pg.Client
let drop: () => Promise<void>
beforeAll(async () => {
  const made = await emptyDatabase()
  drop = made.drop
  client = new pg.Client({ connectionString: made.url })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await drop()
})

const rowOf = (kilobytes: number) => `${'x'.repeat(kilobytes * 1024 - 1)}\n`

// Nothing, less than a reader takes at once, as much as is handed on at once, more than that, and far more.
test.each([
  [0, 1],
  [1, 1],
  [63, 1],
  [100, 1],
  [127, 1],
  [129, 1],
  [200, 1],
  [1, 300],
  [40, 100],
])('%i rows of %i kB', async (rows, kilobytes) => {
  const stream = client.query(
    new CopyOut(`copy (select repeat('x', ${kilobytes * 1024 - 1}) from generate_series(1, ${rows})) to stdout`),
  )
  const hash = createHash('sha256')
  for await (const chunk of stream) {
    hash.update(chunk)
    // A disk that is slower than the database.
    await pause(2)
  }
  expect(stream.rows).toBe(rows)
  expect(hash.digest('hex')).toBe(createHash('sha256').update(rowOf(kilobytes).repeat(rows)).digest('hex'))
  expect((await client.query('select 1 as next')).rows).toEqual([{ next: 1 }])
})

// Rows out of the database as a stream: whatever their size, all of them come, and the connection goes on to the next statement.

import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyDatabase } from '../testing/database.ts'
import { CopyOut } from './copy-streams.ts'

let client: pg.Client
let url: string
let drop: () => Promise<void>
beforeAll(async () => {
  const made = await emptyDatabase()
  drop = made.drop
  url = made.url
  client = new pg.Client({ connectionString: url })
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

const textOf = async (stream: CopyOut) => {
  let text = ''
  for await (const piece of stream) text += piece
  return text
}

test('what fails in the middle is told, and the connection goes on', async () => {
  const failing = client.query(
    new CopyOut('copy (select 1 / (5000 - number) from generate_series(1, 9000) number) to stdout'),
  )
  await expect(textOf(failing)).rejects.toThrow('division by zero')
  await expect(textOf(client.query(new CopyOut('copy nowhere to stdout')))).rejects.toThrow('does not exist')
  expect(await textOf(client.query(new CopyOut('copy (select 7) to stdout')))).toBe('7\n')
})

test('one after the other with another statement between them, each with what is its own', async () => {
  const numbers = (until: number) =>
    client.query(new CopyOut(`copy (select number from generate_series(1, ${until}) number) to stdout`))
  expect((await textOf(numbers(40_000))).split('\n')).toHaveLength(40_001)
  expect((await client.query('select 2 as between')).rows).toEqual([{ between: 2 }])
  expect(await textOf(numbers(3))).toBe('1\n2\n3\n')
})

test('what the server says besides goes to whoever listens to the driver', async () => {
  await client.query(`create function said(number int) returns int language plpgsql as
    $$ begin raise notice 'at %', number; return number; end $$`)
  const heard: string[] = []
  client.on('notice', ({ message }) => heard.push(message ?? ''))
  const said = client.query(new CopyOut('copy (select said(number) from generate_series(1, 3000) number) to stdout'))
  expect((await textOf(said)).split('\n')).toHaveLength(3001)
  expect(heard).toHaveLength(3000)
  expect(heard.at(-1)).toBe('at 3000')
})

test('pieces hold whole rows, a row longer than a piece by itself', async () => {
  const row = `repeat('x', case when number % 7 = 0 then 90000 else number end)`
  const stream = client.query(
    new CopyOut(`copy (select ${row} from generate_series(1, 500) number) to stdout`, (bytes) =>
      Buffer.alloc(Math.max(bytes, 10_000)),
    ),
  )
  const pieces: string[] = []
  for await (const piece of stream) pieces.push(String(piece))
  expect(pieces.length).toBeGreaterThan(71)
  expect(pieces.filter((piece) => !piece.endsWith('\n'))).toEqual([])
  expect(
    pieces
      .join('')
      .split('\n')
      .slice(0, -1)
      .map(({ length }) => length),
  ).toEqual(Array.from({ length: 500 }, (_, index) => ((index + 1) % 7 === 0 ? 90_000 : index + 1)))
})

test('whoever gives up before the end ends the connection with it', async () => {
  const other = new pg.Client({ connectionString: url })
  await other.connect()
  const ended = new Promise((end) => other.once('end', end))
  other.on('error', () => undefined)
  const stream = other.query(new CopyOut(`copy (select repeat('x', 1000) from generate_series(1, 900000)) to stdout`))
  for await (const piece of stream) if (piece.length > 0) break
  await ended
  expect(stream.over).toBe(true)
})

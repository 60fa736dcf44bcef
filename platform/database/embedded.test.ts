// The real server from npm: kept data, kill -9, several users at once, lost and damaged files, closed doors.
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { openDatabase } from './connect.ts'
import type { EmbeddedDatabase } from './embedded.ts'
import { startEmbedded } from './embedded.ts'
import { runSql } from './initialise.ts'
import { choosePlace } from './place.ts'
import { startTimeOf, waitUntilGone } from './running-process.ts'
import { quickFolder } from './throw-away.ts'

// Whole programs are started here, perhaps on a slow and busy machine.
vi.setConfig({ testTimeout: 90_000 })

let made: string
let folder: string
let data: string
const toStop: EmbeddedDatabase[] = []
const children: ChildProcessWithoutNullStreams[] = []

const newFolder = (): string => {
  const name = mkdtempSync(path.join(quickFolder(), 'binhyen-embedded-'))
  chmodSync(name, 0o711)
  return name
}
beforeAll(async () => {
  made = newFolder()
  await (await startEmbedded({ data: path.join(made, 'data') })).stop()
})
afterAll(() => rmSync(made, { recursive: true, force: true }))
beforeEach(() => {
  folder = newFolder()
  data = path.join(folder, 'data')
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const embedded of toStop.splice(0)) await embedded.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Data that was made, started and stopped before, owners and all: for what is not about the making, which takes seconds. */
function hasData(): void {
  const outcome = spawnSync('cp', ['-a', path.join(made, 'data'), data], { encoding: 'utf8' })
  expect(outcome.stderr).toBe('')
}

async function start(): Promise<EmbeddedDatabase> {
  const embedded = await startEmbedded({ data })
  toStop.push(embedded)
  return embedded
}

async function startElsewhere() {
  const script = path.resolve(import.meta.dirname, '../testing/separate-process.ts')
  const child = spawn(process.execPath, [script, data])
  children.push(child)
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return { child, ...(JSON.parse(line.toString()) as { url: string; pid: number; started: boolean }) }
}

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(statement)).rows as unknown[]
  } finally {
    await client.end()
  }
}

const signed = 'CREATE TABLE signed (id int PRIMARY KEY); INSERT INTO signed VALUES (11), (17)'
const twoRows = [{ id: 11 }, { id: 17 }]
const isAlive = (pid: number) => startTimeOf(pid) !== undefined

describe('refused', () => {
  test('data of another version of PostgreSQL', async () => {
    hasData()
    writeFileSync(path.join(choosePlace(data).cluster, 'PG_VERSION'), '17\n')
    await expect(start()).rejects.toMatchObject({
      refusal: 'database-cannot-run',
      message: expect.stringMatching(/PostgreSQL 17.*\n.*DATABASE_URL/),
    })
  })

  test('a data folder that is a file', async () => {
    writeFileSync(data, '')
    await expect(start()).rejects.toMatchObject({ refusal: 'data-folder-closed' })
  })

  test('a wrong password, no password, and the superuser', async () => {
    hasData()
    const { url } = await start()
    for (const [user, password] of [
      ['binhyen', 'sai'],
      ['binhyen', ''],
      ['postgres', ''],
      ['postgres', new URL(url).password],
    ] as const) {
      const address = new URL(url)
      address.username = user
      address.password = password
      await expect(ask(address.href, 'SELECT 1')).rejects.toThrow(/password/)
    }
  })

  test('a role that row-level security does not bind', async () => {
    hasData()
    const place = choosePlace(data)
    runSql(place, place.cluster, ['ALTER ROLE binhyen SUPERUSER'])
    await expect(openDatabase((await start()).url)).rejects.toMatchObject({ refusal: 'database-role-too-strong' })
  })
})

test('a second start keeps the data, on the same port', async () => {
  const first = await start()
  expect([first.started, first.created]).toEqual([true, true])
  await ask(first.url, signed)
  await first.stop()
  expect(isAlive(first.pid)).toBe(false)
  const second = await start()
  expect([second.started, second.created, second.url]).toEqual([true, false, first.url])
  expect(await ask(second.url, 'SELECT id FROM signed ORDER BY id')).toEqual(twoRows)
})

test('what was committed is there after the server was killed', async () => {
  hasData()
  const first = await start()
  await ask(first.url, signed)
  process.kill(first.pid, 'SIGKILL')
  await waitUntilGone(first.pid, 5_000)
  expect(first.isRunning()).toBe(false)
  const second = await start()
  expect(second.started).toBe(true)
  expect(await ask(second.url, 'SELECT id FROM signed ORDER BY id')).toEqual(twoRows)
})

test('the server outlives a program that was killed, and the next one takes it over and stops it', async () => {
  hasData()
  const other = await startElsewhere()
  other.child.kill('SIGKILL')
  await once(other.child, 'exit')
  expect(isAlive(other.pid)).toBe(true)
  const mine = await start()
  expect([mine.started, mine.pid]).toEqual([false, other.pid])
  await mine.stop()
  expect(isAlive(other.pid)).toBe(false)
})

test('two that start at once share one server, and the last one stops it', async () => {
  const [here, other] = await Promise.all([start(), startElsewhere()])
  expect([other.pid, other.url]).toEqual([here.pid, here.url])
  expect([here.started, other.started].sort()).toEqual([false, true])
  await here.stop()
  expect(await ask(other.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  other.child.stdin.write('stop\n')
  await once(other.child, 'exit')
  expect(isAlive(other.pid)).toBe(false)
})

test('stopped twice is stopped once', async () => {
  hasData()
  const embedded = await start()
  await embedded.stop()
  await embedded.stop()
  expect(embedded.isRunning()).toBe(false)
})

test('a lost password file does not lose the data', async () => {
  hasData()
  const first = await start()
  await ask(first.url, signed)
  await first.stop()
  rmSync(path.join(data, 'database.json'))
  const second = await start()
  expect(new URL(second.url).password).not.toBe(new URL(first.url).password)
  expect(await ask(second.url, 'SELECT id FROM signed ORDER BY id')).toEqual(twoRows)
})

test('a first start that was cut off is begun anew', async () => {
  mkdirSync(path.join(data, 'postgres.new'), { recursive: true })
  writeFileSync(path.join(data, 'postgres.new', 'PG_VERSION'), '18\n')
  chmodSync(data, 0o711)
  const embedded = await start()
  expect(embedded.created).toBe(true)
  expect(existsSync(path.join(data, 'postgres.new'))).toBe(false)
})

test('a note that names a stranger who got the same number is not believed', async () => {
  hasData()
  const note = path.join(choosePlace(data).cluster, 'postmaster.pid')
  writeFileSync(note, `${process.pid}\n${data}\n1700000000\n5432\n\n127.0.0.1\n\nready   \n`)
  expect((await start()).started).toBe(true)
})

test('the port was taken meanwhile: another one is found', async () => {
  hasData()
  const first = await start()
  await first.stop()
  const stranger = net.createServer().listen(first.port, '127.0.0.1')
  await once(stranger, 'listening')
  const second = await start()
  stranger.close()
  expect(second.port).not.toBe(first.port)
})

test('listens on this machine only, and its files are for their owner', async () => {
  const { url, port } = await start()
  const settings = `SELECT current_setting('listen_addresses') AS a, current_setting('fsync') AS f,
    current_setting('data_checksums') AS c, current_setting('password_encryption') AS p`
  expect(await ask(url, settings)).toEqual([{ a: '127.0.0.1', f: 'on', c: 'on', p: 'scram-sha-256' }])
  const log = readFileSync(path.join(data, 'database.log'), 'utf8')
  const { cluster } = choosePlace(data)
  const socket = path.join(cluster, `.s.PGSQL.${port}`)
  expect(log.match(/listening on .*/g)).toEqual([
    `listening on IPv4 address "127.0.0.1", port ${port}`,
    `listening on Unix socket "${socket}"`,
  ])
  expect(statSync(socket).mode & 0o077).toBe(0)
  const modes = ['database.json', 'database.log'].map((name) => statSync(path.join(data, name)).mode & 0o777)
  expect(modes).toEqual([0o600, 0o600])
  expect(statSync(cluster).mode & 0o077).toBe(0)
})

const through = `SELECT coalesce(host(inet_server_addr()), 'socket') AS way`

test('is asked through its socket and, by other programs of the machine, at its port: with the password', async () => {
  hasData()
  const { url, port } = await start()
  expect(await ask(url, through)).toEqual([{ way: 'socket' }])
  const { password, pathname } = new URL(url)
  expect(await ask(`postgresql://binhyen:${password}@127.0.0.1:${port}${pathname}`, through)).toEqual([
    { way: '127.0.0.1' },
  ])
  await expect(ask(url.replace(password, 'another'), through)).rejects.toThrow(/password authentication failed/)
})

test('data that refused everybody at the socket lets us in', async () => {
  hasData()
  const rules = path.join(choosePlace(data).cluster, 'pg_hba.conf')
  const before = readFileSync(rules, 'utf8')
  writeFileSync(rules, before.replaceAll(/^(local\s.*\s)scram-sha-256$/gm, '$1reject'))
  expect(readFileSync(rules, 'utf8')).toMatch(/^local .* reject$/m)
  expect(await ask((await start()).url, through)).toEqual([{ way: 'socket' }])
  expect(readFileSync(rules, 'utf8')).toBe(before)
})

test('where no socket can be made, the port is enough', async () => {
  hasData()
  const first = await start()
  await first.stop()
  mkdirSync(path.join(choosePlace(data).cluster, `.s.PGSQL.${first.port}`))
  const { url, port } = await start()
  expect(port).toBe(first.port)
  expect(await ask(url, through)).toEqual([{ way: '127.0.0.1' }])
})

test.each([
  ['too deep for a socket', 'sâu'.repeat(30), '127.0.0.1'],
  ['with letters, spaces and signs in its name', `Bình "Yên", @a`, 'socket'],
])('a folder %s', async (_, name, way) => {
  data = path.join(folder, name, 'data')
  mkdirSync(path.dirname(data), { mode: 0o711 })
  hasData()
  const { url } = await start()
  expect(await ask(url, through)).toEqual([{ way }])
})

test("the server's log never repeats what was written", async () => {
  hasData()
  const { url } = await start()
  await ask(url, 'CREATE TABLE person (name text PRIMARY KEY)')
  const twice = `INSERT INTO person VALUES ('Trần Thị Ví Dụ'), ('Trần Thị Ví Dụ')`
  await expect(ask(url, twice)).rejects.toThrow(/duplicate key/)
  const log = readFileSync(path.join(data, 'database.log'), 'utf8')
  expect(log).toContain('duplicate key')
  expect(log).not.toContain('Ví Dụ')
})

test('no locale of the machine is needed, and Vietnamese letters know their capitals', async () => {
  hasData()
  const { url } = await start()
  expect(await ask(url, `SELECT upper('đặng thị thúy hòa') AS name`)).toEqual([{ name: 'ĐẶNG THỊ THÚY HÒA' }])
})

// The product as a process: refused starts, a port that is taken, stopping in order, and being killed.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { quickFolder } from '../platform/database/throw-away.ts'

// Whole programs are started here, perhaps on a slow and busy machine.
vi.setConfig({ testTimeout: 300_000 })

const checkout = path.resolve(import.meta.dirname, '..')
const launcher = path.join(checkout, 'app/launch.mjs')
let data: string
let port: number
const running: ChildProcess[] = []

const emptyFolder = (): string => {
  const folder = mkdtempSync(path.join(quickFolder(), 'binhyen-launch-'))
  chmodSync(folder, 0o711)
  return folder
}
beforeEach(async () => {
  const probe = net.createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  port = (probe.address() as net.AddressInfo).port
  probe.close()
  await once(probe, 'close')
})
afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
})

const environment = () => {
  const { DATABASE_URL, ...rest } = process.env
  return { ...rest, BINHYEN_DATA: data, BINHYEN_PORT: String(port) }
}

function launch(words: string[], extra: Record<string, string> = {}) {
  const env = { ...environment(), ...extra }
  const outcome = spawnSync(process.execPath, [launcher, ...words], { env, encoding: 'utf8' })
  return { code: outcome.status, said: outcome.stdout, complaint: outcome.stderr }
}

async function serve(program = process.execPath, words = [launcher, 'serve']) {
  const child = spawn(program, words, { cwd: checkout, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] })
  running.push(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()))
  const gone = once(child, 'exit')
  while (!(await isHealthy())) {
    if (child.exitCode !== null) throw new Error(said)
    await pause(50)
  }
  return { child, gone, said: () => said }
}

async function isHealthy(): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`)
    return answer.ok && ((await answer.json()) as { status: string }).status === 'ok'
  } catch {
    return false
  }
}

const databaseRuns = () => readdirSync(path.join(data, 'postgres')).includes('postmaster.pid')

describe('refused', () => {
  beforeEach(() => {
    data = emptyFolder()
  })
  afterEach(() => rmSync(data, { recursive: true, force: true }))

  test('a command that does not exist', () => {
    const { code, complaint } = launch(['fly'])
    expect(code).toBe(1)
    expect(complaint).toMatch(/Không có lệnh "fly".*\n.*up, serve, cli, check, bench/)
  })

  test('a setting that is wrong, before anything is written', () => {
    const { code, complaint } = launch(['serve'], { BINHYEN_PORT: 'tám mươi' })
    expect(code).toBe(1)
    expect(complaint).toContain('BINHYEN_PORT')
    expect(readdirSync(data)).toEqual([])
  })

  test('a data folder that cannot be, in one sentence and at once', () => {
    const { code, complaint } = launch(['serve'], { BINHYEN_DATA: '/proc/khong-co/du-lieu' })
    expect(code).toBe(1)
    expect(complaint).toMatch(/^Không ghi được vào thư mục dữ liệu .*\nThe data folder .* cannot be written .*\n$/)
  })

  test('a word that is misspelt, which would load a demonstration otherwise', () => {
    expect(launch(['up', '--emtpy']).complaint).toMatch(/^Không hiểu "--emtpy".*--empty.*\n.*\n$/)
    expect(readdirSync(data)).toEqual([])
  })

  test('a DATABASE_URL where nobody answers', () => {
    const { code, complaint } = launch(['serve'], { DATABASE_URL: 'postgresql://an:matkhau@127.0.0.1:1/x' })
    expect(code).toBe(1)
    expect(complaint.trim().split('\n')).toHaveLength(2)
    expect(complaint).not.toContain('matkhau')
  })

  test('a port that is taken: one sentence, and the database is stopped again', async () => {
    const stranger = net.createServer().listen(port, '127.0.0.1')
    await once(stranger, 'listening')
    const child = spawn(process.execPath, [launcher, 'serve'], {
      env: environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let complaint = ''
    child.stderr.on('data', (text: Buffer) => (complaint += text.toString()))
    const [code] = (await once(child, 'exit')) as [number]
    stranger.close()
    expect(code).toBe(1)
    expect(complaint).toContain(`Cổng ${port} đang có chương trình khác dùng`)
    expect(complaint.trim().split('\n')).toHaveLength(2)
    expect(databaseRuns()).toBe(false)
  })
})

// On one data folder, as on a machine that is used for long: whatever happens to it, the next start finds it whole.
describe('running', () => {
  beforeAll(() => {
    data = emptyFolder()
  })
  afterAll(() => rmSync(data, { recursive: true, force: true }))

  test('serves, is used by a command meanwhile, and stops in order; a second start keeps everything', async () => {
    const first = await serve()
    const command = launch(['cli', 'database'])
    expect([command.code, command.complaint]).toEqual([0, ''])
    expect(command.said).toContain('PostgreSQL 18')
    const secret = readFileSync(path.join(data, 'secrets.json'), 'utf8')
    first.child.kill('SIGTERM')
    expect(await first.gone).toEqual([0, null])
    expect(first.said()).toContain(`http://localhost:${port}`)
    expect(databaseRuns()).toBe(false)

    const second = await serve()
    expect(second.said()).not.toContain('Made a new database')
    expect(readFileSync(path.join(data, 'secrets.json'), 'utf8')).toBe(secret)
    second.child.kill('SIGINT')
    expect(await second.gone).toEqual([0, null])
  })

  test('a command on its own starts the database and stops it again', () => {
    const { code, said } = launch(['cli', 'database'])
    expect(code).toBe(0)
    expect(said).toContain('PostgreSQL 18')
    expect(databaseRuns()).toBe(false)
  })

  async function allStopped(): Promise<boolean> {
    const deadline = Date.now() + 30_000
    while (((await isHealthy()) || databaseRuns()) && Date.now() < deadline) await pause(50)
    return !(await isHealthy()) && !databaseRuns()
  }

  test('a killed launcher takes server and database along', async () => {
    const { child, gone } = await serve()
    child.kill('SIGKILL')
    await gone
    expect(await allStopped()).toBe(true)
  })

  test.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)('npm told %s takes everything along', async (signal) => {
    const { child, gone } = await serve('npm', ['run', 'start'])
    child.kill(signal)
    const [code] = (await gone) as [number | null]
    expect(code).toBe(signal === 'SIGKILL' ? null : 0)
    expect(await allStopped()).toBe(true)
  })

  test('a killed database is started again under the running server', async () => {
    const { child, gone } = await serve()
    const pid = Number(readFileSync(path.join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(pid, 'SIGKILL')
    await pause(500)
    const deadline = Date.now() + 30_000
    while (!(await isHealthy()) && Date.now() < deadline) await pause(100)
    expect(await isHealthy()).toBe(true)
    child.kill('SIGTERM')
    expect(await gone).toEqual([0, null])
    expect(databaseRuns()).toBe(false)
  })
})

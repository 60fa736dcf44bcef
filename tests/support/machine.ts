// A machine of its own to run the product on, by its launcher or by npm: a folder for its data and a port.
//
//   const machine = await openMachine()
//   const { child, gone, said } = await machine.start('npm', ['run', 'up'])   // until it answers
//   const { code, said } = await machine.launch(['cli', 'database'])                // to its end

import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../../platform/database/postmaster.ts'
import { quickFolder } from '../../platform/database/throw-away.ts'

const checkout = path.resolve(import.meta.dirname, '../..')
const launcher = path.join(checkout, 'app/launch.mjs')

export type Machine = Awaited<ReturnType<typeof openMachine>>
export type Started = { child: ChildProcess; gone: Promise<unknown[]>; said(): string; url: string }

export async function openMachine() {
  const data = mkdtempSync(path.join(quickFolder(), 'binhyen-launch-'))
  // Started by root, the database runs as another account, which has to pass.
  chmodSync(data, 0o711)
  const port = await freePort()
  const url = `http://localhost:${port}`
  const running: ChildProcess[] = []
  const environment = (extra: Record<string, string> = {}) => {
    const { DATABASE_URL, ...rest } = process.env
    return { ...rest, BINHYEN_DATA: data, BINHYEN_PORT: String(port), ...extra }
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

  return {
    data,
    port,
    isHealthy,
    databaseRuns,
    /** Runs a command of the launcher to its end. */
    async launch(words: string[], extra?: Record<string, string>) {
      const child = spawn(process.execPath, [launcher, ...words], { env: environment(extra), stdio: 'pipe' })
      const texts = { said: '', complaint: '' }
      child.stdout.on('data', (text: Buffer) => (texts.said += text.toString()))
      child.stderr.on('data', (text: Buffer) => (texts.complaint += text.toString()))
      const [code] = (await once(child, 'close')) as [number | null]
      return { code, ...texts }
    },
    /** Starts a program and waits until it answers. */
    async start(program = process.execPath, words = [launcher, 'serve']): Promise<Started> {
      const child = spawn(program, words, { cwd: checkout, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] })
      running.push(child)
      let said = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()))
      const gone = once(child, 'exit')
      while (!(await isHealthy())) {
        if (child.exitCode !== null) throw new Error(said)
        await pause(50)
      }
      return { child, gone, said: () => said, url }
    },
    async allStopped(): Promise<boolean> {
      const deadline = Date.now() + 30_000
      while (((await isHealthy()) || databaseRuns()) && Date.now() < deadline) await pause(50)
      return !(await isHealthy()) && !databaseRuns()
    },
    /** Ends what still runs, and takes the folder away. */
    async close() {
      for (const child of running) {
        if (child.exitCode !== null || child.signalCode !== null) continue
        child.kill('SIGTERM')
        await once(child, 'exit')
      }
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** Signs in over the network as a program would; answers a function that sends a command, or asks where nothing is sent. */
export async function enterOverNetwork(url: string, { email, password }: { email: string; password: string }) {
  const post = { origin: url, 'content-type': 'application/json' }
  const entered = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: post,
    body: JSON.stringify({ email, password }),
  })
  if (!entered.ok) throw new Error(`${entered.status} ${await entered.text()}`)
  const cookies = entered.headers.getSetCookie().map((each) => each.split(';')[0])
  const headers = { cookie: cookies.join('; ') }
  return async (path: string, sent?: unknown): Promise<unknown> => {
    const command = { ...headers, ...post, 'idempotency-key': randomUUID() }
    const answer = await fetch(`${url}/api/${path}`, {
      ...(sent === undefined ? { headers } : { method: 'POST', headers: command, body: JSON.stringify(sent) }),
    })
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
    return answer.json()
  }
}

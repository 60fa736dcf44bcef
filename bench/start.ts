// From `npm run up` to the first answer of /healthz: on an installed copy that has never run, and once it has.
// The copy stands in a folder of its own, so that neither data nor a built application of this checkout help.

import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../platform/database/postmaster.ts'
import { atMost, type Bench, percentile } from './figure.ts'

const checkout = path.resolve(import.meta.dirname, '..')
const leftOut = new Set(['node_modules', 'dist', 'var', 'coverage', '.git'])
const patience = 180_000

/** The launcher itself, not npm, which adds a quarter of a second that is not ours. */
async function startAndMeasure(copy: string): Promise<{ ms: number; stop(): Promise<void> }> {
  const port = await freePort()
  const began = performance.now()
  const child = spawn(process.execPath, ['app/launch.mjs', 'up'], {
    cwd: copy,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', BINHYEN_PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()))
  try {
    while (!(await isReady(port))) {
      if (child.exitCode !== null) throw new Error(`the product ended by itself:\n${said}`)
      if (performance.now() - began > patience) throw new Error(`not ready after ${patience / 1000} s:\n${said}`)
      await pause(20)
    }
  } catch (fault) {
    await end(child)
    throw fault
  }
  return { ms: Math.round(performance.now() - began), stop: () => end(child) }
}

async function isReady(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`)
    return answer.ok && ((await answer.json()) as { status: string }).status === 'ok'
  } catch {
    return false
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}

function installedCopy(): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'binhyen-start-'))
  // Started by root, the database runs as another account; where it cannot pass, its data lies elsewhere and stays.
  chmodSync(copy, 0o711)
  for (const name of readdirSync(checkout))
    if (!leftOut.has(name)) cpSync(path.join(checkout, name), path.join(copy, name), { recursive: true })
  if (!existsSync(path.join(checkout, 'node_modules'))) throw new Error('install first: npm ci')
  symlinkSync(path.join(checkout, 'node_modules'), path.join(copy, 'node_modules'))
  mkdirSync(path.join(copy, 'var'), { mode: 0o711 })
  return copy
}

export const bench: Bench = {
  name: 'start',
  run: async () => {
    const copy = installedCopy()
    try {
      const first = await startAndMeasure(copy)
      await first.stop()
      const again: number[] = []
      for (let count = 0; count < 3; count += 1) {
        const started = await startAndMeasure(copy)
        again.push(started.ms)
        await started.stop()
      }
      return [
        atMost('restart_ms', percentile(again, 0.5), 'ms', 4_000),
        atMost('first_start_ms', first.ms, 'ms', 20_000),
      ]
    } finally {
      rmSync(copy, { recursive: true, force: true })
    }
  },
}

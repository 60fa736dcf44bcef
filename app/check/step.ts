// One step of the check: a program is run, its words are kept until it is over, and shown only when it failed.
import { spawn } from 'node:child_process'
import path from 'node:path'

export const checkout = path.resolve(import.meta.dirname, '../..')

/** What Node compiled of the libraries, kept from one process of tests to the next. */
const compiled = path.join(checkout, 'node_modules', '.cache', 'compiled')

export type Count = { passed: number; failed: number }
/** `notes` are lines that are worth reading when all went well, too. */
export type Outcome = { code: number; said: string; notes?: readonly string[] }

/** Programs under way, to be ended when the check itself is told to stop. */
const running = new Set<ReturnType<typeof spawn>>()
export const stopAll = (): void => {
  for (const child of running) child.kill('SIGTERM')
}

/** Runs a program that is a JavaScript file of node_modules or of ours, with this very Node, and no standard input. */
export function runProgramFile(
  file: string,
  words: readonly string[],
  more: Record<string, string> = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(checkout, file), ...words], {
      cwd: checkout,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', NODE_COMPILE_CACHE: compiled, ...more },
    })
    running.add(child)
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()))
    child.on('error', reject)
    child.on('close', (code) => {
      running.delete(child)
      resolve({ code: code ?? 1, said })
    })
  })
}

/** Runs a step, says how it went and how long it took, and counts it. */
export async function step(name: string, work: () => Promise<Outcome & Partial<Count>>): Promise<Count> {
  const began = performance.now()
  const outcome = await work().catch((fault: unknown) => ({
    code: 1,
    said: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault),
  }))
  const count: Count = {
    passed: 'passed' in outcome ? (outcome.passed ?? 0) : outcome.code === 0 ? 1 : 0,
    failed: 'failed' in outcome ? (outcome.failed ?? 0) : outcome.code === 0 ? 0 : 1,
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const tests = count.passed + count.failed > 1 ? `, ${count.passed} passed, ${count.failed} failed` : ''
  console.log(`${count.failed === 0 ? '✓' : '✗'} ${name} (${seconds} s${tests})`)
  for (const note of ('notes' in outcome && outcome.notes) || []) console.log(`  ${note}`)
  if (count.failed > 0) console.log(outcome.said.trimEnd())
  return count
}

export const sum = (counts: readonly Count[]): Count =>
  counts.reduce((all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed }), {
    passed: 0,
    failed: 0,
  })

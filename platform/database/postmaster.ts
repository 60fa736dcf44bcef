// The running server: starting it, finding one that already runs, waiting until it answers, stopping it.
import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, realpathSync, rmSync, statSync, truncateSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { letIn, listed, socketFolder } from './local-socket.ts'
import type { Place } from './place.ts'
import { startTimeOf, waitUntilGone, workingFolderOf } from './running-process.ts'
import { cannotRun, cleanEnvironment } from './server-files.ts'

export interface RunningServer {
  pid: number
  port: number
  /** The folder of its socket; undefined where there is none, and it is reached by its port alone. */
  socket: string | undefined
}

const startLimit = 120_000
const stopLimit = 60_000
const longestLog = 5 * 2 ** 20

export function findRunning(cluster: string): RunningServer | undefined {
  const note = readNote(cluster)
  return note && isOurs(note.pid, cluster) ? { pid: note.pid, port: note.port, socket: note.socket } : undefined
}

export async function startServer(
  place: Place,
  options: { port: number | undefined; onlyThisPort?: boolean; log: string; volatile: boolean },
): Promise<RunningServer> {
  const deadline = Date.now() + startLimit
  letIn(place.cluster)
  let socket = socketFolder(place.cluster)
  for (let attempt = 1; ; attempt += 1) {
    clearStaleNote(place.cluster)
    const keep = options.port && (options.onlyThisPort || (attempt === 1 && (await isFree(options.port))))
    const port = keep && options.port ? options.port : await freePort()
    const outcome = await launch(place, { ...options, port, socket }, deadline)
    if (typeof outcome !== 'string') return outcome
    // Some disks hold no sockets: begun anew without, at the same port.
    if (socket && /Unix-domain socket/.test(outcome)) {
      socket = undefined
      attempt = 0
      continue
    }
    // Children of a server that was killed may need a moment to go, and itself one until we took note of its end; a port may have
    // been taken in between.
    const passing =
      /still in use|Address already in use|shared memory block|could not bind|lock file .* already exists/.test(outcome)
    if (!passing || attempt >= 40 || Date.now() > deadline) {
      throw cannotRun(`máy chủ dữ liệu không khởi động (${outcome})`, `the database server does not start (${outcome})`)
    }
    await pause(250)
  }
}

/** Lets running statements end with an error, writes everything down, and comes back when the server is gone. */
export async function stopServer(cluster: string): Promise<void> {
  const running = findRunning(cluster)
  if (!running) return
  signal(running.pid, 'SIGINT')
  if (await waitUntilGone(running.pid, stopLimit)) return
  // Nothing is lost by this: what was committed is on the disk, and the next start recovers it.
  signal(running.pid, 'SIGQUIT')
  await waitUntilGone(running.pid, 10_000)
}

async function launch(
  place: Place,
  options: { port: number; socket: string | undefined; log: string; volatile: boolean },
  deadline: number,
): Promise<RunningServer | string> {
  if (existsSync(options.log) && statSync(options.log).size > longestLog) truncateSync(options.log)
  const log = openSync(options.log, 'a', 0o600)
  const from = statSync(options.log).size
  const child = spawn(
    path.join(place.server, 'bin', 'postgres'),
    [
      ...['-D', place.cluster, '-p', String(options.port)],
      ...['-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${listed(options.socket)}`],
      ...['-c', 'unix_socket_permissions=0700'],
      ...(options.volatile
        ? ['-F', ...['full_page_writes', 'synchronous_commit', 'autovacuum'].flatMap((each) => ['-c', `${each}=off`])]
        : []),
    ],
    // Its own session: Ctrl-C in the terminal must reach the product, which stops the database last.
    { ...place.identity, cwd: '/', env: cleanEnvironment(), detached: true, stdio: ['ignore', log, log] },
  )
  closeSync(log)
  let fault: Error | undefined
  child.on('error', (error) => {
    fault = error
  })
  child.unref()
  while (Date.now() < deadline) {
    if (fault) return fault.message
    if (child.exitCode !== null || child.signalCode !== null) return lastComplaint(options.log, from)
    const note = readNote(place.cluster)
    if (note && note.pid === child.pid && note.ready) return { pid: note.pid, port: note.port, socket: note.socket }
    await pause(5)
  }
  return 'not ready in time'
}

interface Note {
  pid: number
  port: number
  socket: string | undefined
  ready: boolean
}

// postmaster.pid holds: pid, data folder, start time, port, socket folder, address, shared memory, state.
function readNote(cluster: string): Note | undefined {
  try {
    const lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return {
      pid: Number(lines[0]),
      port: Number(lines[3]),
      socket: lines[4] || undefined,
      ready: lines[7]?.trim() === 'ready',
    }
  } catch {
    return undefined
  }
}

function isOurs(pid: number, cluster: string): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 1 || startTimeOf(pid) === undefined) return false
  // The server works inside its data folder, which tells it from a stranger that was given the same number.
  return workingFolderOf(pid) === realpathSync(cluster)
}

function clearStaleNote(cluster: string): void {
  const note = readNote(cluster)
  if (!note) return
  // A number whose process is gone PostgreSQL handles by itself, and more carefully than we could.
  if (startTimeOf(note.pid) !== undefined && !isOurs(note.pid, cluster)) rmSync(path.join(cluster, 'postmaster.pid'))
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ESRCH') throw fault
  }
}

function lastComplaint(log: string, from: number): string {
  const lines = readFileSync(log).subarray(from).toString('utf8').split('\n')
  const complaint =
    lines.findLast((line) => /FATAL|PANIC|ERROR|error/.test(line)) ?? lines.findLast((line) => line.trim())
  return (complaint ?? 'no word in the log').replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '').trim()
}

function isFree(port: number): Promise<boolean> {
  return freePort(port).then(
    () => true,
    () => false,
  )
}

export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', reject)
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

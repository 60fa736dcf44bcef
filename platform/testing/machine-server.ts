// A throw-away cluster on the PostgreSQL that the machine itself has, when it has one of 15 or newer: the tests then run on
// a second server, of another version than ours. Root lends it the same unprivileged account as the embedded server.
import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { accountForServer } from '../database/account.ts'
import { oldestServer } from '../database/connect.ts'
import { newPassword } from '../database/initialise.ts'
import { hostOf } from '../database/local-socket.ts'
import { freePort } from '../database/postmaster.ts'
import { cleanEnvironment } from '../database/server-files.ts'
import { quickFolder } from '../database/throw-away.ts'

export interface MachineServer {
  /** Of its superuser, who may make roles and databases. */
  url: string
  version: string
  stop(): void
}

const folders = ['/usr/lib/postgresql', '/usr/local/pgsql', '/opt/homebrew/opt', '/usr']

/** The folder of the newest server programs that are new enough, or undefined. */
export function findMachinePrograms(
  roots: readonly string[] = folders,
): { folder: string; version: number } | undefined {
  const found = roots.flatMap((root) =>
    (existsSync(root) ? readdirSync(root) : [])
      .map((name) => ({
        folder: path.join(root, name, 'bin'),
        version: Number(/^(?:pgsql-|postgresql@)?(\d+)$/.exec(name)?.[1]),
      }))
      .filter(({ folder, version }) => version >= oldestServer && existsSync(path.join(folder, 'initdb'))),
  )
  return found.sort((one, other) => other.version - one.version)[0]
}

/** Starts it on a free port; undefined when the machine has none. */
export async function startMachineServer(): Promise<MachineServer | undefined> {
  const programs = findMachinePrograms()
  if (!programs) return undefined
  const account = accountForServer(undefined)
  const identity = process.getuid?.() === 0 ? { uid: account.uid, gid: account.gid } : {}
  const folder = mkdtempSync(path.join(quickFolder(), 'binhyen-machine-'))
  const cluster = path.join(folder, 'data')
  const secret = path.join(folder, 'password')
  const password = newPassword()
  chmodSync(folder, 0o711)
  mkdirSync(cluster, { mode: 0o700 })
  writeFileSync(secret, password, { mode: 0o600 })
  if (identity.uid !== undefined) for (const file of [cluster, secret]) chownSync(file, account.uid, account.gid)

  const call = (program: string, words: string[]) => {
    const outcome = spawnSync(path.join(programs.folder, program), words, {
      ...identity,
      cwd: '/',
      env: cleanEnvironment(),
      encoding: 'utf8',
      // The server goes on in the background; a pipe of ours would keep this call waiting for it.
      stdio: ['ignore', 'ignore', program === 'initdb' ? 'pipe' : 'ignore'],
    })
    if (outcome.status !== 0) throw new Error(`${program}: ${outcome.stderr ?? outcome.error?.message ?? 'failed'}`)
  }
  const stop = () => {
    spawnSync(path.join(programs.folder, 'pg_ctl'), ['-D', cluster, '-m', 'immediate', 'stop'], {
      ...identity,
      cwd: '/',
    })
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const rights = ['--username=postgres', `--pwfile=${secret}`, '--auth=scram-sha-256']
    call('initdb', [
      `--pgdata=${cluster}`,
      ...rights,
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
      '--no-instructions',
    ])
    const port = await freePort()
    const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${cluster} -F -c full_page_writes=off -c autovacuum=off`
    call('pg_ctl', ['-D', cluster, '-w', '-t', '60', '-l', path.join(cluster, 'log'), '-o', settings, 'start'])
    const url = `postgresql://postgres:${password}@${hostOf(cluster)}:${port}/postgres`
    return { url, version: String(programs.version), stop }
  } catch (fault) {
    stop()
    throw fault
  }
}

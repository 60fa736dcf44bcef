// What is shaken: the product's own server in a process of its own, its own PostgreSQL that flushes to the disk, rosters in two
// communes, and phones that are signed in.

import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { prepareDemoSignIns } from '../modules/access/server/public.ts'
import { openDatabase } from '../platform/database/connect.ts'
import { startEmbedded } from '../platform/database/embedded.ts'
import { migrate } from '../platform/database/migrate.ts'
import { choosePlace } from '../platform/database/place.ts'
import { freePort } from '../platform/database/postmaster.ts'
import { productSecret } from '../platform/secrets.ts'
import { readSettings } from '../platform/settings.ts'
import { loadKimDong } from '../programmes/kim-dong-2024/load.ts'
import { openDrive } from './drive.ts'
import { addList, type Office } from './office.ts'
import { signIn } from './sign-in.ts'

const entriesOfRun = 24
const serverFile = path.resolve(import.meta.dirname, 'server.ts')

export type Ground = Awaited<ReturnType<typeof prepareGround>>
export type Run = { driveId: string; places: { communeId: string; entries: string[] }[] }

export async function prepareGround() {
  const data = mkdtempSync(path.join(tmpdir(), 'binhyen-chaos-'))
  // Started by root, the database runs as another account; where it cannot pass, its data lies elsewhere and stays.
  chmodSync(data, 0o711)
  const embedded = await startEmbedded({ data })
  await migrate(embedded.url)
  const port = await freePort()
  const compiled = path.join(data, 'compiled')
  const environment = {
    BINHYEN_PORT: String(port),
    BINHYEN_DATA: data,
    BINHYEN_LOG_LEVEL: 'error',
    NODE_COMPILE_CACHE: compiled,
  }
  const settings = readSettings(environment)
  productSecret(settings)
  const first = await openDatabase(embedded.url)
  await loadKimDong(first.db)
  const signIns = await prepareDemoSignIns(first.db, settings)
  await first.close()
  const cluster = choosePlace(data).cluster
  const load = (): ChildProcess => {
    return spawn(process.execPath, [serverFile], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', process.env.CHAOS_DEBUG ? 'inherit' : 'ignore', 'ipc'],
    })
  }
  let server: ChildProcess | undefined
  /** The next server, which only waits to be told. */
  let spare = load()

  const isUp = () =>
    fetch(`${settings.publicUrl}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    )
  const startServer = async (): Promise<void> => {
    server = spare
    server.send('start')
    for (let waited = 0; !(await isUp()); waited += 1) {
      if (waited > 9_000) throw new Error('the server does not come up')
      await pause(20)
    }
    spare = load()
  }
  const kill = async (process: ChildProcess | undefined): Promise<void> => {
    if (!process || process.exitCode !== null || process.signalCode !== null) return
    const gone = new Promise((resolve) => process.once('exit', resolve))
    process.kill('SIGKILL')
    await gone
  }
  /** At once, as when the power goes: what was not flushed is gone. */
  const crashDatabase = (): void => {
    process.kill(Number.parseInt(readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8'), 10), 'SIGQUIT')
  }
  /** A connection of our own each time: the last one may have been cut. */
  const asked = async <T>(question: (db: Awaited<ReturnType<typeof openDatabase>>['db']) => Promise<T>): Promise<T> => {
    const { db, close } = await openDatabase(embedded.url)
    try {
      return await question(db)
    } finally {
      await close()
    }
  }
  const close = async (): Promise<void> => {
    await Promise.all([kill(server), kill(spare)])
    await embedded.stop()
    rmSync(data, { recursive: true, force: true })
  }
  await startServer().catch(async (fault: unknown) => {
    await close()
    throw fault
  })
  return {
    url: settings.publicUrl,
    settings,
    startServer,
    killServer: () => kill(server),
    crashDatabase,
    reviveDatabase: () => embedded.revive(),
    isUp,
    // Not those of the server's own helpers, which happen to be there too.
    cutConnections: () =>
      asked((db) =>
        sql`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()
        and datname = current_database() and usename = current_user`.execute(db),
      ),
    asked,
    cookieOf: (who: string) =>
      signIn(
        settings.publicUrl,
        signIns.find(({ email }) => email.startsWith(`${who}@`)),
      ),
    /** A drive and households of its own for each run: nothing of the last one stands in the way. */
    openRun: async (offices: readonly Office[]): Promise<Run> => {
      const driveId = await asked(openDrive)
      const places = await Promise.all(
        offices.map(async (office) => ({ communeId: office.communeId, entries: await addList(office, entriesOfRun) })),
      )
      return { driveId, places }
    },
    close,
  }
}

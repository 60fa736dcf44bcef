// What is shaken: the product's own server in a process of its own, its own PostgreSQL that flushes to the disk, rosters in two
// communes, and phones that are signed in.

import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { prepareDemoSignIns } from '../modules/access/server/public.ts'
import { openDatabase } from '../platform/database/connect.ts'
import { startEmbedded } from '../platform/database/embedded.ts'
import { migrate } from '../platform/database/migrate.ts'
import { choosePlace } from '../platform/database/place.ts'
import { freePort } from '../platform/database/postmaster.ts'
import { productSecret } from '../platform/secrets.ts'
import { readSettings } from '../platform/settings.ts'
import { areaId } from '../programmes/kim-dong-2024/ids.ts'
import { loadKimDong } from '../programmes/kim-dong-2024/load.ts'
import { addList, type Office } from './office.ts'

const entriesOfRun = 24
const serve = path.resolve(import.meta.dirname, '../app/serve.ts')

export type Ground = Awaited<ReturnType<typeof prepareGround>>
export type Run = { driveId: string; places: { communeId: string; entries: string[] }[] }

export async function prepareGround() {
  const data = mkdtempSync(path.join(tmpdir(), 'binhyen-chaos-'))
  // Started by root, the database runs as another account; where it cannot pass, its data lies elsewhere and stays.
  chmodSync(data, 0o711)
  const embedded = await startEmbedded({ data })
  await migrate(embedded.url)
  const port = await freePort()
  const environment = { BINHYEN_PORT: String(port), BINHYEN_DATA: data, BINHYEN_LOG_LEVEL: 'error' }
  const settings = readSettings(environment)
  productSecret(settings)
  const first = await openDatabase(embedded.url)
  await loadKimDong(first.db)
  const signIns = await prepareDemoSignIns(first.db, settings)
  await first.close()
  const cluster = choosePlace(data).cluster
  let server: ChildProcess | undefined

  const isUp = () =>
    fetch(`${settings.publicUrl}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    )
  const startServer = async (): Promise<void> => {
    server = spawn(process.execPath, [serve], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', process.env.CHAOS_DEBUG ? 'inherit' : 'ignore'],
    })
    for (let waited = 0; !(await isUp()); waited += 1) {
      if (waited > 3_600) throw new Error('the server does not come up')
      await pause(50)
    }
  }
  const killServer = async (): Promise<void> => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return
    const gone = new Promise((resolve) => server?.once('exit', resolve))
    server.kill('SIGKILL')
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
    await killServer()
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
    killServer,
    crashDatabase,
    reviveDatabase: () => embedded.revive(),
    isUp,
    cutConnections: () =>
      asked((db) =>
        sql`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()
        and datname = current_database()`.execute(db),
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

async function signIn(url: string, known: { email: string; password: string } | undefined): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(known),
  })
  if (!answer.ok) throw new Error(`sign-in answered ${answer.status}`)
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

async function openDrive(db: Parameters<typeof loadKimDong>[0]): Promise<string> {
  const driveId = uuidv7()
  await sql`insert into commitment_drive (id, area_id, name_vi, name_en, recurs, year, opens_on, closes_on, published_on)
    values (${driveId}, ${areaId('331')}, 'Đợt thử', 'Shaken drive', 'once', 2024, '2000-01-01', '9000-01-01', '2000-01-01')`.execute(
    db,
  )
  await sql`insert into commitment_drive_group (drive_id, group_id, counterpart, ways)
    values (${driveId}, 'household-heads', 'hamlet', '{ink}')`.execute(db)
  await sql`insert into commitment_text (drive_id, group_id, number, effective_on, title, opening, promises)
    values (${driveId}, 'household-heads', 1, '2000-01-01', 'Lời', 'Tôi cam kết', '{không sử dụng}')`.execute(db)
  return driveId
}

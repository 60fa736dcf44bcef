// The life of the server process: database up, migrated, prepared, port open; then everything closed in the reverse order
// when it is told to stop. What is served, and what is prepared, is decided elsewhere.
import { setTimeout as pause } from 'node:timers/promises'
import type { Bilingual } from '../platform/contract/words.ts'
import type { EmbeddedDatabase } from '../platform/database/embedded.ts'
import { aboutMasterKeys, masterKeys } from '../platform/master-keys.ts'
import { productSecret } from '../platform/secrets.ts'
import type { Settings } from '../platform/settings.ts'
import { readSettings } from '../platform/settings.ts'
import { StartupRefusal } from '../platform/startup-refusal.ts'
import { eraseAgain } from './erasures.ts'
import type { Listening } from './listen.ts'
import { say } from './say.ts'
import type { StopSignal } from './stop-signal.ts'
import { listenForStop } from './stop-signal.ts'
import { buildWebWhenChanged } from './web-build.ts'
import type { ReadyDatabase } from './with-database.ts'
import { openProductDatabase } from './with-database.ts'

export interface ProductParts {
  settings: Settings
  /** Signs sessions; never shown. */
  secret: string
  database: ReadyDatabase
}

export interface RunOptions {
  /** Runs after the migrations and before the port opens; what it returns is printed under the address. */
  prepare(parts: ProductParts): Promise<Bilingual[]>
  startServer(parts: ProductParts): Promise<Listening>
}

export async function run(options: RunOptions): Promise<number> {
  const stop = listenForStop()
  const began = performance.now()
  const settings = readSettings(process.env)
  const undo: (() => Promise<void>)[] = []
  // Said before anything that takes time: a first start is silent otherwise until its database stands.
  say({
    vi: 'Đang khởi động (lần đầu mất khoảng nửa phút)…',
    en: 'Starting (the first time takes about half a minute)…',
  })
  try {
    const [database, web] = await allOrNothing(undo, settings)
    if (stop.isAsked()) return 0
    const parts: ProductParts = { settings, secret: productSecret(settings), database }
    // Asked at the start, so that a key that cannot be had stops the start and not somebody's work.
    for (const line of [...beforeServing(database, web), ...aboutMasterKeys(masterKeys(settings), settings.data)])
      say(line)
    // Before the port opens: nobody reads a file of somebody who was erased.
    for (const line of await eraseAgain(database.db, settings)) say(line)
    const notes = await options.prepare(parts)
    if (stop.isAsked()) return 0
    const listening = await options.startServer(parts)
    undo.push(() => listening.close())
    for (const line of [ready(settings, performance.now() - began), ...notes]) say(line)
    const watch = keepDatabaseUp(database.embedded, stop)
    await stop.asked
    watch.abort()
    say({ vi: 'Đang dừng…', en: 'Stopping…' })
    return stop.exitCode()
  } finally {
    for (const step of undo.reverse()) await step()
    if (stop.isAsked()) say({ vi: 'Đã dừng, dữ liệu đã được lưu.', en: 'Stopped, the data is safe.' })
  }
}

// The build takes seconds the first time; the database gets ready meanwhile.
async function allOrNothing(undo: (() => Promise<void>)[], settings: Settings) {
  const building = buildWebWhenChanged()
  building.catch(() => undefined)
  const database = await openProductDatabase(settings, (fault) => console.error(`database: ${fault.message}`))
  undo.push(() => database.close())
  return [database, await building] as const
}

function beforeServing(database: ReadyDatabase, web: 'built' | 'unchanged'): Bilingual[] {
  const lines: Bilingual[] = []
  if (database.embedded?.created) lines.push({ vi: 'Đã tạo cơ sở dữ liệu mới.', en: 'Made a new database.' })
  if (database.migrated.length > 0) {
    const count = database.migrated.length
    lines.push({ vi: `Đã nâng cấp cơ sở dữ liệu (${count} bước).`, en: `Migrated the database (${count} steps).` })
  }
  if (web === 'built') lines.push({ vi: 'Đã dựng ứng dụng cho cán bộ.', en: 'Built the staff application.' })
  return lines
}

function ready(settings: Settings, milliseconds: number): Bilingual {
  const seconds = (milliseconds / 1000).toFixed(1)
  return {
    vi: `Bình Yên đã sẵn sàng sau ${seconds.replace('.', ',')} giây: ${settings.publicUrl}  (Ctrl-C để dừng)`,
    en: `Bình Yên is ready after ${seconds} s: ${settings.publicUrl}  (Ctrl-C stops it)`,
  }
}

// A database server that was killed is started again at the same address; the connections find it by themselves.
function keepDatabaseUp(embedded: EmbeddedDatabase | undefined, stop: StopSignal): AbortController {
  const watching = new AbortController()
  const watch = async () => {
    while (embedded && !stop.isAsked()) {
      await pause(1_000, undefined, { signal: watching.signal })
      if (stop.isAsked() || embedded.isRunning()) continue
      say({
        vi: 'Máy chủ dữ liệu đã dừng bất ngờ, đang chạy lại.',
        en: 'The database stopped unexpectedly, restarting.',
      })
      await embedded.revive()
    }
  }
  watch().catch((fault: Error) => {
    if (fault.name === 'AbortError') return
    console.error(fault instanceof StartupRefusal ? fault.message : fault)
    // Without its database the product only looks alive; whoever watches over it shall see that it is not.
    stop.fail()
  })
  return watching
}

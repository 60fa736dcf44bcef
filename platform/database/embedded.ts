// The PostgreSQL that comes with the product: started when nobody has, shared when somebody has, stopped by the last
// one who uses it. It listens on this machine only, and its password lies in a file that only its owner may read.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { withLock } from '../lock.ts'
import { readPrivate, writePrivate } from '../private-files.ts'
import { addSealedRole, databaseName, initialiseCluster, newPassword, replacePassword, roleName } from './initialise.ts'
import { giveBack, leasesInForce, takeLease } from './leases.ts'
import { hostOf } from './local-socket.ts'
import type { Place } from './place.ts'
import { choosePlace } from './place.ts'
import type { RunningServer } from './postmaster.ts'
import { findRunning, startServer, stopServer } from './postmaster.ts'
import { cannotRun } from './server-files.ts'

export interface EmbeddedOptions {
  /** The product's data folder, absolute. */
  data: string
  /** For throw-away test databases only: no flush to the disk, and a role that may make databases. */
  volatile?: boolean
}

export interface EmbeddedDatabase {
  url: string
  pid: number
  port: number
  /** Whether this call started the server, or found it running. */
  started: boolean
  /** Whether this call made the data folder. */
  created: boolean
  /** False when the server was killed. */
  isRunning(): boolean
  /** Starts a killed server again, at the same address; fails when its port was taken meanwhile. */
  revive(): Promise<void>
  /** Comes back when this user's part is over; the server itself stops when nobody else uses it. */
  stop(): Promise<void>
}

interface Access {
  password: string
  /** The last one used: kept where it is free, so that other programs of this machine find the database again. */
  port: number
  /** Whether the role of the files of persons was made; data of older versions is without. */
  sealedRole?: boolean
}

export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { data, volatile = false } = options
  const files = filesOf(data)
  return withLock(data, async () => {
    const place = choosePlace(data)
    const { access, created } = prepare(place, files.access, volatile)
    const found = findRunning(place.cluster)
    const server = found ?? (await startServer(place, { port: access.port || undefined, log: files.log, volatile }))
    writePrivate(files.access, JSON.stringify({ ...access, port: server.port } satisfies Access))
    const lease = takeLease(files.leases)
    return {
      ...server,
      url: urlOf(access.password, server),
      started: !found,
      created,
      isRunning: () => findRunning(place.cluster) !== undefined,
      revive: () =>
        withLock(data, async () => {
          if (findRunning(place.cluster)) return
          await startServer(place, { port: server.port, onlyThisPort: true, log: files.log, volatile })
        }),
      stop: () =>
        withLock(data, async () => {
          giveBack(lease)
          if (leasesInForce(files.leases) === 0) await stopServer(place.cluster)
        }),
    }
  })
}

export function filesOf(data: string) {
  return {
    access: path.join(data, 'database.json'),
    leases: path.join(data, 'database-users'),
    log: path.join(data, 'database.log'),
  }
}

function prepare(place: Place, accessFile: string, volatile: boolean): { access: Access; created: boolean } {
  const text = readPrivate(accessFile)
  const known = text === undefined ? undefined : (JSON.parse(text) as Access)
  if (!existsSync(place.cluster)) {
    const access = { password: newPassword(), port: 0, sealedRole: true }
    initialiseCluster(place, { password: access.password, volatile })
    writePrivate(accessFile, JSON.stringify(access))
    return { access, created: true }
  }
  refuseOtherVersion(place)
  const running = findRunning(place.cluster)
  if (known && (known.sealedRole || running)) return { access: known, created: false }
  if (known) {
    addSealedRole(place)
    return { access: { ...known, sealedRole: true }, created: false }
  }
  const access = { password: newPassword(), port: 0, sealedRole: true }
  if (running) {
    throw cannotRun(
      `tệp ${accessFile} đã mất trong khi máy chủ dữ liệu còn chạy, hãy dừng tiến trình ${running.pid} rồi chạy lại`,
      `the file ${accessFile} is gone while the database server still runs, stop process ${running.pid} and run again`,
    )
  }
  replacePassword(place, access.password)
  addSealedRole(place)
  return { access, created: false }
}

function refuseOtherVersion(place: Place): void {
  const of = readFileSync(path.join(place.cluster, 'PG_VERSION'), 'utf8').trim()
  const programs = readFileSync(path.join(place.server, 'share', 'postgresql', 'postgres.bki'), 'utf8').slice(0, 40)
  const have = /PostgreSQL (\d+)/.exec(programs)?.[1]
  if (!have || of === have) return
  throw cannotRun(
    `dữ liệu ở ${place.cluster} là của PostgreSQL ${of}, còn bản đi kèm là ${have}`,
    `the data in ${place.cluster} is of PostgreSQL ${of} and the one that comes along is ${have}`,
  )
}

function urlOf(password: string, server: RunningServer): string {
  return `postgresql://${roleName}:${password}@${hostOf(server.socket)}:${server.port}/${databaseName}`
}

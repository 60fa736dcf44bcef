// A real PostgreSQL for a short while, gone afterwards: for tests and for looking at the schema. Not flushed to the disk.
import { chmodSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { EmbeddedDatabase } from './embedded.ts'
import { filesOf, startEmbedded } from './embedded.ts'
import { leasesInForce } from './leases.ts'
import { stopServer } from './postmaster.ts'

const prefix = 'binhyen-throw-away-'
const oldEnough = 10 * 60_000

/** Its role may make databases; `stop` takes everything away. */
export async function startThrowAway(): Promise<EmbeddedDatabase> {
  await removeForgotten()
  const folder = mkdtempSync(path.join(quickFolder(), prefix))
  // Started by root, the server runs as another account, which has to pass through.
  chmodSync(folder, 0o711)
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    const embedded = await startEmbedded({ data: path.join(folder, 'data'), volatile: true })
    const stop = async () => {
      await embedded.stop()
      remove()
    }
    return { ...embedded, stop }
  } catch (fault) {
    remove()
    throw fault
  }
}

// Whoever is killed by -9 cannot clean up: the next one does, once nobody has used the server for a while.
async function removeForgotten(): Promise<void> {
  const parent = quickFolder()
  for (const name of readdirSync(parent).filter((candidate) => candidate.startsWith(prefix))) {
    const folder = path.join(parent, name)
    try {
      const data = path.join(folder, 'data')
      if (Date.now() - statSync(folder).mtimeMs < oldEnough || leasesInForce(filesOf(data).leases) > 0) continue
      await stopServer(path.join(data, 'postgres'))
      rmSync(folder, { recursive: true, force: true })
    } catch {
      // Somebody else's, or just being removed by another run: not ours to worry about.
    }
  }
}

// A database is some hundred files; where memory serves as a disk, copying one takes 20 ms instead of 600.
export function quickFolder(): string {
  try {
    const memory = '/dev/shm'
    const room = statfsSync(memory)
    return room.bavail * room.bsize > 2 * 2 ** 30 ? memory : tmpdir()
  } catch {
    return tmpdir()
  }
}

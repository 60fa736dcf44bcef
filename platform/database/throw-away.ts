// A real PostgreSQL for a short while, gone afterwards: for tests and for looking at the schema. Not flushed to the disk.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { EmbeddedDatabase } from './embedded.ts'
import { startEmbedded } from './embedded.ts'

/** Its role may make databases; `stop` takes everything away. */
export async function startThrowAway(): Promise<EmbeddedDatabase> {
  const folder = mkdtempSync(path.join(tmpdir(), 'binhyen-throw-away-'))
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

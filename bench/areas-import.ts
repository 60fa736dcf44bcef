// How long a whole country takes to come in, and to come in again unchanged, into an empty database that flushes to the disk.

import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { importAreas } from '../modules/areas/server/import/import-areas.ts'
import { openDatabase } from '../platform/database/connect.ts'
import { startEmbedded } from '../platform/database/embedded.ts'
import { migrate } from '../platform/database/migrate.ts'
import { makeCountry } from './areas/country.ts'
import { atMost, type Bench } from './figure.ts'

const limit = 60_000

export const bench: Bench = {
  name: 'areas-import',
  run: async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'binhyen-bench-'))
    // Started by root, the server runs as another account, which has to pass through.
    chmodSync(folder, 0o711)
    const embedded = await startEmbedded({ data: path.join(folder, 'data') })
    const database = await openDatabase({ url: embedded.url })
    try {
      await migrate(embedded.url)
      const country = makeCountry()
      const bytes = (text: string) => [Buffer.from(text)]
      const once = async () => {
        const began = performance.now()
        const outcome = await importAreas(database.db, {
          units: bytes(country.units),
          successions: bytes(country.successions),
          dryRun: false,
        })
        if (!outcome.done) throw new Error(`the country is refused: ${JSON.stringify(outcome.errors.slice(0, 3))}`)
        return { outcome, ms: Math.round(performance.now() - began) }
      }
      const first = await once()
      const again = await once()
      if (again.outcome.units.unchanged !== first.outcome.units.added)
        throw new Error('the second import changed things')
      return [atMost('import_ms', first.ms, 'ms', limit), atMost('again_ms', again.ms, 'ms', limit)]
    } finally {
      await database.close()
      await embedded.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

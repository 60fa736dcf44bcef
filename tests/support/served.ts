// The whole product on a port of its own, with the demonstration, for whatever speaks to it over the network.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inject } from 'vitest'
import { listen } from '../../app/listen.ts'
import { buildSite } from '../../app/server.ts'
import { prepareDemoSignIns } from '../../modules/access/server/public.ts'
import { freePort } from '../../platform/database/postmaster.ts'
import { openLog } from '../../platform/server/log.ts'
import type { Parts } from '../../platform/server/slice.ts'
import { readSettings } from '../../platform/settings.ts'
import { freshDatabase } from '../../platform/testing/database.ts'
import type { SignIns } from './site-template.ts'

export type Served = {
  url: string
  parts: Parts
  signIns: SignIns
  close(): Promise<void>
}

export async function openServed(): Promise<Served> {
  const data = mkdtempSync(path.join(tmpdir(), 'binhyen-site-'))
  const prepared = inject('siteTemplate')
  const database = await freshDatabase(prepared?.name ?? inject('kimDongTemplate'))
  const port = await freePort()
  const settings = readSettings({ BINHYEN_PORT: String(port), BINHYEN_DATA: data, BINHYEN_LOG_LEVEL: 'silent' })
  const signIns = prepared?.signIns ?? (await prepareDemoSignIns(database.db, settings))
  const product = {
    settings,
    secret: 'a secret of this test run, long enough',
    database: { ...database, embedded: undefined, migrated: [] },
  }
  const { site, parts } = await buildSite(product, openLog('silent'))
  const listening = await listen(site.fetch, settings)
  return {
    url: settings.publicUrl,
    parts,
    signIns,
    close: async () => {
      await listening.close()
      await database.drop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

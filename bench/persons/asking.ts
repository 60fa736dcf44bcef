// The files of a country on a database that does flush to the disk, and somebody of the commune police who asks through the door.

import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { slices } from '../../app/slices.ts'
import { rightsOf } from '../../modules/access/server/public.ts'
import { auditRows, recordAudit } from '../../modules/audit/server/public.ts'
import { provideMasterKeys } from '../../modules/cases/server/public.ts'
import { openDatabase } from '../../platform/database/connect.ts'
import { startEmbedded } from '../../platform/database/embedded.ts'
import { migrate } from '../../platform/database/migrate.ts'
import { fingerprintOf } from '../../platform/master-keys.ts'
import { machineClock } from '../../platform/server/clock.ts'
import { newKey } from '../../platform/server/envelope.ts'
import { operationRoutes } from '../../platform/server/http.ts'
import { openLog } from '../../platform/server/log.ts'
import type { Parts } from '../../platform/server/slice.ts'
import { loadKimDong } from '../../programmes/kim-dong-2024/load.ts'
import { rounded } from '../figure.ts'
import { type Commune, fillFiles, forced } from './ground.ts'
import { now } from './ids.ts'

export type Ground = Awaited<ReturnType<typeof openGround>>

export async function openGround(persons: number) {
  const folder = mkdtempSync(path.join(tmpdir(), 'binhyen-bench-cases-'))
  // Started by root, the server runs as another account, which has to pass through.
  chmodSync(folder, 0o711)
  const embedded = await startEmbedded({ data: path.join(folder, 'data') })
  await migrate(embedded.url)
  const database = await openDatabase({ url: embedded.url, statementTimeout: 0 })
  const { db, byKey } = database
  await loadKimDong(db)
  const key = newKey()
  provideMasterKeys(() => ({ keys: [{ id: fingerprintOf(key), key }], from: 'environment' }))
  const began = performance.now()
  const { communes, index } = await fillFiles(db, { url: embedded.url, masterKey: key, persons })
  console.log(
    `${persons} persons in ${communes.length} communes, filled in ${rounded((performance.now() - began) / 1000)} s`,
  )
  return {
    ...{ db, byKey, communes, index, folder },
    force: () => forced(db),
    close: async () => {
      await database.close()
      await embedded.stop()
    },
  }
}

export type Asker = ReturnType<typeof askerOf>

/** Asks for the work, the list, a name, a file and a decision on a waiting one; answers the milliseconds of each. */
export function askerOf({ db, byKey }: Pick<Ground, 'db' | 'byKey'>) {
  const parts: Parts = {
    ...{ db, byKey, recordAudit, auditRows, clock: machineClock(now.slice(0, 10)) },
    authority: {
      rightsOf: (db, person, today) => rightsOf(db, person.id, today),
      personOf: async (headers) => {
        const id = headers.get('x-bench-person')
        return id ? { id, name: id, language: 'vi' } : undefined
      },
    },
  }
  const routes = operationRoutes(parts, slices, openLog('error'))
  const timed = async (who: string, address: string, body?: object): Promise<{ ms: number; answer: Answer }> => {
    const headers = { 'x-bench-person': who, 'content-type': 'application/json', 'idempotency-key': uuidv7() }
    const began = performance.now()
    const answer = await routes.request(
      address,
      body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers },
    )
    const text = await answer.text()
    const ms = performance.now() - began
    if (!answer.ok) throw new Error(`${address}: ${answer.status} ${text}`)
    return { ms, answer: JSON.parse(text) as Answer }
  }
  return async (
    { id: communeId, police }: Commune,
    { name, file, waiting }: { name: string; file: string; waiting: string },
  ) => {
    const workOf = async (whose: 'mine' | 'team' | 'all'): Promise<number> => {
      const { ms, answer } = await timed(police, `/api/cases/work?communeId=${communeId}&whose=${whose}&due=all`)
      if (!answer.rows?.length) throw new Error(`no work of ${whose}`)
      return ms
    }
    const [mine, team, all] = [await workOf('mine'), await workOf('team'), await workOf('all')]
    const list = await timed(police, `/api/cases/files?communeId=${communeId}`)
    const find = await timed(police, '/api/cases/find', { communeId, text: name })
    if (!find.answer.rows?.length) throw new Error(`nobody is called ${name}`)
    const opening = async (fileId: string) => {
      const id = uuidv7()
      const opened = await timed(police, '/api/cases/open', {
        communeId,
        fileId,
        id,
        purpose: 'decide',
        ground: 'bench',
      })
      return { ms: opened.ms, openingId: id, query: `communeId=${communeId}&fileId=${fileId}&openingId=${id}` }
    }
    const one = await opening(file)
    const read = await timed(police, `/api/cases/one?${one.query}`)
    const other = await opening(waiting)
    const { answer } = await timed(police, `/api/cases/one?${other.query}`)
    const decide = await timed(police, '/api/cases/record', {
      ...{ communeId, fileId: waiting, openingId: other.openingId, id: uuidv7(), version: answer.version },
      ...{ kind: 'managed', at: '2026-11-25T09:00' },
      details: { paper: { number: '12/QĐ-CAX', on: '2026-11-25', by: 'police-head' } },
    })
    return { mine, team, all, list: list.ms, find: find.ms, open: one.ms, read: read.ms, decide: decide.ms }
  }
}
type Answer = { rows?: unknown[]; version?: number }

// Two communes between which files are handed over, for tests: their police, files of people who are managed, and the few
// calls that every hand-over is made of.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { BeginFile, RecordEvent } from '../../modules/cases/contract.ts'
import { keepingFiles, momentOf, provideMasterKeys } from '../../modules/cases/server/public.ts'
import { slice as cases } from '../../modules/cases/server/slice.ts'
import { AcceptPack, ReadPack, SendFile } from '../../modules/handover/contract.ts'
import { slice } from '../../modules/handover/server/slice.ts'
import { fingerprintOf, type MasterKeys } from '../../platform/master-keys.ts'
import { newKey } from '../../platform/server/envelope.ts'
import type { Db } from '../../platform/server/slice.ts'
import { areaId, personId } from '../../programmes/kim-dong-2024/ids.ts'
import { type Open, openFile } from './person-files.ts'
import { type Somebody, world } from './world.ts'

/** Hiệp Cường sends, Nghĩa Dân receives. */
export const here = areaId('12322', '2025-07-01')
export const there = areaId('12286', '2025-07-01')

export const hour = 3_600_000
export const ago = (hours: number) => momentOf(new Date(Date.now() - hours * hour))
/** A name of letters alone that nobody else has. */
export const nextName = () =>
  `Phan Thử ${uuidv7()
    .slice(-8)
    .replaceAll(/\d/g, (digit) => 'ghiklmnopq'[Number(digit)] ?? '')}`

type Sent = Open & {
  id: string
  toId: string
  movedAt?: string
  residence?: string
  stay?: string
  stayId?: string
}

/** `provide` is told the master keys of this world, where there are several worlds that each have their own. */
export async function handOverWorld(provide: (keys: MasterKeys) => void = (keys) => provideMasterKeys(() => keys)) {
  const the = await world([cases, slice], new Date().toISOString().slice(0, 10))
  const key = newKey()
  provide({ keys: [{ id: fingerprintOf(key), key }], from: 'environment' })
  const sender = the.as(personId('conganxa'))
  const receiver = the.as(personId('congangiap'))

  /** As the keeper of the machine, who sees every table as it is. */
  const asKeeper = <T>(work: (inside: Db) => Promise<T>): Promise<T> =>
    keepingFiles(the.database.db, { work: 'other', by: 'a test' }, (keep) => keep(work))

  const opened = (
    fileId: string,
    { by = sender, communeId = here, purpose = 'move' as 'move' | 'check' | 'rights' } = {},
  ) => openFile(by, { communeId, fileId }, purpose, 'Người đó chuyển nơi cư trú')

  /** A file of somebody who is managed since ten days. */
  async function managedFile(name = nextName()): Promise<string> {
    const fileId = uuidv7()
    const identity = { name, birth: '1991', sex: 'male' as const, residence: 'Thôn Trương Xá', stay: '' }
    await sender.send(BeginFile, { communeId: here, id: fileId, personId: uuidv7(), identity, although: true })
    const open = await opened(fileId)
    const paper = { number: '12/QĐ-CAX', on: ago(238).slice(0, 10), by: 'police-head' }
    const tested = { ground: 'verified-tip', result: 'positive', sample: 'urine', sameSexOfficer: true }
    let version = 1
    const enter = async (kind: string, at: string, details: Record<string, unknown>) => {
      ;({ version } = await sender.send(RecordEvent, { ...open, id: uuidv7(), kind, at, details, version }))
    }
    await enter('tested', ago(264), tested)
    await enter('notice-received', ago(240), { from: 'Công an phường Sơn Nam' })
    await enter('managed', ago(238), { paper })
    return fileId
  }

  const sendIt = (by: Somebody, input: Sent) => by.send(SendFile, input)
  const readIt = (id: string, by = receiver, communeId = there) => by.send(ReadPack, { communeId, id })
  return {
    ...{ the, sender, receiver, asKeeper, opened, managedFile, sendIt, readIt },
    sendTo: async (fileId: string, part: Partial<Sent> = {}) =>
      sendIt(sender, { ...(await opened(fileId)), id: uuidv7(), toId: there, movedAt: ago(3), ...part }),
    acceptIt: async (id: string, by = receiver, communeId = there) => {
      const { digest } = await readIt(id, by, communeId)
      return by.send(AcceptPack, { communeId, id, digest })
    },
    /** In which communes the file lives, asked of the tables themselves. */
    owners: (fileId: string): Promise<string[]> =>
      asKeeper(async (inside) => {
        const { rows } = await sql<{ commune_id: string }>`
          select commune_id from cases.file where id = ${fileId} and handed_over is null`.execute(inside)
        return rows.map(({ commune_id }) => commune_id)
      }),
  }
}

export type HandOverWorld = Awaited<ReturnType<typeof handOverWorld>>

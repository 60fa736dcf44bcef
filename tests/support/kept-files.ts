// A commune with files that are done with, for tests of keeping, erasing and the rights of the person.

import { v7 as uuidv7 } from 'uuid'
import type { Identity, PurposeId } from '../../modules/cases/contract.ts'
import type { FileEvent } from '../../modules/cases/events.ts'
import { enterFiles, provideMasterKeys } from '../../modules/cases/server/public.ts'
import { restrictFiles } from '../../modules/cases/server/retention/restrict.ts'
import { slice } from '../../modules/cases/server/slice.ts'
import { fingerprintOf, type MasterKey } from '../../platform/master-keys.ts'
import { newKey } from '../../platform/server/envelope.ts'
import { areaId, personId } from '../../programmes/kim-dong-2024/ids.ts'
import { event, life } from './lives.ts'
import { openFile } from './person-files.ts'
import { type Somebody, world } from './world.ts'

export const today = '2026-11-27'
export const newMasterKey = (): MasterKey => {
  const key = newKey()
  return { id: fingerprintOf(key), key }
}
export const masterKeysAre = (...keys: [MasterKey, ...MasterKey[]]) =>
  provideMasterKeys(() => ({ keys, from: 'environment' }))

/** A test without a result, years ago: nothing was decided, and its time of keeping is over. */
export const overdue = (): FileEvent[] =>
  life([
    'tested',
    '2025-06-02T09:00',
    { ground: 'verified-tip', result: 'negative', sample: 'urine', sameSexOfficer: true },
  ])
/** A management that ended some months ago: restricted, and kept for years. */
export function ended(): FileEvent[] {
  const decided = event('management-ended', '2026-03-11T09:00')
  return [
    event('managed', '2025-03-10T09:00'),
    decided,
    event('decision-sent', '2026-03-11T15:00', { of: decided.id }),
    event('off-list', '2026-03-12T09:00', { reason: 'served' }),
  ]
}
export const running = (): FileEvent[] =>
  life([
    'tested',
    '2026-11-20T09:00',
    { ground: 'verified-tip', result: 'positive', sample: 'urine', sameSexOfficer: true },
  ])

export const identity = (part: Partial<Identity> = {}): Identity => ({
  name: 'Khổng Mạnh Tường',
  otherNames: [],
  birth: '1988',
  sex: 'male',
  papers: [{ kind: 'cccd', number: '033088777123' }],
  residence: 'Xóm Bãi Sậy',
  stay: '',
  phone: '',
  circumstances: [],
  ...part,
})

export async function keptFiles() {
  const master = newMasterKey()
  const the = await world([slice], today)
  masterKeysAre(master)
  const communeId = areaId('12322', '2025-07-01')
  const police = the.as(personId('conganxa'))
  const head = the.as(personId('truongcax'))
  const file = async (events: FileEvent[], who = identity()) => {
    const made = { id: uuidv7(), personId: uuidv7(), identity: who, events }
    await enterFiles(the.database.db, { communeId, by: police.id, now: new Date(), demo: false }, [made])
    await restrictFiles(the.database.db, today)
    return { communeId, fileId: made.id, personId: made.personId }
  }
  const open = (by: Somebody, fileId: string, purpose: PurposeId = 'rights') =>
    openFile(by, { communeId, fileId }, purpose, 'Đơn của Khổng Mạnh Tường')
  return {
    the,
    master,
    communeId,
    police,
    head,
    nextPolice: the.as(personId('congangiap')),
    health: the.as(personId('tramyte')),
    file,
    open,
  }
}

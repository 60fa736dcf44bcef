// The keys of the files: one of each person, and one for the blind index; both lie in the database wrapped with the master key.

import { sql } from 'kysely'
import type { MasterKey, MasterKeys } from '../../../../platform/master-keys.ts'
import { newKey, seal, unseal } from '../../../../platform/server/envelope.ts'
import type { Db } from '../../../../platform/server/slice.ts'

let provided: (() => MasterKeys) | undefined

/** `app/` says where the master keys come from. */
export function provideMasterKeys(keys: () => MasterKeys): void {
  provided = keys
}

export function ringOfMasterKeys(): MasterKeys['keys'] {
  if (!provided) throw new Error('the files of persons were given no master keys')
  return provided().keys
}

export type Wrapped = { wrapped: Buffer; master: string }

/** `bound` is what the key is for: a wrapped key that is put into another row does not open. */
export function wrap(key: Buffer, bound: string): Wrapped {
  const [master] = ringOfMasterKeys()
  return { wrapped: seal(master.key, key, `key of ${bound}`), master: master.id }
}

export function unwrap({ wrapped, master }: Wrapped, bound: string): Buffer {
  return unseal(masterNamed(master).key, wrapped, `key of ${bound}`)
}

function masterNamed(id: string): MasterKey {
  const found = ringOfMasterKeys().find((each) => each.id === id)
  if (!found) throw new MasterKeyMissing(id)
  return found
}

/** The database was sealed with a master key that this machine does not have. */
export class MasterKeyMissing extends Error {
  readonly masterId: string
  constructor(masterId: string) {
    super(`the master key ${masterId} of the files of persons is not here`)
    this.masterId = masterId
  }
}

/** The key of the blind index: made by the first who needs it, the same ever after. */
export async function indexKey(files: Db): Promise<Buffer> {
  const known = await keptIndexKey(files)
  if (known) return unwrap(known, 'index')
  const { wrapped, master } = wrap(newKey(), 'index')
  await sql`insert into cases.index_key (wrapped, master_key) values (${wrapped}, ${master}) on conflict do nothing`.execute(
    files,
  )
  return unwrap((await keptIndexKey(files)) as Wrapped, 'index')
}

async function keptIndexKey(files: Db): Promise<Wrapped | undefined> {
  const found = await sql<Wrapped>`select wrapped, master_key as master from cases.index_key`.execute(files)
  return found.rows[0]
}

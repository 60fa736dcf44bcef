// Packs: a whole file and its form, sealed with a key of the pack's own. What a pack holds is known by its digest.

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { refuse } from '../../../platform/contract/refusal.ts'
import { newKey, seal, unseal } from '../../../platform/server/envelope.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { type MovingFile, unwrap, type Wrapped, wrap } from '../../cases/server/public.ts'
import { handOverRefusals } from '../contract.ts'

/** What is said besides the file; the number of the form, where one is fixed. */
export type PackForm = { form: string | null; residence: string; stay: string; sentBy?: string }
/** What lies beside the events (who read, what holds) goes over as it is at that moment, and is not for whoever looks into the pack. */
export type PackContent = { form: PackForm; whole: Omit<MovingFile, 'beside'> }

type SealedPack = Wrapped & { sealed: Buffer; digest: Buffer }
export function sealPack(id: string, form: PackForm, { beside: _, ...whole }: MovingFile): SealedPack {
  const key = newKey()
  const plain = Buffer.from(JSON.stringify({ form, whole } satisfies PackContent))
  return {
    ...wrap(key, `pack ${id}`),
    sealed: seal(key, plain, `pack ${id}`),
    digest: createHash('sha256').update(plain).digest(),
  }
}

export async function storePack(
  files: Db,
  { id, toId, version }: { id: string; toId: string; version: number },
  { wrapped, master, sealed }: SealedPack,
): Promise<void> {
  await sql`
    insert into handover.pack (sending_id, to_id, wrapped_key, master_key, sealed, file_version)
    values (${id}, ${toId}, ${wrapped}, ${master}, ${sealed}, ${version})
    on conflict (sending_id) do update set wrapped_key = excluded.wrapped_key, master_key = excluded.master_key,
      sealed = excluded.sealed, file_version = excluded.file_version`.execute(files)
}

/** What was sealed must be what was sent: anything else is refused, whoever changed it. */
export async function openPack(
  files: Db,
  id: string,
  digest: Buffer,
): Promise<{ content: PackContent; version: number }> {
  const { rows } = await sql<Wrapped & { sealed: Buffer; version: number }>`
    select wrapped_key as wrapped, master_key as master, sealed, file_version as version
    from handover.pack where sending_id = ${id}`.execute(files)
  const row = rows[0]
  if (!row) throw refuse(handOverRefusals.pack_broken)
  const key = unwrap(row, `pack ${id}`)
  const plain = opened(key, row.sealed, id)
  if (!plain || !createHash('sha256').update(plain).digest().equals(digest)) throw refuse(handOverRefusals.pack_broken)
  return { content: JSON.parse(plain.toString()) as PackContent, version: row.version }
}

function opened(key: Buffer, sealed: Buffer, id: string): Buffer | undefined {
  try {
    return unseal(key, sealed, `pack ${id}`)
  } catch {
    return undefined
  }
}

/** Decided on, its content is in the file of whoever holds it: the pack and its key are gone, and cannot be played again. */
export const dropPack = (files: Db, id: string) =>
  sql`delete from handover.pack where sending_id = ${id}`.execute(files)

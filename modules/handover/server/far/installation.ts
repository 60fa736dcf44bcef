// Who we are to other installations: a name, the unit whose communes we serve, and our pairs of keys, of which one is in use.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import { unwrap, type Wrapped, wrap } from '../../../cases/server/public.ts'
import { farRefusals } from '../../contract.ts'
import { fingerprint, newPairs, type Pairs, readPairs, writtenPairs } from './crypto.ts'

export type Installation = { id: string; name: string; serves_id: string; changed_at: string }
type KeptKey = Wrapped & { id: string; made_at: string; ended_at: string | null }
export type OurKey = { id: string; pairs: Pairs }

export const keyBound = (id: string): string => `keys of installation ${id}`

export async function installationIn(files: Db): Promise<Installation | undefined> {
  const { rows } = await sql<Installation>`select id, name, serves_id, changed_at from handover.installation`.execute(
    files,
  )
  return rows[0]
}

const keysWhere = async (files: Db, where = sql`ended_at is null`): Promise<KeptKey[]> =>
  (
    await sql<KeptKey>`select id, wrapped, master_key as master, made_at, ended_at
      from handover.installation_key where ${where} order by made_at desc`.execute(files)
  ).rows
const opened = (key: KeptKey): OurKey => ({ id: key.id, pairs: readPairs(unwrap(key, keyBound(key.id))) })

/** Refused where no administrator has named this installation yet. */
export async function ourselves(files: Db): Promise<Installation & { key: OurKey }> {
  const installation = await installationIn(files)
  const [key] = await keysWhere(files)
  if (!installation || !key) throw refuse(farRefusals.no_card)
  return { ...installation, key: opened(key) }
}

/** One of ours, of today or of before. */
export async function ourKey(files: Db, id: string): Promise<OurKey | undefined> {
  const [key] = await keysWhere(files, sql`id = ${id}`)
  return key && opened(key)
}

export const ourKeys = async (files: Db): Promise<OurKey[]> => (await keysWhere(files, sql`true`)).map(opened)

export async function keysShown(files: Db): Promise<{ id: string; madeAt: string; endedAt: string | null }[]> {
  const keys = await keysWhere(files, sql`true`)
  return keys.map(({ id, made_at, ended_at }) => ({ id, madeAt: made_at, endedAt: ended_at }))
}

/** The one before it signs nothing from now on, and still opens what was sealed to it. */
export async function newKeys(files: Db, installation: string, by: string, now: Date): Promise<OurKey> {
  const pairs = newPairs()
  const id = fingerprint(installation, pairs.boxPublic, pairs.signPublic)
  const { wrapped, master } = wrap(writtenPairs(pairs), keyBound(id))
  await sql`update handover.installation_key set ended_at = ${now.toISOString()} where ended_at is null`.execute(files)
  await sql`
    insert into handover.installation_key (id, box_public, sign_public, wrapped, master_key, made_at, made_by)
    values (${id}, ${pairs.boxPublic}, ${pairs.signPublic}, ${wrapped}, ${master}, ${now.toISOString()}, ${by})`.execute(
    files,
  )
  return { id, pairs }
}

/** Longer than any pack is taken in. */
const keptDays = 60

/** An old key opens what was sealed to it; once nothing can come any more it is destroyed. Answers how many. */
export async function forgetOldKeys(inside: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptDays * 86_400_000).toISOString()
  const done = await sql`
    delete from handover.installation_key where ended_at < ${before}
      and not exists (select from handover.arrival where key_id = installation_key.id and state = 'waiting')`.execute(
    inside,
  )
  return Number(done.numAffectedRows ?? 0n)
}

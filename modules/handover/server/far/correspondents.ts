// Other installations as we know them: by cards that were compared by telephone. What one signs holds while its key does.

import { sql } from 'kysely'
import { nameKey } from '../../../../platform/contract/name-key.ts'
import { refuse } from '../../../../platform/contract/refusal.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import { farRefusals as no } from '../../contract.ts'
import type { Place } from '../../rules/far/headers.ts'
import { oldestPackDays } from '../../rules/far/protocol.ts'

/** For work on cards, which is of no commune. */
export const amongInstallations = 'correspond'

export type Correspondent = { id: string; name: string; revoked_at: string | null }
export type CorrespondentKey = {
  id: string
  correspondent_id: string
  box_public: Buffer
  sign_public: Buffer
}

export async function correspondentIn(files: Db, id: string): Promise<Correspondent | undefined> {
  const { rows } = await sql<Correspondent>`
    select id, name, revoked_at from handover.correspondent where id = ${id}`.execute(files)
  return rows[0]
}

const inUse = sql`confirmed_at is not null and ended_at is null and not distrusted`

/** The last one that was compared, whatever came after: words for who sent something are sealed for nobody else. */
export const lastKeyOf = (files: Db, correspondentId: string): Promise<CorrespondentKey | undefined> =>
  keyWhere(
    files,
    sql`correspondent_id = ${correspondentId} and confirmed_at is not null order by confirmed_at desc limit 1`,
  )

/** The one that packs are sealed to: of whom is trusted today, by the card that was compared. */
export async function keyToSealFor(
  files: Db,
  correspondentId: string,
): Promise<{ correspondent: Correspondent; key: CorrespondentKey }> {
  const correspondent = await trusted(files, correspondentId)
  const key = await keyWhere(files, sql`correspondent_id = ${correspondentId} and ${inUse}`)
  if (!key) throw refuse(no.correspondent_unconfirmed, { name: correspondent.name })
  return { correspondent, key }
}

/** The one that a file says it was signed with. An older one holds as long as a pack may take, once a newer was compared. */
export async function keyThatSigned(
  files: Db,
  { installation, key: id }: { installation: string; key: string },
  now: Date,
): Promise<{ correspondent: Correspondent; key: CorrespondentKey }> {
  const correspondent = await trusted(files, installation)
  const oldest = new Date(now.getTime() - oldestPackDays * 86_400_000).toISOString()
  const key = await keyWhere(
    files,
    sql`id = ${id} and correspondent_id = ${installation} and confirmed_at is not null and not distrusted and (ended_at is null or ended_at > ${oldest})`,
  )
  if (!key) throw refuse(no.correspondent_unconfirmed, { name: correspondent.name })
  return { correspondent, key }
}

async function trusted(files: Db, id: string): Promise<Correspondent> {
  const correspondent = await correspondentIn(files, id)
  if (!correspondent) throw refuse(no.correspondent_unknown)
  if (correspondent.revoked_at) throw refuse(no.correspondent_revoked, { name: correspondent.name })
  return correspondent
}

async function keyWhere(files: Db, where: ReturnType<typeof sql>): Promise<CorrespondentKey | undefined> {
  const { rows } = await sql<CorrespondentKey>`
    select id, correspondent_id, box_public, sign_public from handover.correspondent_key where ${where}`.execute(files)
  return rows[0]
}

const validOn = (day: string) => sql`valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)`

export async function servedPlace(
  files: Db,
  { correspondentId, code, on }: { correspondentId: string; code: string; on: string },
): Promise<Place> {
  const { rows } = await sql<Place>`
    select code, name, type from handover.served
    where correspondent_id = ${correspondentId} and code = ${code} and ${validOn(on)}`.execute(files)
  if (!rows[0]) throw refuse(no.not_served)
  return rows[0]
}

export type Served = Place & { correspondentId: string; system: string }

/** Communes that trusted correspondents serve on a day: those whose name holds every word, or that have one of the codes. */
export async function servedNamed(
  files: Db,
  { text, codes, on, most }: { text: string; codes: readonly string[]; on: string; most: number },
): Promise<Served[]> {
  const words = nameKey(text).split(' ').filter(Boolean)
  const holdsAll = words.map((word) => sql`served.name_key like ${`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`}`)
  const named = holdsAll.length > 0 ? sql.join(holdsAll, sql` and `) : sql`false`
  const { rows } = await sql<Served>`
    select served.code, served.name, served.type, served.correspondent_id as "correspondentId", correspondent.name as system
    from handover.served join handover.correspondent on correspondent.id = served.correspondent_id
    where correspondent.revoked_at is null and ${validOn(on)} and ((${named}) or served.code = any(${codes}))
      and exists (select from handover.correspondent_key as key where key.correspondent_id = correspondent.id and ${inUse})
    order by served.name_key, served.code, correspondent.name limit ${most}`.execute(files)
  return rows
}

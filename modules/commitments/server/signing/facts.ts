// What must be known of the drives and entries that a group of signatures names: one question, however many signatures.

import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import { plainArray } from '../../../../platform/server/write.ts'
import type { EntryFacts } from '../../rules/signing.ts'
import { type DriveKnown, type DriveRow, driveAsked, driveKey, drivesFrom } from './drives.ts'
import { type NamedProof, type ProofRows, type ProofsKnown, proofsFrom, proofsOf } from './proofs.ts'

export type Asked = NamedProof & { id: string; driveId: string; entryId: string; code: string }
/** As the database tells it. */
export type Facts = { entries: EntryRow[] | null; proofs: ProofRows | null }

export type EntryKnown = {
  entry: (EntryFacts & { placeId: string; since: string }) | undefined
  /** The promise of this entry that stands in the drive. */
  signedBy: string | null
  /** Whether somebody noted why it was not signed. */
  unsigned: boolean
  /** Where this very id is already: as a promise, as held, or as held and decided. */
  sameId: {
    entryId: string
    driveId: string
    state: 'promise' | 'waiting' | 'accepted' | 'refused'
    reason: string
  } | null
}
/** The last: the drive, told once for each commune that it is asked for; null where it does not cover the commune. */
type EntryRow = [
  groupId: string | null,
  hamletId: string | null,
  placeId: string | null,
  since: string | null,
  endedOn: string | null,
  mergedInto: string | null,
  signedBy: string | null,
  unsigned: boolean,
  sameId: EntryKnown['sameId'],
  drive: DriveRow | null,
]

export type FactsKnown = {
  /** In the order that was asked. */
  entries: EntryKnown[]
  /** A drive that does not cover the commune is not there. */
  driveOf(driveId: string, communeId: string): DriveKnown | undefined
  proofOf: ProofsKnown
}

/** The question for itself, inside a transaction that does more than sign. */
export async function askFacts(db: Db, question: RawBuilder<Facts>): Promise<Facts> {
  const { rows } = await sql<{ facts: Facts }>`/* plan once */ select ${question} as facts`.execute(db)
  return rows[0]?.facts ?? { entries: null, proofs: null }
}

export const factsKnown = async (db: Db, asked: readonly Asked[], today: PlainDate): Promise<FactsKnown> =>
  readFacts(await askFacts(db, factsOf(asked)), today)

/**
 * Promises are looked up so that one index alone can serve (the commune is compared in a way that no index knows): a plan
 * made while the table was empty would otherwise go through all promises of a commune for each signature once it has grown.
 */
export function factsOf(asked: readonly Asked[]): RawBuilder<Facts> {
  const drives = new Set<string>()
  const first = asked.map(({ driveId, communeId }) => {
    const known = drives.size
    return drives.add(driveKey(driveId, communeId)).size > known ? 't' : 'f'
  })
  const column = (key: 'communeId' | 'entryId' | 'driveId' | 'id' | 'code') => plainArray(asked.map((one) => one[key]))
  return sql<Facts>`json_build_object('entries', (
    select json_agg(json_build_array(entry.group_id, entry.hamlet_id, entry.place_id, entry.since, entry.ended_on,
      entry.merged_into, standing.id,
      exists (select 1 from commitment_unsigned noted where noted.commune_id = asked.commune_id
        and noted.drive_id = asked.drive_id and noted.entry_id = asked.entry_id),
      case when same.id is not null
          then json_build_object('entryId', same.entry_id, 'driveId', same.drive_id, 'state', 'promise', 'reason', '')
        when kept.id is not null
          then json_build_object('entryId', kept.entry_id, 'driveId', kept.drive_id,
            'state', coalesce(kept.decision, 'waiting'), 'reason', kept.reason) end,
      case when asked.first then ${driveAsked} end) order by asked.position)
    from unnest(${column('communeId')}::uuid[], ${column('entryId')}::uuid[], ${column('driveId')}::uuid[], ${column('id')}::uuid[],
      ${column('code')}::text[], ${plainArray(first)}::bool[])
      with ordinality as asked (commune_id, entry_id, drive_id, id, code, first, position)
    left join lateral (select * from roster_entry found
      where found.commune_id = asked.commune_id and found.id = asked.entry_id limit 1) entry on true
    left join lateral (select id from commitment_promise found
      where found.entry_id = asked.entry_id and found.commune_id is not distinct from asked.commune_id
        and found.drive_id = asked.drive_id and found.void_number = 0 limit 1) standing on true
    left join lateral (select id, entry_id, drive_id from commitment_promise found
      where found.code = asked.code and found.commune_id is not distinct from asked.commune_id
        and found.id = asked.id limit 1) same on true
    left join lateral (select id, entry_id, drive_id, decision, reason from commitment_held found
      where found.commune_id = asked.commune_id and found.id = asked.id limit 1) kept on true
  ), 'proofs', ${proofsOf(asked)})`
}

export function readFacts({ entries, proofs }: Facts, today: PlainDate): FactsKnown {
  const rows = entries ?? []
  return {
    entries: rows.map(entryFrom),
    driveOf: drivesFrom(
      rows.flatMap((row) => row[9] ?? []),
      today,
    ),
    proofOf: proofsFrom(proofs),
  }
}

function entryFrom(row: EntryRow): EntryKnown {
  const [groupId, hamletId, placeId, since, endedOn, mergedInto, signedBy, unsigned, sameId] = row
  const entry = groupId
    ? { groupId, hamletId, endedOn, mergedInto, placeId: placeId as string, since: since as string }
    : undefined
  return { entry, signedBy, unsigned, sameId }
}

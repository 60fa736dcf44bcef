// What is known of the drives and entries that a group of signatures names: two questions, however many signatures.

import { sql } from 'kysely'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import type { Way } from '../../contract/signing.ts'
import type { DriveFacts, EntryFacts, GroupFacts } from '../../rules/signing.ts'

export type DriveKnown = DriveFacts & { groups: ReadonlyMap<string, GroupFacts> }
type DriveRow = {
  drive_id: string
  commune_id: string
  opens_on: string
  closes_on: string
  published_on: string | null
  closed_on: string | null
  works_on: string | null
  groups: { id: string; ways: Way[]; texts: { number: number; effectiveOn: string }[] | null }[] | null
}

const keyOf = (driveId: string, communeId: string): string => `${driveId} ${communeId}`

/** The drives that cover the communes, by `drive commune`; one that does not cover its commune is not there. */
export async function drivesKnown(
  db: Db,
  wanted: readonly { driveId: string; communeId: string }[],
  today: PlainDate,
): Promise<(driveId: string, communeId: string) => DriveKnown | undefined> {
  const pairs = [...new Map(wanted.map((pair) => [keyOf(pair.driveId, pair.communeId), pair])).values()]
  const { rows } = await sql<DriveRow>`
    /* plan once */
    select drive.id as drive_id, wanted.commune_id, drive.opens_on, drive.closes_on, drive.published_on, drive.closed_on,
      case when drive.demo then programme.opens_on end as works_on,
      (select json_agg(json_build_object('id', asked.group_id, 'ways', asked.ways, 'texts',
          (select json_agg(json_build_object('number', number, 'effectiveOn', effective_on))
           from commitment_text wording where wording.drive_id = asked.drive_id and wording.group_id = asked.group_id)))
        from commitment_drive_group asked where asked.drive_id = drive.id) as groups
    from unnest(${pairs.map((pair) => pair.driveId)}::uuid[], ${pairs.map((pair) => pair.communeId)}::uuid[])
      as wanted (drive_id, commune_id)
    join commitment_drive drive on drive.id = wanted.drive_id
    join area_coverage reach on reach.ancestor_id = drive.area_id and reach.unit_id = wanted.commune_id
    left join programme on programme.id = drive.programme_id`.execute(db)
  const known = new Map(rows.map((row) => [keyOf(row.drive_id, row.commune_id), driveOf(row, today)]))
  return (driveId, communeId) => known.get(keyOf(driveId, communeId))
}

const driveOf = (row: DriveRow, today: PlainDate): DriveKnown => ({
  opensOn: row.opens_on,
  closesOn: row.closes_on,
  publishedOn: row.published_on,
  closedOn: row.closed_on,
  workday: row.works_on ?? today,
  groups: new Map((row.groups ?? []).map(({ id, ways, texts }) => [id, { ways, texts: texts ?? [] }])),
})

export type Asked = { id: string; communeId: string; driveId: string; entryId: string; code: string }
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
type EntryRow = {
  group_id: string | null
  hamlet_id: string | null
  place_id: string | null
  since: string | null
  ended_on: string | null
  merged_into: string | null
  signed_by: string | null
  unsigned: boolean
  same: EntryKnown['sameId']
}

/**
 * What is known of each signature's entry, in the order that was asked. Promises are looked up so that one index alone
 * can serve (the commune is compared in a way that no index knows): a plan made while the table was empty would otherwise
 * go through all promises of a commune for each signature once it has grown.
 */
export async function entriesKnown(db: Db, asked: readonly Asked[]): Promise<EntryKnown[]> {
  const { rows } = await sql<EntryRow>`
    /* plan once */
    select entry.group_id, entry.hamlet_id, entry.place_id, entry.since, entry.ended_on, entry.merged_into, standing.id as signed_by,
      exists (select 1 from commitment_unsigned noted where noted.commune_id = asked.commune_id
        and noted.drive_id = asked.drive_id and noted.entry_id = asked.entry_id) as unsigned,
      case when same.id is not null
          then json_build_object('entryId', same.entry_id, 'driveId', same.drive_id, 'state', 'promise', 'reason', '')
        when kept.id is not null
          then json_build_object('entryId', kept.entry_id, 'driveId', kept.drive_id,
            'state', coalesce(kept.decision, 'waiting'), 'reason', kept.reason) end as same
    from unnest(${asked.map((one) => one.communeId)}::uuid[], ${asked.map((one) => one.entryId)}::uuid[],
      ${asked.map((one) => one.driveId)}::uuid[], ${asked.map((one) => one.id)}::uuid[], ${asked.map((one) => one.code)}::text[])
      with ordinality as asked (commune_id, entry_id, drive_id, id, code, position)
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
    order by asked.position`.execute(db)
  return rows.map((row) => ({
    entry: row.group_id
      ? {
          groupId: row.group_id,
          hamletId: row.hamlet_id,
          endedOn: row.ended_on,
          mergedInto: row.merged_into,
          placeId: row.place_id as string,
          since: row.since as string,
        }
      : undefined,
    signedBy: row.signed_by,
    unsigned: row.unsigned,
    sameId: row.same,
  }))
}

/** Which of the meetings and files that prove signatures are on record; nothing is asked when none is named. */
export async function proofsKnown(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select id from meeting where id = any(${ids as string[]}::uuid[])
    union all select id from file where id = any(${ids as string[]}::uuid[])`.execute(db)
  return new Set(rows.map((row) => row.id))
}

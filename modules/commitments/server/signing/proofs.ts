// The meetings and files that signatures name as their proof: what is on record of each, for the place of signing.

import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'
import { plainArray } from '../../../../platform/server/write.ts'
import type { MeetingFacts, ProofFacts } from '../../rules/signing.ts'

export type NamedProof = {
  communeId: string
  hamletId: string | null
  meetingId?: string | undefined
  fileId?: string | undefined
}
/** As the database tells it: only what lies within reach of the place that asks. */
export type ProofRows = {
  meetings: [id: string, placeId: string, heldOn: string, minutes: boolean][] | null
  files: [id: string, communeId: string][] | null
}
export type ProofsKnown = (named: NamedProof) => ProofFacts

const keyOf = (id: string, placeId: string): string => `${id} ${placeId}`.toLowerCase()
const placeIdOf = ({ communeId, hamletId }: NamedProof): string => hamletId ?? communeId

/** SQL that is true for a row of `meeting` that has minutes: closed, with conclusions, or with their paper on record. */
export const hasMinutes: RawBuilder<boolean> = sql<boolean>`(meeting.closed_on is not null or meeting.minutes_file_id is not null
  or exists (select 1 from meeting_conclusion concluded where concluded.meeting_id = meeting.id)
  or exists (select 1 from document_link paper where paper.subject = 'meeting:' || meeting.id and paper.relation = 'concludes'))`

/** SQL that is true where the one area lies in the other, either way round. */
export const inLine = (
  one: RawBuilder<unknown>,
  other: RawBuilder<unknown>,
): RawBuilder<boolean> => sql<boolean>`exists (
  select 1 from area_coverage reach where (reach.ancestor_id = ${one} and reach.unit_id = ${other})
    or (reach.ancestor_id = ${other} and reach.unit_id = ${one}))`

/**
 * A meeting proves what was signed in its own area or below it, also for those who are listed for all of the commune that
 * holds it. A file lies in the commune; from above it comes as a document of the register only.
 */
export function proofsOf(named: readonly NamedProof[]): RawBuilder<ProofRows> {
  const meetings = pairsOf(named.flatMap((one) => (one.meetingId ? [[one.meetingId, placeIdOf(one)]] : [])))
  const files = pairsOf(named.flatMap(({ fileId, communeId }) => (fileId ? [[fileId, communeId]] : [])))
  return sql<ProofRows>`json_build_object('meetings', (
    select json_agg(json_build_array(meeting.id, asked.place_id, meeting.held_on, ${hasMinutes}))
    from unnest(${meetings.ids}::uuid[], ${meetings.places}::uuid[]) as asked (id, place_id)
    cross join lateral (select * from meeting found where found.id = asked.id limit 1) meeting
    where ${inLine(sql.ref('meeting.area_id'), sql.ref('asked.place_id'))}
  ), 'files', (
    select json_agg(json_build_array(file.id, asked.commune_id))
    from unnest(${files.ids}::uuid[], ${files.places}::uuid[]) as asked (id, commune_id)
    cross join lateral (select id, area_id from file found where found.id = asked.id limit 1) file
    where exists (select 1 from area_coverage reach where reach.ancestor_id = asked.commune_id and reach.unit_id = file.area_id)
      or exists (select 1 from document where document.file_id = file.id
        and ${inLine(sql.ref('document.area_id'), sql.ref('asked.commune_id'))})
  ))`
}

function pairsOf(pairs: readonly (readonly string[])[]): { ids: string; places: string } {
  const once = [...new Map(pairs.map(([id = '', place = '']) => [keyOf(id, place), { id, place }])).values()]
  return { ids: plainArray(once.map(({ id }) => id)), places: plainArray(once.map(({ place }) => place)) }
}

export function proofsFrom(rows: ProofRows | null): ProofsKnown {
  const meetings = new Map<string, MeetingFacts>(
    (rows?.meetings ?? []).map(([id, placeId, heldOn, minutes]) => [keyOf(id, placeId), { heldOn, minutes }]),
  )
  const files = new Set((rows?.files ?? []).map(([id, communeId]) => keyOf(id, communeId)))
  return (named) => ({
    meeting: named.meetingId ? (meetings.get(keyOf(named.meetingId, placeIdOf(named))) ?? 'unknown') : 'none',
    file: named.fileId ? (files.has(keyOf(named.fileId, named.communeId)) ? 'known' : 'unknown') : 'none',
  })
}

/** What is on record of one proof, for a decision that is made before anything is signed. */
export async function proofKnown(db: Db, named: NamedProof): Promise<ProofFacts> {
  const { rows } = await sql<{ proofs: ProofRows }>`select ${proofsOf([named])} as proofs`.execute(db)
  return proofsFrom(rows[0]?.proofs ?? null)(named)
}

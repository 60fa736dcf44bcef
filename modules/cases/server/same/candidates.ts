// Who in a commune may be the same person: the blind index proposes, only those it proposes are unsealed, a pure rule decides.

import { sql } from 'kysely'
import { blind } from '../../../../platform/server/envelope.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import type { Identity } from '../../contract.ts'
import { birthOf, maySame, type SameReason } from '../../rules/same-person.ts'
import { identityOf, nameWords, type SealedPerson } from '../sealing/person.ts'

export type Asked = { identity: Identity; key: number }
export type Alike = { key: number; fileId: string; number: string; reasons: readonly SameReason[] }

/** For each that is asked about, the files that may be of the same person; its own, where it has one, among them. */
export async function likelySame(
  files: Db,
  communeId: string,
  index: Buffer,
  asked: readonly Asked[],
): Promise<Alike[]> {
  if (asked.length === 0) return []
  const probes = asked.flatMap((one) => probesOf(index, one))
  const sizes = asked.map(({ identity }) => new Set(nameWords(identity.name)).size)
  const { rows } = await sql<SealedPerson & { key: number; fileId: string; number: string }>`
    with probe as (
      select * from unnest(${probes.map(({ key }) => key)}::int[], ${probes.map(({ kind }) => kind)}::text[],
        ${probes.map(({ word }) => word)}::bytea[]) as probe (key, kind, word)
    ), asked as (
      select * from unnest(${asked.map(({ key }) => key)}::int[], ${sizes}::int[],
        ${asked.map(({ identity }) => birthOf(identity) !== undefined)}::boolean[]) as asked (key, words, born)
    ), found as (
      select probe.key, person_word.person_id, count(*) filter (where kind = 'name') as names,
        bool_or(kind = 'paper') as paper, bool_or(kind = 'year') as year
      from probe join cases.person_word on person_word.commune_id = ${communeId} and person_word.word = probe.word
      group by 1, 2
    )
    select found.key, person.id, person.wrapped_key as wrapped, person.master_key as master, person.sealed,
      file.id as "fileId", file.number
    from found join asked using (key)
    join cases.person on person.commune_id = ${communeId} and person.id = found.person_id and person.sealed is not null
    join cases.file on file.commune_id = ${communeId} and file.person_id = person.id and file.merged_into is null
      and file.restricted_on is null
    where (paper or names >= asked.words or (year and names >= least(2, asked.words)))
    order by file.number`.execute(files)
  const identities = new Map(asked.map(({ key, identity }) => [key, identity]))
  return rows.flatMap((row) => {
    const reasons = maySame(identities.get(row.key) as Identity, identityOf(row))
    return reasons ? [{ key: row.key, fileId: row.fileId, number: row.number, reasons }] : []
  })
}

type Probe = { key: number; kind: 'name' | 'paper' | 'year'; word: Buffer }

function probesOf(index: Buffer, { identity, key }: Asked): Probe[] {
  const words = new Set([identity.name, ...identity.otherNames].flatMap(nameWords))
  const year = birthOf(identity)?.slice(0, 4)
  const years = year ? [-1, 0, 1].map((by) => String(Number(year) + by)) : []
  return [
    ...[...words].map((word) => ({ key, kind: 'name' as const, word: blind(index, 'name', word) })),
    ...identity.papers.map(({ number }) => ({ key, kind: 'paper' as const, word: blind(index, 'paper', number) })),
    ...years.map((each) => ({ key, kind: 'year' as const, word: blind(index, 'year', each) })),
  ]
}

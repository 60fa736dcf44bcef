// What is known of how long a file is kept, read inside the files, and what the rules make of it.

import { sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'
import type { SetLength } from '../../../../rules/retention/lengths.ts'
import { type Hold, type KeptAs, type Retention, retentionOf } from '../../../../rules/retention/retention.ts'
import type { RetentionShown } from '../../contract.ts'

type Row = {
  id: string
  number: string
  kept_as: KeptAs | null
  settled_on: string | null
  restricted_on: string | null
  erased_on: string | null
  holds: Hold[]
}
export type KeptFileRow = Omit<Row, 'holds'> & { retention: Retention }

/** All files of a person, each with where it stands: who they are of is erased for all of them or for none. */
export async function keptFilesOf(
  files: Db,
  {
    communeId,
    personId,
    today,
    set,
  }: { communeId: string; personId: string; today: string; set: readonly SetLength[] },
): Promise<KeptFileRow[]> {
  const { rows } = await sql<Row>`
    select file.id, file.number, file.kept_as, file.settled_on, file.restricted_on, person.erased_on, ${holdsOf()} as holds
    from cases.file join cases.person on person.commune_id = file.commune_id and person.id = file.person_id
    where file.commune_id = ${communeId} and file.person_id = ${personId} and file.merged_into is null order by file.number`.execute(
    files,
  )
  return rows.map(({ holds, ...row }) => ({ ...row, retention: standing(row, holds, today, set) }))
}

/** For a query over `cases.file`: the holds that were not ended. */
export const holdsOf = () => sql<Hold[]>`coalesce((
  select json_agg(json_build_object('id', hold.id, 'from', hold.from_on, 'until', hold.until_on))
  from cases.hold where hold.commune_id = file.commune_id and hold.file_id = file.id and hold.ended_at is null), '[]')`

export const standing = (
  row: { kept_as: KeptAs | null; settled_on: string | null; restricted_on: string | null; erased_on: string | null },
  holds: readonly Hold[],
  today: string,
  set: readonly SetLength[],
): Retention =>
  retentionOf(
    { keptAs: row.kept_as, settledOn: row.settled_on, restrictedOn: row.restricted_on, erasedOn: row.erased_on },
    today,
    holds,
    set,
  )

export const retentionShown = ({ heldBy, because, ...rest }: Retention): RetentionShown => ({
  ...rest,
  held: heldBy.length,
  because: because.map((length) => ({ ...length, span: { ...length.span } })),
})

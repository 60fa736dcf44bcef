// The register of papers that leave a file: each has a serial, so that it can be asked back once the person is erased.

import { sql } from 'kysely'
import type { Db } from '../../../platform/server/slice.ts'
import type { issuedKinds } from '../contract.ts'

type Paper = { communeId: string; id: string; fileId: string; kind: keyof typeof issuedKinds; by: string; now: Date }

/** CB-2026-0001: the year of Viet Nam, and the next number of the commune in it. Undefined where the id is taken. */
export async function issue(files: Db, { communeId, id, fileId, kind, by, now }: Paper): Promise<string | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext(${`case papers of ${communeId}`}))`.execute(files)
  const year = new Date(now.getTime() + 7 * 3_600_000).getUTCFullYear()
  const { rows } = await sql<{ serial: string }>`
    insert into cases.issued (commune_id, id, file_id, serial, kind, made_at, made_by)
    select ${communeId}, ${id}, ${fileId}, ${`CB-${year}-`} || lpad(next, greatest(4, length(next)), '0'), ${kind},
      ${now.toISOString()}, ${by}::uuid
    from (select (1 + coalesce(max(split_part(serial, '-', 3)::int), 0))::text as next from cases.issued
      where commune_id = ${communeId} and serial like ${`CB-${year}-%`}) as numbered
    on conflict (commune_id, id) do nothing returning serial`.execute(files)
  return rows[0]?.serial
}

/** A form has its code already, which is its serial. */
export const registerForm = (
  files: Db,
  { communeId, code, fileId, by, now }: { communeId: string; code: string; fileId: string; by: string; now: Date },
) =>
  sql`insert into cases.issued (commune_id, id, file_id, serial, kind, made_at, made_by)
    values (${communeId}, gen_random_uuid(), ${fileId}, ${code}, 'form', ${now.toISOString()}, ${by})`.execute(files)

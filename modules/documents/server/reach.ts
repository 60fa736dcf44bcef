// Who may read a document or a file. What is issued over a programme steers everybody who works in the programme's areas,
// so it is read downwards too; everything else only by those who hold documents.read over its own area.

import { type RawBuilder, sql } from 'kysely'
import { type Scope, within } from '../../../platform/server/rights.ts'
import type { Db } from '../../../platform/server/slice.ts'

/** Whether one area lies within the scope. */
export async function covers(db: Db, scope: Scope, areaId: string): Promise<boolean> {
  if (!scope.everywhere && scope.roots.length === 0) return false
  const found = await sql<{ yes: boolean }>`select ${within(scope, sql`${areaId}::uuid`)} as yes`.execute(db)
  return found.rows[0]?.yes ?? false
}

/** SQL that is true for a row of `document` that somebody with `documents.read` in this scope may read. */
export function readable(scope: Scope): RawBuilder<boolean> {
  return sql<boolean>`(${within(scope, sql.ref('document.area_id'))} or (document.programme_id is not null and exists (
    select 1 from programme join area_coverage led on led.ancestor_id = programme.area_id
    where programme.id = document.programme_id and led.unit_id = any(${scope.roots as string[]}::uuid[])
      and exists (select 1 from area_coverage over where over.ancestor_id = document.area_id and over.unit_id = programme.area_id))))`
}

/** SQL that is true for a row of `file` that anybody may open. */
export const published = sql<boolean>`(file.public or exists (select 1 from document where document.file_id = file.id and document.public))`

/** SQL that is true for a row of `file` that this person may open; `personId` null: somebody not signed in. */
export function openable(scope: Scope, personId: string | null): RawBuilder<boolean> {
  return sql<boolean>`(${published} or file.uploaded_by = ${personId}::uuid or ${within(scope, sql.ref('file.area_id'))}
    or exists (select 1 from document where document.file_id = file.id and ${readable(scope)}))`
}

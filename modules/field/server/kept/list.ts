// What was kept and waits for a decision, for those who may decide.

import { sql } from 'kysely'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { type Scope, within } from '../../../../platform/server/rights.ts'
import { answers, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { ListKept } from '../../contract/kept.ts'
import { keptEntry, keptIsNote, keptPlace } from './rows.ts'

type Listed = OutputOf<typeof ListKept>['kept'][number]
type Row = Omit<Listed, 'hamlet' | 'entry'> & {
  hamletId: string | null
  hamletName: string | null
  entry: string | null
}

export const listKept: Handler = answers(ListKept, async ({ db, scope, scopeFor }) => {
  // A reason is for those who come to the door again: whoever takes signatures in this commune or hamlet, and nobody above.
  const signing = scopeFor('commitments.sign').roots as string[]
  const { rows } = await sql<Row>`
    select kept.commune_id as "communeId", kept.id, kept.hamlet_id as "hamletId", hamlet.name as "hamletName", kept.reason,
      device.name as device, person.name as person, entry.name as entry,
      case when drive.id is not null then json_build_object('vi', drive.name_vi, 'en', drive.name_en) end as drive,
      case when ${keptIsNote} then 'unsigned' else 'signature' end as kind,
      coalesce(kept.input->'signatures'->0->>'signedAt', kept.input->>'at') as at, kept.input->'signatures'->0->>'ink' as ink,
      case when ${keptIsNote} and exists (select 1 from area_coverage over join area_unit unit on unit.id = over.ancestor_id
          where over.unit_id = ${keptPlace} and unit.level in ('commune', 'village') and unit.id = any(${signing}::uuid[]))
        then json_build_object('reason', kept.input->>'reason', 'visitAgainOn', kept.input->>'visitAgainOn') end as note,
      kept.kept_at as "keptAt"
    from field_kept kept join field_device device on device.id = kept.device_id join person on person.id = kept.person_id
    left join area_unit hamlet on hamlet.id = kept.hamlet_id
    left join roster_entry entry on entry.commune_id = kept.commune_id and entry.id = ${keptEntry}
    left join commitment_drive drive on drive.id = (kept.input->>'driveId')::uuid
    where kept.decision is null and ${within(scope, keptPlace)}
    order by kept.kept_at, kept.id limit 500`.execute(db)
  return {
    kept: rows.map(({ hamletId, hamletName, entry, ...row }) => ({
      ...row,
      entry: entry ?? '',
      hamlet: hamletId ? { id: hamletId, name: hamletName ?? '' } : null,
    })),
  }
})

export async function countKept(db: Db, scope: Scope): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from field_kept kept where kept.decision is null and ${within(scope, keptPlace)}`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

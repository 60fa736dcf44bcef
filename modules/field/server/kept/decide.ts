// Signatures that were kept: who may decide sees them; accepted, each is judged as any signature is.

import { sql } from 'kysely'
import * as z from 'zod/mini'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { type Scope, within } from '../../../../platform/server/rights.ts'
import { answers, carriesOut, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { Sign } from '../../../commitments/contract.ts'
import { signMany } from '../../../commitments/server/public.ts'
import { DecideKept, type keptReasons, ListKept } from '../../contract/kept.ts'
import { fieldRefusals } from '../../contract/refusals.ts'

const place = sql.raw('coalesce(kept.hamlet_id, kept.commune_id)')

type Row = {
  communeId: string
  id: string
  hamletId: string | null
  hamletName: string | null
  reason: (typeof keptReasons)[number]
  device: string
  person: string
  entry: string | null
  drive: { vi: string; en: string } | null
  signedAt: string
  ink: string | null
  keptAt: string
}

export const listKept: Handler = answers(ListKept, async ({ db, scope }) => {
  const { rows } = await sql<Row>`
    select kept.commune_id as "communeId", kept.id, kept.hamlet_id as "hamletId", hamlet.name as "hamletName", kept.reason,
      device.name as device, person.name as person, entry.name as entry,
      case when drive.id is not null then json_build_object('vi', drive.name_vi, 'en', drive.name_en) end as drive,
      kept.input->'signatures'->0->>'signedAt' as "signedAt", kept.input->'signatures'->0->>'ink' as ink, kept.kept_at as "keptAt"
    from field_kept kept join field_device device on device.id = kept.device_id join person on person.id = kept.person_id
    left join area_unit hamlet on hamlet.id = kept.hamlet_id
    left join roster_entry entry on entry.commune_id = kept.commune_id
      and entry.id = (kept.input->'signatures'->0->>'entryId')::uuid
    left join commitment_drive drive on drive.id = (kept.input->>'driveId')::uuid
    where kept.decision is null and ${within(scope, place)}
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
    select count(*)::int as count from field_kept kept where kept.decision is null and ${within(scope, place)}`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

export const decideKept: Handler = carriesOut(
  DecideKept,
  async ({ db, person, today, now }, { communeId, id, decision, note }) => {
    const { rows } = await sql<{
      input: unknown
      person_id: string
      decision: string | null
      hamlet_id: string | null
    }>`
      select kept.input, kept.person_id, kept.decision, entry.hamlet_id
      from field_kept kept left join roster_entry entry on entry.commune_id = kept.commune_id
        and entry.id = (kept.input->'signatures'->0->>'entryId')::uuid
      where kept.commune_id = ${communeId} and kept.id = ${id} for update of kept`.execute(db)
    const kept = rows[0]
    if (!kept) throw refuse(platformRefusals.not_found)
    if (kept.decision) throw refuse(fieldRefusals.already_decided)
    // The household may stand in another hamlet by now; the promise goes where it stands.
    const call = { ...z.parse(Sign.input, kept.input), hamletId: kept.hamlet_id, personId: kept.person_id }
    const [results] = decision === 'accepted' ? await signMany(db, today, [call]) : []
    const { outcome, reason } = results?.[0] ?? { outcome: 'refused' as const, reason: undefined }
    await sql`
      update field_kept set decision = ${decision}, decided_at = ${now}, decided_by = ${person.id}, note = ${note}
      where commune_id = ${communeId} and id = ${id}`.execute(db)
    return {
      answer: { outcome, ...(reason ? { reason } : {}) },
      audit: { subject: `field-kept:${id}`, before: { decision: null }, after: { decision, note, outcome, reason } },
    }
  },
  async ({ db }, { communeId, id }) => {
    const { rows } = await sql<{ place: string }>`
      select ${place} as place from field_kept kept where commune_id = ${communeId} and id = ${id}`.execute(db)
    return rows[0]?.place
  },
)

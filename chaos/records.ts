// What the office has on record of the drives that are judged; and whether the whole audit is sealed and unbroken.

import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { openSigner } from '../modules/audit/server/public.ts'
import { countUnsealed, verifyAudit } from '../modules/audit/server/verify.ts'
import { sentenceOf } from '../modules/audit/verify-export.mjs'
import type { Db } from '../platform/server/slice.ts'
import type { Ground } from './ground.ts'
import type { Office } from './verdict.ts'

/** `entryIds`: those that phones have corrected. */
export async function readOffice(db: Db, driveIds: readonly string[], entryIds: readonly string[]): Promise<Office> {
  const drives = sql`any(${driveIds as string[]}::uuid[])`
  const entries = sql`any(${entryIds as string[]}::uuid[])`
  const { rows } = await sql<Office>`
    select
      (select coalesce(json_agg(json_build_object('id', id, 'driveId', drive_id, 'communeId', commune_id, 'entryId', entry_id,
          'tallyKey', concat_ws(' ', drive_id, place_id, signed_on),
          'inked', exists (select 1 from commitment_ink ink
            where ink.commune_id = promise.commune_id and ink.promise_id = promise.id))), '[]')
        from commitment_promise promise where drive_id = ${drives} and void_number = 0) as promises,
      (select coalesce(json_agg(json_build_object('id', id, 'driveId', drive_id, 'communeId', commune_id, 'entryId', entry_id,
          'reason', reason)), '[]')
        from commitment_held where drive_id = ${drives} and decision is null) as held,
      (select coalesce(json_agg(json_build_object('key', concat_ws(' ', drive_id, place_id, signed_on), 'signed', signed)), '[]')
        from commitment_tally where drive_id = ${drives}) as tallies,
      (select coalesce(json_agg(signed ->> 0), '[]') from audit_entry, json_array_elements(after -> 'signed') signed
        where subject = any(${driveIds.map((id) => `commitment-drive:${id}`)}::text[])
          and signed ->> 1 = 'accepted') as audited,
      (select coalesce(json_agg(json_build_object('communeId', commune_id, 'counted', counted, 'listed', (
          select count(*) from roster_entry entry
          where entry.commune_id = figure.commune_id and entry.group_id = 'household-heads' and entry.ended_on is null))), '[]')
        from (select commune_id, sum(entries) as counted from roster_count where group_id = 'household-heads'
          group by commune_id) figure) as figures,
      (select coalesce(json_agg(json_build_object('driveId', drive_id, 'entryId', entry_id, 'reason', reason,
          'visitAgainOn', visit_again_on, 'at', noted_at)), '[]')
        from commitment_unsigned where drive_id = ${drives}) as notes,
      (select coalesce(json_agg(json_build_object('entryId', id, 'headcount', headcount, 'version', version)), '[]')
        from roster_entry where id = ${entries}) as entries,
      (select coalesce(json_agg(json_build_object('id', command_id, 'entryId', substr(subject, 14), 'before', before -> 'headcount',
          'after', after -> 'headcount') order by id), '[]')
        from audit_entry where operation = 'field.correct' and after::jsonb @> '{"outcomes": [{"outcome": "taken"}]}'
          and subject = any(${entryIds.map((id) => `roster-entry:${id}`)}::text[])) as taken,
      (select coalesce(json_agg(json_build_object('entryId', entry_id, 'said', said)), '[]')
        from field_conflict where entry_id = ${entries}) as conflicts`.execute(db)
  return rows[0] as Office
}

/** The whole record at the end: sealed by the server meanwhile, and unbroken. */
export async function checkAudit(ground: Ground): Promise<{ checked: number; faults: string[] }> {
  for (let waited = 0; waited < 300 && (await ground.asked(countUnsealed)) > 0; waited += 1) await pause(100)
  const signer = openSigner(ground.settings)
  const { checked, unsealed, findings } = await ground.asked((db) =>
    verifyAudit(db, { trustedKeys: [signer.publicKey], keptHead: signer.keptHead() }),
  )
  const faults = findings.map((finding) => `audit: ${sentenceOf(finding).en}`)
  return { checked, faults: unsealed === 0 ? faults : [...faults, `audit: ${unsealed} entries were never sealed`] }
}

// After a run: is what was acknowledged there, is anything counted twice, do tallies, lists and the audit say what the records say?

import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { openSigner } from '../modules/audit/server/public.ts'
import { countUnsealed, verifyAudit } from '../modules/audit/server/verify.ts'
import { sentenceOf } from '../modules/audit/verify-export.mjs'
import type { Db } from '../platform/server/slice.ts'
import type { Ground, Run } from './ground.ts'
import type { PhoneReport } from './phone/worker.ts'

type Facts = {
  promises: { id: string; entry_id: string }[]
  held: string[]
  tallied: number
  /** The ids that the audit says were accepted, each as often as it says so. */
  audited: string[]
  /** Households on the lists by the figures, and by the lists. */
  counted: number
  listed: number
}

async function factsOf(db: Db, { driveId, places }: Run): Promise<Facts> {
  const communes = places.map(({ communeId }) => communeId)
  const { rows } = await sql<Facts>`
    select
      (select coalesce(json_agg(json_build_object('id', id, 'entry_id', entry_id)), '[]') from commitment_promise
        where drive_id = ${driveId} and void_number = 0) as promises,
      (select coalesce(json_agg(id), '[]') from commitment_held where drive_id = ${driveId}) as held,
      (select coalesce(sum(signed), 0)::int from commitment_tally where drive_id = ${driveId}) as tallied,
      (select coalesce(json_agg(signed ->> 0), '[]') from audit_entry, jsonb_array_elements(after -> 'signed') signed
        where subject = ${`commitment-drive:${driveId}`} and signed ->> 1 = 'accepted') as audited,
      (select coalesce(sum(entries), 0)::int from roster_count
        where commune_id = any(${communes}::uuid[]) and group_id = 'household-heads') as counted,
      (select count(*)::int from roster_entry
        where commune_id = any(${communes}::uuid[]) and group_id = 'household-heads' and ended_on is null) as listed`.execute(
    db,
  )
  return rows[0] as Facts
}

export async function faultsAfter(ground: Ground, run: Run, reports: readonly PhoneReport[]): Promise<string[]> {
  const { promises, held, tallied, audited, counted, listed } = await ground.asked((db) => factsOf(db, run))
  const [standing, waiting] = [new Set(promises.map(({ id }) => id)), new Set(held)]
  const faults = reports.flatMap(({ kept, said }) => [...faultsOfKept(kept), ...faultsOfSaid(said)])
  const signed = new Set(reports.flatMap(({ kept, said }) => [...kept, ...said].map(({ signatureId }) => signatureId)))
  for (const id of [...standing, ...waiting]) if (!signed.has(id)) faults.push(`${id} is there, and nobody signed it`)
  if (new Set(promises.map(({ entry_id }) => entry_id)).size !== promises.length)
    faults.push('a household counts twice')
  if (tallied !== promises.length) faults.push(`the tally says ${tallied}, the records ${promises.length}`)
  if (audited.length !== promises.length || audited.some((id) => !standing.has(id)))
    faults.push(`the audit says ${audited.length} were accepted, the records ${promises.length}`)
  if (counted !== listed) faults.push(`the figures say ${counted} households, the lists ${listed}`)
  return faults

  /** What the phone said was kept has come to the office, and the phone says of it what the office does. */
  function faultsOfKept(kept: PhoneReport['kept']): string[] {
    return kept.flatMap(({ signatureId: id, state, outcome, reason }) => {
      if (state === 'settled' && standing.has(id)) return []
      // A phone without room lets go of what the office has counted.
      if (state === 'gone' && standing.has(id)) return []
      if (state === 'attention' && outcome === 'held' && waiting.has(id)) return []
      const there = standing.has(id) ? 'counted' : waiting.has(id) ? 'held' : 'not there'
      return [
        `${id} is ${state} (${outcome ?? 'no answer'}${reason ? `, ${reason}` : ''}) on the phone and ${there} at the office`,
      ]
    })
  }

  function faultsOfSaid(said: PhoneReport['said']): string[] {
    const outcomes = new Map<string, Set<string>>()
    for (const { signatureId, outcome } of said)
      outcomes.set(
        signatureId,
        (outcomes.get(signatureId) ?? new Set()).add(outcome === 'repeated' ? 'accepted' : outcome),
      )
    return [...outcomes].flatMap(([id, kinds]) => [
      ...(kinds.size > 1 ? [`${id} was answered in different ways: ${[...kinds].join(', ')}`] : []),
      ...(kinds.has('accepted') && !standing.has(id) ? [`${id} was acknowledged and is not there`] : []),
      ...(kinds.has('held') && !waiting.has(id) ? [`${id} was said to be held and is not there`] : []),
    ])
  }
}

/** The whole record at the end: sealed by the server meanwhile, and unbroken. */
export async function faultsOfAudit(ground: Ground): Promise<{ checked: number; faults: string[] }> {
  for (let waited = 0; waited < 300 && (await ground.asked(countUnsealed)) > 0; waited += 1) await pause(100)
  const signer = openSigner(ground.settings)
  const { checked, unsealed, findings } = await ground.asked((db) =>
    verifyAudit(db, { trustedKeys: [signer.publicKey], keptHead: signer.keptHead() }),
  )
  const faults = findings.map((finding) => `audit: ${sentenceOf(finding).en}`)
  return { checked, faults: unsealed === 0 ? faults : [...faults, `audit: ${unsealed} entries were never sealed`] }
}

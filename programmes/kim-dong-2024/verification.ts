// Lots of the drive of 2024: one that passed, one that did not, one under way, and a question. Visits and results are invented.

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { lookForPatterns, risksOn, storeDraw, storeLot } from '../../modules/verification/server/public.ts'
import type { Db } from '../../platform/server/slice.ts'
import { hamletId } from './hamlets.ts'
import { areaId, demoId, personId } from './ids.ts'

type Visit = 'confirmed' | 'denied' | 'unknown' | 'silent' | 'away'
type DemoLot = {
  commune: string
  hamlet?: string
  closedOn: string
  verifier: string
  /** What the visits found, in the order of the draw; the rest was not visited. */
  visits: Visit[]
  result?: { outcome: 'passed' | 'failed'; wrong: number; on: string }
}
const times = (count: number, visit: Visit): Visit[] => Array.from({ length: count }, () => visit)

const lots: DemoLot[] = [
  {
    commune: '12322',
    hamlet: 'Đông',
    closedOn: '2024-10-14',
    verifier: 'xa',
    visits: [...times(4, 'confirmed'), 'away', ...times(5, 'confirmed'), 'unknown', ...times(2, 'confirmed')],
    result: { outcome: 'passed', wrong: 1, on: '2024-10-20' },
  },
  {
    commune: '12280',
    closedOn: '2024-11-04',
    verifier: 'ngocthanh',
    visits: ['confirmed', 'unknown', ...times(3, 'confirmed'), 'denied', 'denied', ...times(4, 'confirmed')],
    result: { outcome: 'failed', wrong: 3, on: '2024-11-08' },
  },
  { commune: '12322', hamlet: 'Đoài', closedOn: '2024-11-13', verifier: 'xa', visits: times(2, 'confirmed') },
]

export async function loadVerification(db: Db): Promise<void> {
  const known = await sql`select 1 from verification_lot limit 1`.execute(db)
  if (known.rows.length > 0) return
  for (const lot of lots) await loadLot(db, lot)
  await lookForPatterns(db, '2024-11-15')
}

async function loadLot(db: Db, { commune, hamlet, closedOn, verifier, visits, result }: DemoLot): Promise<void> {
  const communeId = areaId(commune)
  const id = demoId(`lot:${commune}:${hamlet ?? ''}`)
  const at = new Date(`${closedOn}T09:00:00+07:00`)
  const stored = await storeLot(db, {
    id,
    driveId: demoId('drive:2024'),
    communeId,
    hamletId: hamlet ? hamletId(commune, hamlet) : null,
    bodyId: null,
    groupId: 'household-heads',
    on: closedOn,
    closedAt: at,
    personId: personId('huyen'),
    risks: await risksOn(db, closedOn),
  })
  if (!stored) throw new Error(`Nobody has signed in ${commune} ${hamlet ?? ''}`)
  // No audit goes with what is invented, so the seal is invented too; its place in the log stays empty.
  const seal = createHash('sha256').update(`minh họa ${id}`).digest('hex')
  await storeDraw(db, { communeId, id, ...stored }, { seal, position: null, at })
  await sql`
    update verification_item set outcome = visit.outcome, tries = case when visit.outcome = 'away' then 3 else 0 end,
      visited_on = ${result?.on ?? closedOn}::date, visited_by = ${personId(verifier)}
    from unnest(${visits}::text[]) with ordinality as visit (outcome, position)
    where lot_id = ${id} and verification_item.position = visit.position`.execute(db)
  await sql`
    update verification_lot set verifier_id = ${personId(verifier)}, outcome = ${result?.outcome ?? null}, wrong = ${result?.wrong ?? null},
      decided_on = ${result?.on ?? null}::date where id = ${id}`.execute(db)
}

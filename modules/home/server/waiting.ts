// What waits for the reader in the signing of commitments: each module counts its own, cut to where the reader may act.

import type { OutputOf } from '../../../platform/contract/operation.ts'
import { answers } from '../../../platform/server/slice.ts'
import { waitingInDrives } from '../../commitments/server/public.ts'
import { countConflicts, countKept } from '../../field/server/public.ts'
import { waitingOnPaper } from '../../paper/server/public.ts'
import { waitingPairs } from '../../rosters/server/public.ts'
import { mostWaiting, ShowWaiting, waitingKinds } from '../contract.ts'

type Row = OutputOf<typeof ShowWaiting>['rows'][number]
type Place = { driveId?: string; communeId: string; hamletId?: string | null; place: string }

export const showWaiting = answers(ShowWaiting, async (context) => {
  const { db, scopeFor } = context
  const [inDrives, kept, conflicts, paper, pairs] = await Promise.all([
    waitingInDrives(context, mostWaiting),
    countKept(db, scopeFor('commitments.decide')),
    countConflicts(db, scopeFor('rosters.manage')),
    waitingOnPaper(context, mostWaiting),
    waitingPairs(context, mostWaiting),
  ])
  const found: Row[] = [
    ...inDrives.map((each) => row(each.kind, each.count, each, each.late)),
    row('kept', kept),
    row('conflicts', conflicts),
    row('paper', paper?.count ?? 0, paper),
    row('pairs', pairs?.count ?? 0, pairs),
  ]
  return {
    rows: found
      .filter(({ count }) => count > 0)
      .sort((one, other) => waitingKinds.indexOf(one.kind) - waitingKinds.indexOf(other.kind)),
  }
})

const row = (kind: Row['kind'], count: number, at?: Place, late = 0): Row => ({
  kind,
  count: Math.min(count, mostWaiting),
  late,
  at: at
    ? { driveId: at.driveId ?? null, communeId: at.communeId, hamletId: at.hamletId ?? null, name: at.place }
    : null,
})

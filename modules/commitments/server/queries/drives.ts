// The drives in reach, newest first, with how far each has come.

import type { Scope } from '../../../../platform/server/rights.ts'
import { answers, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { ListDrives } from '../../contract.ts'
import { type Sum, sumOf } from '../../rules/coverage.ts'
import { countedOf } from '../counting/counted.ts'
import { inReachOf } from '../counting/in-reach.ts'
import { pulseOf } from '../counting/pulse.ts'
import { drivesWithin } from '../drives.ts'

export const listDrives: Handler = answers(ListDrives, async ({ db, scope, scopeFor }, { on }) => {
  const making = scopeFor('commitments.manage')
  const drives = await drivesWithin(db, scope, on)
  return {
    drives: await Promise.all(drives.map(async (drive) => ({ ...drive, ...(await sumIn(db, scope, drive.id, on)) }))),
    may: { make: making.everywhere || making.roots.length > 0 },
  }
})

async function sumIn(db: Db, scope: Scope, driveId: string, on: string): Promise<Sum> {
  const pulse = await pulseOf(db, scope, driveId)
  if (!pulse) return sumOf([])
  const { cells } = await countedOf(db, pulse, on)
  const inReach = await inReachOf(db, scope, pulse)
  return sumOf(cells.filter(({ communeId, hamletId }) => inReach(hamletId ?? communeId)))
}

// The drives in reach, newest first, with how far each has come.

import { answers, type Handler } from '../../../../platform/server/slice.ts'
import { ListDrives } from '../../contract.ts'
import { countsOf, sumOf } from '../counts.ts'
import { drivesWithin } from '../drives.ts'

export const listDrives: Handler = answers(ListDrives, async ({ db, scope }, { on }) => {
  const drives = await drivesWithin(db, scope, on)
  const cells = await countsOf(
    db,
    scope,
    drives.map(({ id }) => id),
    on,
  )
  return {
    drives: drives.map((drive) => ({ ...drive, ...sumOf(cells.filter(({ driveId }) => driveId === drive.id)) })),
  }
})

// The cells of a drive that a reader may see, in the rows in which coverage is told.

import type { PlainDate } from '../../../../platform/server/clock.ts'
import { keepAsAnswer } from '../../../../platform/server/kept-answer.ts'
import type { Scope } from '../../../../platform/server/rights.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import { type Cell, type Row, rowsOf, type Unit, type Where } from '../../rules/coverage.ts'
import { drivesWithin } from '../drives.ts'
import { type Counted, countedOf } from './counted.ts'
import { inReachOf } from './in-reach.ts'
import { keptAnswer } from './kept-answers.ts'
import { type Pulse, pulseOf } from './pulse.ts'

type Told = { rows: Row[]; within: Unit | null; counted: Counted }

export async function rowsInReach(
  db: Db,
  scope: Scope,
  pulse: Pulse,
  { on, within, driveArea }: { on: PlainDate; within?: string | undefined; driveArea: string },
): Promise<Told> {
  const counted = await countedOf(db, pulse, on)
  const inReach = await inReachOf(db, scope, pulse)
  const mine = counted.cells.filter(({ communeId, hamletId }) => inReach(hamletId ?? communeId))
  return { ...told(mine, counted.whereIs, within, driveArea), counted }
}

/** By the units next below `within`; by communes when nothing was asked and the drive's own area is no more. */
function told(
  cells: readonly Cell[],
  whereIs: (cell: Cell) => Where,
  asked: string | undefined,
  driveArea: string,
): { rows: Row[]; within: Unit | null } {
  const within = asked ?? driveArea
  const inside = asked ? cells.filter((cell) => whereIs(cell).chain.some(({ id }) => id === asked)) : cells
  const { rows } = rowsOf(inside, whereIs, within)
  return {
    rows,
    within: inside.flatMap((cell) => whereIs(cell).chain.find(({ id }) => id === within) ?? [])[0] ?? null,
  }
}

/** For other modules: the same rows, or undefined where there is no such drive in reach. */
export async function coverageRows(db: Db, scope: Scope, question: Question): Promise<Row[] | undefined> {
  const pulse = await pulseOf(db, scope, question.driveId)
  return pulse && rowsOfDrive(db, scope, pulse, question)
}

type Question = { driveId: string; on: PlainDate; within?: string | undefined }

async function rowsOfDrive(db: Db, scope: Scope, pulse: Pulse, question: Question): Promise<Row[] | undefined> {
  const [drive] = await drivesWithin(db, scope, question.on, question.driveId)
  return drive && (await rowsInReach(db, scope, pulse, { ...question, driveArea: drive.area.id })).rows
}

/**
 * For other modules: an answer told from these rows, kept like those of coverage until something it was made of moves.
 * `name` tells answers apart; what else they are made of beats the pulse of the drive. Undefined where there is no such drive.
 */
export async function keptOnCoverage<T extends object>(
  db: Db,
  scope: Scope,
  question: Question & { name: string },
  now: Date,
  tell: (rows: readonly Row[]) => Promise<T>,
): Promise<T | undefined> {
  const pulse = await pulseOf(db, scope, question.driveId)
  if (!pulse) return undefined
  const { told } = await keptAnswer(pulse, scope, question, now, async () => {
    const rows = await rowsOfDrive(db, scope, pulse, question)
    return { told: rows && keepAsAnswer(await tell(rows)) }
  })
  return told
}

// The hand-overs of a file that is open: what waits, what came back and why, in words that only the open file tells.

import { sql } from 'kysely'
import { answers } from '../../../../platform/server/slice.ts'
import { inOpenedFile, instantOf, lifeOf, openedWith, readWhole } from '../../../cases/server/public.ts'
import { SendingsOfFile } from '../../contract.ts'
import { passingOf, placeOf } from '../../rules/passing.ts'
import { departureShown, departuresWhere } from '../far/rows.ts'
import { remindersOf, rowShown, sendingsWhere, unitsNamed, unitsOf } from '../rows.ts'
import { isStable, moveWaiting } from '../sending.ts'

export const sendingsOfFile = answers(SendingsOfFile, async (context, input) => {
  const { communeId, fileId } = input
  const found = await inOpenedFile(context, input, async (files, { person }) => {
    const { whole } = await readWhole(files, { communeId, fileId })
    const life = await lifeOf(files, whole, context.now)
    const rows = await sendingsWhere(
      files,
      sql`file_id = ${fileId} and from_id = ${communeId}`,
      sql`order by sent_at desc`,
    )
    const reminded = await remindersOf(
      files,
      rows.map(({ id }) => id),
    )
    const notes = rows.map(({ id, note }) => (note ? openedWith(person, note, `return of ${id}`) : null))
    const far = await departuresWhere(files, sql`row.file_id = ${fileId}`, sql`order by row.sent_at desc`)
    return {
      ...{ rows, reminded, notes, far },
      farNotes: far.map(({ id, note }) => (note ? openedWith(person, note, `return of ${id}`) : null)),
      status: passingOf(placeOf(life)) ? (placeOf(life) ?? null) : null,
      move: moveWaiting(life),
      stable: isStable(whole, context.now),
    }
  })
  const units = await unitsNamed(context.db, [...unitsOf(found.rows), communeId])
  return {
    status: found.status,
    stable: found.stable,
    moved: found.move
      ? { at: instantOf(found.move.at), dueAt: found.move.due ? instantOf(found.move.due) : null }
      : null,
    rows: found.rows.map((row, at) => ({
      row: rowShown(row, communeId, units, found.reminded),
      note: found.notes[at] ?? null,
    })),
    far: found.far.map((row, at) => ({ row: departureShown(row, units), note: found.farNotes[at] ?? null })),
  }
})

// Instructions that went to several units, and how far each unit is.

import { sql } from 'kysely'
import type * as z from 'zod/mini'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import type { Scope } from '../../../../platform/server/rights.ts'
import { answers, type Db } from '../../../../platform/server/slice.ts'
import { type InstructionRow, ListInstructions, ShowInstruction } from '../../contract.ts'
import { knownTasks } from '../facts.ts'
import { viewOf, viewOfProgramme } from '../programme-in-view.ts'
import { inReach } from '../reach.ts'
import { taskRows } from '../rows.ts'

type Row = {
  id: string
  title: string
  detail: string
  basis: string
  area_id: string
  area_name: string
  area_type: string
  area_level: string
  issued_on: PlainDate
  demo: boolean
  units: number
  done: number
  late: number
  soon: number
  due: PlainDate
}
type Shown = z.output<typeof InstructionRow>

/** Counted over the tasks within reach only: somebody of one commune sees the part of that commune. */
async function instructions(
  db: Db,
  programmeId: string,
  scope: Scope,
  on: PlainDate,
  id?: string,
): Promise<(Shown & { detail: string })[]> {
  const only = id ? sql<boolean>`task.instruction_id = ${id}` : sql<boolean>`task.instruction_id is not null`
  const found = await sql<Row>`
    with work as (
      select known.instruction_id, count(*) filter (where known.status <> 'cancelled') as units,
        count(*) filter (where known.lane = 'done') as done, count(*) filter (where known.status = 'late') as late,
        count(*) filter (where known.status = 'soon') as soon, max(known.due) as due
      from ${knownTasks(on, sql<boolean>`${await inReach(db, programmeId, scope)} and ${only}`)} group by known.instruction_id
    )
    select instruction.*, work.units, work.done, work.late, work.soon, work.due,
      area.name as area_name, area.type as area_type, area.level as area_level
    from work join instruction on instruction.id = work.instruction_id join area_unit area on area.id = instruction.area_id
    order by instruction.issued_on desc, instruction.id`.execute(db)
  return found.rows.map((row) => ({
    id: row.id,
    title: row.title,
    detail: row.detail,
    basis: row.basis,
    area: { id: row.area_id, name: row.area_name, type: row.area_type, level: row.area_level },
    issuedOn: row.issued_on,
    dueOn: row.due,
    units: row.units,
    done: row.done,
    late: row.late,
    soon: row.soon,
    demo: row.demo,
  }))
}

export const listInstructions = answers(ListInstructions, async (context, input) => {
  const { programme, on } = await viewOf(context, input)
  return { on, rows: await instructions(context.db, programme.id, context.scope, on) }
})

export const showInstruction = answers(ShowInstruction, async (context, input) => {
  const { db, scope } = context
  const programmeId = (
    await sql<{ programme_id: string }>`select programme_id from instruction where id = ${input.id}`.execute(db)
  ).rows[0]?.programme_id
  if (!programmeId) throw refuse(platformRefusals.not_found)
  const { programme, on } = await viewOfProgramme(context, programmeId, input.on)
  const [instruction] = await instructions(db, programmeId, scope, on, input.id)
  // Somebody in none of its units learns nothing of it, not even that it exists.
  if (!instruction) throw refuse(platformRefusals.not_found)
  const ids = await sql<{ id: string }>`
    select task.id from task join area_unit area on area.id = task.area_id
    where task.instruction_id = ${input.id} and task.assigned_on <= ${on}::date and ${await inReach(db, programmeId, scope)}
    order by area.name, task.number`.execute(db)
  const tasks = await taskRows(
    db,
    ids.rows.map((row) => row.id),
    on,
    context.language,
  )
  const byName = new Intl.Collator('vi')
  const assign = context.scopeFor('tasks.assign')
  return {
    on,
    instruction: { ...instruction, programme: programme.slug },
    tasks: tasks.sort((one, other) => byName.compare(one.area.name, other.area.name) || one.number - other.number),
    may: { remind: assign.everywhere || assign.roots.length > 0 },
  }
})

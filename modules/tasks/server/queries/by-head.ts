// The work of each accountable head in numbers. Sorted by the name of the unit, never ranked.

import { sql } from 'kysely'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import { answers } from '../../../../platform/server/slice.ts'
import { TasksByHead } from '../../contract.ts'
import { knownTasks } from '../facts.ts'
import { viewOf } from '../programme-in-view.ts'
import { inReach } from '../reach.ts'
import { placeOfPost } from '../rows.ts'

type Row = {
  id: string
  title_vi: string
  title_en: string
  head_place: string
  holder_from: PlainDate | null
  assigned: number
  done: number
  done_late: number
  open: number
  late: number
  inherited: number
  evidence_missing: number
}
const byName = new Intl.Collator('vi')

export const tasksByHead = answers(TasksByHead, async (context, input) => {
  const { programme, on } = await viewOf(context, input)
  const below = input.area
    ? sql<boolean>`exists (select 1 from area_coverage where ancestor_id = ${input.area} and unit_id = known.area_id)`
    : sql<boolean>`true`
  const found = await sql<Row>`
    with work as (
      select known.head_post_id,
        count(*) filter (where known.status <> 'cancelled') as assigned,
        count(*) filter (where known.lane = 'done') as done,
        count(*) filter (where known.lane = 'done' and known.done > known.due) as done_late,
        count(*) filter (where known.status in ('soon', 'ontime')) as open,
        count(*) filter (where known.status = 'late') as late,
        count(*) filter (where known.status = 'late' and known.head_from > known.due) as inherited,
        count(*) filter (where known.evidence is null and (known.status = 'late' or known.lane = 'done')) as evidence_missing
      from ${knownTasks(on, await inReach(context.db, programme.id, context.scope))}
      where ${below} group by known.head_post_id
    )
    select work.*, head.id, head.title_vi, head.title_en, ${placeOfPost('head', 'unit', 'body')}, holder.valid_from as holder_from
    from work join post head on head.id = work.head_post_id
    join area_unit unit on unit.id = head.area_id
    left join area_body body on body.id = head.body_id
    left join post_holder holder on holder.post_id = head.id
      and holder.valid_from <= ${on}::date and (holder.valid_to is null or holder.valid_to > ${on}::date)
    where work.assigned > 0`.execute(context.db)
  const rows = found.rows.map((row) => ({
    head: {
      id: row.id,
      title: context.language === 'vi' ? row.title_vi : row.title_en,
      place: row.head_place,
      holderFrom: row.holder_from,
    },
    tookOver: row.holder_from !== null && row.holder_from > programme.startsOn,
    assigned: row.assigned,
    done: row.done,
    doneLate: row.done_late,
    open: row.open,
    late: row.late,
    inherited: row.inherited,
    evidenceMissing: row.evidence_missing,
  }))
  const unitName = (row: (typeof rows)[number]) => row.head.place || row.head.title
  return {
    on,
    rows: rows.sort(
      (one, other) =>
        byName.compare(unitName(one), unitName(other)) || byName.compare(one.head.title, other.head.title),
    ),
  }
})

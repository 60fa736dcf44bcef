// Replaces the list of places that help, as one change.

import { sql } from 'kysely'
import { platformRefusals, Refusal, refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut } from '../../../../platform/server/slice.ts'
import { ChangeHelp } from '../../contract.ts'
import { portalRefusals as refusals } from '../../refusals.ts'
import { helpLines } from '../help-lines.ts'

export const changeHelp = carriesOut(ChangeHelp, async ({ db }, { lines, before }) => {
  await sql`lock table help_line in share row exclusive mode`.execute(db)
  const current = await helpLines(db)
  if (JSON.stringify(current) !== JSON.stringify(before))
    throw new Refusal(platformRefusals.changed_meanwhile, { extra: { current } })
  const index = lines.findIndex((line) => line.kind !== 'place' && line.number === '')
  if (index >= 0) throw refuse(refusals.number_needed, {}, `lines.${index}.number`)
  await sql`delete from help_line`.execute(db)
  for (const [position, line] of lines.entries())
    await sql`
      insert into help_line (id, position, kind, number, title_vi, title_en, note_vi, note_en, placeholder)
      values (${line.id}, ${position + 1}, ${line.kind}, ${line.number}, ${line.titleVi}, ${line.titleEn}, ${line.noteVi},
        ${line.noteEn}, ${line.placeholder})`.execute(db)
  return { answer: { lines: await helpLines(db) }, audit: { subject: 'portal:help', before: current, after: lines } }
})
